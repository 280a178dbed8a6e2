import type { Guard, Hook } from '../../src/config/project';
import { Duration, Percent } from '../../src/core/values';
import { bareStep, type Step } from '../../src/plan/step';
import type { Context } from '../../src/rollout/context';
import { Gates, type Open } from '../../src/rollout/gates';
import { Hooks } from '../../src/rollout/hooks';
import { Reserve } from '../../src/rollout/reserve';
import { approvalOf, guardOf } from '../forms';
import { spec } from '../plan/scene';
import { asTheyAre, laneOf, type Scene, setScene } from './scene';

const minute = 60_000;
const hook: Hook = {
  kind: 'smoke',
  name: 'smoke',
  timeout: Duration.of(1000),
  retries: 0,
  onTimeout: 'fail',
};
const clear: Open = { undecided: null, silent: [] };

type Change = {
  readonly first?: Partial<Step>;
  readonly last?: Partial<Step>;
  readonly guard?: Partial<Guard>;
  readonly until?: number;
  readonly when?: 'preTraffic' | 'afterStep' | 'postTraffic';
  readonly capacity?: number;
};

function setUp({ first = {}, last = {}, guard = {}, until, when, capacity }: Change) {
  const scene = setScene(['api'], asTheyAre);
  const steps = [
    { ...bareStep(Percent.of(10), minute), ...first },
    { ...bareStep(Percent.of(100), minute), ...last },
  ];
  const none = { preTraffic: [], afterStep: [], postTraffic: [], onRollback: [] };
  const hooks = when ? { ...none, [when]: [hook] } : none;
  const one = {
    lane: laneOf(scene, 'api'),
    spec: spec({ name: 'orders-api', hooks, provisionedConcurrency: capacity ?? null }),
  };
  let nudges = 0;
  const setting = {
    rollout: 'careful',
    steps,
    guard: guardOf(guard),
    until: until === undefined ? null : Percent.of(until),
    hooks: new Hooks(scene.crew, 'careful', [one]),
    reserve: new Reserve(scene.crew, [one]),
  };
  const gates = new Gates(scene.crew, setting, () => {
    nudges += 1;
  });
  const ask = (step: number, change: Partial<Context> = {}, open: Partial<Open> = {}) =>
    gates.ask(contextOf(scene, steps, { step, ...change }), { ...clear, ...open });
  return { scene, gates, ask, nudges: () => nudges };
}

function contextOf({ clock }: Scene, steps: readonly Step[], change: Partial<Context>): Context {
  const times = { dueMs: 0, seenMs: 0, heldMs: 0, taking: 0 };
  const rest = { evidence: null, because: null, hurried: false, hindrance: '', arrived: false, ending: null };
  return { steps, nowMs: () => clock.monotonicMs(), step: 0, ...times, ...rest, ...change };
}

/** A minute, a second after the other. */
async function passing({ clock }: Scene): Promise<void> {
  for (let second = 0; second < 60; second += 1) await clock.advance(1000);
}

const answering = (scene: Scene, status: 'pass' | 'fail' | 'inconclusive') =>
  Object.assign(scene.crew, { ask: async () => ({ status, because: 'so it is', tookMs: 1 }) });

