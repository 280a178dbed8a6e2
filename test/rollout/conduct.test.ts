import type { Event } from '../../src/core/events';
import type { Aliases } from '../../src/core/lambda';
import { unjudged } from '../../src/core/record';
import { Digest, Duration, Percent } from '../../src/core/values';
import type { Step } from '../../src/plan/step';
import { AliasTargets } from '../../src/release/alias';
import { decideWish } from '../../src/release/wish';
import { claim } from '../../src/rollout/claim';
import { type Conducted, type Course, conduct, type Score } from '../../src/rollout/conduct';
import type { Ending } from '../../src/rollout/context';
import { keepLease } from '../../src/rollout/keeper';
import { approvalOf, nowhere } from '../forms';
import {
  asTheyAre,
  courseOf,
  error,
  interfere,
  recordOn,
  refOf,
  routing,
  type Scene,
  setScene,
  standing,
  stepsOf,
  toldOf,
} from './scene';

const minute = 60_000;
const scoreOf = (courses: readonly Course[]): Score => ({ courses, holdForMs: 120 * minute });
const canary = stepsOf([10, 10 * minute], [100, 0]);

type Running = Conducted & { readonly set: Scene; readonly outcomes: () => Promise<string[]> };

/** Claims every alias and sets the rollouts off: each named by its keys. */
async function begin(set: Scene, courses: Readonly<{ [name: string]: [keys: string[], steps: Step[]] }>) {
  await set.clock.runUntil(claim(set.crew, nowhere));
  const running = conduct(
    set.crew,
    scoreOf(Object.entries(courses).map(([name, [keys, steps]]) => courseOf(set, name, { keys, steps }))),
  );
  let endings: ReadonlyMap<string, Ending> | null = null;
  running.ended.then((ended) => {
    endings = ended;
  });
  const outcomes = async () => {
    const ended = endings ?? (await set.clock.runUntil(running.ended));
    return [...ended.values()].map(({ outcome }) => outcome);
  };
  // The first look is under way; the clock may move once it has been answered.
  await set.clock.advance(0);
  return { ...running, set, outcomes } satisfies Running;
}

const one = async (steps: Step[]) =>
  begin(setScene(['api', 'worker'], asTheyAre), { careful: [['api', 'worker'], steps] });

/** What each alias was written to, in order, one entry a change. */
const weightsTold = (set: Scene, key: string): number[] =>
  toldOf(set, 'alias.written')
    .filter((event) => event.key === key)
    .map(({ weight }) => weight);

describe('a rollout nobody objects to', () => {
  it('moves every alias along the steps and closes with the candidate', async () => {
    const { set, outcomes } = await one(canary);
    expect(await outcomes()).toEqual(['promoted']);
    for (const key of ['api', 'worker']) {
      expect(weightsTold(set, key)).toEqual([0, 10, 100, 100]);
      expect(routing(set, key)).toBe('2');
      expect(recordOn(set, key)).toMatchObject({
        kind: 'done',
        text: `my ${key}`,
        record: { version: '2', previous: '1', bad: null },
      });
    }
    expect(toldOf(set, 'rollout.stepped').map(({ step, weight }) => [step, weight])).toEqual([
      [1, 10],
      [2, 100],
    ]);
    expect(toldOf(set, 'rollout.ended')).toEqual([
      expect.objectContaining({ outcome: 'promoted', because: 'every step passed' }),
    ]);
  });

  it('takes as long as its bakes, and a poll or two', async () => {
    const { set, outcomes } = await one(canary);
    await outcomes();
    expect(set.clock.monotonicMs()).toBeGreaterThanOrEqual(10 * minute);
    expect(set.clock.monotonicMs()).toBeLessThanOrEqual(10 * minute + 30_000);
  });

  it('writes nothing between two steps', async () => {
    const { set } = await one(canary);
    await set.clock.advance(minute);
    const calls = set.fakes.aliases.did.filter((call) => call.startsWith('write')).length;
    await set.clock.advance(8 * minute);
    expect(set.fakes.aliases.did.filter((call) => call.startsWith('write'))).toHaveLength(calls);
  });
});

