import type { FunctionSpec, Guard, Project } from '../../../src/config/project';
import { Duration, Percent } from '../../../src/core/values';
import type { StrategyChoice } from '../../../src/plan/choose';
import { preflight, refusalOf } from '../../../src/plan/preflight';
import type { Fakes } from '../../fakes';
import { someConfig } from '../../fakes/functions';
import { strategyStep } from '../../forms';
import { allAtOnce, check, noOptions, passes, refusedBy, type Setup, titles } from '../checking';
import { noChoice, nowMs, planScene, spec, world } from '../scene';

const aliasErrors = 'shipit-orders-api.live.errors';

describe('alarms', () => {
  const named: Partial<FunctionSpec> = {
    alarms: ['errors'],
    where: { 'alarms.0': 'lambda.config.yaml:9:7' },
  };
  const alarm = (change: Parameters<Fakes['alarms']['set']>[1]) => (fakes: Fakes) =>
    fakes.alarms.set('errors', change);

  it('must exist: CloudWatch leaves unknown names out without a word', async () => {
    const [title, [problem]] = await refusedBy({ spec: named });
    expect(title).toBe(titles.alarms);
    expect(problem).toContain('lambda.config.yaml:9:7: alarm errors does not exist');
  });

  it('must not be in ALARM, and the refusal says since when and why', async () => {
    const prepare = alarm({ state: 'ALARM', reason: '3 of 3 breached.', sinceMs: nowMs - 60_000 });
    const [title, [problem]] = await refusedBy({ spec: named, prepare });
    expect(title).toBe(titles.alarms);
    expect(problem).toContain('in ALARM since 2026-11-20T11:59:00.000Z (3 of 3 breached.): wait');
  });

  it('must be readable whole', async () => {
    expect((await refusedBy({ spec: named, prepare: alarm({ partial: true }) }))[1][0]).toContain(
      'could not read',
    );
  });

  it('may have no data: idle functions live there', () =>
    passes({ spec: named, prepare: alarm({ state: 'INSUFFICIENT_DATA' }) }));

  it('must fit into the bake', async () => {
    const [, [problem]] = await refusedBy({ spec: named, prepare: alarm({ windowMs: 900_000 }) });
    expect(problem).toContain(
      'the step of 10% bakes 10m, but alarm errors looks at 15m: bake at least that long (--bake 15m)',
    );
    await passes({ spec: named, prepare: alarm({ windowMs: 600_000 }) });
    await passes({ spec: named, prepare: alarm({ windowMs: null }) });
    await passes({ spec: named, prepare: alarm({ windowMs: 900_000 }), choice: allAtOnce });
  });

  it('are asked for once, however many functions name them', async () => {
    const { fakes } = await check({ spec: { alarms: ['errors', 'errors'] }, prepare: alarm({}) });
    expect(fakes.alarms.did).toEqual(['read errors']);
  });

  it('are not asked with --no-gate, which warns that nothing watches', async () => {
    const { checks, fakes } = await check({ spec: named, gated: false, prepare: alarm({ state: 'ALARM' }) });
    expect(refusalOf(checks)).toBeNull();
    expect(fakes.alarms.did).toEqual([]);
    expect(checks.flatMap(({ warnings }) => warnings).join()).toContain('--no-gate');
  });

  it('of a first deploy must exist but may be in ALARM: nothing moves', async () => {
    const fakes = world();
    fakes.alarms.set('errors', { state: 'ALARM' });
    const specs = [spec({ alarms: ['errors', 'gone'], config: someConfig })];
    const plan = await planScene({ fakes, specs, rollouts: {}, choice: noChoice, gated: true, code: 'one' });
    const refused = refusalOf(await preflight(fakes, plan, noOptions));
    expect(refused?.problems).toHaveLength(1);
    expect(refused?.message).toContain('alarm gone does not exist');
  });
});

