/** Own layers through the real SDK: published when they change, named by functions, and taken away when they are old. */
import { InvokeCommand, ListLayerVersionsCommand, PublishLayerVersionCommand } from '@aws-sdk/client-lambda';
import type { Event } from '../../src/core/events';
import { zipOf } from '../local/zip';
import { openStage, type Stage, type Wishes } from './stage';

let stage: Stage;
let process: ReturnType<Stage['process']>;

const arn = (version: number, layer = 'orders-money') =>
  `arn:aws:lambda:eu-west-1:123456789012:layer:${layer}:${version}`;

/** The whole project: what the layer is, and which function has which layers. */
function project(layer: string, functions: { readonly [key: string]: string | null }): void {
  const lines = Object.entries(functions).map(
    ([key, layers]) =>
      `  ${key}: { code: ${key}, handler: index.handler${layers === null ? '' : `, layers: ${layers}`} }\n`,
  );
  stage.write(
    'lambda.config.yaml',
    `project: orders
region: eu-west-1
defaults: { runtime: nodejs24.x, role: 'arn:aws:iam::123456789012:role/orders' }
functions:
${lines.join('')}layers:
  money: { code: money${layer} }
`,
  );
}

const rate = (vat: number) =>
  stage.write('money/nodejs/node_modules/money/index.js', `exports.vat = ${vat};\n`);

beforeEach(async () => {
  stage = await openStage({ functions: ['api', 'mailer', 'worker'], alarms: false });
  process = stage.process();
  rate(19);
  for (const key of ['api', 'mailer'])
    stage.write(`${key}/index.js`, "exports.handler = async () => require('money').vat;\n");
  project('', { api: '[money]', mailer: '[money]', worker: null });
});
afterEach(() => stage.close());

const deploy = async (wishes: Wishes = { allAtOnce: true }) => {
  process.events.length = 0;
  return stage.clock.runUntil(stage.deployAs(process, wishes));
};

const told = <T extends Event['type']>(type: T) =>
  process.events.filter((event): event is Extract<Event, { type: T }> => event.type === type);

async function planned(): Promise<Extract<Event, { type: 'plan.made' }>> {
  process.events.length = 0;
  await stage.clock.runUntil(stage.planAs(process, {}));
  const [made] = told('plan.made');
  if (!made) throw new Error('nothing was planned');
  return made;
}

const layersOf = async (key: string) =>
  (await stage.clock.runUntil(process.ports.functions.look(`orders-${key}`, 'live')))?.config.layers;

const versions = async () => {
  const list = new ListLayerVersionsCommand({ LayerName: 'orders-money' });
  return (await stage.aws.lambda.send(list)).LayerVersions?.map(({ Version }) => Version);
};

async function invoke(key: string): Promise<string> {
  const command = new InvokeCommand({ FunctionName: `orders-${key}`, Qualifier: 'live' });
  const { Payload } = await stage.aws.lambda.send(command);
  return Buffer.from(Payload ?? []).toString();
}

test('a first deploy publishes version 1 once, functions have it, and their code requires from it', async () => {
  expect(await deploy()).toMatchObject({ exitCode: 0, problems: [] });
  expect(told('layer.published')).toMatchObject([{ arn: arn(1) }]);
  expect(await Promise.all(['api', 'mailer', 'worker'].map(layersOf))).toEqual([[arn(1)], [arn(1)], []]);
  expect(await invoke('api')).toBe('19');

  expect(await planned()).toMatchObject({ layers: [], functions: [1, 2, 3].map(() => ({ action: 'none' })) });
  expect(await deploy()).toMatchObject({ outcome: 'unchanged' });
  expect(await versions()).toEqual([1]);
});

test('a changed layer is one change of each function that names it; changed back, the old version is taken', async () => {
  await deploy();
  rate(20);
  const plan = await planned();
  expect(plan.layers).toMatchObject([{ key: 'money', name: 'orders-money' }]);
  const replaced = [
    `- layers ${arn(1)}`,
    '+ layers arn:aws:lambda:eu-west-1:123456789012:layer:orders-money:new',
  ];
  expect(plan.functions.map(({ key, changes }) => [key, changes])).toEqual([
    ['api', replaced],
    ['mailer', replaced],
    ['worker', []],
  ]);
  const changed = await deploy({ canary: '10%/1m' });
  expect(changed).toMatchObject({ exitCode: 0, problems: [] });
  expect(changed.functions.map(({ key, outcome }) => [key, outcome])).toEqual([
    ['api', 'promoted'],
    ['mailer', 'promoted'],
    ['worker', 'unchanged'],
  ]);
  expect([await layersOf('api'), await invoke('api')]).toEqual([[arn(2)], '20']);

  rate(19);
  expect((await planned()).functions[0]?.changes).toEqual([`- layers ${arn(2)}`, `+ layers ${arn(1)}`]);
  const back = await deploy();
  expect(back.functions).toMatchObject([{ candidate: '1' }, { candidate: '1' }, { candidate: null }]);
  expect([await layersOf('api'), await versions()]).toEqual([[arn(1)], [2, 1]]);
});