describe('a step that waits for a person', () => {
  /** Wherever a bake ends between two polls: one look in twenty begins before that end, and is decided on after it. */
  const bakes = Array.from({ length: 40 }, (_, index) => minute + 400 * index);

  it.each(bakes)('is not left unasked where the journal takes its time, after %d ms', async (bakeMs) => {
    const set = setScene(['api'], asTheyAre);
    const told = set.crew.ports.tell;
    const slowly = async (event: Event): Promise<void> => {
      await told(event);
      if (event.type === 'rollout.observed') await new Promise<void>((done) => set.clock.after(700, done));
    };
    Object.assign(set.crew, { ports: { ...set.crew.ports, tell: slowly } });
    const steps = stepsOf([10, bakeMs], [100, 0]).map((step, index) =>
      index === 0 ? { ...step, approval: approvalOf(Duration.of(60 * minute), 'rollback') } : step,
    );
    await begin(set, { careful: [['api'], steps] });
    await set.clock.advance(3 * minute);
    expect(routing(set, 'api')).toBe('1+2@10%');
    expect(toldOf(set, 'rollout.waiting')).toHaveLength(1);
  });
});

test('whoever promotes a step that waits for approval waits for nothing, and the record says nothing of waiting any more', async () => {
  const set = setScene(['api'], asTheyAre);
  const approval = approvalOf(Duration.of(60 * minute), 'rollback');
  const steps = stepsOf([10, minute], [100, 10 * minute]).map((step, index) =>
    index === 0 ? { ...step, approval } : step,
  );
  await begin(set, { careful: [['api'], steps] });
  const stopLease = keepLease(set.crew);
  await set.clock.advance(2 * minute);
  expect(recordOn(set, 'api')).toMatchObject({ record: { wish: { what: 'wait' } } });
  const before = standing(set, 'api');
  const asking = {
    release: set.crew.owner.release,
    what: 'promote',
    step: null,
    nonce: 'cccccccc',
    arrived: false,
    where: nowhere,
  } as const;
  const decision = decideWish(before, asking);
  if (decision.kind !== 'write') throw new Error(decision.kind);
  await set.fakes.aliases.write(refOf('api'), decision.target, before.revisionId);
  await set.clock.advance(16_000);
  expect(recordOn(set, 'api')).toMatchObject({ record: { weight: 100, phase: 'promoted', wish: null } });
  stopLease();
});

describe('a hook that fails', () => {
  it('before any traffic blames the candidate of its function, and no other', async () => {
    const set = setScene(['api', 'worker'], asTheyAre);
    const hook = {
      kind: 'smoke',
      name: 'smoke',
      timeout: Duration.of(1000),
      retries: 0,
      onTimeout: 'fail',
    } as const;
    Object.assign(set.crew, { ask: async () => ({ status: 'fail', because: 'it answered 500', tookMs: 1 }) });
    await set.clock.runUntil(claim(set.crew, nowhere));
    const course = courseOf(set, 'careful', { keys: ['api', 'worker'], steps: canary });
    const functions = course.functions.map(({ lane, spec }) => ({
      lane,
      spec: lane.at.key === 'api' ? { ...spec, hooks: { ...spec.hooks, preTraffic: [hook] } } : spec,
    }));
    const ended = await set.clock.runUntil(conduct(set.crew, scoreOf([{ ...course, functions }])).ended);
    expect(ended.get('careful')).toMatchObject({
      outcome: 'rolledBack',
      because: 'preTraffic smoke: it answered 500',
    });
    const identity = course.group.candidates.get('orders-api:live')?.identity;
    expect(recordOn(set, 'api')).toMatchObject({ kind: 'done', record: { version: '1', bad: identity } });
    expect(recordOn(set, 'worker')).toMatchObject({ kind: 'done', record: { version: '1', bad: unjudged } });
  });
});

