import { preflight } from '../../../src/plan/preflight';
import { check, noOptions, passes, titles } from '../checking';
import { noChoice, planScene, seed, spec, version, world } from '../scene';

const warningsOf = async (setup: Parameters<typeof check>[0]): Promise<readonly string[]> => {
  const { checks } = await check(setup);
  return checks.find(({ title }) => title === titles.runtimes)?.warnings ?? [];
};

describe('a runtime', () => {
  const where = { runtime: 'lambda.config.yaml:7:14' };

  it('that AWS supports is passed over', async () => {
    expect(await warningsOf({ spec: { config: { runtime: 'nodejs24.x' }, where } })).toEqual([]);
  });

  it('that AWS has deprecated is warned about where it stands, and the release goes on', async () => {
    const setup = { spec: { config: { runtime: 'nodejs20.x' }, where } };
    expect(await warningsOf(setup)).toEqual([
      'lambda.config.yaml:7:14: AWS announced to refuse updates of functions with nodejs20.x from 2026-07-01: choose a newer one',
    ]);
    await passes(setup);
  });

  it('that nobody knows is passed on with a warning', async () => {
    const setup = { spec: { config: { runtime: 'nodjs24.x' }, where } };
    expect(await warningsOf(setup)).toEqual([
      'lambda.config.yaml:7:14: nodjs24.x is no runtime that shipit knows; it is passed on as it is',
    ]);
    await passes(setup);
  });

  it('of an image is its own', async () => {
    expect(await warningsOf({ spec: { config: { packageType: 'Image', runtime: '' } } })).toEqual([]);
  });

  it('of the live function is warned about when the file leaves it alone', async () => {
    const fakes = world();
    seed(fakes, [version('one', { runtime: 'provided.al2' })], '');
    const scene = { rollouts: {}, choice: noChoice, gated: true };
    const plan = await planScene({ ...scene, fakes, specs: [spec({})], code: 'two' });
    const checks = await preflight(fakes, plan, noOptions);
    expect(checks.flatMap(({ warnings }) => warnings)).toEqual([
      'api: provided.al2 is deprecated since 2026-07-31, and AWS may have stopped patching it: choose a newer one',
    ]);
    const same = await planScene({ ...scene, fakes, specs: [spec({})], code: 'one' });
    expect((await preflight(fakes, same, noOptions)).flatMap(({ warnings }) => warnings)).toEqual([]);
  });

  it('in the defaults is one line for all functions', async () => {
    const fakes = world();
    const config = { runtime: 'go1.x', handler: 'main', role: 'arn:aws:iam::123456789012:role/orders' };
    const specs = ['api', 'worker'].map((key) => spec({ key, name: `orders-${key}`, config, where }));
    const plan = await planScene({ fakes, specs, rollouts: {}, choice: noChoice, gated: true, code: 'one' });
    const checks = await preflight(fakes, plan, noOptions);
    expect(checks.flatMap(({ warnings }) => warnings)).toEqual([
      'lambda.config.yaml:7:14: AWS takes go1.x no more, neither for new functions nor for updates: choose a newer one',
    ]);
  });
});
