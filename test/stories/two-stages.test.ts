/** Two stages of one file, and functions of which only the release belongs to shipit. */
import { CreateFunctionCommand, GetFunctionCommand } from '@aws-sdk/client-lambda';
import type { FunctionPlan } from '../../src/core/events';
import { codeOf } from '../local/zip';
import { good, openStage, type Stage, type Wishes } from './stage';

let stage: Stage;
let process: ReturnType<Stage['process']>;

beforeEach(async () => {
  stage = await openStage({ functions: ['api'], alarms: false });
  process = stage.process();
});
afterEach(() => stage.close());

const deploy = (wishes: Wishes) => {
  stage.calls.length = 0;
  return stage.clock.runUntil(stage.deployAs(process, wishes));
};

async function planned(wishes: Wishes): Promise<FunctionPlan> {
  process.events.length = 0;
  await stage.clock.runUntil(stage.planAs(process, wishes));
  const made = process.events.find((event) => event.type === 'plan.made');
  const [api] = made?.functions ?? [];
  if (!api) throw new Error('nothing was planned');
  return api;
}

const writes = () => stage.calls.filter((call) => !/^(Get|List|Describe)/.test(call));
const live = async (name: string) =>
  (await stage.clock.runUntil(process.ports.functions.look(name, 'live')))?.config;

const file = (stages: string) => `project: orders
region: eu-west-1
defaults: { runtime: nodejs24.x, role: 'arn:aws:iam::123456789012:role/orders', memorySize: 128, timeout: 1s, description: base, environment: { VA: base, VB: base, VC: base, VD: base } }
functions:
  api: { code: api, handler: index.handler, description: function, environment: { VC: function } }
stages:
${stages}`;

test('become two functions, each with its own settings over those of the file', async () => {
  stage.write(
    'lambda.config.yaml',
    file(`  dev: {}
  prod:
    defaults: { memorySize: 256, timeout: 2s, description: stage, environment: { VB: stage, VC: stage } }
    functions: { api: { timeout: 3s, environment: { VD: own } } }
`),
  );
  for (const name of ['dev', 'prod'])
    expect(await deploy({ stage: name })).toMatchObject({ exitCode: 0, problems: [] });
  expect([...stage.world.functions.entries.keys()].sort()).toEqual(['orders-dev-api', 'orders-prod-api']);
  expect(await live('orders-dev-api')).toMatchObject({
    ...{ memorySize: 128, timeout: 1, description: 'function' },
    environment: { VA: 'base', VB: 'base', VC: 'function', VD: 'base' },
  });
  expect(await live('orders-prod-api')).toMatchObject({
    ...{ memorySize: 256, timeout: 3, description: 'function' },
    environment: { VA: 'base', VB: 'stage', VC: 'function', VD: 'own' },
  });

  stage.write('api/index.js', good('two'));
  await deploy({ stage: 'dev' });
  expect(await planned({ stage: 'dev' })).toMatchObject({ action: 'none' });
  expect(await planned({ stage: 'prod' })).toMatchObject({ action: 'update', baseline: '1' });
});

test('each has an alias of its own where the file says so', async () => {
  stage.write('lambda.config.yaml', file('  dev: { functions: { api: { alias: next } } }\n'));
  await deploy({ stage: 'dev' });
  const aliases = stage.world.functions.entries.get('orders-dev-api')?.aliases;
  expect([...(aliases?.keys() ?? [])]).toEqual(['next']);
  expect(await planned({ stage: 'dev', alias: 'live' })).toMatchObject({ action: 'create' });
});

test('one that is meant for another account is refused before anything is written', async () => {
  stage.write('lambda.config.yaml', file("  dev: {}\n  prod: { account: '999999999999' }\n"));
  const finished = await deploy({ stage: 'prod' });
  expect(finished).toMatchObject({ outcome: 'refused', exitCode: 2 });
  expect(finished.problems.join()).toMatch(
    /is for account 999999999999, but arn:aws:.* account 123456789012/,
  );
  expect(writes()).toEqual([]);
  expect((await deploy({ stage: 'dev' })).exitCode).toBe(0);
});