describe('an alarm', () => {
  it('brings every alias back within two polls', async () => {
    const { set } = await one(canary);
    await set.clock.advance(5 * minute + 1);
    set.fakes.alarms.set('api-errors', { state: 'ALARM', reason: 'Threshold Crossed' });
    await set.clock.advance(30_000);
    expect([routing(set, 'api'), routing(set, 'worker')]).toEqual(['1', '1']);
    expect(toldOf(set, 'rollout.ended')).toEqual([
      expect.objectContaining({
        outcome: 'rolledBack',
        because: 'alarm api-errors is in ALARM: Threshold Crossed',
      }),
    ]);
  });

  it('blames the function it watches and no other of the release', async () => {
    const { set } = await one(canary);
    await set.clock.advance(5 * minute);
    set.fakes.alarms.set('api-errors', { state: 'ALARM' });
    await set.clock.advance(minute);
    expect(recordOn(set, 'api')).toMatchObject({
      record: { version: '1', bad: Digest.short('orders-api:live') },
    });
    expect(recordOn(set, 'worker')).toMatchObject({ record: { version: '1', bad: unjudged } });
  });

  it('before the first step blames nobody: the candidate had no traffic', async () => {
    const set = setScene(['api'], asTheyAre);
    set.fakes.alarms.set('api-errors', { state: 'ALARM' });
    const { outcomes } = await begin(set, { careful: [['api'], canary] });
    expect(await outcomes()).toEqual(['rolledBack']);
    expect(recordOn(set, 'api')).toMatchObject({ kind: 'done', record: { bad: unjudged } });
    expect(weightsTold(set, 'api')).toEqual([0, 0]);
  });

  it('that goes missing holds the rollout, says so once the bake is over, and leads back after five minutes', async () => {
    const { set, outcomes } = await one(stepsOf([10, minute], [100, 0]));
    await set.clock.advance(30_000);
    set.fakes.alarms.forget('worker-errors');
    expect(await outcomes()).toEqual(['rolledBack']);
    const held = toldOf(set, 'rollout.held');
    expect(held).toHaveLength(1);
    const [stepped] = toldOf(set, 'rollout.stepped');
    expect(held[0]?.at).toBeGreaterThanOrEqual((stepped?.at ?? 0) + minute);
    expect(held[0]?.because).toBe('cannot see: alarm worker-errors: there is no such alarm any more');
    expect(recordOn(set, 'worker')).toMatchObject({ record: { bad: unjudged } });
  });
});

describe('the guard', () => {
  it('brings a candidate back that fails more than it may, without any alarm', async () => {
    const { set } = await one(canary);
    const question = { ...refOf('worker'), version: '2' };
    await set.clock.advance(2 * minute);
    set.fakes.metrics.add(question, set.clock.nowMs(), { invocations: 20, errors: 2 });
    await set.clock.advance(20_000);
    expect([routing(set, 'api'), routing(set, 'worker')]).toEqual(['1', '1']);
    expect(recordOn(set, 'worker')).toMatchObject({ record: { bad: Digest.short('orders-worker:live') } });
    expect(recordOn(set, 'api')).toMatchObject({ record: { bad: unjudged } });
  });
});

describe('what was seen', () => {
  it('is told with how long requests took, and between which rates of errors the true one lies', async () => {
    const { set } = await one(canary);
    await set.clock.advance(2 * minute);
    const seen = { invocations: 40, errors: 0, p99Ms: 12.5 };
    set.fakes.metrics.add({ ...refOf('worker'), version: '2' }, set.clock.nowMs(), seen);
    await set.clock.advance(20_000);
    const worker = toldOf(set, 'rollout.observed')
      .at(-1)
      ?.functions.find(({ key }) => key === 'worker');
    expect(worker?.candidate).toMatchObject({ version: '2', requests: 40, errors: 0, p99Ms: 12.5 });
    expect(worker?.candidate.rate?.low).toBe(0);
    expect(worker?.candidate.rate?.high).toBeGreaterThan(0.05);
    expect(worker?.candidate.rate?.high).toBeLessThan(0.2);
    expect(worker?.baseline).toEqual({ version: '1', requests: 0, errors: 0 });
  });
});

