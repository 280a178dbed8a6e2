import type { Strategy } from '../../src/config/project';
import { ShipitError } from '../../src/core/errors';
import { Duration, Percent } from '../../src/core/values';
import type { StrategyChoice } from '../../src/plan/choose';
import { type Beyond, planMade } from '../../src/plan/describe';
import { makePlan } from '../../src/plan/make';
import type { Plan } from '../../src/plan/plan';
import { approvalOf, strategyStep } from '../forms';
import {
  noChoice,
  nowMs,
  planScene,
  project,
  refusal,
  type Scene,
  seed,
  spec,
  version,
  world,
} from './scene';

const careful: Strategy = {
  kind: 'canary',
  weight: Percent.of(5),
  bake: Duration.of(120_000),
  approval: null,
  bakeAfter: Duration.of(60_000),
};
const steady: Strategy = {
  kind: 'linear',
  weight: Percent.of(50),
  every: Duration.of(60_000),
  bakeAfter: Duration.of(0),
};

const nothingBeyond: Beyond = { files: new Map(), drift: null };

const api = spec({ rollout: 'careful' });
const web = spec({ key: 'web', name: 'orders-web', rollout: 'steady' });
const job = spec({ key: 'job', name: 'orders-job', rollout: 'steady' });

/** Three functions, all served as version 1 of `one`. */
function scene(change: Partial<Scene>): Scene {
  const fakes = world();
  const specs = [web, job, api];
  for (const { name, alias } of specs) {
    fakes.functions.seed(name, [version('one', {})]);
    fakes.aliases.put({ functionName: name, alias }, { version: '1', additional: null, description: '' });
  }
  const rollouts = { careful, steady };
  return { fakes, specs, rollouts, choice: noChoice, gated: true, code: 'two', ...change };
}

const grouped = (plan: Plan) =>
  plan.rollouts.map(({ name, steps, functions }) => ({
    name,
    steps: steps.map(({ weight, bakeMs }) => `${weight}% ${bakeMs / 1000}s`),
    keys: functions.map(({ spec: { key } }) => key),
  }));

const canary = (bake: number | null): StrategyChoice => ({
  ...noChoice,
  strategy: {
    kind: 'canary',
    weight: Percent.of(10),
    bake: bake === null ? null : Duration.of(bake),
    approval: null,
    bakeAfter: Duration.of(0),
  },
});

describe('which functions move together', () => {
  it('is said by the name of their rollout', async () => {
    expect(grouped(await planScene(scene({})))).toEqual([
      { name: 'careful', steps: ['5% 120s', '100% 60s'], keys: ['api'] },
      { name: 'steady', steps: ['50% 60s', '100% 0s'], keys: ['job', 'web'] },
    ]);
  });

  it('is all of them under a strategy flag, which keeps the bake of the canary it replaces', async () => {
    expect(grouped(await planScene(scene({ choice: canary(null) })))).toEqual([
      { name: 'canary 10%', steps: ['10% 120s', '100% 0s'], keys: ['api', 'job', 'web'] },
    ]);
  });

  it.each<[string, StrategyChoice, string]>([
    ['the bake of the flag itself comes first', canary(30_000), '10% 30s'],
    ['then --bake', { ...canary(null), bake: Duration.of(90_000) }, '10% 90s'],
  ])('%s', async (_, choice, first) => {
    expect(grouped(await planScene(scene({ choice })))[0]?.steps[0]).toBe(first);
  });

  it('is all of them under --rollout, and --bake counts more than what the rollout says', async () => {
    const choice = { strategy: null, rollout: 'careful', bake: Duration.of(30_000) };
    expect(grouped(await planScene(scene({ choice })))).toEqual([
      { name: 'careful', steps: ['5% 30s', '100% 60s'], keys: ['api', 'job', 'web'] },
    ]);
  });

  it('goes by a canary of 10 % for 10 minutes when nobody named a rollout', async () => {
    const specs = [spec({})];
    expect(grouped(await planScene(scene({ specs })))).toEqual([
      { name: 'canary 10%', steps: ['10% 600s', '100% 0s'], keys: ['api'] },
    ]);
  });

  it('may be a preset of CodeDeploy', async () => {
    const specs = [spec({ rollout: 'Canary10Percent5Minutes' })];
    expect(grouped(await planScene(scene({ specs })))[0]?.steps).toEqual(['10% 300s', '100% 0s']);
  });

  it.each(['fast', 'constructor', '__proto__', ''])(
    'is refused for the unknown rollout "%s"',
    async (rollout) => {
      const error = await planScene(scene({ choice: { ...noChoice, rollout } })).catch((thrown) => thrown);
      expect(ShipitError.is(error, 'badFlag')).toBe(true);
      expect(error.message).toContain('careful, steady');
      const inFile = await planScene(scene({ specs: [spec({ rollout })] })).catch((thrown) => thrown);
      expect(ShipitError.is(inFile, 'badConfig')).toBe(true);
    },
  );
});