describe('a protected one', () => {
  const protection = { stage: 'prod', confirmed: 'prod', asks: false, reason: null, allAtOnce: false };
  beforeEach(() => stage.write('lambda.config.yaml', file('  prod: { protected: true }\n')));

  const refusedFor = async (wishes: Wishes) => {
    const finished = await deploy({ stage: 'prod', ...wishes });
    expect([finished.outcome, writes()]).toEqual(['refused', []]);
    return finished.problems.join();
  };

  test('wants its name, and a reason where steps or gate are taken away', async () => {
    const unnamed = { ...protection, confirmed: null };
    expect(await refusedFor({ protection: unnamed })).toMatch(/name it with --confirm prod/);
    expect(await refusedFor({ protection: { ...unnamed, confirmed: 'dev' } })).toMatch(/--confirm prod/);
    const sudden = { ...protection, allAtOnce: true };
    expect(await refusedFor({ protection: sudden, allAtOnce: true })).toMatch(/--all-at-once needs --reason/);
    expect(await refusedFor({ protection, gated: false })).toMatch(/--no-gate needs --reason/);
    const because = { ...sudden, reason: 'on fire' };
    expect(await deploy({ stage: 'prod', protection: because, allAtOnce: true })).toMatchObject({
      exitCode: 0,
    });
  });

  test('is content with its name, and with one that is typed', async () => {
    expect(await deploy({ stage: 'prod', protection })).toMatchObject({ exitCode: 0 });
    stage.write('api/index.js', good('two'));
    const asking = { ...protection, confirmed: null, asks: true };
    const questions: string[] = [];
    const typed = async (question: string, expected: string) => {
      questions.push(question);
      return expected === 'prod' && questions.length > 1;
    };
    const unsure = await deploy({ stage: 'prod', protection: asking, typed });
    expect([unsure.outcome, unsure.exitCode, writes()]).toEqual(['refused', 2, []]);
    expect(await deploy({ stage: 'prod', protection: asking, typed })).toMatchObject({ exitCode: 0 });
    expect(questions[0]).toMatch(/Release 1 function to prod: type its name/);
  });
});

describe('a function whose settings belong to another tool', () => {
  const Role = 'arn:aws:iam::123456789012:role/orders';
  const mine = { FunctionName: 'orders-api', Runtime: 'nodejs22.x' as const, Handler: 'index.handler', Role };
  beforeEach(() =>
    stage.write(
      'lambda.config.yaml',
      `project: orders
region: eu-west-1
functions: { api: { code: api, manage: release } }
`,
    ),
  );
  const whole = async () =>
    await stage.aws.lambda.send(new GetFunctionCommand({ FunctionName: 'orders-api' }));

  test('must be there', async () => {
    const finished = await deploy({});
    expect(finished).toMatchObject({ outcome: 'refused', exitCode: 2 });
    expect(finished.problems.join()).toMatch(/does not exist yet.*`manage: release`.*let that run first/);
    expect(writes()).toEqual([]);
  });

  test('gets code, version and alias, and keeps all the rest; the plan tells what the other tool must ignore', async () => {
    const settings = {
      MemorySize: 512,
      Tags: { owner: 'terraform' },
      Environment: { Variables: { AA: '1' } },
    };
    const Code = { ZipFile: codeOf('one') };
    await stage.aws.lambda.send(new CreateFunctionCommand({ ...mine, ...settings, Code }));
    await stage.clock.advance(5000);
    const before = await whole();
    const plan = await planned({});
    expect(plan.notes.join('\n')).toMatch(/only code, version and alias live are changed/);
    expect(plan.notes.join('\n')).toMatch(
      /ignore_changes = \[function_version, routing_config, description\]/,
    );
    expect(plan.notes.join('\n')).toMatch(/CloudFormation, SAM and CDK/);
    expect(await deploy({})).toMatchObject({ exitCode: 0, problems: [] });
    expect(writes().sort()).toEqual(['CreateAlias', 'PublishVersion', 'UpdateFunctionCode']);

    stage.write('api/index.js', good('two'));
    expect(await deploy({ canary: '10%/1m' })).toMatchObject({ outcome: 'promoted', problems: [] });
    const after = await whole();
    expect(after.Tags).toEqual(before.Tags);
    const same = ({
      MemorySize,
      Runtime,
      Environment,
      Description,
    }: Awaited<ReturnType<typeof whole>>['Configuration'] & object) => ({
      MemorySize,
      Runtime,
      Environment,
      Description,
    });
    expect(same(after.Configuration ?? {})).toEqual(same(before.Configuration ?? {}));
    expect(await planned({})).toMatchObject({ action: 'none', changes: [] });
  });

  test('is adopted with a word when shipit takes over its settings too', async () => {
    const Code = { ZipFile: codeOf('one') };
    await stage.aws.lambda.send(new CreateFunctionCommand({ ...mine, Code }));
    await stage.clock.advance(5000);
    stage.write(
      'lambda.config.yaml',
      'project: orders\nregion: eu-west-1\nfunctions: { api: { code: api, memorySize: 256 } }\n',
    );
    expect((await planned({})).notes.join()).toMatch(/adopts orders-api, which shipit did not make/);
    expect(await deploy({})).toMatchObject({ exitCode: 0, problems: [] });
    expect((await whole()).Tags).toMatchObject({ 'shipit:project': 'orders' });
    expect(await planned({})).toMatchObject({ action: 'none', notes: [] });
  });
});
