/** Settings that have to do with each other, and values that are easily taken for none. */
import { DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { Alone } from './alone';

let alone: Alone;
beforeEach(async () => {
  alone = await Alone.open();
});
afterEach(() => alone.close());

const nothing = { action: 'none', changes: [] };

async function deploys(...lines: readonly string[]): Promise<readonly string[]> {
  alone.write(...lines);
  const { changes } = await alone.planned();
  expect(await alone.deploy()).toMatchObject({ exitCode: 0, problems: [] });
  expect(await alone.planned()).toMatchObject(nothing);
  return changes;
}

const retention = async (logGroupNamePrefix: string) => {
  const command = new DescribeLogGroupsCommand({ logGroupNamePrefix });
  return (await alone.stage.aws.logs.send(command)).logGroups?.[0]?.retentionInDays;
};

test('logs are kept as long in another group as they were in the one before', async () => {
  await deploys('logging: { group: /one, retentionInDays: 3 }');
  expect(await retention('/one')).toBe(3);
  await deploys('logging: { group: /two, retentionInDays: 3 }');
  expect([await retention('/one'), await retention('/two')]).toEqual([3, 3]);
});

test('no concurrency at all is not the same as none reserved', async () => {
  await deploys();
  expect(await deploys('reservedConcurrency: 0')).toEqual(['+ reservedConcurrency 0']);
  expect((await alone.live()).reservedConcurrency).toBe(0);
  expect(await deploys('reservedConcurrency: null')).toEqual(['- reservedConcurrency 0']);
});

test('variables and tags that are no longer declared go, one by one; empty ones stay', async () => {
  await deploys('environment: { ONE: "1", TWO: "" }', 'tags: { one: "1", two: "" }');
  expect(await deploys('environment: { TWO: "" }', 'tags: { two: "" }')).toEqual([
    expect.stringMatching(/^- environment\.ONE/),
    '- tags.one 1',
  ]);
  expect(await alone.live()).toMatchObject({ environment: { TWO: '' }, tags: { two: '' } });
  await deploys('environment: {}', 'tags: {}');
  expect(await alone.live()).toMatchObject({ environment: {}, tags: {} });
});

test('the same in another order is no change', async () => {
  const network = (ids: string) => `vpc: { subnetIds: [${ids}], securityGroupIds: [sg-0a1] }`;
  await deploys(network('subnet-0a1, subnet-0b2'), 'environment: { AA: 1a, BB: 2b }', 'tags: { a: x, b: y }');
  alone.write(network('subnet-0b2, subnet-0a1'), 'environment: { BB: 2b, AA: 1a }', 'tags: { b: y, a: x }');
  expect(await alone.planned()).toMatchObject(nothing);
});

test('levels go with the format that has them', async () => {
  await deploys('logging: { format: JSON, systemLogLevel: WARN, applicationLogLevel: ERROR }');
  expect(await alone.live()).toMatchObject({ systemLogLevel: 'WARN', applicationLogLevel: 'ERROR' });
  await deploys('logging: { format: Text }');
  expect(await alone.live()).toMatchObject({ logFormat: 'Text', systemLogLevel: null });
  await deploys('logging: { format: JSON }');
  expect(await alone.live()).toMatchObject({ logFormat: 'JSON', systemLogLevel: null });
  await deploys('logging: { format: JSON, applicationLogLevel: INFO }');
});

test('a function that moves to another network keeps its file system', async () => {
  const mount =
    "fileSystem: { arn: 'arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0123456789abcdef0', localMountPath: /mnt/data }";
  const network = (rest: string) => `vpc: { subnetIds: [subnet-0a1], securityGroupIds: [sg-0a1]${rest} }`;
  await deploys(network(''), mount);
  expect(await deploys(network(', ipv6AllowedForDualStack: true'), mount)).toEqual([
    '~ vpc.ipv6 false -> true',
  ]);
  expect((await alone.live()).fileSystem).toMatchObject({ localMountPath: '/mnt/data' });
});

test('a description is of the function; without one each version says which release made it', async () => {
  await deploys('description: mine');
  expect((await alone.live()).description).toBe('mine');
  alone.stage.write('api/index.js', 'exports.handler = async () => 2;\n');
  await deploys('description: mine');
  expect((await alone.live()).description).toBe('mine');
  await deploys('description: null');
  await deploys();
  alone.stage.write('api/index.js', 'exports.handler = async () => 3;\n');
  await deploys();
  const versions = alone.stage.world.functions.entries.get('orders-api')?.versions;
  expect([...(versions?.values() ?? [])].at(-1)?.config.Description).toMatch(
    /^shipit [0-9A-Z]{26} no-commit [0-9a-f]{12}$/,
  );
});
