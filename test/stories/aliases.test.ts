/** One version on its way from alias to alias: what was tried out on one is rolled out on the other as it is. */
import { UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { savePlan } from '../../src/plan/saved';
import { good, openStage, type Stage, type Wishes } from './stage';

let stage: Stage;
let process: ReturnType<Stage['process']>;

beforeEach(async () => {
  stage = await openStage({ functions: ['api'], alarms: false });
  process = stage.process();
});
afterEach(() => stage.close());

const deploy = (wishes: Wishes) => {
  process.events.length = 0;
  stage.calls.length = 0;
  return stage.clock.runUntil(stage.deployAs(process, wishes));
};

const entry = () => stage.world.functions.entries.get('orders-api');
const serves = (alias: string) => {
  const found = entry()?.aliases.get(alias);
  return found && { version: found.version, weights: found.weights };
};
const pure = (version: string) => ({ version, weights: {} });
const weights = () =>
  process.events.flatMap((event) => (event.type === 'alias.written' ? [event.weight] : []));

/** Version 1 on live, version 2 on dev; the folder already holds a third. */
async function onTheWay(): Promise<void> {
  await deploy({ alias: 'live' });
  stage.write('api/index.js', good('two'));
  await deploy({ alias: 'dev' });
  stage.write('api/index.js', good('three'));
}

test('the version that dev serves is rolled out on live, in steps, without a new version or a write to $LATEST', async () => {
  await onTheWay();
  expect([serves('live'), serves('dev')]).toEqual([pure('1'), pure('2')]);
  const revision = entry()?.latest.revisionId;
  const finished = await deploy({ alias: 'live', fromAlias: 'dev', canary: '10%/2m' });
  expect(finished).toMatchObject({ outcome: 'promoted', functions: [{ baseline: '1', candidate: '2' }] });
  expect([serves('live'), serves('dev')]).toEqual([pure('2'), pure('2')]);
  expect([...new Set(weights())]).toEqual([0, 10, 100]);
  expect(entry()?.latest.revisionId).toBe(revision);
  expect(entry()?.versions.size).toBe(2);
  const writes = stage.calls.filter((call) => !/^(Get|List|Describe|Invoke)/.test(call));
  expect([...new Set(writes)]).toEqual(['UpdateAlias']);
  expect(await deploy({ alias: 'live', fromAlias: 'dev' })).toMatchObject({ outcome: 'unchanged' });
});

test('a first alias comes that way too', async () => {
  await deploy({ alias: 'dev' });
  expect(await deploy({ alias: 'live', fromAlias: 'dev' })).toMatchObject({ exitCode: 0, problems: [] });
  expect(serves('live')).toEqual(pure('1'));
  expect(entry()?.versions.size).toBe(1);
});

test('one that is being rolled out itself is refused, and so is one that is not there or is the same', async () => {
  await onTheWay();
  let during: unknown = null;
  const other = stage.process();
  stage.clock.after(90_000, () => {
    during = stage.deployAs(other, { alias: 'live', fromAlias: 'dev' });
  });
  await deploy({ alias: 'dev', canary: '10%/5m' });
  expect(await during).toMatchObject({ outcome: 'refused', exitCode: 2 });
  expect(((await during) as { problems: string[] }).problems.join()).toMatch(
    /orders-api:dev is being rolled out itself/,
  );
  const gone = await deploy({ alias: 'live', fromAlias: 'test' });
  expect(gone.problems.join()).toMatch(/there is no alias orders-api:test.*--from-alias/);
  const same = await deploy({ alias: 'live', fromAlias: 'live' });
  expect(same.problems.join()).toMatch(/orders-api:live is the alias that would be moved/);
  expect(serves('live')).toEqual(pure('1'));
});

test('what somebody changes in $LATEST meanwhile plays no part', async () => {
  await onTheWay();
  const byHand = { FunctionName: 'orders-api', MemorySize: 1024 };
  await stage.aws.lambda.send(new UpdateFunctionConfigurationCommand(byHand));
  expect(await deploy({ alias: 'live', fromAlias: 'dev', canary: '10%/1m' })).toMatchObject({
    outcome: 'promoted',
  });
  expect(serves('live')).toEqual(pure('2'));
  expect(entry()?.latest.config.MemorySize).toBe(1024);
});

test('a version that fails on its test event stays where it is', async () => {
  await deploy({ alias: 'live' });
  stage.write(
    'api/index.js',
    'exports.handler = async (event) => { if (event.id) throw new Error("odd"); };\n',
  );
  await deploy({ alias: 'dev' });
  stage.write('events/one.json', '{ "id": 1 }');
  const finished = await deploy({ alias: 'live', fromAlias: 'dev' });
  expect(finished).toMatchObject({ outcome: 'failed', exitCode: 7 });
  expect(serves('live')).toEqual(pure('1'));
});

test('a plan of that is kept too, and refused when the alias it comes from has moved on', async () => {
  await onTheWay();
  const wishes = { alias: 'live', fromAlias: 'dev' };
  const choice = { strategy: null, rollout: null, bake: null };
  const plan = await stage.clock.runUntil(stage.planAs(process, wishes));
  const where = { project: 'orders', stage: null, account: '123456789012', region: 'eu-west-1' };
  const saved = savePlan(plan, { ...where, ...wishes, choice, gated: true });
  await deploy({ alias: 'dev' });
  expect(serves('dev')).toEqual(pure('3'));
  const finished = await deploy({ ...wishes, saved });
  expect(finished).toMatchObject({ outcome: 'refused', exitCode: 2 });
  expect(serves('live')).toEqual(pure('1'));
});
