import type { Event } from '../../src/core/events';
import { good, openStage, type Stage } from './stage';

let stage: Stage;
afterEach(() => stage.close());

/** Version 1 serves, and version 2 lies ready to be built. */
async function ready(functions: string[], alarms = true): Promise<void> {
  stage = await openStage({ functions, alarms });
  await stage.clock.runUntil(stage.deployAs(stage.process(), {}));
  for (const key of functions) stage.write(`${key}/index.js`, good('two'));
}

const serves = (key: string) => {
  const alias = stage.aliasOf(key);
  return { version: alias?.version, weights: alias?.weights };
};
const baseline = { version: '1', weights: {} };
const candidate = { version: '2', weights: {} };

/** Does something once a step has been taken, a while after it. */
function atStep(events: Event[], step: number, act: { afterMs: number; does: () => void }): void {
  const push = events.push.bind(events);
  events.push = (...added: Event[]) => {
    for (const event of added) {
      if (event.type === 'rollout.stepped' && event.step === step) stage.clock.after(act.afterMs, act.does);
    }
    return push(...added);
  };
}

describe('an alarm', () => {
  test.each([1, 2, 3])('at step %i brings the alias to the baseline within two polls', async (step) => {
    await ready(['api']);
    const owner = stage.process();
    atStep(owner.events, step, { afterMs: 20_000, does: () => stage.fail('api') });
    const finished = await stage.clock.runUntil(stage.deployAs(owner, { rollout: 'ladder' }));
    expect(finished).toMatchObject({ outcome: 'rolledBack', exitCode: 3 });
    expect(finished.functions[0]?.because).toMatch(/alarm api-errors is in ALARM: Threshold Crossed/);
    expect(serves('api')).toEqual(baseline);
    const firedMs = stage.world.alarms.metric.get('api-errors')?.stateTransitionedMs ?? 0;
    const back = owner.events.findLast((event) => event.type === 'alias.written');
    expect(back?.at ?? 0).toBeGreaterThanOrEqual(firedMs);
    expect((back?.at ?? 0) - firedMs).toBeLessThanOrEqual(2 * 15_000);
  });

  test('that fires already refuses the release before any write', async () => {
    await ready(['api']);
    stage.fail('api');
    await stage.clock.advance(61_000);
    const before = stage.aliasOf('api')?.revisionId;
    const finished = await stage.clock.runUntil(stage.deployAs(stage.process(), { canary: '10%' }));
    expect(finished).toMatchObject({ outcome: 'refused', exitCode: 2 });
    expect(finished.problems.join()).toMatch(/api-errors.*ALARM/);
    expect(stage.aliasOf('api')?.revisionId).toBe(before);
    expect(stage.world.functions.entries.get('orders-api')?.versions.size).toBe(1);
  });
});

describe('two functions of one release', () => {
  test('are both restored when one fails', async () => {
    await ready(['api', 'worker']);
    const owner = stage.process();
    atStep(owner.events, 1, { afterMs: 20_000, does: () => stage.fail('worker') });
    const finished = await stage.clock.runUntil(stage.deployAs(owner, { canary: '10%/5m' }));
    expect(finished).toMatchObject({ outcome: 'rolledBack', exitCode: 3 });
    expect([serves('api'), serves('worker')]).toEqual([baseline, baseline]);
  });

  test('with rollouts of their own wait for each other, and are promoted together', async () => {
    stage = await openStage({ functions: ['api', 'worker'], alarms: false });
    await stage.clock.runUntil(stage.deployAs(stage.process(), {}));
    const text = (rollout: string) =>
      `{ code: ${rollout === 'ladder' ? 'worker' : 'api'}, handler: index.handler, rollout: ${rollout} }`;
    stage.write(
      'lambda.config.yaml',
      `project: orders\nregion: eu-west-1\ndefaults: { runtime: nodejs24.x, memorySize: 256, role: "arn:aws:iam::123456789012:role/orders" }\nfunctions:\n  api: ${text('quick')}\n  worker: ${text('ladder')}\nrollouts:\n  quick: { canary: 10%, bake: 1m }\n  ladder: { steps: [ { weight: 1%, bake: 2m }, { weight: 25%, bake: 3m } ], bakeAfter: 2m }\n`,
    );
    for (const key of ['api', 'worker']) stage.write(`${key}/index.js`, good('two'));
    const owner = stage.process();
    const finished = await stage.clock.runUntil(stage.deployAs(owner, {}));
    expect(finished).toMatchObject({ outcome: 'promoted', exitCode: 0 });
    const closings = owner.events.flatMap((event) =>
      event.type === 'alias.written' && event.phase === 'done' ? [event.at] : [],
    );
    const arrival = owner.events.findLast((event) => event.type === 'rollout.stepped')?.at ?? 0;
    expect(Math.min(...closings)).toBeGreaterThan(arrival);
  });
});

