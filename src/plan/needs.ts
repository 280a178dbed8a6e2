/** What an execution role needs beside the statements of the project file: what the settings of its function use. */
import type { FunctionConfig } from '../core/function';
import { defaultLogGroup } from '../core/normal';
import type { Ground } from './ground';

interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
}

interface Runner {
  readonly functionName: string;
  readonly config: Partial<FunctionConfig>;
  readonly ground: Ground;
}

/** Always logs; traces, networks, dead letters, file systems, keys and checkpoints where the settings have them. */
export function needsOf({ functionName, config, ground }: Runner): Statement[] {
  const { partition, region, account } = ground;
  const group = config.logGroup ?? defaultLogGroup(functionName);
  const logs = `arn:${partition}:logs:${region}:${account}:log-group:${group}`;
  const versions = `arn:${partition}:lambda:${region}:${account}:function:${functionName}:*`;
  return [
    allow('Logs', ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], [logs, `${logs}:*`]),
    ...(config.tracing === 'Active' ? [traces] : []),
    ...(config.vpc ? [network] : []),
    ...(config.deadLetterQueue ? [deadLetters(config.deadLetterQueue)] : []),
    ...(config.fileSystem ? [mount(config.fileSystem.arn)] : []),
    ...(config.kmsKey ? [allow('Environment', ['kms:Decrypt'], config.kmsKey)] : []),
    ...(config.durable ? [allow('Checkpoints', checkpoints, versions)] : []),
  ];
}

/** Names that no statement of a project file is likely to have: IAM takes each but once in a policy. */
const allow = (what: string, Action: readonly string[], Resource: Statement['Resource']): Statement => ({
  Sid: `Shipit${what}`,
  Effect: 'Allow',
  Action,
  Resource,
});

/** As the managed policy AWSXRayDaemonWriteAccess has them, without its reading half. */
const traces = allow('Traces', ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'], '*');

/** As the managed policy AWSLambdaVPCAccessExecutionRole has them. */
const network = allow(
  'Network',
  [
    'ec2:AssignPrivateIpAddresses',
    'ec2:CreateNetworkInterface',
    'ec2:DeleteNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSubnets',
    'ec2:UnassignPrivateIpAddresses',
  ],
  '*',
);

/** Lambda Developer Guide, "Security and permissions for Lambda durable functions". */
const checkpoints = ['lambda:CheckpointDurableExecution', 'lambda:GetDurableExecutionState'];

const deadLetters = (arn: string): Statement =>
  allow('DeadLetters', [arn.split(':')[2] === 'sns' ? 'sns:Publish' : 'sqs:SendMessage'], arn);

const mount = (arn: string): Statement =>
  arn.split(':')[2] === 's3files'
    ? allow('FileSystem', ['s3files:ClientMount', 's3files:ClientWrite'], arn)
    : allow('FileSystem', ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'], '*');
