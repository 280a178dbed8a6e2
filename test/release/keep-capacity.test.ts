import { ShipitError } from '../../src/core/errors';
import type { Event, EventOf } from '../../src/core/events';
import { CapacityTag, planCapacity, withCapacity } from '../../src/plan/capacity';
import { lookDeeply } from '../../src/plan/look';
import type { FunctionPlan } from '../../src/plan/plan';
import { nothingToKeep } from '../../src/plan/upkeep';
import { bringBack, keepServed, markCapacity, readyFirsts } from '../../src/release/keep-capacity';
import { FakeClock } from '../clock';
import { type Fakes, fakePorts } from '../fakes';
import { spec } from './estate';

function setUp() {
  const clock = new FakeClock(0);
  const fakes = fakePorts(clock);
  const events: Event[] = [];
  const candidates = new Map<string, string>();
  const stop = new AbortController();
  const tell = async (event: Event) => void events.push(event);
  const work = { tell, stop: stop.signal, candidates };
  const told = () =>
    events
      .filter((event): event is EventOf<'capacity.changed'> => event.type === 'capacity.changed')
      .map(({ key, version, amount, ready }) => `${key}:${version} ${amount} ${ready ? 'ready' : 'asked'}`);
  const seed = (key: string) => {
    fakes.functions.seed(`orders-${key}`, [{}, {}]);
    fakes.aliases.put(
      { functionName: `orders-${key}`, alias: 'live' },
      { version: '2', additional: null, description: '' },
    );
  };
  const planned = async (
    key: string,
    { amount, action = 'none', ...change }: { amount: number; action?: string; manage?: 'release' },
  ) => {
    const one = spec(key, { provisionedConcurrency: amount, ...change });
    const live = await lookDeeply(fakes, { functionName: one.name, alias: 'live' });
    const capacity = await planCapacity(fakes.capacity, { spec: one, live, thorough: false });
    const upkeep = withCapacity(nothingToKeep, capacity);
    fakes.capacity.did.length = 0;
    return { spec: one, live, action, upkeep } as unknown as FunctionPlan;
  };
  const keep = async (plan: FunctionPlan) => clock.runUntil(keepServed(fakes, plan, work));
  const first = async (plans: readonly FunctionPlan[]) => clock.runUntil(readyFirsts(fakes, plans, work));
  const tagOf = (key: string) =>
    fakes.functions.version(`orders-${key}`, '$LATEST')?.tags?.[CapacityTag.name];
  return { fakes, clock, seed, planned, keep, first, told, tagOf, candidates, stop };
}

describe('a number that alone changes', () => {
  it('is written to the version that is served, waited for, and kept in a tag', async () => {
    const { fakes, seed, planned, keep, told, tagOf } = setUp();
    seed('api');
    await keep(await planned('api', { amount: 5 }));
    expect(told()).toEqual(['api:2 5 asked', 'api:2 5 ready']);
    expect(await fakes.capacity.read('orders-api', '2')).toMatchObject({ requested: 5, status: 'READY' });
    expect(tagOf('api')).toBe('live.2.5');
    expect((await planned('api', { amount: 5 })).upkeep.capacity).toBeNull();
    expect(fakes.capacity.did).toEqual([]);
  });

  it('is taken away with the last of it', async () => {
    const { fakes, seed, planned, keep, told } = setUp();
    seed('api');
    await fakes.capacity.write('orders-api', '2', 5);
    await keep(await planned('api', { amount: 0 }));
    expect(fakes.capacity.did).toEqual(['remove orders-api:2']);
    expect(told()).toEqual(['api:2 0 ready']);
  });

  it('that is as declared costs no call', async () => {
    const { fakes, seed, planned, keep } = setUp();
    seed('api');
    await fakes.capacity.write('orders-api', '2', 5);
    await keep(await planned('api', { amount: 5 }));
    expect(fakes.capacity.did).toEqual([]);
    expect(fakes.settings.did).toEqual([]);
  });

  it('is left to the rollout where a new version comes', async () => {
    const { fakes, seed, planned, keep } = setUp();
    seed('api');
    await keep(await planned('api', { amount: 5, action: 'update' }));
    expect(fakes.capacity.did).toEqual([]);
  });

  it('that cannot be had leaves what was there, and a tag that nobody believes', async () => {
    const { fakes, seed, planned, keep, told, tagOf } = setUp();
    seed('api');
    await keep(await planned('api', { amount: 3 }));
    const plan = await planned('api', { amount: 5 });
    fakes.capacity.failing.set('orders-api:2', 'FUNCTION_ERROR_INIT_FAILURE');
    await expect(keep(plan)).rejects.toMatchObject({ code: 'functionFailed' });
    expect(fakes.capacity.did.slice(-2)).toEqual(['remove orders-api:2', 'write orders-api:2 3']);
    expect(told().at(-1)).toBe('api:2 5 asked');
    expect(tagOf('api')).toBe('unfinished');
  });

  it('that had nothing before has nothing after it failed', async () => {
    const { fakes, seed, planned, keep } = setUp();
    seed('api');
    const plan = await planned('api', { amount: 5 });
    fakes.capacity.failing.set('orders-api:2', 'FUNCTION_ERROR_INIT_FAILURE');
    fakes.capacity.failNext('remove', new ShipitError('unavailable', 'no answer'), 'before');
    await expect(keep(plan)).rejects.toMatchObject({ code: 'functionFailed' });
    expect(await fakes.capacity.read('orders-api', '2')).toBeNull();
  });

  it('is written, and no tag, where the settings belong to another tool', async () => {
    const { fakes, seed, planned, keep, tagOf } = setUp();
    seed('api');
    await keep(await planned('api', { amount: 5, manage: 'release' }));
    expect(await fakes.capacity.read('orders-api', '2')).toMatchObject({ requested: 5 });
    expect(tagOf('api')).toBeUndefined();
  });
});

