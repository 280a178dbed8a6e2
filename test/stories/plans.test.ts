/** Plans through the real SDK: kept and carried out exactly, or refused. */
import { UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { readSavedPlan, type SavedPlan, savePlan } from '../../src/plan/saved';
import { openPlanning, type Planning } from './planning';
import { good, type Wishes } from './stage';

let stage: Planning['stage'];
let process: Planning['process'];
let deploy: Planning['deploy'];
let planned: Planning['planned'];

const open = async (...functions: string[]) => {
  ({ stage, process, deploy, planned } = await openPlanning(...functions));
};
afterEach(() => stage.close());

/** As a file keeps it. */
async function kept(wishes: Wishes = {}): Promise<SavedPlan> {
  const plan = await stage.clock.runUntil(stage.planAs(process, wishes));
  const choice = { strategy: null, rollout: null, bake: null };
  const { account, region } = await stage.clock.runUntil(process.ports.identity.whoami());
  const saved = savePlan(plan, {
    ...{ account, region },
    ...{ project: 'orders', stage: null, alias: null, fromAlias: null, choice, gated: true },
  });
  return readSavedPlan(JSON.stringify(saved), 'plan.json');
}

const writes = () => stage.calls.filter((call) => !/^(Get|List|Describe)/.test(call));
const reconfigure = (MemorySize: number, Timeout = 3) =>
  stage.aws.lambda.send(
    new UpdateFunctionConfigurationCommand({ FunctionName: 'orders-api', MemorySize, Timeout }),
  );

async function refused(saved: SavedPlan): Promise<string> {
  const finished = await deploy({ saved });
  expect([finished.outcome, finished.exitCode, writes()]).toEqual(['refused', 2, []]);
  return finished.problems.join('\n');
}

describe('a plan that was kept', () => {
  beforeEach(() => open('api', 'worker'));

  test('is carried out, and a second time there is nothing to carry out', async () => {
    const saved = await kept();
    expect(await deploy({ saved })).toMatchObject({ outcome: 'promoted', exitCode: 0 });
    expect(stage.aliasOf('api')).toMatchObject({ version: '2', weights: {} });
    expect(await refused(saved)).toMatch(/api: planned and no longer so: update/);
  });

  test('is refused in another region, where what is yet to be made looks the same', async () => {
    const saved = { ...(await kept()), region: 'us-east-1' };
    expect(await refused(saved)).toMatch(/made for region us-east-1, and this is eu-west-1/);
  });

  test('is refused when an alias moved', async () => {
    const saved = await kept();
    await stage.clock.runUntil(stage.deployAs(stage.process(), { functions: ['worker'] }));
    expect(await refused(saved)).toMatch(/worker: planned and no longer so: ~ code/);
  });

  test('is refused when an alias moved and came back', async () => {
    const saved = await kept();
    const alias = stage.aliasOf('api');
    if (alias) alias.revisionId = 'moved-and-came-back';
    expect(await refused(saved)).toMatch(/something they rest on was written meanwhile/);
  });

  test('is refused when the code changed', async () => {
    const saved = await kept();
    stage.write('api/index.js', good('three'));
    expect(await refused(saved)).toMatch(
      /api: planned and no longer so: ~ code .*\napi: not in the plan: ~ code/,
    );
  });

  test('is refused when somebody changed a setting by hand', async () => {
    const saved = await kept();
    await reconfigure(256, 30);
    await stage.clock.advance(5000);
    expect(await refused(saved)).toMatch(/api: not in the plan: ~ timeout 3 -> 30 \(not declared/);
  });

  test('is refused when somebody writes a tag that it declares', async () => {
    const text = 'functions: { api: { code: api, handler: index.handler, tags: { team: orders } } }';
    stage.write(
      'lambda.config.yaml',
      `project: orders\nregion: eu-west-1\ndefaults: { runtime: nodejs24.x, role: 'arn:aws:iam::123456789012:role/orders' }\n${text}\n`,
    );
    const saved = await kept();
    const entry = stage.world.functions.entries.get('orders-api');
    Object.assign(entry?.tags ?? {}, { team: 'billing' });
    expect(await refused(saved)).toMatch(/tags\.team/);
  });
});

test('details name the files of the code that differ', async () => {
  await open('api');
  stage.write('api/lib/new.js', 'exports.new = 1;\n');
  const { functions } = await planned({ details: true });
  expect(functions[0]?.code?.files).toEqual(['~ index.js', '+ lib/new.js']);
  expect((await planned()).functions[0]?.code?.files).toBeNull();
});
