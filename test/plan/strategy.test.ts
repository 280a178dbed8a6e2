import { presets } from '../../src/config/presets';
import type { Strategy } from '../../src/config/project';
import { Duration, Percent } from '../../src/core/values';
import { totalMs } from '../../src/plan/step';
import { nameOf, problemOf, toSteps, withBake } from '../../src/plan/strategy';
import { approvalOf, strategyStep } from '../forms';
import fc from '../property';
import { refusal } from './scene';

const minutes = (count: number): Duration => Duration.of(count * 60_000);
const percent = (tenths: number): Percent => Percent.of(tenths / 10);
const none = Duration.of(0);

const shown = (strategy: Strategy): string[] =>
  toSteps(strategy, minutes(10)).map(
    ({ weight, bakeMs }) => `${weight}% ${Duration.format(Duration.of(bakeMs))}`,
  );

const bakes = fc.integer({ min: 1, max: 1000 }).map((seconds) => Duration.of(seconds * 1000));

const strategies: fc.Arbitrary<Strategy> = fc.oneof(
  fc.record({
    kind: fc.constant('canary' as const),
    weight: fc.integer({ min: 1, max: 999 }).map(percent),
    bake: fc.option(bakes),
    approval: fc.constant(null),
    bakeAfter: bakes,
  }),
  fc.record({
    kind: fc.constant('linear' as const),
    weight: fc.integer({ min: 10, max: 999 }).map(percent),
    every: bakes,
    bakeAfter: bakes,
  }),
  fc.record({
    kind: fc.constant('steps' as const),
    steps: fc
      .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 20 })
      .chain((weights) =>
        fc.tuple(
          ...weights
            .sort((a, b) => a - b)
            .map((weight) => fc.option(bakes).map((bake) => strategyStep(percent(weight), bake))),
        ),
      ),
    bakeAfter: bakes,
  }),
  fc.record({ kind: fc.constant('allAtOnce' as const), bakeAfter: bakes }),
);

describe('every strategy', () => {
  it('rises from step to step and ends at 100 %', () => {
    fc.assert(
      fc.property(strategies, (strategy) => {
        const weights = toSteps(strategy, minutes(10)).map(({ weight }) => weight);
        expect(weights.at(-1)).toBe(100);
        expect(weights.every((weight, index) => weight > (weights[index - 1] ?? 0))).toBe(true);
      }),
    );
  });

  it('bakes after 100 % as long as it says', () => {
    fc.assert(
      fc.property(strategies, (strategy) => {
        expect(toSteps(strategy, minutes(10)).at(-1)?.bakeMs).toBe(strategy.bakeAfter);
      }),
    );
  });

  it('takes one bake for each step when one is given', () => {
    fc.assert(
      fc.property(strategies, bakes, (strategy, bake) => {
        const steps = toSteps(withBake(strategy, bake), minutes(10));
        const watched = steps.length === 1 ? steps : steps.slice(0, -1);
        expect(totalMs(watched)).toBe(bake * watched.length);
      }),
    );
  });

  it('has a name', () => {
    fc.assert(
      fc.property(strategies, (strategy) => expect(nameOf(strategy)).toMatch(/^(canary|linear|steps|all) /)),
    );
  });
});

