import type { FunctionSpec } from '../../../src/config/project';
import { preflight, refusalOf } from '../../../src/plan/preflight';
import type { Fakes } from '../../fakes';
import { someConfig } from '../../fakes/functions';
import { allAtOnce, check, noOptions, passes, refusedBy, titles } from '../checking';
import { noChoice, nowMs, planScene, spec, world } from '../scene';

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
