/** What goes wrong before the rollout: no alias has moved, and every record is closed again. */
import type { Event } from '../../src/core/events';
import { good, openStage, type Stage, type Wishes } from './stage';

let stage: Stage;
let process: ReturnType<Stage['process']>;

const project = (worker: string) =>
  stage.write(
    'lambda.config.yaml',
    `project: orders
region: eu-west-1
defaults: { runtime: nodejs24.x, role: 'arn:aws:iam::123456789012:role/orders', testEvents: events/*.json }
functions:
  api: { code: api, handler: index.handler }
  worker: { code: worker, handler: index.handler${worker} }
`,
  );

const deploy = (wishes: Wishes = { canary: '10%/1m' }) => {
  process.events.length = 0;
  return stage.clock.runUntil(stage.deployAs(process, wishes));
};

const aliases = () =>
  ['api', 'worker'].map((key) => {
    const alias = stage.aliasOf(key);
    return [alias?.version, alias?.weights, alias?.description];
  });

const fault = (action: string, times: number | null) =>
  stage.world.faults.set([{ action, kind: 'error', rate: 1, ms: 0, times }], 1);

/** Version 1 of both serves, and both are to be changed. */
beforeEach(async () => {
  stage = await openStage({ functions: ['api', 'worker'], alarms: false });
  process = stage.process();
  project('');
  await deploy();
  for (const key of ['api', 'worker']) stage.write(`${key}/index.js`, good('two'));
});
afterEach(() => stage.close());

async function fails(what: RegExp): Promise<void> {
  const before = aliases();
  const finished = await deploy();
  expect(finished).toMatchObject({ outcome: 'failed', exitCode: 7 });
  expect(finished.functions.map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
  expect(finished.problems.join('\n')).toMatch(what);
  expect(aliases()).toEqual(before);
}

const candidates = async () => (await deploy()).functions.map(({ candidate }) => candidate);

test('AWS refuses the settings of one: the other is published and waits for the next deploy', async () => {
  project(", layers: ['arn:aws:lambda:eu-west-1:123456789012:layer:nothing:7']");
  await fails(/UpdateFunctionConfiguration orders-worker: .*layer:nothing:7/);
  project('');
  expect(await candidates()).toEqual(['2', '2']);
  expect(process.events).toContainEqual(
    expect.objectContaining({ type: 'version.published', key: 'api', version: '2', reused: true }),
  );
});

test('one fails on its sample event', async () => {
  stage.write('worker/index.js', "exports.handler = async () => { throw new Error('broken'); };\n");
  await fails(/worker version 2 failed on one\.json.*broken/);
});

test('one does not get the concurrency that it wants, after its version was made', async () => {
  project(', reservedConcurrency: 950');
  await fails(/PutFunctionConcurrency orders-worker: .*minimum value of/);
  project(', reservedConcurrency: 5');
  expect(await candidates()).toEqual(['2', '2']);
});

test.each(['UpdateFunctionCode', 'PublishVersion'])('Lambda fails at %s, again and again', async (action) => {
  fault(action, null);
  await fails(new RegExp(`orders-api could not be (updated|published) in 10 tries: ${action} orders-api: `));
  stage.world.faults.set([], 1);
  expect(await candidates()).toEqual(['2', '2']);
});

test('a function that is new among them and cannot be made holds up the others', async () => {
  project(", name: orders-other, layers: ['arn:aws:lambda:eu-west-1:123456789012:layer:nothing:7']");
  await fails(/CreateFunction orders-other: .*layer:nothing:7/);
  expect(stage.world.functions.entries.has('orders-other')).toBe(false);
});

test('records are closed again as soon as AWS takes it', async () => {
  stage.write('worker/index.js', "exports.handler = async () => { throw new Error('broken'); };\n");
  const tell = process.events.push.bind(process.events);
  process.events.push = (...events: Event[]) => {
    if (events.some(({ type }) => type === 'smoke.tested')) fault('UpdateAlias', 20);
    return tell(...events);
  };
  await fails(/worker version 2 failed/);
  expect(stage.world.faults.list()).toMatchObject([{ hits: 20 }]);
});
