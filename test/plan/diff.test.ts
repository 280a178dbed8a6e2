import type { FunctionConfig } from '../../src/core/function';
import { Digest } from '../../src/core/values';
import { digestOf } from '../fakes/functions';
import { noChoice, planScene, seed, spec, version, world } from './scene';

const hex = (code: string): string => Buffer.from(digestOf(code), 'base64').toString('hex').slice(0, 8);

async function planned(served: Partial<FunctionConfig>, declared: Partial<FunctionConfig>, code: string) {
  const fakes = world();
  seed(fakes, [version('one', served)], '');
  const specs = [spec({ config: declared })];
  const plan = await planScene({ fakes, specs, rollouts: {}, choice: noChoice, gated: true, code });
  const [made] = plan.functions;
  if (!made) throw new Error('nothing was planned');
  return made;
}

describe('what a release changes', () => {
  it('is nothing when code and declared keys are what the alias serves', async () => {
    const same = await planned({ memorySize: 256 }, { memorySize: 256 }, 'one');
    expect(same).toMatchObject({ action: 'none', changes: [], reuse: null });
  });

  it('names code by the first digits of its SHA-256', async () => {
    expect((await planned({}, {}, 'two')).changes).toEqual([`~ code ${hex('one')} -> ${hex('two')}`]);
  });

  it.each<[keyof FunctionConfig, Partial<FunctionConfig>, string]>([
    ['memorySize', { memorySize: 256 }, '~ memorySize 128 -> 256'],
    ['timeout', { timeout: 10 }, '~ timeout 3 -> 10'],
    ['handler', { handler: 'a.b' }, '~ handler index.handler -> a.b'],
    ['runtime', { runtime: 'nodejs22.x' }, '~ runtime nodejs24.x -> nodejs22.x'],
  ])('shows a declared %s', async (_, declared, line) => {
    expect((await planned({}, declared, 'one')).changes).toEqual([line]);
  });

  it('leaves alone what is not declared', async () => {
    expect((await planned({ memorySize: 512, environment: { A1: 'x' } }, {}, 'one')).action).toBe('none');
  });

  it('shows the environment by key and never by value', async () => {
    const made = await planned(
      { environment: { GONE: 'old secret', KEPT: 'same', TABLE: 'orders' } },
      { environment: { KEPT: 'same', TABLE: 'carts', NEW: 'new secret' } },
      'one',
    );
    expect(made.changes).toEqual([
      `- environment.GONE (${Digest.short('old secret')})`,
      `+ environment.NEW (${Digest.short('new secret')})`,
      `~ environment.TABLE ${Digest.short('orders')} -> ${Digest.short('carts')}`,
    ]);
    expect(made.changes.join()).not.toMatch(/secret|carts|same/);
  });

  it('does not care about the order of the environment', async () => {
    const same = await planned(
      { environment: { A1: 'x', B1: 'y' } },
      { environment: { B1: 'y', A1: 'x' } },
      'one',
    );
    expect(same.action).toBe('none');
  });
});

describe('compared with what the alias serves, never with $LATEST', () => {
  it('a change of $LATEST alone is nothing to release, once somebody has asked the alias', async () => {
    const fakes = world();
    seed(fakes, [version('one', {})], '');
    fakes.functions.touch('orders-api', { digest: digestOf('tried out') });
    const plan = await planScene({
      fakes,
      specs: [spec({})],
      rollouts: {},
      choice: noChoice,
      gated: true,
      code: 'one',
    });
    expect(plan.functions[0]?.action).toBe('none');
    expect(fakes.aliases.did).toEqual(['read orders-api:live']);
  });

  it('what stands in $LATEST undeclared would go live, and the plan says so', async () => {
    const fakes = world();
    seed(fakes, [version('one', {})], '');
    fakes.functions.touch('orders-api', {
      ...version('one', { memorySize: 999, environment: { BY_HAND: 'x' } }),
    });
    const scene = { fakes, specs: [spec({})], rollouts: {}, choice: noChoice, gated: true, code: 'two' };
    expect((await planScene(scene)).functions[0]?.changes).toEqual([
      `~ code ${hex('one')} -> ${hex('two')}`,
      '~ memorySize 128 -> 999 (not declared, stands in $LATEST)',
      `+ environment.BY_HAND (${Digest.short('x')}) (not declared, stands in $LATEST)`,
    ]);
  });
});

describe('a published version that already is what is wanted', () => {
  async function reuse(
    versions: Parameters<typeof seed>[1],
    declared: Partial<FunctionConfig>,
    code: string,
  ) {
    const fakes = world();
    seed(fakes, versions, '');
    const specs = [spec({ config: declared })];
    const plan = await planScene({ fakes, specs, rollouts: {}, choice: noChoice, gated: true, code });
    return plan.functions[0]?.reuse;
  }

  it('is taken, the newest of several', async () => {
    const versions = [version('one', {}), version('one', {}), version('two', {})];
    expect(await reuse(versions, {}, 'one')).toBe('2');
  });

  it('is not taken when any part of its configuration differs', async () => {
    expect(await reuse([version('one', { timeout: 9 }), version('two', {})], {}, 'one')).toBeNull();
    expect(await reuse([version('one', { timeout: 9 }), version('two', {})], { timeout: 9 }, 'one')).toBe(
      '1',
    );
    const other = version('one', { deadLetterQueue: 'arn:aws:sqs:eu-west-1:123456789012:dead' });
    expect(await reuse([other, version('two', {})], {}, 'one')).toBeNull();
  });

  it('is never the one being served', async () => {
    const fakes = world();
    seed(fakes, [version('one', {}), version('two', {})], '');
    fakes.functions.touch('orders-api', { ...version('two', { memorySize: 512 }) });
    const specs = [spec({ config: { memorySize: 512 } })];
    const plan = await planScene({ fakes, specs, rollouts: {}, choice: noChoice, gated: true, code: 'two' });
    expect(plan.functions[0]).toMatchObject({ action: 'update', reuse: null });
  });
});

describe('the identity of code and configuration', () => {
  it('is the same for the same release, also when $LATEST already holds it', async () => {
    const fakes = world();
    seed(fakes, [version('one', {})], '');
    const scene = { fakes, rollouts: {}, choice: noChoice, gated: true, code: 'two' };
    const specs = [spec({ config: { memorySize: 512, environment: { A1: 'x', B1: 'y' } } })];
    const before = await planScene({ ...scene, specs });
    fakes.functions.touch('orders-api', {
      ...version('two', { memorySize: 512, environment: { B1: 'y', A1: 'x' } }),
    });
    const after = await planScene({ ...scene, specs });
    expect(after.functions[0]?.identity).toBe(before.functions[0]?.identity);
    expect(before.functions[0]?.identity).toMatch(/^[0-9a-f]{8}$/);
  });

  it('differs when code, configuration or a value of the environment differs', async () => {
    const made = await Promise.all([
      planned({}, {}, 'two'),
      planned({}, {}, 'three'),
      planned({}, { timeout: 9 }, 'two'),
      planned({}, { environment: { A1: 'x' } }, 'two'),
      planned({}, { environment: { A1: 'y' } }, 'two'),
    ]);
    expect(new Set(made.map(({ identity }) => identity)).size).toBe(made.length);
  });
});
