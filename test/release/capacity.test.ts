import { ShipitError } from '../../src/core/errors';
import {
  type CapacityPorts,
  capacityFor,
  dropCapacity,
  readyCapacity,
  setCapacity,
} from '../../src/release/capacity';
import { FakeClock } from '../clock';
import { fakePorts } from '../fakes';
import fc from '../property';

const version = { functionName: 'orders-api', version: '2' };

function setUp() {
  const clock = new FakeClock(0);
  const fakes = fakePorts(clock);
  fakes.functions.seed('orders-api', [{}, {}]);
  const stop = new AbortController();
  const ports: CapacityPorts = { capacity: fakes.capacity, clock, stop: stop.signal };
  const ready = (amount: number) => clock.runUntil(readyCapacity(ports, { ...version, amount }));
  const set = (amount: number) => clock.runUntil(setCapacity(ports, { ...version, amount }));
  return { clock, fakes, capacity: fakes.capacity, ports, ready, set, stop };
}

describe('the share of a version', () => {
  it('is that of its traffic, rounded up, and one at least', () => {
    expect(capacityFor(10, 10)).toBe(1);
    expect(capacityFor(10, 25)).toBe(3);
    expect(capacityFor(5, 0.1)).toBe(1);
    expect(capacityFor(1000, 0.3)).toBe(3);
    expect(capacityFor(7, 100)).toBe(7);
  });

  it('is nothing of nothing', () => {
    expect(capacityFor(0, 50)).toBe(0);
  });

  it('is never less than the traffic asks for, nor more than one above it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 1000 }), (total, tenths) => {
        const share = capacityFor(total, tenths / 10);
        expect(share * 1000).toBeGreaterThanOrEqual(total * tenths);
        expect((share - 1) * 1000).toBeLessThan(total * tenths);
        expect(share).toBeLessThanOrEqual(total);
      }),
    );
  });
});

describe('a version that needs capacity', () => {
  it('is asked for it once, and looked at until all of it is ready', async () => {
    const { capacity, ready, clock } = setUp();
    capacity.looksUntilReady = 4;
    await ready(5);
    const look = 'read orders-api:2';
    expect(capacity.did).toEqual([look, 'write orders-api:2 5', look, look, look, look, look]);
    expect(clock.nowMs()).toBe(5000 + 7500 + 11_250 + 15_000 + 15_000);
  });

  it('is not asked again when it has that much, or more for the sake of another alias', async () => {
    const { capacity, ready } = setUp();
    await ready(5);
    capacity.did.length = 0;
    await ready(5);
    await ready(3);
    expect(capacity.did).toEqual(['read orders-api:2', 'read orders-api:2']);
  });

  it('waits for what somebody asked for already', async () => {
    const { capacity, ready } = setUp();
    capacity.looksUntilReady = 2;
    await capacity.write('orders-api', '2', 5);
    await ready(5);
    expect(capacity.did.filter((line) => line.startsWith('write'))).toHaveLength(1);
  });

  it('gets more as its weight rises', async () => {
    const { capacity, ready } = setUp();
    await ready(1);
    await ready(5);
    expect(capacity.did.filter((line) => line.startsWith('write'))).toEqual([
      'write orders-api:2 1',
      'write orders-api:2 5',
    ]);
  });

  it('has none at all when its environments cannot start, and AWS says why', async () => {
    const { capacity, ready } = setUp();
    capacity.failing.set('orders-api:2', 'FUNCTION_ERROR_INIT_FAILURE');
    await expect(ready(5)).rejects.toMatchObject({
      code: 'functionFailed',
      message: 'Lambda could not start 5 environments of orders-api:2 ahead: FUNCTION_ERROR_INIT_FAILURE',
    });
    expect(capacity.did.at(-1)).toBe('remove orders-api:2');
  });

  it('gets another try when an earlier one failed', async () => {
    const { capacity, ready } = setUp();
    capacity.failing.set('orders-api:2', 'FUNCTION_ERROR_INIT_FAILURE');
    await capacity.write('orders-api', '2', 5);
    const work = ready(5);
    capacity.failing.clear();
    await work;
    expect(capacity.did.filter((line) => line.startsWith('write'))).toHaveLength(2);
  });

  it('is waited for through a minute without answers, also when the answer to the request itself was lost', async () => {
    const { capacity, ready } = setUp();
    const lost = new ShipitError('unavailable', 'no answer');
    capacity.failNext('write', lost, 'after');
    capacity.failNext('read', lost, 'before');
    await ready(5);
    expect(capacity.did.filter((line) => line.startsWith('write'))).toHaveLength(1);
  });

  it('is given up after twenty minutes', async () => {
    const { capacity, ready, clock } = setUp();
    capacity.looksUntilReady = 1000;
    await expect(ready(5)).rejects.toMatchObject({ code: 'stateTimeout' });
    expect(clock.nowMs()).toBeGreaterThanOrEqual(20 * 60_000);
    expect(clock.nowMs()).toBeLessThan(21 * 60_000);
  });

  it('is not waited for after Ctrl-C', async () => {
    const { capacity, ready, stop } = setUp();
    capacity.looksUntilReady = 1000;
    const work = ready(5);
    stop.abort();
    await expect(work).rejects.toMatchObject({ code: 'interrupted' });
  });

  it('is refused with the way out when its alias has some of its own', async () => {
    const { capacity, ready } = setUp();
    const pointed = 'Version is pointed by a Provisioned Concurrency alias';
    capacity.failNext('write', new ShipitError('conflict', pointed), 'before');
    await expect(ready(5)).rejects.toMatchObject({
      code: 'conflict',
      hint: expect.stringContaining('Take the provisioned concurrency off the aliases'),
    });
  });
});

describe('a number that is set', () => {
  it('is written when it is lower, too', async () => {
    const { capacity, set } = setUp();
    await set(5);
    await set(3);
    await set(3);
    expect(capacity.did.filter((line) => line.startsWith('write'))).toEqual([
      'write orders-api:2 5',
      'write orders-api:2 3',
    ]);
  });

  it('of zero takes it away', async () => {
    const { capacity, set } = setUp();
    await set(5);
    await set(0);
    expect(await capacity.read('orders-api', '2')).toBeNull();
  });
});

describe('a version that was left', () => {
  const described = { description: '' };

  it('gives its capacity back', async () => {
    const { fakes, ready } = setUp();
    await ready(5);
    await fakes.aliases.create(
      { functionName: 'orders-api', alias: 'live' },
      { version: '1', additional: null, ...described },
    );
    expect(await dropCapacity(fakes, version)).toBe(true);
    expect(await fakes.capacity.read('orders-api', '2')).toBeNull();
  });

  it('keeps it while another alias serves it', async () => {
    const { fakes, ready } = setUp();
    await ready(5);
    await fakes.aliases.create(
      { functionName: 'orders-api', alias: 'staging' },
      { version: '2', additional: null, ...described },
    );
    expect(await dropCapacity(fakes, version)).toBe(false);
    expect(await fakes.capacity.read('orders-api', '2')).toMatchObject({ requested: 5 });
  });
});