describe('Ctrl-C', () => {
  test('in the middle restores the baseline within five seconds', async () => {
    await ready(['api', 'worker']);
    const owner = stage.process();
    const stop = new AbortController();
    let stoppedMs = 0;
    const does = () => {
      stoppedMs = stage.clock.nowMs();
      stop.abort();
    };
    atStep(owner.events, 1, { afterMs: 33_000, does });
    const finished = await stage.clock.runUntil(
      stage.deployAs(owner, { canary: '10%/5m', signal: stop.signal }),
    );
    expect(finished).toMatchObject({ outcome: 'aborted', exitCode: 130 });
    expect([serves('api'), serves('worker')]).toEqual([baseline, baseline]);
    expect((owner.events.at(-1)?.at ?? 0) - stoppedMs).toBeLessThanOrEqual(5000);
    // Nobody judged the candidate, so nobody is asked for --retry.
    const again = await stage.clock.runUntil(stage.deployAs(stage.process(), { canary: '10%/1m' }));
    expect(again).toMatchObject({ outcome: 'promoted' });
  });

  test('before the first write refuses and writes nothing', async () => {
    await ready(['api']);
    const stop = new AbortController();
    stop.abort();
    const revision = stage.aliasOf('api')?.revisionId;
    const finished = await stage.clock.runUntil(stage.deployAs(stage.process(), { signal: stop.signal }));
    expect(finished).toMatchObject({ outcome: 'refused', exitCode: 130 });
    expect(stage.aliasOf('api')?.revisionId).toBe(revision);
  });
});

describe('somebody else', () => {
  test('who moves an alias in the middle keeps it; the other functions go back, exit 4', async () => {
    await ready(['api', 'worker']);
    const owner = stage.process();
    const interfere = () => {
      const alias = stage.aliasOf('worker');
      if (!alias) throw new Error('no alias to move');
      Object.assign(alias, { weights: { 2: 0.5 }, revisionId: 'a-stranger-was-here' });
    };
    atStep(owner.events, 1, { afterMs: 20_000, does: interfere });
    const finished = await stage.clock.runUntil(stage.deployAs(owner, { canary: '10%/2m' }));
    expect(finished).toMatchObject({ outcome: 'lost', exitCode: 4 });
    expect(serves('api')).toEqual(baseline);
    expect(serves('worker')).toEqual({ version: '1', weights: { 2: 0.5 } });
  });

  test('who deploys at the same instant is refused with exit 2 and has written nothing', async () => {
    await ready(['api', 'worker']);
    const [one, two] = [stage.process(), stage.process()];
    const both = Promise.all([
      stage.deployAs(one, { canary: '10%/1m' }),
      stage.deployAs(two, { canary: '10%/1m' }),
    ]);
    const finished = await stage.clock.runUntil(both);
    expect(finished.map(({ outcome }) => outcome).sort()).toEqual(['promoted', 'refused']);
    const loser = finished.findIndex(({ outcome }) => outcome === 'refused');
    expect(finished[loser]).toMatchObject({ exitCode: 2 });
    expect(finished[loser]?.problems.join()).toMatch(/ann@desk.*release/);
    const events = [one, two][loser]?.events ?? [];
    expect(
      events.filter(({ type }) => ['alias.written', 'function.changed', 'version.published'].includes(type)),
    ).toEqual([]);
    expect(stage.world.functions.entries.get('orders-api')?.versions.size).toBe(2);
  });
});

describe('rollback by hand', () => {
  test('in the middle ends the rollout of its owner, for the whole release', async () => {
    await ready(['api', 'worker']);
    const owner = stage.process();
    let byHand: Promise<unknown> = Promise.resolve();
    const does = () => {
      byHand = stage.rollbackAs(stage.process(), ['worker']);
    };
    atStep(owner.events, 1, { afterMs: 20_000, does });
    const finished = await stage.clock.runUntil(stage.deployAs(owner, { canary: '10%/5m' }));
    expect(finished).toMatchObject({ outcome: 'rolledBack', exitCode: 3 });
    expect(await byHand).toMatchObject({ outcome: 'rolledBack', exitCode: 0 });
    expect([serves('api'), serves('worker')]).toEqual([baseline, baseline]);
  });

  test('afterwards goes to the good version before, once', async () => {
    await ready(['api']);
    await stage.clock.runUntil(stage.deployAs(stage.process(), { canary: '10%/1m' }));
    expect(serves('api')).toEqual(candidate);
    expect(await stage.clock.runUntil(stage.rollbackAs(stage.process(), []))).toMatchObject({ exitCode: 0 });
    expect(serves('api')).toEqual(baseline);
    const again = await stage.clock.runUntil(stage.rollbackAs(stage.process(), []));
    expect(again).toMatchObject({ outcome: 'refused', exitCode: 2 });
    const forward = stage.rollbackAs(stage.process(), ['api'], new Map([['api', '2']]));
    expect(await stage.clock.runUntil(forward)).toMatchObject({ exitCode: 0 });
    expect(serves('api')).toEqual(candidate);
  });
});

describe('a candidate that fails its own test event', () => {
  test('gets no traffic: exit 7, and the alias is as it was', async () => {
    await ready(['api', 'worker']);
    stage.write('worker/index.js', `exports.handler = async () => { throw new Error('broken'); };\n`);
    const before = [stage.aliasOf('api')?.description, stage.aliasOf('worker')?.description];
    const finished = await stage.clock.runUntil(stage.deployAs(stage.process(), { canary: '10%/1m' }));
    expect(finished).toMatchObject({ outcome: 'failed', exitCode: 7 });
    expect(finished.problems.join()).toMatch(/worker version 2 failed on one.json.*broken/);
    expect([serves('api'), serves('worker')]).toEqual([baseline, baseline]);
    expect([stage.aliasOf('api')?.description, stage.aliasOf('worker')?.description]).toEqual(before);
  });
});
