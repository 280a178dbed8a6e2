/** Hooks that are asked without a rollout around them, of the local AWS by the real SDK. */
import type { Hook } from '../../src/config/project';
import { Duration } from '../../src/core/values';
import { askHook, type HookOccasion } from '../../src/release/hooks/ask';
import { openStage, type Stage } from './stage';

const judge = `exports.handler = async ({ weight, functions: [api] }) => {
  if (weight > 50) throw new Error('no opinion of ' + weight);
  return weight < 5
    ? { status: 'inconclusive', because: 'too early' }
    : { status: 'pass', because: api.name + ' ' + api.baseline + ' to ' + api.candidate };
};
`;

/** Only one of them has samples. */
const project = `project: orders
region: eu-west-1
defaults: { runtime: nodejs24.x, handler: index.handler, role: "arn:aws:iam::123456789012:role/orders" }
functions:
  api: { code: api, testEvents: events/*.json }
  judge: { code: judge }
`;

const echo = 'exports.handler = async (event) => ({ got: event, at: 1 });\n';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage({ functions: ['api', 'judge'], alarms: false });
  stage.write('lambda.config.yaml', project);
  stage.write('api/index.js', echo);
  stage.write('judge/index.js', judge);
});
afterEach(() => stage.close());

const manner = { name: 'check', timeout: Duration.of(60_000), retries: 0, onTimeout: 'fail' } as const;

const functionHook: Hook = { ...manner, kind: 'invoke', functionName: 'orders-judge:live' };
const smokeHook: Hook = { ...manner, kind: 'smoke' };

async function released() {
  const process = stage.process();
  const { clock, root } = stage;
  const finished = await clock.runUntil(stage.deployAs(process, { allAtOnce: true }));
  const { functions } = await stage.read(process.ports, {});
  const [spec] = functions;
  if (!spec) throw new Error('there is no api');
  const api = { key: 'api', name: spec.name, alias: 'live', baseline: '1', candidate: '1', spec };
  const at = { release: '01HOOKS', when: 'afterStep', step: 1, weight: 10, functions: [api] } as const;
  const ask = (hook: Hook, change: Partial<HookOccasion>) =>
    clock.runUntil(askHook({ ...process.ports, root }, hook, { ...at, ...change }));
  return { finished, ask };
}

describe('a function', () => {
  test('is asked for its verdict through its alias', async () => {
    const { finished, ask } = await released();
    expect(finished.outcome).toBe('promoted');
    expect(await ask(functionHook, {})).toMatchObject({ status: 'pass', because: 'orders-api 1 to 1' });
    expect(await ask(functionHook, { weight: 1 })).toMatchObject({
      status: 'inconclusive',
      because: 'too early',
    });
  });

  test('that throws has failed, and its message is told', async () => {
    const { ask } = await released();
    const verdict = await ask(functionHook, { weight: 100 });
    expect(verdict.status).toBe('fail');
    expect(verdict.because).toMatch(/^orders-judge failed: \{.*"no opinion of 100"/);
  });

  test('that is not there fails', async () => {
    const { ask } = await released();
    expect(await ask({ ...functionHook, functionName: 'orders-nobody' }, {})).toMatchObject({
      status: 'fail',
      because: expect.stringContaining('orders-nobody'),
    });
  });
});

describe('a sample event', () => {
  test('passes with the answer that is expected of it', async () => {
    stage.write('events/one.expected.json', '{"got":{}}');
    const { finished, ask } = await released();
    expect(finished.outcome).toBe('promoted');
    expect(await ask(smokeHook, {})).toMatchObject({ status: 'pass', because: '1 sample answered' });
  });

  test('fails with another, in the hook as after publishing', async () => {
    const { ask } = await released();
    stage.write('events/one.expected.json', '{"got":{"id":4}}');
    const because = 'got.id is missing';
    expect(await ask(smokeHook, {})).toMatchObject({ status: 'fail', because: `api, one.json: ${because}` });
    stage.write('api/index.js', `${echo}// again\n`);
    const process = stage.process();
    const work = stage.deployAs(process, { functions: ['api'], allAtOnce: true });
    expect(await stage.clock.runUntil(work)).toMatchObject({ outcome: 'failed' });
    expect(process.events).toContainEqual(
      expect.objectContaining({ type: 'smoke.tested', version: '2', ok: false, because }),
    );
    expect(stage.aliasOf('api')?.version).toBe('1');
  });
});
