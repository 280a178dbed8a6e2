import { createActor, fromPromise } from 'xstate';
import { getSimplePaths } from 'xstate/graph';
import type { Because, Context, Ending, Evidence, Shifted } from '../../src/rollout/context';
import { rolloutMachine } from '../../src/rollout/machine';
import { FakeClock } from '../clock';
import { stepsOf } from './scene';

const second = 1000;
const minute = 60 * second;

type Asked<T> = { readonly context: Context; readonly answer: (value: T) => void };

/** The machine with actors that answer when the test says so. */
function setUp(steps: ReturnType<typeof stepsOf>) {
  const clock = new FakeClock(0);
  const asked = {
    observe: [] as Asked<Evidence>[],
    shift: [] as Asked<Shifted>[],
    close: [] as Asked<Ending>[],
    restore: [] as Asked<Ending>[],
  };
  const asks = <T>(list: Asked<T>[]) =>
    fromPromise<T, Context>(
      ({ input }) => new Promise((resolve) => list.push({ context: input, answer: resolve })),
    );
  const machine = rolloutMachine.provide({
    actors: {
      observe: asks(asked.observe),
      shift: asks(asked.shift),
      close: asks(asked.close),
      restore: asks(asked.restore),
    },
  });
  const actor = createActor(machine, {
    clock: {
      setTimeout: (then: () => void, ms: number) => clock.after(ms, then),
      clearTimeout: (cancel: () => void) => cancel?.(),
    },
    input: { steps, step: 0, nowMs: () => clock.monotonicMs() },
  });
  actor.start();
  const last = <T>(list: Asked<T>[]): Asked<T> => {
    const one = list.at(-1);
    if (!one) throw new Error('nobody asked');
    return one;
  };
  const see = async (change: Partial<Evidence>) => {
    const verdict = { status: 'pass', because: 'quiet', against: [] } as const;
    last(asked.observe).answer({
      atMs: clock.monotonicMs(),
      complete: true,
      baked: true,
      gone: null,
      hold: null,
      parked: false,
      verdict,
      ...change,
    });
    await clock.advance(0);
  };
  const shifted = async (answer: Shifted) => {
    last(asked.shift).answer(answer);
    await clock.advance(0);
  };
  const state = () => actor.getSnapshot().value;
  const because = () => actor.getSnapshot().context.because;
  return { clock, asked, actor, see, shifted, state, because };
}

type Set = ReturnType<typeof setUp>;

const blind = {
  complete: false,
  verdict: { status: 'inconclusive', because: 'cannot see: alarms', against: [] },
} as const;
const failing = { verdict: { status: 'fail', because: 'alarm a is in ALARM', against: ['a'] } } as const;
const abort: Because = { kind: 'aborted', text: 'stopped by hand' };

/** Into the bake of the first step. */
async function baking(set: Set): Promise<void> {
  await set.see({});
  await set.shifted({ kind: 'shifted' });
  expect(set.state()).toBe('baking');
}

const twoSteps = stepsOf([10, 10 * minute], [100, 0]);

describe('the first step', () => {
  it('waits for evidence, as every other', async () => {
    const set = setUp(twoSteps);
    expect(set.state()).toBe('observing');
    await set.see(blind);
    expect(set.state()).toBe('baking');
    expect(set.asked.shift).toEqual([]);
  });

  it('is taken on a complete observation', async () => {
    const set = setUp(twoSteps);
    await set.see({});
    expect(set.state()).toBe('shifting');
    expect(set.asked.shift).toHaveLength(1);
  });

  it.each([
    [10 * second, 'shifting'],
    [10 * second + 1, 'observing'],
  ])('on evidence that is %d ms old leads to %s', async (ageMs, expected) => {
    const set = setUp(twoSteps);
    await set.clock.advance(ageMs);
    await set.see({ atMs: 0 });
    expect(set.state()).toBe(expected);
  });
});