describe('first versions', () => {
  it('have theirs before their aliases are made', async () => {
    const { fakes, planned, first, told, candidates } = setUp();
    fakes.functions.seed('orders-api', [{}]);
    candidates.set('api', '1');
    await first([await planned('api', { amount: 5, action: 'create' })]);
    expect(told()).toEqual(['api:1 5 asked', 'api:1 5 ready']);
  });

  it('all give it back when one of them cannot start', async () => {
    const { fakes, planned, first, candidates } = setUp();
    const plans: FunctionPlan[] = [];
    for (const key of ['api', 'worker']) {
      fakes.functions.seed(`orders-${key}`, [{}]);
      candidates.set(key, '1');
      plans.push(await planned(key, { amount: 5, action: 'create' }));
    }
    fakes.capacity.failing.set('orders-worker:1', 'FUNCTION_ERROR_INIT_FAILURE');
    await expect(first(plans)).rejects.toMatchObject({ code: 'functionFailed' });
    for (const key of ['api', 'worker']) expect(await fakes.capacity.read(`orders-${key}`, '1')).toBeNull();
  });

  it('are not asked about where the file says nothing', async () => {
    const { fakes, planned, first, candidates } = setUp();
    fakes.functions.seed('orders-api', [{}]);
    candidates.set('api', '1');
    await first([await planned('api', { amount: 0, action: 'create' })]);
    expect(fakes.capacity.did).toEqual([]);
  });
});

describe('after somebody went back by hand', () => {
  const went = { from: '2', to: '1' };
  const declared = (amount: number | null) => ({
    ...went,
    spec: spec('api', { provisionedConcurrency: amount }),
  });

  async function back(amount: number | null, prepare: (fakes: Fakes) => void) {
    const { fakes, seed } = setUp();
    seed('api');
    const live = { functionName: 'orders-api', alias: 'live' };
    fakes.aliases.put(live, { version: '1', additional: null, description: '' });
    await fakes.capacity.write('orders-api', '2', 5);
    prepare(fakes);
    fakes.capacity.did.length = 0;
    const events: Event[] = [];
    await bringBack(fakes, declared(amount), async (event) => void events.push(event));
    const writes = fakes.capacity.did.filter((line) => !line.startsWith('read'));
    return { writes, events };
  }

  it('the version that serves again is asked for its own, and the other gives it back', async () => {
    const { writes, events } = await back(5, () => undefined);
    expect(writes).toEqual(['remove orders-api:2', 'write orders-api:1 5']);
    expect(events).toMatchObject([
      { version: '2', amount: 0, ready: true },
      { version: '1', amount: 5, ready: false },
    ]);
  });

  it('what it never lost is not written', async () => {
    const { writes } = await back(5, (fakes) => void fakes.capacity.write('orders-api', '1', 5));
    expect(writes).toEqual(['remove orders-api:2']);
  });

  it('nothing happens where nothing is declared', async () => {
    expect(await back(null, () => undefined)).toEqual({ writes: [], events: [] });
    expect((await back(0, () => undefined)).writes).toEqual(['remove orders-api:2']);
  });

  it('what AWS refuses is told, and no failure', async () => {
    const refuse = (fakes: Fakes) =>
      fakes.capacity.failNext('write', new ShipitError('invalid', 'too many'), 'before');
    const { events } = await back(5, refuse);
    expect(events.at(-1)).toMatchObject({
      type: 'warning',
      message: 'api: the provisioned concurrency did not move back to version 1: too many',
    });
  });
});

it('after a rollout the tag says which version has how much', async () => {
  const { fakes, seed, planned, tagOf } = setUp();
  seed('api');
  await markCapacity(fakes, await planned('api', { amount: 5, action: 'update' }), '2');
  expect(tagOf('api')).toBe('live.2.5');
});