describe('two rollouts of one release', () => {
  const both = (set: Scene, slow: Step[]) =>
    begin(set, { quick: [['api'], stepsOf([100, 0])], slow: [['worker'], slow] });

  it('wait for each other: neither is closed before both have arrived', async () => {
    const set = setScene(['api', 'worker'], asTheyAre);
    const { outcomes } = await both(set, canary);
    await set.clock.advance(9 * minute);
    expect([routing(set, 'api'), routing(set, 'worker')]).toEqual(['2', '1+2@10%']);
    expect(recordOn(set, 'api')).toMatchObject({
      kind: 'open',
      record: { phase: 'promoted', baseline: '1' },
    });
    expect(await outcomes()).toEqual(['promoted', 'promoted']);
    expect([recordOn(set, 'api').kind, recordOn(set, 'worker').kind]).toEqual(['done', 'done']);
  });

  it('go back together, also the one that had all of its traffic', async () => {
    const set = setScene(['api', 'worker'], asTheyAre);
    const { outcomes } = await both(set, canary);
    await set.clock.advance(9 * minute);
    set.fakes.alarms.set('worker-errors', { state: 'ALARM' });
    expect(await outcomes()).toEqual(['rolledBack', 'rolledBack']);
    expect([routing(set, 'api'), routing(set, 'worker')]).toEqual(['1', '1']);
    expect(recordOn(set, 'api')).toMatchObject({ record: { bad: unjudged } });
    expect(recordOn(set, 'worker')).toMatchObject({ record: { bad: Digest.short('orders-worker:live') } });
  });

  it('go back together when the alarm of one that has arrived speaks late', async () => {
    const set = setScene(['api', 'worker'], asTheyAre);
    const { outcomes } = await both(set, canary);
    await set.clock.advance(5 * minute);
    set.fakes.alarms.set('api-errors', { state: 'ALARM' });
    expect(await outcomes()).toEqual(['rolledBack', 'rolledBack']);
    expect([routing(set, 'api'), routing(set, 'worker')]).toEqual(['1', '1']);
  });
});

describe('an abort', () => {
  it('restores everything and ends as aborted, however often it is said', async () => {
    const { set, abort, outcomes } = await one(canary);
    await set.clock.advance(minute);
    abort('stopped by hand');
    abort('stopped again');
    expect(await outcomes()).toEqual(['aborted']);
    expect([routing(set, 'api'), routing(set, 'worker')]).toEqual(['1', '1']);
    expect(recordOn(set, 'api')).toMatchObject({ record: { bad: unjudged } });
    expect(set.clock.monotonicMs()).toBeLessThanOrEqual(minute + 5000);
  });

  it('issues no upward write any more: what had not been sent is not sent', async () => {
    const set = setScene(['api', 'worker'], asTheyAre);
    await set.clock.runUntil(claim(set.crew, nowhere));
    const course = courseOf(set, 'careful', { keys: ['api', 'worker'], steps: canary });
    const { abort, ended } = conduct(set.crew, scoreOf([course]));
    abort('stopped by hand');
    expect((await set.clock.runUntil(ended)).get('careful')?.outcome).toBe('aborted');
    expect(weightsTold(set, 'api')).toEqual([0, 0]);
  });
});