describe('baking', () => {
  it('looks every fifteen seconds and does not shift before its time', async () => {
    const set = setUp(twoSteps);
    await baking(set);
    for (let look = 1; look <= 39; look += 1) {
      await set.clock.advance(15 * second);
      expect(set.asked.observe).toHaveLength(look + 1);
      await set.see({});
    }
    expect(set.asked.shift).toHaveLength(1);
    await set.clock.advance(15 * second);
    await set.see({});
    expect(set.asked.shift).toHaveLength(2);
  });

  it('looks again when its bake ended after the gates were asked, and takes no step on that', async () => {
    const set = setUp(twoSteps);
    await baking(set);
    await set.clock.advance(15 * second);
    await set.clock.advance(10 * minute);
    await set.see({ baked: false });
    expect(set.state()).toBe('observing');
    expect(set.asked.shift).toHaveLength(1);
    await set.see({});
    expect(set.asked.shift).toHaveLength(2);
  });

  it('looks again when somebody got in a hurry after the gates were asked', async () => {
    const set = setUp(twoSteps);
    await baking(set);
    await set.clock.advance(15 * second);
    set.actor.send({ type: 'PROMOTE' });
    await set.see({ baked: false });
    expect(set.state()).toBe('observing');
    expect(set.asked.observe.at(-1)?.context.hurried).toBe(true);
  });

  it('looks as soon as the bake is over', async () => {
    const set = setUp(stepsOf([10, 20 * second], [100, 0]));
    await baking(set);
    await set.clock.advance(15 * second);
    await set.see({});
    await set.clock.advance(5 * second);
    expect(set.state()).toBe('observing');
  });

  it('goes back on the first verdict against the candidate', async () => {
    const set = setUp(twoSteps);
    await baking(set);
    await set.clock.advance(15 * second);
    await set.see(failing);
    expect(set.state()).toBe('restoring');
    expect(set.because()).toEqual({ kind: 'failed', text: 'alarm a is in ALARM' });
  });

  it('goes on when there was too little traffic to judge and nothing spoke against it', async () => {
    const set = setUp(stepsOf([10, 10 * second], [100, 0]));
    await baking(set);
    await set.clock.advance(10 * second);
    await set.see({ verdict: { status: 'inconclusive', because: 'too little traffic', against: [] } });
    expect(set.state()).toBe('shifting');
  });

  it('goes back when an alias is no longer ours', async () => {
    const set = setUp(twoSteps);
    await baking(set);
    await set.clock.advance(15 * second);
    const gone: Because = { kind: 'foreign', text: 'somebody else changed it' };
    await set.see({ gone });
    expect(set.because()).toEqual(gone);
    expect(set.state()).toBe('restoring');
  });
});

describe('a rollout that cannot see', () => {
  it('never advances, and goes back after five minutes', async () => {
    const set = setUp(stepsOf([10, 10 * second], [100, 0]));
    await baking(set);
    for (let blindMs = 0; blindMs < 5 * minute - 15 * second; blindMs += 15 * second) {
      await set.clock.advance(15 * second);
      await set.see(blind);
      expect(set.state()).toBe('baking');
    }
    expect(set.asked.shift).toHaveLength(1);
    await set.clock.advance(15 * second);
    await set.see(blind);
    expect(set.state()).toBe('restoring');
    expect(set.because()).toEqual({
      kind: 'blind',
      text: 'nothing complete was seen for 5 minutes: cannot see: alarms',
    });
  });

  it('starts the five minutes again with every complete look', async () => {
    const set = setUp(twoSteps);
    await baking(set);
    for (let look = 0; look < 39; look += 1) {
      await set.clock.advance(15 * second);
      await set.see(look % 15 === 14 ? {} : blind);
      expect(set.state()).toBe('baking');
    }
  });
});

describe('a step that cannot be taken', () => {
  it('is tried again on fresh evidence', async () => {
    const set = setUp(twoSteps);
    await set.see({});
    await set.shifted({ kind: 'again', because: 'throttled' });
    expect(set.state()).toBe('again');
    await set.clock.advance(500);
    expect(set.state()).toBe('observing');
    await set.see({});
    expect(set.asked.shift).toHaveLength(2);
  });

  it('for five minutes after its time goes back, and says what stood in the way', async () => {
    const set = setUp(twoSteps);
    for (let tries = 0; set.state() === 'observing' && tries < 1000; tries += 1) {
      await set.see({});
      if (set.state() !== 'shifting') break;
      await set.shifted({ kind: 'again', because: 'AWS refuses UpdateAlias' });
      await set.clock.advance(500);
    }
    expect(set.state()).toBe('restoring');
    expect(set.clock.nowMs()).toBe(5 * minute);
    expect(set.because()).toEqual({
      kind: 'hindered',
      text: 'the next step could not be taken for 5 minutes: AWS refuses UpdateAlias',
    });
  });

  it('because the alias was taken leads back', async () => {
    const set = setUp(twoSteps);
    await set.see({});
    const because: Because = { kind: 'byHand', text: 'rolled back by hand' };
    await set.shifted({ kind: 'gone', because });
    expect(set.state()).toBe('restoring');
    expect(set.because()).toEqual(because);
  });
});

