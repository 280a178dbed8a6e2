import { type Protection, preflight, refusalOf } from '../../../src/plan/preflight';
import { check, noOptions, passes, refusedBy, type Setup, titles } from '../checking';
import { noChoice, planScene, seed, spec, version, world } from '../scene';

const named: Protection = { stage: 'prod', confirmed: 'prod', asks: false, reason: null, allAtOnce: false };
const under = (change: Partial<Protection>, rest: Setup = {}): Setup => ({
  ...rest,
  options: { protection: { ...named, ...change } },
});

describe('a protected stage', () => {
  it('is released to when it is named', () => passes(under({})));

  it('may be named later where somebody can be asked', () => passes(under({ confirmed: null, asks: true })));

  it.each<[string, Partial<Protection>]>([
    ['not named where nobody can be asked', { confirmed: null }],
    ['named wrongly', { confirmed: 'dev' }],
    ['named wrongly, even where somebody could be asked', { confirmed: 'dev', asks: true }],
    ['named by nothing', { confirmed: '' }],
  ])('is refused when it is %s', async (_, change) => {
    const [title, problems] = await refusedBy(under(change));
    expect(title).toBe(titles.stage);
    expect(problems).toEqual(['stage prod is protected: name it with --confirm prod']);
    expect(refusalOf((await check(under(change))).checks)?.code).toBe('refused');
  });

  it('is not released to all at once without a reason', async () => {
    const [, problems] = await refusedBy(under({ allAtOnce: true }));
    expect(problems).toEqual(['stage prod is protected: --all-at-once needs --reason']);
    await passes(under({ allAtOnce: true, reason: 'nobody calls it yet' }));
  });

  it('is not released to without a gate and without a reason', async () => {
    const [, problems] = await refusedBy(under({ allAtOnce: true }, { gated: false }));
    expect(problems).toEqual(['stage prod is protected: --all-at-once and --no-gate needs --reason']);
    await passes(under({ reason: 'alarms are being moved' }, { gated: false }));
  });

  it('asks for no reason where no version is made', async () => {
    const fakes = world();
    seed(fakes, [version('one', {})], '');
    const scene = { fakes, specs: [spec({})], rollouts: {}, choice: noChoice, gated: true, code: 'one' };
    const protection = { ...named, allAtOnce: true };
    const checks = await preflight(fakes, await planScene(scene), { ...noOptions, protection });
    expect(refusalOf(checks)).toBeNull();
  });
});

describe('any other stage', () => {
  it('wants no name and no reason', () => passes({ gated: false, options: { protection: null } }));
});
