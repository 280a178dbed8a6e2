/** AWS has done what it was asked for, and the answer is lost: nothing is done twice, and nothing is left out. */
import { ListLayerVersionsCommand } from '@aws-sdk/client-lambda';
import { good, openStage, type Stage } from './stage';

let stage: Stage;
let process: ReturnType<Stage['process']>;

const write = (word: string) =>
  stage.write(
    'lambda.config.yaml',
    `project: orders
region: eu-west-1
functions:
  api:
    code: api
    handler: index.handler
    runtime: nodejs24.x
    layers: [money]
    memorySize: ${word.length * 64 + 128}
    environment: { WORD: ${word} }
    tags: { word: ${word} }
    reservedConcurrency: ${word.length}
    recursion: ${word === 'one' ? 'Allow' : 'Terminate'}
    logging: { retentionInDays: ${word === 'one' ? 3 : 5} }
    role: { statements: [{ Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::${word}/*' }] }
layers:
  money: { code: money }
`,
  );

const change = (word: string) => {
  write(word);
  stage.write('api/index.js', good(word));
  stage.write('money/nodejs/money.js', `exports.word = '${word}';\n`);
};

beforeEach(async () => {
  stage = await openStage({ functions: ['api'], alarms: false, strictIam: true });
  process = stage.process();
  change('one');
});
afterEach(() => stage.close());

const deploy = () => stage.clock.runUntil(stage.deployAs(process, { canary: '10%/1m' }));
const lose = (action: string) =>
  stage.world.faults.set([{ action, kind: 'errorAfter', rate: 1, ms: 0, times: 1 }], 1);

async function expectDone(versions: number): Promise<void> {
  expect(stage.world.faults.list()).toMatchObject([{ hits: 1 }]);
  const entry = stage.world.functions.entries.get('orders-api');
  expect([...(entry?.versions.keys() ?? [])]).toHaveLength(versions);
  expect(stage.aliasOf('api')).toMatchObject({ version: String(versions), weights: {} });
  const layers = await stage.aws.lambda.send(new ListLayerVersionsCommand({ LayerName: 'orders-money' }));
  expect(layers.LayerVersions).toHaveLength(versions);
  process.events.length = 0;
  await stage.clock.runUntil(stage.planAs(process, { drift: true }));
  const made = process.events.find((event) => event.type === 'plan.made');
  expect(made).toMatchObject({
    functions: [{ action: 'none', changes: [], drift: [] }],
    roles: [],
    layers: [],
  });
}

test.each([
  'CreateRole',
  'PutRolePolicy',
  'PublishLayerVersion',
  'CreateFunction',
  'PublishVersion',
  'PutFunctionConcurrency',
  'PutFunctionRecursionConfig',
  'CreateLogGroup',
  'PutRetentionPolicy',
  'TagResource',
  'CreateAlias',
])('of %s when all of it is new', async (action) => {
  lose(action);
  expect(await deploy()).toMatchObject({ exitCode: 0, problems: [] });
  await expectDone(1);
});

test.each([
  'PutRolePolicy',
  'PublishLayerVersion',
  'UpdateFunctionCode',
  'UpdateFunctionConfiguration',
  'PublishVersion',
  'PutFunctionConcurrency',
  'TagResource',
  'UpdateAlias',
])('of %s when it was there before', async (action) => {
  await deploy();
  change('three');
  lose(action);
  expect(await deploy()).toMatchObject({ exitCode: 0, problems: [] });
  await expectDone(2);
});
