import { awsDefaults, type FunctionConfig } from '../../src/core/function';
import { normalConfig, userTags } from '../../src/core/normal';

const plainConfig: FunctionConfig = { ...awsDefaults, runtime: 'nodejs24.x', handler: 'a.b', role: 'arn' };
const vpc = { subnetIds: ['subnet-1', 'subnet-2'], securityGroupIds: ['sg-1'], ipv6: true };

describe('configurations that AWS does not tell apart have one form', () => {
  const same: readonly [Partial<FunctionConfig>, Partial<FunctionConfig>][] = [
    [{ logGroup: '/aws/lambda/orders' }, {}],
    [{ logFormat: 'JSON', applicationLogLevel: 'INFO', systemLogLevel: 'INFO' }, { logFormat: 'JSON' }],
    [{ applicationLogLevel: 'WARN' }, {}],
    [{ vpc: { subnetIds: [], securityGroupIds: [], ipv6: false } }, {}],
    [{ vpc: { ...vpc, subnetIds: ['subnet-2', 'subnet-1'] } }, { vpc }],
    [{ imageConfig: { entryPoint: [], command: [], workingDirectory: '' } }, {}],
    [
      { durable: { executionTimeoutS: 60, retentionPeriod: 14, kmsKey: null } },
      { durable: { executionTimeoutS: 60, retentionPeriod: null, kmsKey: null } },
    ],
  ];

  test.each(same)('%j', (one, other) => {
    expect(normalConfig('orders', { ...plainConfig, ...one })).toEqual({ ...plainConfig, ...other });
  });

  test('what differs stays different', () => {
    const durable = { executionTimeoutS: 60, retentionPeriod: 30, kmsKey: null };
    const logs = { logFormat: 'JSON', applicationLogLevel: 'WARN', systemLogLevel: 'DEBUG' } as const;
    const imageConfig = { entryPoint: ['/run'], command: [], workingDirectory: '/w' };
    const config = { ...plainConfig, ...logs, vpc, durable, imageConfig, logGroup: '/aws/lambda/other' };
    expect(normalConfig('orders', config)).toEqual(config);
  });
});

test("tags that AWS and shipit set are nobody else's", () => {
  const tags = { 'aws:stack': 's', 'shipit:project': 'orders', team: 'blue', 'cost:aws': '1' };
  expect(userTags(tags)).toEqual({ team: 'blue', 'cost:aws': '1' });
});