describe('the known strategies', () => {
  it.each<[string, Strategy, string[]]>([
    [
      'a canary',
      { kind: 'canary', weight: percent(100), bake: minutes(5), approval: null, bakeAfter: minutes(2) },
      ['10% 5m', '100% 2m'],
    ],
    [
      'a canary without a bake',
      { kind: 'canary', weight: percent(5), bake: null, approval: null, bakeAfter: none },
      ['0.5% 10m', '100% 0s'],
    ],
    ['all at once', { kind: 'allAtOnce', bakeAfter: minutes(1) }, ['100% 1m']],
    [
      'a linear half',
      { kind: 'linear', weight: percent(500), every: minutes(1), bakeAfter: none },
      ['50% 1m', '100% 0s'],
    ],
    [
      'a linear third, without the errors of fractions',
      { kind: 'linear', weight: percent(333), every: minutes(1), bakeAfter: none },
      ['33.3% 1m', '66.6% 1m', '99.9% 1m', '100% 0s'],
    ],
    [
      'a ladder',
      {
        kind: 'steps',
        steps: [strategyStep(percent(10), minutes(2)), strategyStep(percent(250), null)],
        bakeAfter: minutes(5),
      },
      ['1% 2m', '25% 10m', '100% 5m'],
    ],
  ])('%s', (_, strategy, steps) => {
    expect(shown(strategy)).toEqual(steps);
  });

  it('carry what a step asks, whatever its bake', () => {
    const approval = approvalOf(minutes(60), 'rollback');
    const asking = { ...strategyStep(percent(10), minutes(2)), alarms: ['burn'], approval };
    const strategy: Strategy = { kind: 'steps', steps: [asking], bakeAfter: none };
    const canary: Strategy = { kind: 'canary', weight: percent(100), bake: null, approval, bakeAfter: none };
    for (const steps of [toSteps(strategy, none), toSteps(withBake(strategy, minutes(9)), none)])
      expect(steps).toMatchObject([
        { alarms: ['burn'], approval },
        { alarms: [], approval: null },
      ]);
    expect(toSteps(withBake(canary, minutes(9)), none)).toMatchObject([{ approval }, { approval: null }]);
  });

  it('linear 10% every minute takes nine minutes to 100 %', () => {
    const steps = toSteps({ kind: 'linear', weight: percent(100), every: minutes(1), bakeAfter: none }, none);
    expect(steps.map(({ weight }) => weight)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect(totalMs(steps)).toBe(9 * 60_000);
  });

  it.each(Object.entries(presets))('the preset %s means what CodeDeploy means by it', (name, preset) => {
    const steps = toSteps(preset, none);
    const [, kind, every] =
      /^(Canary|Linear|AllAtOnce)(?:10Percent(?:Every)?(\d+)Minutes?)?$/.exec(name) ?? [];
    const count = { Canary: 2, Linear: 10, AllAtOnce: 1 }[kind ?? ''];
    expect(steps).toHaveLength(count ?? 0);
    expect(steps.slice(0, -1).every(({ bakeMs }) => bakeMs === Number(every) * 60_000)).toBe(true);
  });
});

describe('a strategy that makes no sense is refused and says which step', () => {
  const ladder = (...weights: number[]): Strategy => ({
    kind: 'steps',
    steps: weights.map((weight) => strategyStep(Percent.of(weight), minutes(1))),
    bakeAfter: none,
  });

  it.each<[string, Strategy, string]>([
    ['falls', ladder(10, 5), 'step 2 (5%) does not rise: the step before has 10%'],
    ['stands still', ladder(1, 10, 10), 'step 3 (10%) does not rise'],
    ['begins at nothing', ladder(0, 10), 'step 1 (0%) gives the new version nothing'],
    ['names the last step', ladder(10, 100), 'step 2 (100%) is too high'],
    ['is empty', ladder(), 'it has no steps'],
    [
      'has very many steps',
      ladder(...Array.from({ length: 101 }, (_, index) => 0.1 * (index + 1))),
      'more than 100 steps',
    ],
    [
      'climbs by 0.1%',
      { kind: 'linear', weight: percent(1), every: minutes(1), bakeAfter: none },
      'more than 100 steps',
    ],
    [
      'is a canary of 100%',
      { kind: 'canary', weight: percent(1000), bake: null, approval: null, bakeAfter: none },
      'not between 0% and 100%',
    ],
    [
      'is a canary of 0%',
      { kind: 'canary', weight: percent(0), bake: null, approval: null, bakeAfter: none },
      'not between 0% and 100%',
    ],
    [
      'does not watch',
      { kind: 'canary', weight: percent(100), bake: none, approval: null, bakeAfter: none },
      'step 1 (10%) has no time to watch',
    ],
    [
      'takes weeks',
      { kind: 'canary', weight: percent(100), bake: minutes(9999), approval: null, bakeAfter: none },
      'longer than 48h',
    ],
  ])('one that %s', (_, strategy, text) => {
    expect(problemOf(strategy)).toContain(text);
    const error = refusal(() => toSteps(strategy, minutes(10)));
    expect(error.code).toBe('badConfig');
    expect(error.message).toContain(text);
  });
});