describe('alarms of a step', () => {
  const step = { ...strategyStep(Percent.of(10), Duration.of(300_000)), alarms: ['orders'] };
  const rollouts: Project['rollouts'] = {
    careful: { kind: 'steps', steps: [step], bakeAfter: Duration.of(0) },
  };
  const setup = (change: Parameters<Fakes['alarms']['set']>[1] | null): Setup => ({
    rollouts,
    choice: { ...noChoice, rollout: 'careful' },
    prepare: (fakes) => (change === null ? undefined : fakes.alarms.set('orders', change)),
  });

  it('must exist, be quiet and fit the bake of that step', async () => {
    await passes(setup({ windowMs: 300_000 }));
    expect((await refusedBy(setup(null)))[1]).toEqual([
      'rollout careful, the step of 10%: alarm orders does not exist in this account and region: correct the name, or create it',
    ]);
    expect((await refusedBy(setup({ state: 'ALARM' })))[1][0]).toContain('alarm orders is in ALARM');
    expect((await refusedBy(setup({ windowMs: 600_000 })))[1][0]).toContain(
      'the step of 10% bakes 5m, but alarm orders looks at 10m',
    );
  });
});

describe('alarms while all is watched at 100%', () => {
  const setup = (bakeAfterMs: number, windowMs = 180_000): Setup => {
    const steps = [strategyStep(Percent.of(10), Duration.of(600_000))];
    const careful = { kind: 'steps', steps, bakeAfter: Duration.of(bakeAfterMs) } as const;
    const prepare = (fakes: Fakes) => fakes.alarms.set('errors', { windowMs });
    const choice = { ...noChoice, rollout: 'careful' };
    return { spec: { alarms: ['errors'] }, rollouts: { careful }, choice, prepare };
  };

  it('must fit into bakeAfter, which may be left out', async () => {
    expect((await refusedBy(setup(60_000)))[1]).toEqual([
      'rollout careful: bakeAfter is 1m, but alarm errors looks at 3m: set bakeAfter to at least 3m, or leave it out, or shorten the alarm',
    ]);
    await passes(setup(180_000));
    await passes(setup(0));
  });

  it('of shipit itself cannot be shortened', async () => {
    const spec: Partial<FunctionSpec> = { ownAlarms: [{ kind: 'errors', threshold: null }] };
    expect((await refusedBy({ ...setup(60_000), spec }))[1]).toEqual([
      `rollout careful: bakeAfter is 1m, but alarm ${aliasErrors} looks at 3m: set bakeAfter to at least 3m, or leave it out`,
    ]);
  });

  it('are refused for the first step that is too short', async () => {
    expect((await refusedBy(setup(60_000, 900_000)))[1]).toEqual([
      expect.stringContaining('the step of 10% bakes 10m, but alarm errors looks at 15m'),
    ]);
  });

  it('must fit the bake of the only step, which --bake sets', async () => {
    const choice: StrategyChoice = { ...allAtOnce, bake: Duration.of(60_000) };
    const [, [problem]] = await refusedBy({ ...setup(0), choice });
    expect(problem).toContain(
      'the step of 100% bakes 1m, but alarm errors looks at 3m: bake at least that long (--bake 3m)',
    );
    await passes({ ...setup(0), choice: { ...allAtOnce, bake: Duration.of(180_000) } });
  });
});

