import { zipOfBytes } from '../../src/core/code';
import { ShipitError } from '../../src/core/errors';
import { Secret } from '../../src/core/secret';
import { Percent } from '../../src/core/values';
import { FakeClock } from '../clock';
import { type Fakes, fakePorts } from '../fakes';
import { digestOf, someConfig } from './functions';

const live = { functionName: 'orders', alias: 'live' };
const zip = (code: string) => ({ zip: zipOfBytes(Buffer.from(code)) });
const made = { config: someConfig, code: zip('one'), tags: {}, codeSigning: null };
const newCode = (code: string) => ({ code: zip(code), architecture: 'x86_64' }) as const;
const slower = { config: { ...someConfig, timeout: 9 }, keys: ['timeout'] } as const;
const split = (weight: number) => ({ version: '2', weight: Percent.of(weight) });

const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => (ShipitError.is(error) ? error.code : 'a bug'),
  );

/** Two versions; the alias serves the first. */
function world(): Fakes {
  const fakes = fakePorts(new FakeClock(0));
  fakes.functions.seed('orders', [{ digest: digestOf('one') }, { digest: digestOf('two') }]);
  fakes.aliases.put(live, { version: '1', additional: null, description: '' });
  return fakes;
}

describe('the fake of Lambda functions', () => {
  it('walks a new function from Pending to Active and gives it a revision for each', async () => {
    const { functions } = fakePorts(new FakeClock(0));
    const pending = await functions.create('orders', made);
    expect(pending).toMatchObject({ state: 'Pending', lastUpdate: null, digest: digestOf('one') });
    expect((await functions.look('orders'))?.state).toBe('Pending');
    const ready = await functions.look('orders');
    expect(ready).toMatchObject({ state: 'Active', lastUpdate: 'Successful' });
    expect(ready?.revisionId).not.toBe(pending.revisionId);
  });

  it('creates a function once', async () => {
    const { functions } = world();
    expect(await code(functions.create('orders', made))).toBe('alreadyExists');
  });

  it('refuses to update or publish while an update is under way', async () => {
    const { functions } = world();
    const before = await functions.look('orders');
    const during = await functions.update('orders', newCode('three'), before?.revisionId ?? '');
    const { revisionId } = during;
    expect(during.lastUpdate).toBe('InProgress');
    expect(await code(functions.update('orders', slower, revisionId))).toBe('conflict');
    const expected = { digest: digestOf('three'), revisionId, description: '' };
    expect(await code(functions.publish('orders', expected))).toBe('conflict');
  });

  it('refuses a stale revision, and a digest that is not there', async () => {
    const { functions } = world();
    expect(await code(functions.update('orders', newCode('x'), 'stale'))).toBe('preconditionFailed');
    const revisionId = (await functions.look('orders'))?.revisionId ?? '';
    expect(
      await code(functions.publish('orders', { digest: digestOf('x'), revisionId, description: '' })),
    ).toBe('invalid');
  });

  it('publishes a change once and answers the same version until the next', async () => {
    const { functions } = world();
    const publish = async () => {
      const latest = await functions.look('orders');
      const revisionId = latest?.revisionId ?? '';
      const digest = latest?.digest ?? digestOf('');
      return (await functions.publish('orders', { digest, revisionId, description: '' })).version;
    };
    expect(await publish()).toBe('2');
    const latest = await functions.look('orders');
    await functions.update('orders', slower, latest?.revisionId ?? '');
    await functions.look('orders');
    expect([await publish(), await publish()]).toEqual(['3', '3']);
    expect((await functions.list('orders')).map(({ version, config }) => [version, config.timeout])).toEqual([
      ['1', 3],
      ['2', 3],
      ['3', 9],
    ]);
  });

  it('takes over only the keys that are sent, and reads a secret back as plain text', async () => {
    const { functions } = world();
    const { revisionId = '' } = (await functions.look('orders')) ?? {};
    const environment = { KEY: new Secret('hush') };
    const config = { ...someConfig, environment, memorySize: 512, logGroup: '/aws/lambda/orders' };
    const updated = await functions.update(
      'orders',
      { config, keys: ['environment', 'logGroup'] },
      revisionId,
    );
    expect(updated.config).toEqual({ ...someConfig, environment: { KEY: 'hush' } });
    expect(functions.did).toContain('update orders config environment logGroup');
  });

  it('has the code of versions, of an image its digest alone', async () => {
    const { functions } = world();
    functions.putCode('two');
    expect(Buffer.from((await functions.code('orders', '2')) ?? '').toString()).toBe('two');
    expect(await code(functions.code('orders', '1'))).toBe('unavailable');
    expect(await code(functions.code('orders', '9'))).toBe('notFound');
    const config = { ...someConfig, packageType: 'Image' as const };
    const imageUri = `123456789012.dkr.ecr.eu-west-1.amazonaws.com/carts@sha256:${'a'.repeat(64)}`;
    const image = await functions.create('carts', { ...made, config, code: { imageUri } });
    expect(image).toMatchObject({ digest: 'a'.repeat(64), codeBytes: 0 });
    expect(await functions.code('carts', '$LATEST')).toBeNull();
  });

  it('answers for many at once, and forgets what is removed', async () => {
    const { functions } = world();
    expect([...(await functions.latest(['orders', 'carts'])).keys()]).toEqual(['orders']);
    await functions.remove('orders');
    await functions.remove('orders');
    expect((await functions.latest(['orders'])).size).toBe(0);
  });

  it('knows no function that was not made', async () => {
    const { functions } = world();
    expect(await functions.look('carts')).toBeNull();
    expect(await functions.look('orders', '9')).toBeNull();
    expect(await code(functions.list('carts'))).toBe('notFound');
  });
});

