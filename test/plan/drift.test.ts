import type { Role } from '../../src/core/lambda';
import { driftOf } from '../../src/plan/drift';
import type { FunctionPlan, RolePlan, Upkeep } from '../../src/plan/plan';
import { roleLines, wantedRole } from '../../src/plan/roles';
import { nothingToKeep } from '../../src/plan/upkeep';
import { digestOf } from '../fakes/functions';
import fc from '../property';
import { ground, marks, noChoice, planScene, roleSpec, seed, spec, version, world } from './scene';

/** What is served is `one`; the project file wants the same. */
async function planned(change: (fakes: ReturnType<typeof world>) => void, upkeep: Partial<Upkeep> = {}) {
  const fakes = world();
  seed(fakes, [version('one', {})], '');
  change(fakes);
  const scene = { fakes, specs: [spec({})], rollouts: {}, choice: noChoice, gated: true, code: 'one' };
  const [made] = (await planScene(scene)).functions;
  return { ...made, upkeep: { ...nothingToKeep, ...upkeep } } as FunctionPlan;
}

const role = wantedRole({ spec: { ...spec({}), role: roleSpec() }, config: {}, ground, marks });
const rolePlan = (live: Role | null): RolePlan => ({
  wanted: role,
  live,
  key: 'api',
  changes: roleLines(live, role),
});

describe('drift', () => {
  it('is nothing while nobody changed anything', async () => {
    expect(driftOf(await planned(() => {}), [])).toEqual([]);
  });

  it('is code and configuration of $LATEST that nobody released', async () => {
    const drifted = await planned(({ functions }) =>
      functions.touch('orders-api', version('by hand', { memorySize: 999, description: 'tried out' })),
    );
    expect(driftOf(drifted, [])).toEqual([
      expect.stringMatching(/^~ code [0-9a-f]{8} -> [0-9a-f]{8} in \$LATEST, not released$/),
      '~ memorySize 128 -> 999 in $LATEST, not released',
    ]);
  });

  it('shows no value of the environment', async () => {
    const drifted = await planned(({ functions }) =>
      functions.touch('orders-api', {
        ...version('one', { environment: { TOKEN: 'hunter2' } }),
        digest: digestOf('one'),
      }),
    );
    expect(driftOf(drifted, []).join()).toMatch(/^\+ environment.TOKEN \([0-9a-f]{8}\)/);
  });

  it('are settings that are no longer as they were written, from what was written to what is there', async () => {
    const wanted = { reservedConcurrency: 10, tags: { team: 'blue sky', 'cost -> center': '1' } };
    const before = { reservedConcurrency: 20, tags: { team: 'red -> green' } };
    expect(driftOf(await planned(() => {}, { wanted, before, written: true }), [])).toEqual([
      '~ reservedConcurrency 10 -> 20',
      '- tags.cost -> center 1',
      '~ tags.team blue sky -> red -> green',
    ]);
  });

  it('are not settings that the project file changed since: that is what the plan is about', async () => {
    const upkeep = {
      wanted: { reservedConcurrency: 10 },
      before: { reservedConcurrency: 20 },
      written: false,
    };
    expect(driftOf(await planned(() => {}, upkeep), [])).toEqual([]);
  });

  it('is what somebody did to the role, the boundary too, and that it is gone', async () => {
    const made = await planned(() => {});
    const live = { ...role, managed: ['arn:admin'], boundary: 'arn:limit' };
    expect(driftOf(made, [rolePlan(live)])).toEqual([
      '+ orders-api-role: managed arn:admin',
      '~ orders-api-role: boundary none -> arn:limit',
    ]);
    expect(driftOf(made, [rolePlan(null)])[0]).toBe('- role orders-api-role');
    const trusting = { ...role, trust: '{"Statement":[{"Principal":"*"}]}' };
    expect(driftOf(made, [rolePlan(trusting)])).toEqual([
      '~ orders-api-role: trust others than Lambda alone, {"Statement":[{"Principal":"*"}]}',
    ]);
  });

  it('is of nobody where no version is served yet', async () => {
    const fakes = world();
    fakes.functions.seed('orders-api', [version('one', {})]);
    const scene = { fakes, specs: [spec({})], rollouts: {}, choice: noChoice, gated: true, code: 'one' };
    const [made] = (await planScene(scene)).functions;
    expect(driftOf(made as FunctionPlan, [rolePlan(null)])).toEqual([]);
  });

  it('says of each setting the opposite of what the plan would do about it', async () => {
    const made = await planned(() => {});
    fc.assert(
      fc.property(fc.option(fc.nat()), fc.option(fc.nat()), (wanted, before) => {
        fc.pre(wanted !== before);
        const upkeep = {
          ...nothingToKeep,
          wanted: { logRetention: wanted },
          before: { logRetention: before },
        };
        const [line] = driftOf({ ...made, upkeep }, []);
        const sign = wanted === null ? '+' : before === null ? '-' : '~';
        expect(line?.[0]).toBe(sign);
      }),
    );
  });
});