describe('many aliases', () => {
  const keys = Array.from({ length: 20 }, (_, index) => `f${index + 10}`);

  /** Every write takes so long; when each upward one was sent is kept. */
  function slow(ms: number) {
    const sent: { atMs: number; weight: number }[] = [];
    const set: Scene = setScene(keys, (aliases) => ({
      read: (ref) => aliases.read(ref),
      list: (functionName) => aliases.list(functionName),
      create: (ref, target) => aliases.create(ref, target),
      remove: (ref) => aliases.remove(ref),
      write: (ref, target, revision) => {
        if (target.additional) sent.push({ atMs: set.clock.nowMs(), weight: target.additional.weight });
        return new Promise((resolve, reject) => {
          set.clock.after(ms, () => aliases.write(ref, target, revision).then(resolve, reject));
        });
      },
    }));
    return { set, sent };
  }

  it('are shifted a few at a time, each on evidence that is at most ten seconds old', async () => {
    const { set, sent } = slow(6000);
    const { outcomes } = await begin(set, { careful: [keys, canary] });
    expect(await outcomes()).toEqual(['promoted']);
    const seen = toldOf(set, 'rollout.observed').map(({ at }) => at);
    const ages = sent.map(({ atMs }) => atMs - Math.max(...seen.filter((at) => at <= atMs)));
    expect(Math.max(...ages)).toBeLessThanOrEqual(10_000);
    expect(sent).toHaveLength(keys.length);
  });

  it('that were not shifted yet when somebody stops it are not shifted any more', async () => {
    const { set, sent } = slow(3000);
    const { abort, outcomes } = await begin(set, { careful: [keys, canary] });
    await set.clock.advance(1000);
    const before = sent.length;
    abort('stopped by hand');
    expect(await outcomes()).toEqual(['aborted']);
    expect(before).toBeGreaterThan(0);
    expect(sent).toHaveLength(before);
    expect(keys.map((key) => routing(set, key))).toEqual(keys.map(() => '1'));
  });
});

describe('a stranger', () => {
  it('on the leader keeps that alias; the others are restored', async () => {
    const { set, outcomes } = await one(canary);
    await set.clock.advance(minute);
    const theirs = interfere(set, 'api', { additional: { version: '2', weight: Percent.of(50) } });
    expect(await outcomes()).toEqual(['lost']);
    expect(set.fakes.aliases.peek(refOf('api'))).toEqual(theirs);
    expect(routing(set, 'worker')).toBe('1');
    expect(toldOf(set, 'rollout.ended')[0]?.because).toBe(
      'somebody else changed orders-api:live: it serves 1, 50% on 2',
    );
  });

  it('on another alias is found with the next step', async () => {
    const { set, outcomes } = await one(canary);
    await set.clock.advance(minute);
    interfere(set, 'worker', { description: 'hands off', additional: null });
    expect(await outcomes()).toEqual(['lost']);
    expect(routing(set, 'api')).toBe('1');
    expect(recordOn(set, 'worker')).toEqual({ kind: 'none', text: 'hands off' });
  });

  it('who comes after the last step is found on closing: the release is never promoted in part', async () => {
    const set = setScene(['api', 'worker', 'mailer'], asTheyAre);
    const { outcomes } = await begin(set, {
      quick: [['api', 'worker'], stepsOf([100, 5 * minute])],
      slow: [['mailer'], stepsOf([100, 10 * minute])],
    });
    await set.clock.advance(7 * minute);
    interfere(set, 'worker', { version: '3' });
    expect(await outcomes()).toEqual(['lost', 'lost']);
    expect(['api', 'worker', 'mailer'].map((key) => routing(set, key))).toEqual(['1', '3', '1']);
  });
});

describe('a rollback by hand', () => {
  const byHand = (set: Scene, key: string) => {
    const { release, epoch } = set.crew.owner;
    const record = { release, epoch: epoch + 1, version: '1', previous: null, bad: null };
    return interfere(set, key, AliasTargets.done(record, ''));
  };

  it('of the leader is obeyed at the next poll: the rest is restored', async () => {
    const { set, outcomes } = await one(canary);
    await set.clock.advance(minute);
    byHand(set, 'api');
    await set.clock.advance(15_001);
    expect(routing(set, 'worker')).toBe('1');
    expect(await outcomes()).toEqual(['rolledBack']);
    expect(toldOf(set, 'rollout.ended')[0]?.because).toBe('orders-api:live was rolled back by hand');
  });

  it('in the moment of closing wins over the promotion', async () => {
    const { set, outcomes } = await one(stepsOf([100, 5 * minute]));
    await set.clock.advance(4 * minute);
    byHand(set, 'worker');
    expect(await outcomes()).toEqual(['rolledBack']);
    expect([routing(set, 'api'), routing(set, 'worker')]).toEqual(['1', '1']);
  });
});