describe('an abort', () => {
  it.each(['observing', 'baking', 'again'])('takes effect at once while %s', async (where) => {
    const set = setUp(twoSteps);
    if (where === 'baking') await baking(set);
    if (where === 'again') {
      await set.see({});
      await set.shifted({ kind: 'again', because: 'throttled' });
    }
    expect(set.state()).toBe(where);
    set.actor.send({ type: 'BACK', because: abort });
    expect(set.state()).toBe('restoring');
    expect(set.because()).toEqual(abort);
  });

  it('waits for a write that is under way, and then goes back whatever came of it', async () => {
    const answers: Shifted[] = [
      { kind: 'shifted' },
      { kind: 'again', because: 'lost' },
      { kind: 'gone', because: { kind: 'foreign', text: 'taken' } },
    ];
    for (const answer of answers) {
      const set = setUp(twoSteps);
      await set.see({});
      set.actor.send({ type: 'BACK', because: abort });
      await set.clock.advance(minute);
      expect(set.state()).toBe('shifting');
      await set.shifted(answer);
      expect(set.state()).toBe('restoring');
      expect(set.because()).toEqual(abort);
    }
  });

  it('does not replace the reason that was there first', async () => {
    const set = setUp(twoSteps);
    await baking(set);
    await set.clock.advance(15 * second);
    await set.see(failing);
    set.actor.send({ type: 'BACK', because: abort });
    expect(set.because()?.kind).toBe('failed');
  });
});

describe('the end', () => {
  const oneStep = stepsOf([100, 0]);

  async function arrived(set: Set): Promise<void> {
    await set.see({});
    await set.shifted({ kind: 'shifted' });
    await set.see({});
    expect(set.state()).toBe('open');
  }

  it('of a step without bake does not wait for the next poll, but for one more look', async () => {
    const set = setUp(oneStep);
    await set.see({});
    await set.shifted({ kind: 'shifted' });
    expect(set.state()).toBe('observing');
    expect(set.clock.monotonicMs()).toBe(0);
    await set.see(failing);
    expect(set.state()).toBe('restoring');
  });

  it('does not come on what was seen before a long sleep: it looks again', async () => {
    const set = setUp(oneStep);
    await set.see({});
    await set.shifted({ kind: 'shifted' });
    await set.clock.advance(minute);
    await set.see({ atMs: 0 });
    expect(set.state()).toBe('observing');
    await set.see(failing);
    expect(set.state()).toBe('restoring');
  });

  it('comes only when somebody says so: the others of the release may still be on their way', async () => {
    const set = setUp(oneStep);
    await arrived(set);
    for (let look = 0; look < 20; look += 1) {
      await set.clock.advance(15 * second);
      await set.see({});
      expect(set.state()).toBe('open');
    }
    expect(set.asked.close).toEqual([]);
    set.actor.send({ type: 'CLOSE' });
    expect(set.state()).toBe('closing');
  });

  it('may still be a way back while it waits for the others', async () => {
    const set = setUp(oneStep);
    await arrived(set);
    await set.clock.advance(15 * second);
    await set.see(failing);
    expect(set.state()).toBe('restoring');
  });

  it.each(['observing', 'baking'])('comes while it looks again, too (%s)', async (where) => {
    const set = setUp(oneStep);
    await arrived(set);
    await set.clock.advance(15 * second);
    if (where === 'baking') await set.see(blind);
    expect(set.state()).toBe(where);
    set.actor.send({ type: 'CLOSE' });
    expect(set.state()).toBe('closing');
  });

  it.each(['observing', 'baking'])('never comes before it has arrived (%s)', async (where) => {
    const set = setUp(twoSteps);
    if (where === 'baking') await baking(set);
    set.actor.send({ type: 'CLOSE' });
    expect(set.state()).toBe(where);
  });

  it('of a promotion is not undone by an abort that comes too late', async () => {
    const set = setUp(oneStep);
    await arrived(set);
    set.actor.send({ type: 'CLOSE' });
    set.actor.send({ type: 'BACK', because: abort });
    expect(set.state()).toBe('closing');
    set.asked.close[0]?.answer({ outcome: 'promoted', because: 'every step passed' });
    await set.clock.advance(0);
    expect(set.actor.getSnapshot().output).toEqual({ outcome: 'promoted', because: 'every step passed' });
  });

  it('of a restore is what the restore says', async () => {
    const set = setUp(oneStep);
    set.actor.send({ type: 'BACK', because: abort });
    set.asked.restore[0]?.answer({ outcome: 'aborted', because: 'stopped by hand' });
    await set.clock.advance(0);
    expect(set.actor.getSnapshot()).toMatchObject({ status: 'done', output: { outcome: 'aborted' } });
  });
});

