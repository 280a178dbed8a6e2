import type { FunctionSpec } from '../../src/config/project';
import { ShipitError } from '../../src/core/errors';
import { CapacityTag, planCapacity, withCapacity } from '../../src/plan/capacity';
import { lookDeeply } from '../../src/plan/look';
import { nothingToKeep } from '../../src/plan/upkeep';
import type { Fakes } from '../fakes';
import { live, noChoice, planScene, seed, spec, version, world } from './scene';

const declared = (amount: number | null) => spec({ provisionedConcurrency: amount });

/** Version 2 is served. */
function estate(amount: number): Fakes {
  const fakes = world();
  seed(fakes, [version('one', {}), version('two', {})], '');
  if (amount > 0) void fakes.capacity.write('orders-api', '2', amount);
  fakes.capacity.did.length = 0;
  return fakes;
}

async function plan(fakes: Fakes, one: FunctionSpec, thorough = false) {
  return planCapacity(fakes.capacity, { spec: one, live: await lookDeeply(fakes, live), thorough });
}

const tag = (fakes: Fakes, text: string) =>
  fakes.functions.attach('orders-api', { tags: { [CapacityTag.name]: text } });

describe('provisioned concurrency in a plan', () => {
  it('is left alone, and not asked about, where the file says nothing', async () => {
    const fakes = estate(5);
    expect(await plan(fakes, declared(null), true)).toBeNull();
    expect(fakes.capacity.did).toEqual([]);
  });

  it('is one line that says what it was', async () => {
    const line = async (before: number, wanted: number) =>
      withCapacity(nothingToKeep, await plan(estate(before), declared(wanted))).changes;
    expect(await line(0, 5)).toEqual(['+ provisionedConcurrency 5']);
    expect(await line(3, 5)).toEqual(['~ provisionedConcurrency 3 -> 5']);
    expect(await line(3, 0)).toEqual(['- provisionedConcurrency 3']);
    expect(await line(5, 5)).toEqual([]);
    expect(await line(0, 0)).toEqual([]);
  });

  it('of a version that could not start any is none', async () => {
    const fakes = estate(5);
    fakes.capacity.failing.set('orders-api:2', 'FUNCTION_ERROR_INIT_FAILURE');
    expect(await plan(fakes, declared(5))).toMatchObject({ before: 0, wanted: 5 });
  });

  it('of a function that nobody calls yet is all new, without a question', async () => {
    const fakes = world();
    expect(await plan(fakes, declared(5))).toEqual({ version: null, before: 0, wanted: 5, written: false });
    expect(await plan(fakes, declared(0))).toBeNull();
    expect(fakes.capacity.did).toEqual([]);
  });
});

describe('the tag of the function', () => {
  it('spares the question as long as the same version is served and the same is declared', async () => {
    const fakes = estate(5);
    tag(fakes, CapacityTag.of(declared(5), '2', 5));
    expect(await plan(fakes, declared(5))).toBeNull();
    expect(fakes.capacity.did).toEqual([]);
    expect(await plan(fakes, declared(6))).toMatchObject({ before: 5, wanted: 6 });
    tag(fakes, CapacityTag.of(declared(5), '1', 5));
    expect(await plan(fakes, declared(5))).toBeNull();
    expect(fakes.capacity.did).toEqual(['read orders-api:2', 'read orders-api:2']);
  });

  it('does not speak for another alias of the function', async () => {
    const fakes = estate(0);
    tag(fakes, CapacityTag.of({ ...declared(5), alias: 'staging' }, '2', 5));
    expect(await plan(fakes, declared(5))).toMatchObject({ before: 0, wanted: 5 });
  });

  it('is not believed by whoever looks for what somebody else changed', async () => {
    const fakes = estate(2);
    tag(fakes, CapacityTag.of(declared(5), '2', 5));
    expect(await plan(fakes, declared(5), true)).toEqual({
      version: '2',
      before: 2,
      wanted: 5,
      written: true,
    });
  });
});

describe('a plan', () => {
  const scene = (fakes: Fakes, one: FunctionSpec, code: string) =>
    planScene({ fakes, specs: [one], rollouts: {}, choice: noChoice, gated: true, code });

  it('where only the number differs has no rollout, and says that it lasts until all are ready', async () => {
    const made = await scene(estate(0), declared(5), 'two');
    expect(made.rollouts).toEqual([]);
    expect(made.functions[0]).toMatchObject({
      action: 'none',
      upkeep: { capacity: { version: '2', before: 0, wanted: 5 } },
      notes: [expect.stringContaining('ready, which takes minutes')],
    });
  });

  it('of new code says that both versions have theirs for a while', async () => {
    const made = await scene(estate(5), declared(5), 'three');
    expect(made.functions[0]?.notes).toEqual([expect.stringContaining('before each step')]);
  });

  it('is another one with another number, or over another one that is live', async () => {
    const five = await scene(estate(0), declared(5), 'two');
    const six = await scene(estate(0), declared(6), 'two');
    const over = await scene(estate(1), declared(5), 'two');
    expect(six.digest).not.toBe(five.digest);
    expect(over.reality).not.toBe(five.reality);
  });

  it('fails where it may not be read, because a guess could take it away', async () => {
    const fakes = estate(5);
    fakes.capacity.failNext('read', new ShipitError('accessDenied', 'lambda:Get...'), 'before');
    await expect(scene(fakes, declared(5), 'two')).rejects.toMatchObject({ code: 'accessDenied' });
  });
});