describe('an AWS that does not play along', () => {
  it('with lost answers on every second write ends in the same', async () => {
    const set = setScene(['api', 'worker'], asTheyAre);
    for (let time = 0; time < 6; time += 1)
      set.fakes.aliases.failNext(
        'write',
        error(time % 2 ? 'timedOut' : 'throttled'),
        time % 2 ? 'after' : 'before',
      );
    const { outcomes } = await begin(set, { careful: [['api', 'worker'], canary] });
    expect(await outcomes()).toEqual(['promoted']);
    expect(weightsTold(set, 'api')).toEqual([0, 10, 100, 100]);
    expect(weightsTold(set, 'worker')).toEqual([0, 10, 100, 100]);
  });

  /** The upward writes are refused; everything else works. */
  const refusingSteps = (aliases: Aliases): Aliases => ({
    read: (ref) => aliases.read(ref),
    list: (functionName) => aliases.list(functionName),
    create: (ref, target) => aliases.create(ref, target),
    remove: (ref) => aliases.remove(ref),
    write: async (ref, target, revision) => {
      if (target.additional || target.version === '2') throw error('accessDenied');
      return aliases.write(ref, target, revision);
    },
  });

  it('that refuses the step ends the rollout, too: nothing runs for ever', async () => {
    const set = setScene(['api', 'worker'], refusingSteps);
    const { outcomes } = await begin(set, { careful: [['api', 'worker'], canary] });
    expect(await outcomes()).toEqual(['rolledBack']);
    expect(toldOf(set, 'rollout.ended')[0]?.because).toBe(
      'the next step could not be taken for 5 minutes: AWS says accessDenied',
    );
    expect(set.clock.monotonicMs()).toBeLessThan(6 * minute);
    expect(recordOn(set, 'api')).toMatchObject({ kind: 'done', record: { bad: unjudged } });
  });

  const refusingAll =
    (state: { deny: boolean }) =>
    (aliases: Aliases): Aliases => ({
      read: (ref) => aliases.read(ref),
      list: (functionName) => aliases.list(functionName),
      create: (ref, target) => aliases.create(ref, target),
      remove: (ref) => aliases.remove(ref),
      write: async (ref, target, revision) => {
        if (state.deny) throw error('accessDenied');
        return aliases.write(ref, target, revision);
      },
    });

  it('that refuses the restore ends as stuck, after two minutes of trying', async () => {
    const state = { deny: false };
    const set = setScene(['api'], refusingAll(state));
    const { outcomes } = await begin(set, { careful: [['api'], canary] });
    await set.clock.advance(minute);
    state.deny = true;
    set.fakes.alarms.set('api-errors', { state: 'ALARM', reason: 'crossed' });
    expect(await outcomes()).toEqual(['stuck']);
    expect(toldOf(set, 'rollout.ended')[0]?.because).toBe(
      'alarm api-errors is in ALARM: crossed; could not restore: AWS says accessDenied',
    );
    expect(routing(set, 'api')).toBe('1+2@10%');
  });

  it('that refuses only the last record has promoted all the same', async () => {
    const state = { deny: false };
    const set = setScene(['api'], refusingAll(state));
    const { outcomes } = await begin(set, { careful: [['api'], stepsOf([100, minute])] });
    await set.clock.advance(30_000);
    state.deny = true;
    expect(await outcomes()).toEqual(['promoted']);
    expect(toldOf(set, 'rollout.ended')[0]?.because).toBe('every step passed; a record could not be closed');
    expect(routing(set, 'api')).toBe('2');
  });
});

test('a look that nobody waits for any more says nothing: the last word stays the last', async () => {
  const running = await one(canary);
  const { clock, fakes, told } = running.set;
  const read = fakes.alarms.read.bind(fakes.alarms);
  await clock.advance(minute);
  fakes.alarms.read = async (names) => {
    await new Promise<void>((resolve) => clock.after(minute, resolve));
    return read(names);
  };
  await clock.advance(20_000);
  running.abort('stopped by hand');
  expect(await running.outcomes()).toEqual(['aborted']);
  const length = told.length;
  await clock.advance(5 * minute);
  expect(told).toHaveLength(length);
});
