import type { FunctionConfig } from '../../src/core/function';
import { needsOf } from '../../src/plan/needs';
import { someConfig } from '../fakes/functions';
import { ground } from './scene';

const needs = (config: Partial<FunctionConfig>, where = ground) =>
  needsOf({ functionName: 'orders-api', config: { ...someConfig, ...config }, ground: where });

const allowed = (config: Partial<FunctionConfig>): string[] =>
  needs(config)
    .slice(1)
    .flatMap(({ Action, Resource }) => Action.map((action) => `${action} on ${[Resource].flat().join(' ')}`));

const vpc = { subnetIds: ['subnet-1'], securityGroupIds: ['sg-1'], ipv6: false };
const fileSystem = (service: string): FunctionConfig['fileSystem'] => ({
  arn: `arn:aws:${service}:eu-west-1:123456789012:access-point/fsap-1`,
  localMountPath: '/mnt/x',
  directS3Read: null,
});

describe('what a role needs beside its statements', () => {
  it('is to write its logs, and nothing else for a function that uses nothing else', () => {
    const group = 'arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/orders-api';
    expect(needs({})).toEqual([
      {
        Sid: 'ShipitLogs',
        Effect: 'Allow',
        Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: [group, `${group}:*`],
      },
    ]);
  });

  it('is to write them into the group that the settings name', () => {
    expect(needs({ logGroup: '/teams/orders' })[0]?.Resource).toEqual([
      'arn:aws:logs:eu-west-1:123456789012:log-group:/teams/orders',
      'arn:aws:logs:eu-west-1:123456789012:log-group:/teams/orders:*',
    ]);
  });

  it('is in the partition and region of the function', () => {
    const where = { partition: 'aws-cn', account: '123456789012', region: 'cn-north-1' };
    expect([needs({}, where)[0]?.Resource].flat()[0]).toMatch(/^arn:aws-cn:logs:cn-north-1:123456789012:/);
  });

  it.each<[string, Partial<FunctionConfig>, string]>([
    ['traces', { tracing: 'Active' }, 'xray:PutTraceSegments on *'],
    ['a network', { vpc }, 'ec2:CreateNetworkInterface on *'],
    [
      'a queue for dead letters',
      { deadLetterQueue: 'arn:aws:sqs:eu-west-1:1:dead' },
      'sqs:SendMessage on arn:aws:sqs:eu-west-1:1:dead',
    ],
    [
      'a topic for dead letters',
      { deadLetterQueue: 'arn:aws:sns:eu-west-1:1:dead' },
      'sns:Publish on arn:aws:sns:eu-west-1:1:dead',
    ],
    [
      'a key for its environment',
      { kmsKey: 'arn:aws:kms:eu-west-1:1:key/1' },
      'kms:Decrypt on arn:aws:kms:eu-west-1:1:key/1',
    ],
    ['a file system', { fileSystem: fileSystem('elasticfilesystem') }, 'elasticfilesystem:ClientWrite on *'],
    [
      'files in S3',
      { fileSystem: fileSystem('s3files') },
      's3files:ClientWrite on arn:aws:s3files:eu-west-1:123456789012:access-point/fsap-1',
    ],
    [
      'durable executions',
      { durable: { executionTimeoutS: 60, retentionPeriod: null, kmsKey: null } },
      'lambda:CheckpointDurableExecution on arn:aws:lambda:eu-west-1:123456789012:function:orders-api:*',
    ],
  ])('is more for a function with %s', (_, config, line) => {
    expect(allowed({})).toEqual([]);
    expect(allowed(config)).toContain(line);
  });

  it('has statements whose names differ, as IAM demands', () => {
    const all = needs({
      tracing: 'Active',
      vpc,
      deadLetterQueue: 'arn:aws:sqs:eu-west-1:1:dead',
      kmsKey: 'arn:aws:kms:eu-west-1:1:key/1',
      fileSystem: fileSystem('s3files'),
      durable: { executionTimeoutS: 60, retentionPeriod: null, kmsKey: null },
    });
    expect(new Set(all.map(({ Sid }) => Sid)).size).toBe(7);
    for (const { Sid } of all) expect(Sid).toMatch(/^[A-Za-z0-9]+$/);
  });
});