describe('a bug in an actor', () => {
  const broken = (which: 'observe' | 'shift' | 'restore') => {
    const clock = new FakeClock(0);
    const fails = <T>() => fromPromise<T, Context>(() => Promise.reject(new TypeError('x is undefined')));
    const verdict = { status: 'pass', because: '', against: [] } as const;
    const sees = fromPromise<Evidence, Context>(async () => ({
      atMs: 0,
      complete: true,
      baked: true,
      verdict,
      gone: null,
      hold: null,
      parked: false,
    }));
    const restores = fromPromise<Ending, Context>(async ({ input }) => ({
      outcome: 'rolledBack',
      because: input.because?.text ?? '',
    }));
    const machine = rolloutMachine.provide({
      actors: {
        observe: which === 'shift' ? sees : fails(),
        shift: fails(),
        restore: which === 'restore' ? fails() : restores,
      },
    });
    const actor = createActor(machine, { input: { steps: twoSteps, step: 0, nowMs: () => 0 } });
    actor.start();
    return clock.advance(0).then(() => actor.getSnapshot().output);
  };

  it.each(['observe', 'shift'] as const)('of %s does not leave traffic on the candidate', async (which) => {
    expect(await broken(which)).toEqual({
      outcome: 'rolledBack',
      because: 'shipit itself failed: x is undefined',
    });
  });

  it('of the restore is as loud as can be', async () => {
    expect(await broken('restore')).toEqual({
      outcome: 'stuck',
      because: 'shipit itself failed while leaving: x is undefined',
    });
  });
});

describe('every simple path of the machine', () => {
  const evidence = (change: Partial<Evidence>) => ({
    type: 'xstate.done.actor.0.rollout.observing',
    output: {
      atMs: 0,
      complete: true,
      baked: true,
      gone: null,
      verdict: { status: 'pass', because: '', against: [] },
      ...change,
    },
  });
  const moved = (output: Shifted) => ({ type: 'xstate.done.actor.0.rollout.shifting', output });
  const over = (state: string) => ({
    type: `xstate.done.actor.0.rollout.${state}`,
    output: { outcome: 'promoted', because: '' },
  });
  const events = [
    evidence({}),
    evidence({ ...blind }),
    evidence({ ...failing }),
    evidence({ baked: false }),
    moved({ kind: 'shifted' }),
    moved({ kind: 'again', because: '' }),
    { type: 'xstate.after.poll.rollout.baking' },
    { type: 'xstate.after.poll.rollout.open' },
    { type: 'xstate.after.retry.rollout.again' },
    over('closing'),
    over('restoring'),
    { type: 'BACK', because: abort },
    { type: 'CLOSE' },
  ];
  const paths = getSimplePaths(rolloutMachine, {
    input: { steps: stepsOf([10, 0], [100, 0]), step: 0, nowMs: () => 0 },
    events: events as never,
    serializeState: (snapshot) => {
      const { value, context } = snapshot as unknown as { value: string; context: Context };
      const { step, because, arrived, evidence: seen } = context;
      const looked = [seen?.complete, seen?.baked, seen?.verdict.status];
      return JSON.stringify([value, step, because?.kind, arrived, ...looked]);
    },
  }).map(({ state, steps }) => ({
    end: state as unknown as { value: string; context: Context },
    states: steps.map(({ state: passed }) => passed as unknown as { value: string; context: Context }),
  }));

  it('are many', () => {
    expect(paths.length).toBeGreaterThan(100);
    const reached = new Set(paths.map(({ end }) => end.value));
    for (const state of ['baking', 'shifting', 'again', 'open', 'closing', 'restoring', 'ended'])
      expect(reached).toContain(state);
  });

  it('never go forward again once there is a reason to go back', () => {
    for (const { states, end } of paths) {
      const all = [...states, end];
      const turned = all.findIndex(({ context }) => context.because !== null);
      const after = turned < 0 ? [] : all.slice(turned).map(({ value }) => value);
      // A write under way is waited for; nothing else comes between the reason and the restore.
      expect(after.filter((value) => !['shifting', 'restoring', 'ended'].includes(value))).toEqual([]);
    }
  });

  it('close only what has arrived, and arrive only at the last step', () => {
    for (const { end } of paths) {
      if (end.value === 'closing') expect(end.context).toMatchObject({ arrived: true, because: null });
      if (end.context.arrived) expect(end.context.step).toBe(2);
    }
  });

  it('shift only on complete evidence that does not speak against it, and only once the gates were asked', () => {
    const shifting = paths.filter(({ end }) => end.value === 'shifting' && end.context.because === null);
    expect(shifting.length).toBeGreaterThan(0);
    for (const { end } of shifting)
      expect(end.context.evidence).toMatchObject({
        complete: true,
        baked: true,
        verdict: { status: 'pass' },
      });
  });
});