describe('alarms that may not veto', () => {
  const named: Partial<FunctionSpec> = { alarms: ['errors', 'slow'] };
  const prepare = (fakes: Fakes): void => {
    fakes.alarms.set('errors', { state: 'ALARM', reason: '3 of 3', sinceMs: nowMs, windowMs: 900_000 });
    fakes.alarms.set('slow', {});
  };
  const warningsOf = async (setup: Setup) => (await check(setup)).checks.flatMap(({ warnings }) => warnings);

  it('are warned of when they fire, by the flag or by the guard, and need no time', async () => {
    const byFlag = { spec: named, prepare, options: { ignoreFiring: ['errors'] } };
    await passes(byFlag);
    expect(await warningsOf(byFlag)).toEqual([
      'alarm errors is in ALARM since 2026-11-20T12:00:00.000Z (3 of 3): it cannot stop this release, by --ignore-firing',
    ]);
    const byGuard = { spec: named, prepare, guard: { ignoreFiring: ['errors', 'elsewhere'] } };
    await passes(byGuard);
    expect((await warningsOf(byGuard))[0]).toContain('by ignoreFiring of the guard');
    expect((await check(byFlag)).plan.ignored).toEqual(['errors']);
  });

  it('are part of the course: whoever takes over listens to the same', async () => {
    const { plan } = await check({ spec: named, prepare });
    const ignoring = await check({ spec: named, prepare, options: { ignoreFiring: ['errors'] } });
    expect(ignoring.plan.course).not.toBe(plan.course);
  });

  it('are refused by name when nobody watches them', async () => {
    const [title, problems] = await refusedBy({
      spec: named,
      prepare,
      options: { ignoreFiring: ['errors', 'slwo'] },
    });
    expect(title).toBe(titles.alarms);
    expect(problems).toEqual([
      '--ignore-firing slwo: no alarm of that name watches this release; these do: errors, slow',
    ]);
    expect((await refusedBy({ options: { ignoreFiring: ['slow'] } }))[1][0]).toContain('no alarm does');
  });
});

describe('an alarm without data', () => {
  const setup = (insufficientData: Guard['insufficientData'], change: Partial<Setup> = {}): Setup => ({
    spec: { alarms: ['errors'] },
    prepare: (fakes) => fakes.alarms.set('errors', { state: 'INSUFFICIENT_DATA', sinceMs: nowMs }),
    guard: { insufficientData },
    ...change,
  });

  it('is refused where the guard takes that for a failure, with the ways out', async () => {
    const [, [problem]] = await refusedBy(setup('fail'));
    expect(problem).toContain('errors has no data since 2026-11-20T12:00:00.000Z');
    expect(problem).toContain('set insufficientData to hold or pass, or pass --ignore-firing errors');
    await passes(setup('fail', { options: { ignoreFiring: ['errors'] } }));
  });

  it('is a warning where the guard waits for it, and nothing where it passes', async () => {
    const { checks } = await check(setup('hold'));
    expect(refusalOf(checks)).toBeNull();
    expect(checks.flatMap(({ warnings }) => warnings).join()).toContain(
      'the release waits until it has some',
    );
    expect((await check(setup('pass'))).checks.flatMap(({ warnings }) => warnings)).toEqual([]);
  });

  it('of those that shipit makes says nothing', () =>
    passes({
      spec: { ownAlarms: [{ kind: 'errors', threshold: null }] },
      prepare: (fakes) => fakes.alarms.set(aliasErrors, { state: 'INSUFFICIENT_DATA' }),
      guard: { insufficientData: 'fail' },
    }));
});

describe('alarms that shipit makes', () => {
  const own: Partial<FunctionSpec> = { ownAlarms: [{ kind: 'errors', threshold: null }] };

  it('need not exist yet, but have to be quiet when they do', async () => {
    await passes({ spec: own });
    const prepare = (fakes: Fakes) => fakes.alarms.set(aliasErrors, { state: 'ALARM' });
    expect((await refusedBy({ spec: own, prepare }))[1][0]).toContain(`alarm ${aliasErrors} is in ALARM`);
  });

  it('have to have their three minutes in each bake', async () => {
    const bake = (ms: number) => ({ spec: own, choice: { ...noChoice, bake: Duration.of(ms) } });
    await passes(bake(180_000));
    const [, [problem]] = await refusedBy(bake(120_000));
    expect(problem).toMatch(
      /bakes 2m, but alarm .*errors looks at 3m: bake at least that long \(--bake 3m\)$/,
    );
  });
});
