/** What a journal keeps of a plan. */
import { planKept, planMade } from '../../src/plan/describe';
import type { Plan } from '../../src/plan/plan';
import type { FakeClock } from '../clock';
import { noChoice, planScene, spec, version, world } from './scene';

async function planOf(count: number, changes: readonly string[]): Promise<Plan> {
  const fakes = world();
  const keys = Array.from({ length: count }, (_, index) => `f${index}`);
  for (const key of [...keys, 'same']) {
    fakes.functions.seed(`orders-${key}`, [version(key === 'same' ? 'two' : 'one', {})]);
    fakes.aliases.put(
      { functionName: `orders-${key}`, alias: 'live' },
      { version: '1', additional: null, description: '' },
    );
  }
  const specs = [...keys, 'same'].map((key) => spec({ key, name: `orders-${key}` }));
  const planned = { fakes, specs, rollouts: {}, choice: noChoice, gated: true, code: 'two' };
  const plan = await (fakes.clock as FakeClock).runUntil(planScene(planned));
  const functions = plan.functions.map((one) =>
    one.action === 'none' ? one : { ...one, changes, notes: changes },
  );
  return { ...plan, functions };
}

const nothing = { files: new Map(), drift: null };

describe('the plan in the journal of a release', () => {
  it('is what was told, without what does not change', async () => {
    const plan = await planOf(2, ['~ code 1a2b3c4d -> 5e6f7a8b']);
    const made = planMade(plan, nothing, 7);
    const kept = planKept(plan, 7);
    expect(made.functions.map(({ key }) => key)).toEqual(['f0', 'f1', 'same']);
    expect(kept).toEqual({ ...made, functions: made.functions.slice(0, 2) });
    expect(kept.functions[0]?.code?.digest).toMatch(/^[\w+/=]{44}$/);
  });

  it('of five hundred functions that change much is no burden', async () => {
    const changes = Array.from(
      { length: 200 },
      (_, index) => `~ environment.NAME_${index} (set) -> (set anew)`,
    );
    const kept = planKept(await planOf(500, changes), 7);
    expect(JSON.stringify(kept).length).toBeLessThan(700_000);
    expect(kept.functions).toHaveLength(500);
    const [one] = kept.functions;
    expect(one?.changes.slice(0, 2)).toEqual(changes.slice(0, 2));
    expect(one?.changes.at(-1)).toBe(`and ${200 - ((one?.changes.length ?? 0) - 1)} more`);
  });

  it('keeps no line that is longer than all its room', async () => {
    const [one] = planKept(await planOf(1, ['x'.repeat(1_000_000), 'y']), 7).functions;
    expect(one?.changes).toEqual(['and 2 more']);
  });
});