test('what it is compatible with is part of it, and so is what is said of it', async () => {
  await deploy();
  project(', runtimes: [nodejs24.x], architectures: [x86_64]', { api: '[money]' });
  expect((await planned()).layers).toHaveLength(1);
  await deploy();
  const list = new ListLayerVersionsCommand({ LayerName: 'orders-money' });
  expect((await stage.aws.lambda.send(list)).LayerVersions?.[0]).toMatchObject({
    Version: 2,
    CompatibleRuntimes: ['nodejs24.x'],
    CompatibleArchitectures: ['x86_64'],
  });
  expect((await planned()).layers).toEqual([]);
  project(', runtimes: [nodejs24.x], architectures: [x86_64], description: rates', { api: '[money]' });
  await deploy();
  expect([await versions(), await layersOf('api')]).toEqual([[3, 2, 1], [arn(3)]]);
});

describe('old versions', () => {
  const kept = (functions: { readonly [key: string]: string | null }) => project(', keep: 2', functions);

  test('beyond those to keep go when the release is out, and not before', async () => {
    kept({ api: '[money]' });
    await deploy();
    for (const vat of [20, 21]) {
      rate(vat);
      expect((await planned()).surplus).toEqual(
        vat === 20 ? undefined : [{ key: 'money', name: 'orders-money', versions: [1] }],
      );
      stage.calls.length = 0;
      expect(await deploy({ canary: '10%/1m' })).toMatchObject({ exitCode: 0, problems: [] });
    }
    expect(await versions()).toEqual([3, 2]);
    const [removed, promoted] = ['DeleteLayerVersion', 'UpdateAlias'].map((call) =>
      stage.calls.lastIndexOf(call),
    );
    expect(removed).toBeGreaterThan(promoted ?? 0);
    expect([await layersOf('api'), await invoke('api')]).toEqual([[arn(3)], '21']);
    project(', keep: 1', { api: '[money]' });
    expect((await planned()).surplus).toBeUndefined();
    expect((await deploy()).outcome).toBe('unchanged');
    expect(await versions()).toEqual([3, 2]);
  });

  test('stay where the release went back', async () => {
    stage.write(
      'api/index.js',
      "let n = 0;\nexports.handler = async () => { n += 1; if (require('money').vat > 20 && n % 2) throw new Error('no'); };\n",
    );
    kept({ api: '[money]' });
    await deploy();
    rate(20);
    await deploy();
    rate(21);
    const stop = stage.traffic(5);
    expect(await deploy({ canary: '10%/5m' })).toMatchObject({ outcome: 'rolledBack', exitCode: 3 });
    stop();
    expect([await layersOf('api'), await versions()]).toEqual([[arn(2)], [3, 2, 1]]);
  });

  test('of somebody else under the same name stay too', async () => {
    const Content = { ZipFile: zipOf({ name: 'nodejs/x.js', data: 'x' }) };
    const byHand = { LayerName: 'orders-money', Description: 'by hand', Content };
    await stage.aws.lambda.send(new PublishLayerVersionCommand(byHand));
    kept({ api: '[money]' });
    for (const vat of [19, 20, 21]) {
      rate(vat);
      await deploy();
    }
    expect(await versions()).toEqual([4, 3, 1]);
  });
});

describe('layers by ARN', () => {
  const publish = async (name: string) => {
    const Content = { ZipFile: zipOf({ name: 'nodejs/x.js', data: name }) };
    const { LayerVersionArn } = await stage.aws.lambda.send(
      new PublishLayerVersionCommand({ LayerName: name, Content }),
    );
    return LayerVersionArn ?? '';
  };
  const api = async () => (await planned()).functions.find(({ key }) => key === 'api');

  test('are one change beside own ones, stay when they are left out, and are gone with null', async () => {
    const [tracer, logger] = [await publish('tracer'), await publish('logger')];
    const only = (layers: string | null) => project('', { api: layers });
    only('[money]');
    await deploy();
    only(`[money, '${tracer}', '${logger}']`);
    expect((await api())?.changes).toEqual([`+ layers ${tracer}`, `+ layers ${logger}`]);
    expect(await deploy()).toMatchObject({ exitCode: 0, problems: [] });
    expect(await layersOf('api')).toEqual([arn(1), tracer, logger]);
    expect(await api()).toMatchObject({ action: 'none', changes: [] });

    only(`['${tracer}', money, '${logger}']`);
    expect((await api())?.changes).toEqual([`~ layers in another order: ${tracer}, ${arn(1)}, ${logger}`]);
    only(null);
    expect(await api()).toMatchObject({ action: 'none', changes: [] });
    only('null');
    expect((await api())?.changes).toEqual([
      `- layers ${arn(1)}`,
      `- layers ${tracer}`,
      `- layers ${logger}`,
    ]);
    await deploy();
    expect(await layersOf('api')).toEqual([]);
  });

  test('one that is not there fails before any alias was moved', async () => {
    project('', { api: `['${arn(7, 'nothing')}']` });
    const finished = await deploy();
    expect(finished).toMatchObject({ outcome: 'failed', exitCode: 7 });
    expect(finished.problems.join()).toMatch(/CreateFunction orders-api: .*layer:nothing:7/);
  });
});