describe('a plan', () => {
  it('lists functions by key, those without change too, and moves only what changes', async () => {
    const made = scene({ code: 'one' });
    const still = await planScene(made);
    expect(still.functions.map(({ spec: { key }, action }) => `${key} ${action}`)).toEqual([
      'api none',
      'job none',
      'web none',
    ]);
    expect(still.rollouts).toEqual([]);
  });

  it('creates what has no alias, without a rollout', async () => {
    const fakes = world();
    const role = 'arn:aws:iam::123456789012:role/orders';
    const config = { runtime: 'nodejs24.x', handler: 'index.handler', role };
    const plan = await planScene(scene({ fakes, specs: [spec({ config })] }));
    expect(plan.functions[0]).toMatchObject({ action: 'create', reuse: null });
    expect(plan.functions[0]?.changes).toContain('+ handler index.handler');
    expect(plan.functions[0]?.changes.join()).not.toContain('memorySize');
    expect(plan.rollouts).toEqual([]);
  });

  it('creates only the alias where the function is there already', async () => {
    const fakes = world();
    fakes.functions.seed('orders-api', [version('two', {})]);
    const plan = await planScene(scene({ fakes, specs: [spec({})] }));
    expect(plan.functions[0]).toMatchObject({ action: 'create', reuse: '1' });
  });

  it('is about the functions that were prepared for it, not about all of the project', () => {
    const input = { project: project([api, web], {}), functions: [], layers: [], roles: [] };
    expect(makePlan({ ...input, choice: noChoice, gated: true, ignoreFiring: [] }).functions).toEqual([]);
  });

  it('refuses steps that do not rise', () => {
    const choice: StrategyChoice = {
      ...noChoice,
      strategy: { kind: 'steps', steps: [], bakeAfter: Duration.of(0) },
    };
    const fakes = world();
    seed(fakes, [version('one', {})], '');
    return expect(planScene(scene({ fakes, specs: [api], choice }))).rejects.toThrow('it has no steps');
  });
});

describe('the digest of a plan', () => {
  it('is the same for the same plan made again', async () => {
    expect((await planScene(scene({}))).digest).toBe((await planScene(scene({}))).digest);
  });

  it('differs in code, steps, gate, alarms and functions', async () => {
    const plans = await Promise.all([
      planScene(scene({})),
      planScene(scene({ code: 'three' })),
      planScene(scene({ gated: false })),
      planScene(scene({ choice: canary(null) })),
      planScene(scene({ specs: [api] })),
      planScene(scene({ specs: [{ ...api, alarms: ['a'] }] })),
    ]);
    const digests = plans.map(({ digest }) => digest);
    expect(new Set(digests).size).toBe(digests.length);
    expect(digests.every((digest) => /^[0-9a-f]{8}$/.test(digest))).toBe(true);
  });
});

describe('a plan that is told', () => {
  it('names baseline, changes and rollout of every function, and how long each rollout takes', async () => {
    const told = planMade(await planScene(scene({ specs: [web, api] })), nothingBeyond, nowMs);
    expect(told.functions.map(({ key, baseline, rollout }) => [key, baseline, rollout])).toEqual([
      ['api', '1', 'careful'],
      ['web', '1', 'steady'],
    ]);
    expect(told.functions[0]?.changes).toHaveLength(1);
    expect(told.rollouts).toEqual([
      {
        name: 'careful',
        steps: [
          { weight: 5, bakeMs: 120_000 },
          { weight: 100, bakeMs: 60_000 },
        ],
        totalMs: 180_000,
        endsAtMs: nowMs + 180_000,
      },
      { name: 'steady', steps: expect.any(Array), totalMs: 60_000, endsAtMs: nowMs + 60_000 },
    ]);
  });

  it('names what a step asks beside the functions, and for how long it waits for a person', async () => {
    const approval = approvalOf(Duration.of(3_600_000), 'continue');
    const smoke = {
      kind: 'smoke',
      name: 'orders are taken',
      timeout: Duration.of(30_000),
      retries: 0,
      onTimeout: 'fail',
    } as const;
    const first = { ...strategyStep(Percent.of(5), Duration.of(60_000)), alarms: ['burn'], hooks: [smoke] };
    const steps = [first, { ...strategyStep(Percent.of(50), Duration.of(60_000)), approval }];
    const rollouts = { careful: { kind: 'steps', steps, bakeAfter: Duration.of(0) }, steady } as const;
    const told = planMade(await planScene(scene({ rollouts, specs: [api] })), nothingBeyond, nowMs);
    expect(told.rollouts[0]?.steps).toEqual([
      { weight: 5, bakeMs: 60_000, alarms: ['burn'], hooks: ['orders are taken'] },
      { weight: 50, bakeMs: 60_000, approval: { expiresMs: 3_600_000, otherwise: 'continue' } },
      { weight: 100, bakeMs: 0 },
    ]);
  });

  it('gives no rollout to what does not move', async () => {
    const told = planMade(await planScene(scene({ code: 'one', specs: [api] })), nothingBeyond, nowMs);
    expect(told.functions[0]).toMatchObject({ action: 'none', rollout: '', changes: [] });
  });
});

describe('a refusal in a plan', () => {
  it('says where the rollout was named', () => {
    const named = spec({ rollout: 'fast', where: { rollout: 'lambda.config.yaml:12:5' } });
    const fakes = world();
    seed(fakes, [version('one', {})], '');
    return expect(planScene(scene({ fakes, specs: [named] }))).rejects.toThrow('lambda.config.yaml:12:5');
  });

  it('is an error of the test when nothing is refused', () => {
    expect(() => refusal(() => undefined)).toThrow('it was not refused');
  });
});
