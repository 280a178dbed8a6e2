import { Duration } from '../../src/core/values';
import { parseStrategy, type StrategyFlags } from '../../src/plan/flags';
import { toSteps } from '../../src/plan/strategy';
import { refusal } from './scene';

const none: StrategyFlags = {
  canary: undefined,
  linear: undefined,
  steps: undefined,
  allAtOnce: undefined,
  rollout: undefined,
  bake: undefined,
};

const parse = (flags: Partial<StrategyFlags>) => parseStrategy({ ...none, ...flags });

describe('flags that can be read', () => {
  it('say nothing when none is used', () => {
    expect(parse({})).toEqual({ strategy: null, rollout: null, bake: null });
  });

  it.each<[string, Partial<StrategyFlags>, string]>([
    ['--canary 10%', { canary: '10%' }, '10/10m 100/0s'],
    ['--canary 0.5%/90s', { canary: '0.5%/90s' }, '0.5/1m30s 100/0s'],
    ['--linear 50%/1m', { linear: '50%/1m' }, '50/1m 100/0s'],
    ['--steps 1%/5m,25%/10m', { steps: '1%/5m,25%/10m' }, '1/5m 25/10m 100/0s'],
    ['--steps "1%, 25%"', { steps: '1%, 25%' }, '1/10m 25/10m 100/0s'],
    ['--all-at-once', { allAtOnce: true }, '100/0s'],
  ])('%s', (_, flags, steps) => {
    const { strategy } = parse(flags);
    const made = strategy ? toSteps(strategy, Duration.of(600_000)) : [];
    expect(
      made.map(({ weight, bakeMs }) => `${weight}/${Duration.format(Duration.of(bakeMs))}`).join(' '),
    ).toBe(steps);
  });

  it('a rollout may be named, and a bake given beside a strategy without one', () => {
    expect(parse({ rollout: 'careful' })).toMatchObject({ strategy: null, rollout: 'careful' });
    expect(parse({ canary: '10%', bake: '2m' })).toMatchObject({ strategy: { bake: null }, bake: 120_000 });
    expect(parse({ bake: '5m' })).toEqual({ strategy: null, rollout: null, bake: 300_000 });
  });

  it('an empty name of a rollout is still a name, so that it is refused later and not forgotten', () => {
    expect(parse({ rollout: '' }).rollout).toBe('');
  });
});

describe('a flag that cannot be read is one line with what, where and a way out', () => {
  it.each<[keyof StrategyFlags, string, string]>([
    ['canary', '10', '"10" is not a weight'],
    ['canary', '10abc%', '"10abc%" is not a weight'],
    ['canary', '0%', '0% is not between 0% and 100%'],
    ['canary', '100%', '100% is not between 0% and 100%'],
    ['canary', '101%', '"101%" is not a weight'],
    ['canary', '-1%', '"-1%" is not a weight'],
    ['canary', '', 'the weight is missing'],
    ['canary', '/10m', 'the weight is missing'],
    ['canary', '10%/', 'the time is missing'],
    ['canary', '10%/10', '"10" is not a time'],
    ['canary', '10%/0s', 'lasts no time'],
    ['canary', '10%/10m/5m', '"10m/5m" is not a time'],
    ['canary', '1e1%', '"1e1%" is not a weight'],
    ['canary', '0.05%', '"0.05%" is not a weight'],
    ['linear', '10%', 'does not say how long each step lasts'],
    ['linear', '100%/1m', '100% is not between'],
    ['linear', '0%/1m', '0% is not between'],
    ['linear', '0.1%/1m', 'more than 100 steps'],
    ['linear', '/1m', 'the weight is missing'],
    ['steps', '', 'the weight is missing'],
    ['steps', '1%/5m,', 'the weight is missing'],
    ['steps', '25%/5m,10%/5m', 'step 2 (10%) does not rise'],
    ['steps', '10%/5m,10%/5m', 'step 2 (10%) does not rise'],
    ['steps', '10%/5m,100%/5m', 'step 2 (100%) is too high'],
    ['steps', '0%/5m', 'step 1 (0%) gives'],
    ['bake', 'soon', '"soon" is not a time'],
    ['bake', '', 'the time is missing'],
    ['bake', '0s', 'lasts no time'],
    ['bake', '-5m', '"-5m" is not a time'],
  ])('--%s %s', (flag, text, why) => {
    const error = refusal(() => parse({ [flag]: text }));
    expect(error.code).toBe('badFlag');
    expect(error.message).toContain(`--${flag} ${text}: `);
    expect(error.message).toContain(why);
    expect(error.message).not.toContain('\n');
    expect(error.hint).toContain(`--${flag} `);
  });

  it.each<Partial<StrategyFlags>>([
    { canary: '10%', linear: '10%/1m' },
    { steps: '1%', allAtOnce: true },
    { canary: '10%', rollout: 'careful' },
    { canary: '10%', linear: '10%/1m', steps: '1%', allAtOnce: true, rollout: 'x' },
  ])('%j exclude each other', (flags) => {
    const error = refusal(() => parse(flags));
    expect(error.code).toBe('badFlag');
    expect(error.message).toContain('exclude each other');
  });

  it.each<Partial<StrategyFlags>>([
    { canary: '10%/10m', bake: '5m' },
    { linear: '10%/1m', bake: '5m' },
    { steps: '1%/5m,25%', bake: '5m' },
  ])('%j says the time twice', (flags) => {
    expect(refusal(() => parse(flags)).message).toContain('already say how long');
  });
});
