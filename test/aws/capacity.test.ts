import { CreateAliasCommand, PutProvisionedConcurrencyConfigCommand } from '@aws-sdk/client-lambda';
import { zipOfBytes } from '../../src/core/code';
import { readyCapacity } from '../../src/release/capacity';
import { until, zipWith } from '../local/held';
import { codeOf } from '../local/zip';
import { onLocal, plainConfig } from './local';

const stage = onLocal();

/** The function with one version. */
async function published(code: Uint8Array): Promise<string> {
  const { aws } = stage();
  const { digest, revisionId } = await stage().create('orders', { code: { zip: zipOfBytes(code) } });
  return (await aws.versions.publish('orders', { digest, revisionId, description: null })).version;
}

async function settled(version: string) {
  const { aws, local } = stage();
  await local.clock.advance(120_000);
  // The limiter of the adapter wants time to go on, and the processes that start are real.
  await until(async () => {
    await local.clock.advance(1000);
    return (await aws.capacity.read('orders', version))?.status !== 'IN_PROGRESS';
  });
  return aws.capacity.read('orders', version);
}

describe('capacity of a version', () => {
  test('is asked for, comes after a while, is changed, and goes again', async () => {
    const { aws } = stage();
    const version = await published(codeOf('one'));
    expect(await aws.capacity.read('orders', version)).toBeNull();
    await aws.capacity.write('orders', version, 2);
    expect(await aws.capacity.read('orders', version)).toEqual({
      requested: 2,
      status: 'IN_PROGRESS',
      because: '',
    });
    expect(await settled(version)).toEqual({ requested: 2, status: 'READY', because: '' });
    await aws.capacity.write('orders', version, 1);
    expect(await settled(version)).toMatchObject({ requested: 1, status: 'READY' });
    await aws.capacity.remove('orders', version);
    await aws.capacity.remove('orders', version);
    expect(await aws.capacity.read('orders', version)).toBeNull();
  });

  test('of a version that is not there is none, and nothing to take away', async () => {
    const { aws } = stage();
    await published(codeOf('one'));
    expect(await aws.capacity.read('orders', '9')).toBeNull();
    await aws.capacity.remove('orders', '9');
    expect(await aws.capacity.read('absent', '1')).toBeNull();
    await expect(aws.capacity.write('orders', '9', 1)).rejects.toMatchObject({ code: 'notFound' });
  });

  test('says why its code could not start', async () => {
    const { aws } = stage();
    const version = await published(zipWith("throw new Error('no table');"));
    await aws.capacity.write('orders', version, 2);
    expect(await settled(version)).toEqual({
      requested: 2,
      status: 'FAILED',
      because: 'FUNCTION_ERROR_INIT_FAILURE',
    });
  });

  test('is a conflict while its alias has some of its own', async () => {
    const { aws, local } = stage();
    const version = await published(codeOf('one'));
    const alias = { FunctionName: 'orders', Name: 'live', FunctionVersion: version };
    await local.lambda.send(new CreateAliasCommand(alias));
    const own = { FunctionName: 'orders', Qualifier: 'live', ProvisionedConcurrentExecutions: 1 };
    await local.lambda.send(new PutProvisionedConcurrencyConfigCommand(own));
    await expect(aws.capacity.write('orders', version, 1)).rejects.toMatchObject({ code: 'conflict' });
    const of = { functionName: 'orders', version, amount: 1 };
    await expect(readyCapacity({ ...aws, clock: local.clock }, of)).rejects.toMatchObject({
      code: 'conflict',
      message:
        'PutProvisionedConcurrencyConfig orders:1: Version is pointed by a Provisioned Concurrency alias',
      hint: expect.stringContaining('off the aliases'),
    });
  });

  test('is more than the function reserves only in vain', async () => {
    const { aws } = stage();
    const version = await published(codeOf('one'));
    const { arn } = await stage().settled('orders');
    await aws.settings.write({ functionName: 'orders', arn, logGroup: null }, { reservedConcurrency: 1 }, {});
    await expect(aws.capacity.write('orders', version, 2)).rejects.toMatchObject({ code: 'invalid' });
  });

  test('does not go with SnapStart', async () => {
    const { aws, local } = stage();
    const config = { ...plainConfig, runtime: 'python3.13', snapStart: 'PublishedVersions' } as const;
    const { digest, revisionId } = await stage().create('orders', { config });
    const { version } = await aws.versions.publish('orders', { digest, revisionId, description: null });
    await local.clock.advance(60_000);
    await expect(aws.capacity.write('orders', version, 1)).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('an old version', () => {
  test('goes with its number, and is gone a second time', async () => {
    const { aws } = stage();
    const first = await published(codeOf('one'));
    const { revisionId } = await stage().set('orders', { timeout: 9 });
    const { digest } = await stage().settled('orders');
    const second = await aws.versions.publish('orders', { digest, revisionId, description: null });
    await aws.capacity.write('orders', first, 1);
    await aws.versions.remove('orders', first);
    await aws.versions.remove('orders', first);
    expect((await aws.versions.list('orders')).map(({ version }) => version)).toEqual([second.version]);
    expect(await aws.functions.look('orders')).not.toBeNull();
    expect(await aws.capacity.read('orders', first)).toBeNull();
    await aws.versions.remove('absent', '1');
  });

  test('stays while an alias names it, with some of its traffic or all', async () => {
    const { aws, local } = stage();
    const version = await published(codeOf('one'));
    const alias = { FunctionName: 'orders', Name: 'live', FunctionVersion: version };
    await local.lambda.send(new CreateAliasCommand(alias));
    await expect(aws.versions.remove('orders', version)).rejects.toMatchObject({ code: 'conflict' });
    expect(await aws.versions.list('orders')).toHaveLength(1);
  });

  test.each(['', '$LATEST', 'live', '0', '1 '])(
    'is never "%s": that could be the whole function',
    async (version) => {
      const { aws } = stage();
      await published(codeOf('one'));
      await expect(aws.versions.remove('orders', version)).rejects.toThrow(RangeError);
      expect(await aws.versions.list('orders')).toHaveLength(1);
    },
  );

  test('of a function without durable executions runs none', async () => {
    const version = await published(codeOf('one'));
    expect(await stage().aws.versions.isExecuting('orders', version)).toBe(false);
  });
});