describe('the fake of aliases', () => {
  it('lets only the holder of the revision write, and gives each write a new one', async () => {
    const { aliases } = world();
    const first = aliases.peek(live)?.revisionId ?? '';
    const target = { version: '1', additional: split(10), description: 'a' };
    const written = await aliases.write(live, target, first);
    expect(written).toMatchObject(target);
    expect(written.revisionId).not.toBe(first);
    expect(await code(aliases.write(live, target, first))).toBe('preconditionFailed');
    expect(aliases.did).toEqual(['write orders:live 1+2@10%', 'write orders:live 1+2@10%']);
  });

  it('has none of a function that was removed', async () => {
    const { aliases, functions } = world();
    expect(await aliases.list('orders')).toHaveLength(1);
    await functions.remove('orders');
    expect(await aliases.list('orders')).toEqual([]);
  });

  it('makes an alias once, and writes none that is not there', async () => {
    const { aliases } = world();
    const target = { version: '1', additional: null, description: '' };
    expect(await code(aliases.create(live, target))).toBe('alreadyExists');
    const other = { ...live, alias: 'other' };
    expect(await aliases.read(other)).toBeNull();
    expect(await code(aliases.write(other, target, 'a1'))).toBe('notFound');
    expect(await code(aliases.create(other, target))).toBe('done');
    expect((await aliases.list('orders')).map(({ name }) => name)).toEqual(['live', 'other']);
    expect(await aliases.list('order')).toEqual([]);
    await aliases.remove(other);
    expect(await aliases.read(other)).toBeNull();
  });

  it.each<[string, Parameters<Fakes['aliases']['put']>[1], string]>([
    ['an absent version', { version: '9', additional: null, description: '' }, 'notFound'],
    [
      'an absent second version',
      { version: '1', additional: { ...split(10), version: '9' }, description: '' },
      'notFound',
    ],
    ['one version twice', { version: '2', additional: split(10), description: '' }, 'invalid'],
    ['a split of $LATEST', { version: '$LATEST', additional: split(10), description: '' }, 'invalid'],
    ['a long description', { version: '1', additional: null, description: 'x'.repeat(257) }, 'invalid'],
  ])('refuses %s', async (_, target, expected) => {
    const { aliases } = world();
    const { revisionId } = aliases.peek(live) ?? { revisionId: '' };
    expect(await code(aliases.write(live, target, revisionId))).toBe(expected);
    expect(aliases.peek(live)?.revisionId).toBe(revisionId);
  });

  it.each([
    { config: { ...someConfig, role: 'arn:aws:iam::123456789012:role/other' } },
    { config: { ...someConfig, deadLetterQueue: 'arn:aws:sqs:eu-west-1:123456789012:dead' } },
  ])('refuses two versions that differ in %j', async (change) => {
    const { functions, aliases } = world();
    functions.seed('orders', [{}, change]);
    const { revisionId } = aliases.peek(live) ?? { revisionId: '' };
    const target = { version: '1', additional: split(10), description: '' };
    expect(await code(aliases.write(live, target, revisionId))).toBe('invalid');
  });
});

describe('a failure ordered in advance', () => {
  const target = { version: '2', additional: null, description: '' };
  const lost = new ShipitError('timedOut', 'no answer');

  it('before the effect leaves everything as it was', async () => {
    const { aliases } = world();
    const before = aliases.peek(live);
    aliases.failNext('write', lost, 'before');
    expect(await code(aliases.write(live, target, before?.revisionId ?? ''))).toBe('timedOut');
    expect(aliases.peek(live)).toEqual(before);
  });

  it('after the effect loses only the answer', async () => {
    const { aliases } = world();
    aliases.failNext('write', lost, 'after');
    expect(await code(aliases.write(live, target, aliases.peek(live)?.revisionId ?? ''))).toBe('timedOut');
    expect(aliases.peek(live)?.version).toBe('2');
  });

  it('hits its own verb once', async () => {
    const { aliases } = world();
    aliases.failNext('write', lost, 'before');
    expect(await code(aliases.read(live))).toBe('done');
    const revision = aliases.peek(live)?.revisionId ?? '';
    expect(await code(aliases.write(live, target, revision))).toBe('timedOut');
    expect(await code(aliases.write(live, target, revision))).toBe('done');
  });
});