describe('at the end of a step', () => {
  it('nothing holds where nothing is asked', () => {
    const { ask } = setUp({});
    expect([0, 1, 2].map((step) => ask(step).say)).toEqual(['go', 'go', 'go']);
  });

  it.each([
    [0, 'preTraffic'],
    [1, 'afterStep'],
    [2, 'postTraffic'],
  ] as const)('of %d, hooks %s are asked beside the polls, once', async (step, when) => {
    const { ask, scene, nudges } = setUp({ when });
    answering(scene, 'pass');
    expect(ask(step)).toEqual({ say: 'hold', because: `${when} hooks are running` });
    await scene.clock.advance(0);
    expect([ask(step).say, nudges()]).toEqual(['go', 1]);
    expect(scene.told.filter(({ type }) => type === 'hook.ran')).toHaveLength(1);
  });

  it('hooks are not asked before the bake is over', () => {
    const { ask, scene } = setUp({ when: 'afterStep' });
    expect(ask(1, { dueMs: scene.clock.monotonicMs() + 1 })).toEqual({ say: 'go' });
  });

  it('a hook that fails speaks against the candidate', async () => {
    const { ask, scene } = setUp({ when: 'preTraffic' });
    answering(scene, 'fail');
    ask(0);
    await scene.clock.advance(0);
    expect(ask(0)).toEqual({
      say: 'fail',
      because: 'preTraffic smoke: so it is',
      against: ['orders-api:live'],
    });
  });

  it('a bug in a hook speaks against it, too', async () => {
    const { ask, scene } = setUp({ when: 'preTraffic' });
    Object.assign(scene.crew, { ask: () => Promise.reject(new TypeError('x is undefined')) });
    ask(0);
    await scene.clock.advance(0);
    expect(ask(0)).toEqual({ say: 'fail', because: 'shipit itself failed: x is undefined', against: [] });
  });

  it.each([
    ['promote', 'go'],
    ['hold', 'hold'],
    ['rollback', 'fail'],
  ] as const)('what is not decided does as the guard says: %s', async (onInconclusive, say) => {
    const { ask, scene } = setUp({ when: 'afterStep', guard: { onInconclusive } });
    answering(scene, 'inconclusive');
    ask(1);
    await scene.clock.advance(0);
    expect(ask(1).say).toBe(say);
  });

  it.each([
    ['promote', 'go'],
    ['hold', 'hold'],
    ['rollback', 'fail'],
  ] as const)('too little traffic does as the guard says: %s', (onInconclusive, say) => {
    const { ask } = setUp({ guard: { onInconclusive } });
    expect(ask(1, {}, { undecided: 'too little traffic' }).say).toBe(say);
  });

  it('waits for more no longer than the guard says', async () => {
    const { ask, scene } = setUp({ guard: { onInconclusive: 'hold', holdFor: Duration.of(5 * minute) } });
    const undecided = { undecided: 'too little traffic' };
    expect(ask(1, {}, undecided).say).toBe('hold');
    await scene.clock.advance(5 * minute);
    expect(ask(1, {}, undecided)).toEqual({
      say: 'fail',
      because: 'waited in vain: too little traffic',
      against: [],
    });
  });

  it.each([
    ['hold', 'hold'],
    ['fail', 'fail'],
  ] as const)('an alarm without data does as the guard says: %s', (insufficientData, say) => {
    const { ask } = setUp({ guard: { insufficientData } });
    expect(ask(1, {}, { silent: ['api-errors'] }).say).toBe(say);
  });

  it.each([1, 2])('and at step %d only once the bake is over', (step) => {
    const { ask, scene } = setUp({ guard: { insufficientData: 'fail' } });
    const silent = { silent: ['api-errors'] };
    expect(ask(step, { dueMs: scene.clock.monotonicMs() + 1 }, silent)).toEqual({ say: 'go' });
    expect(ask(step, {}, silent)).toEqual({
      say: 'fail',
      because: 'alarm api-errors has no data to say anything by',
      against: [],
    });
  });

  it('a last step that does not bake is over before an alarm could say anything of it', () => {
    const { ask } = setUp({ guard: { insufficientData: 'fail' }, last: { bakeMs: 0 } });
    expect(ask(2, {}, { silent: ['api-errors'] })).toEqual({ say: 'go' });
  });

  it('a paused rollout stays where it is, whatever else is over', () => {
    const { ask, scene } = setUp({});
    scene.crew.desk.paused = true;
    expect([0, 1, 2].map((step) => ask(step).say)).toEqual(['hold', 'hold', 'hold']);
  });

  it('an approval is waited for, and announced once', async () => {
    const approval = { expires: Duration.of(minute), then: 'rollback' } as const;
    const { ask, scene } = setUp({ first: { approval } });
    expect(ask(1)).toEqual({ say: 'hold', because: 'step 1 (10%) waits for approval' });
    ask(1);
    expect(scene.told.filter(({ type }) => type === 'rollout.waiting')).toHaveLength(1);
    expect(scene.crew.desk.mailbox(null)).toMatchObject({ what: 'wait', step: 1 });
    scene.crew.desk.want('approve', 1);
    expect(ask(1).say).toBe('go');
  });

  it('stops where it was asked to, unless somebody has approved that step', () => {
    const { ask, scene } = setUp({ until: 10 });
    expect(ask(1)).toEqual({ say: 'park', because: 'stops at 10% as asked' });
    scene.crew.desk.want('approve', 1);
    expect(ask(1).say).toBe('go');
  });

  it('stops there rather than wait for the approval of the same step, and one approval answers both', () => {
    const { ask, scene } = setUp({
      until: 10,
      first: { approval: approvalOf(Duration.of(minute), 'rollback') },
    });
    expect(ask(1)).toMatchObject({ say: 'park' });
    scene.crew.desk.want('approve', 1);
    expect(ask(1).say).toBe('go');
  });

  it('capacity is ready before the weight it is for', async () => {
    const { ask, scene } = setUp({ capacity: 20 });
    expect(ask(0)).toEqual({ say: 'hold', because: 'capacity for 10% is being made ready' });
    await passing(scene);
    expect(ask(0).say).toBe('go');
    expect(scene.fakes.capacity.did).toContain('write orders-api:2 2');
    ask(1);
    await passing(scene);
    expect(scene.fakes.capacity.did).toContain('write orders-api:2 20');
  });

  it('capacity that cannot be made speaks against the candidate, and none is left behind', async () => {
    const { ask, scene } = setUp({ capacity: 20 });
    scene.fakes.capacity.failing.set('orders-api:2', 'FUNCTION_ERROR_INIT_FAILURE');
    ask(0);
    await passing(scene);
    const word = ask(0);
    expect(word).toMatchObject({ say: 'fail' });
    expect('because' in word && word.because).toContain('FUNCTION_ERROR_INIT_FAILURE');
    expect(scene.fakes.capacity.did).toContain('remove orders-api:2');
  });

  it('whoever is in a hurry is asked for nothing but capacity', () => {
    const approval = { expires: Duration.of(minute), then: 'rollback' } as const;
    const { ask } = setUp({ first: { approval }, when: 'afterStep', until: 10 });
    expect(ask(1, { hurried: true, dueMs: 1e15 }).say).toBe('go');
  });
});
