import { setImmediate as nextTurn } from 'node:timers/promises';
import { createRandom } from '../../src/local/random';
import type { RuntimeCall, RuntimeResult } from '../../src/local/runtime/pool';
import { type Slowed, startTraffic, type TrafficRequest } from '../../src/local/traffic';
import type { World, WorldClock } from '../../src/local/world';
import { FakeClock } from '../clock';
import { addAlias, addFunction, addVersion, type DataPlane, dataPlane, noonMs } from './data-plane-world';

const code = 'exports.handler = async (event) => event;';

let plane: DataPlane;
beforeEach(() => {
  plane = dataPlane(process.env);
});
afterEach(() => plane.close());

function addLive(): void {
  const entry = addFunction(plane, 'api', code);
  addVersion(plane, entry, code);
  addVersion(plane, entry, code);
  addAlias(entry, 'live', '1', { 2: 0.25 });
}

const request = (changes: Partial<TrafficRequest>): TrafficRequest => ({
  function: 'api',
  alias: 'live',
  perSecond: 10,
  events: ['{"n":1}', '{"n":2}'],
  ...changes,
});

const unexpected = (line: Slowed): void => {
  throw new Error(line.because);
};

function sum(world: World, name: string, dimensions: { [name: string]: string }): number {
  const id = { namespace: 'AWS/Lambda', name, dimensions };
  return world.metrics
    .read(id, 0, Number.POSITIVE_INFINITY)
    .reduce((total, bucket) => total + bucket.summary.sum, 0);
}

interface HandWorld {
  readonly world: World & { clock: FakeClock };
  readonly calls: RuntimeCall[];
  answerAll(): Promise<void>;
  /** Sets the clock ahead; timers keep what they have left. */
  skip(ms: number): void;
}

/** A world whose functions answer when the test says so, on a clock that goes on by itself as the real one does. */
function handWorld(): HandWorld {
  const calls: RuntimeCall[] = [];
  const open: ((result: RuntimeResult) => void)[] = [];
  const run = (call: RuntimeCall): Promise<RuntimeResult> => {
    calls.push(call);
    return new Promise((resolve) => open.push(resolve));
  };
  const answer = { payload: Buffer.from('1'), functionError: null, logTail: '', durationMs: 1, initMs: null };
  const answerAll = async (): Promise<void> => {
    for (const resolve of open.splice(0)) resolve(answer);
    await nextTurn();
  };
  let skippedMs = 0;
  const fake = new FakeClock(noonMs);
  const nowMs = (): number => noonMs + fake.monotonicMs() + skippedMs;
  const clock: FakeClock & WorldClock = Object.assign(fake, { jumps: false as true, nowMs });
  const world = {
    ...plane.world,
    clock,
    random: createRandom(1),
    runtime: { run, provision: async () => true, close: async () => undefined },
  };
  const skip = (ms: number): void => {
    skippedMs += ms;
  };
  return { world, calls, answerAll, skip };
}

/** `advance`, with every invocation answered at once. */
async function advance({ world, calls, answerAll }: HandWorld, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 20) {
    await world.clock.advance(Math.min(20, left));
    for (let before = -1; before < calls.length; ) {
      before = calls.length;
      await answerAll();
    }
  }
}

describe('traffic', () => {
  it('sends exactly its rate through the alias to real code, and no faster than that answers', async () => {
    addLive();
    const { world } = plane;
    const traffic = startTraffic(world, request({ perSecond: 20 }), unexpected);
    const halfMinute = new Promise<void>((resolve) => world.clock.after(30_001, resolve));
    await world.clock.runUntil(halfMinute);
    traffic.stop();
    while (world.clock.holds > 0) await nextTurn();
    expect(sum(world, 'Invocations', { FunctionName: 'api', Resource: 'api:live' })).toBe(600);
    expect(sum(world, 'Errors', { FunctionName: 'api' })).toBe(0);
    /** Chi-square with one degree of freedom. */
    const oneInAThousand = 10.828;
    const candidate = sum(world, 'Invocations', {
      FunctionName: 'api',
      Resource: 'api:live',
      ExecutedVersion: '2',
    });
    expect((candidate - 150) ** 2 / 150 + (candidate - 150) ** 2 / 450).toBeLessThan(oneInAThousand);
    const id = { namespace: 'AWS/Lambda', name: 'Invocations', dimensions: { FunctionName: 'api' } };
    expect(world.metrics.read(id, 0, Number.POSITIVE_INFINITY).map((bucket) => bucket.atMs)).toEqual([
      noonMs,
    ]);
  });

  it.each([
    [0.5, 60_000, 30],
    [1, 60_000, 60],
    [3, 10_000, 30],
    [7, 10_000, 70],
    [333, 3000, 999],
    [10_000, 1000, 10_000],
  ])('of %d a second is exact after %d ms', async (perSecond, ms, expected) => {
    addLive();
    const hand = handWorld();
    const traffic = startTraffic(hand.world, request({ perSecond }), () => undefined);
    await advance(hand, ms);
    traffic.stop();
    await hand.answerAll();
    expect(hand.calls).toHaveLength(expected);
  });

  it('takes the events in turn', async () => {
    addLive();
    const hand = handWorld();
    const traffic = startTraffic(hand.world, request({ events: ['1', '2', '3'] }), unexpected);
    await advance(hand, 500);
    traffic.stop();
    expect(hand.calls.map((call) => Buffer.from(call.payload).toString())).toEqual(['1', '2', '3', '1', '2']);
  });

  it('waits in silence for a function and an alias that are not there yet, and leaves out that time', async () => {
    const hand = handWorld();
    const traffic = startTraffic(hand.world, request({}), unexpected);
    await advance(hand, 5000);
    const entry = addFunction(plane, 'api', code);
    await advance(hand, 5000);
    expect(hand.calls).toHaveLength(0);
    addVersion(plane, entry, code);
    addAlias(entry, 'live', '1', {});
    await advance(hand, 1000);
    traffic.stop();
    expect(hand.calls).toHaveLength(10);
  });

  it('ends when it is told to', async () => {
    addLive();
    const hand = handWorld();
    const traffic = startTraffic(hand.world, request({}), unexpected);
    await advance(hand, 1000);
    traffic.stop();
    await advance(hand, 1000);
    expect(hand.calls).toHaveLength(10);
    expect(hand.world.clock.holds).toBe(0);
  });

  it('makes the world wait for code that cannot keep up, says so once in ten seconds, and leaves nothing out', async () => {
    addLive();
    const hand = handWorld();
    const { clock } = hand.world;
    const told: Slowed[] = [];
    const traffic = startTraffic(hand.world, request({ perSecond: 100 }), (line) => told.push(line));
    await clock.advance(9000);
    expect(hand.calls).toHaveLength(50);
    expect(clock.holds).toBe(1);
    expect(told).toEqual([{ slowed: true, because: expect.stringContaining('50 requests to api:live') }]);
    await clock.advance(3000);
    expect(told).toHaveLength(2);
    while (hand.calls.length < 1200) await hand.answerAll();
    expect(clock.holds).toBe(1);
    await hand.answerAll();
    expect(clock.holds).toBe(0);
    traffic.stop();
  });

  it('does not make up for time that the world skipped', async () => {
    addLive();
    const hand = handWorld();
    const traffic = startTraffic(hand.world, request({}), unexpected);
    await advance(hand, 1000);
    hand.skip(3_600_000);
    await advance(hand, 1000);
    traffic.stop();
    expect(hand.calls.length).toBeGreaterThanOrEqual(19);
    expect(hand.calls.length).toBeLessThanOrEqual(20);
  });
});
