/** Which environment serves whom, with environments that are started and ready when the test says so. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { VersionConfig, VersionEntry } from '../../src/local/lambda/book';
import type { Environment } from '../../src/local/runtime/environment';
import type { RuntimeCall, RuntimeResult } from '../../src/local/runtime/pool';
import type { Pool } from '../../src/local/runtime/pool-state';
import { Pools } from '../../src/local/runtime/pools';
import { FakeClock } from '../clock';

const minuteMs = 60_000;
const config = { CodeSha256: 'one' } as VersionConfig;
const result: RuntimeResult = {
  payload: Buffer.from('1'),
  functionError: null,
  logTail: '',
  durationMs: 1,
  initMs: null,
};

/** Answers at once, and is idle again in the next turn. */
class FakeEnvironment {
  idleSinceMs = 0;
  wasReady = false;
  isOver = false;
  calls = 0;

  constructor(
    private readonly pool: Pool,
    readonly provisioned: boolean,
    private readonly house: House,
  ) {}

  async run(): Promise<RuntimeResult> {
    this.calls += 1;
    await nextTurn();
    this.offer();
    return result;
  }

  offer(): void {
    this.wasReady = true;
    this.idleSinceMs = this.house.real.monotonicMs();
    this.house.pools.onIdle(this.pool, this.seen);
  }

  /** It ends by itself. */
  die(): void {
    this.isOver = true;
    this.house.pools.onEnd(this.pool, this.seen);
  }

  async end(): Promise<void> {
    this.isOver = true;
    await nextTurn();
    this.house.pools.onEnd(this.pool, this.seen);
  }

  get seen(): Environment {
    return this as unknown as Environment;
  }
}

class House {
  readonly real = new FakeClock(0);
  readonly started: FakeEnvironment[] = [];
  readonly kept: { [version: string]: number } = {};
  readonly pools = new Pools({
    real: this.real,
    perVersion: 3,
    perWorld: 6,
    kept: (_, version) => this.kept[version] ?? 0,
    start: async (pool, provisioned) => {
      const environment = new FakeEnvironment(pool, provisioned, this);
      this.started.push(environment);
      return environment.seen;
    },
  });

  call(version: string): Promise<RuntimeResult> {
    return this.pools.run(callOf(version), config);
  }

  provision(version: string): Promise<boolean> {
    return this.pools.provision(callOf(version), config);
  }

  /** Whatever was started is ready. */
  async allReady(): Promise<void> {
    await nextTurn();
    for (const environment of this.started) if (!environment.wasReady) environment.offer();
    await nextTurn();
  }

  get alive(): number {
    return this.started.filter(({ isOver }) => !isOver).length;
  }
}

const callOf = (version: string): RuntimeCall => ({
  functionName: 'api',
  invokedArn: '',
  version: { version } as VersionEntry,
  payload: Buffer.from('{}'),
  requestId: '',
  clientContext: null,
});

let house: House;
beforeEach(() => {
  house = new House();
});
afterEach(() => house.pools.close());

describe('an idle environment', () => {
  test('is taken by the next call, and ends when nobody has needed it for five minutes', async () => {
    const first = house.call('1');
    await house.allReady();
    await first;
    await house.real.advance(4 * minuteMs);
    await house.call('1');
    await house.real.advance(4 * minuteMs);
    expect([house.started.length, house.alive]).toEqual([1, 1]);
    await house.real.advance(2 * minuteMs);
    expect(house.alive).toBe(0);
    const next = house.call('1');
    await house.allReady();
    expect(await next).toBe(result);
    expect(house.started).toHaveLength(2);
  });

  test('makes room for a version that has none when the world is full', async () => {
    for (const version of ['1', '2', '3', '4', '5', '6', '7']) {
      const called = house.call(version);
      await house.allReady();
      await called;
      await house.real.advance(1000);
    }
    expect(house.started).toHaveLength(7);
    expect(house.started[0]?.isOver).toBe(true);
    expect(house.alive).toBe(6);
  });
});

describe('provisioned environments', () => {
  test('start ahead, within what the machine holds, and stay however long nobody calls', async () => {
    house.kept['1'] = 50;
    const provisioned = house.provision('1');
    await house.allReady();
    expect(await provisioned).toBe(true);
    expect(house.started.map((environment) => environment.provisioned)).toEqual([true, true, true]);
    await house.real.advance(60 * minuteMs);
    expect(house.alive).toBe(3);
    house.kept['1'] = 1;
    await house.real.advance(minuteMs);
    expect(house.alive).toBe(1);
  });

  test('leave half of the machine to others', async () => {
    house.kept['1'] = 2;
    house.kept['2'] = 3;
    const both = [house.provision('1'), house.provision('2')];
    await house.allReady();
    expect(await Promise.all(both)).toEqual([true, true]);
    expect(house.alive).toBe(3);
    for (const version of ['3', '4', '5', '6', '7']) {
      const called = house.call(version);
      await house.allReady();
      await called;
    }
    expect(
      house.started.filter((environment) => environment.provisioned && !environment.isOver),
    ).toHaveLength(3);
  });

  test('are ready when nothing had to be started', async () => {
    expect(await house.provision('1')).toBe(true);
    expect(house.started).toEqual([]);
  });

  test('have failed when one ends before it was ready', async () => {
    house.kept['1'] = 2;
    const provisioned = house.provision('1');
    await nextTurn();
    house.started[0]?.die();
    expect(await provisioned).toBe(false);
  });

  test('are replaced when one dies at work', async () => {
    house.kept['1'] = 1;
    const provisioned = house.provision('1');
    await house.allReady();
    await provisioned;
    house.started[0]?.die();
    await house.allReady();
    expect([house.started.length, house.alive]).toEqual([2, 1]);
  });
});
