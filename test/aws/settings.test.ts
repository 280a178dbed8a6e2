import { CreateCodeSigningConfigCommand } from '@aws-sdk/client-lambda';
import { type FunctionSettings, settingDefaults } from '../../src/core/function';
import type { SettingsOf } from '../../src/core/lambda';
import { arnOf } from '../local/lambda-steps';
import { onLocal } from './local';
import { lambdaError, stage as theatre } from './server';

const stage = onLocal();

const orders: SettingsOf = { functionName: 'orders', arn: arnOf('orders'), logGroup: null };
const keys = Object.keys(settingDefaults) as (keyof FunctionSettings)[];

const readAll = () => stage().aws.settings.read(orders, keys);

const runtimeVersion = `arn:aws:lambda:eu-west-1::runtime:${'a'.repeat(64)}`;

const cases: readonly Partial<FunctionSettings>[] = [
  { tags: { team: 'a', stage: 'prod' } },
  { reservedConcurrency: 5 },
  { reservedConcurrency: 0 },
  { recursion: 'Allow' },
  { runtimeManagement: { mode: 'FunctionUpdate', arn: null } },
  { runtimeManagement: { mode: 'Manual', arn: runtimeVersion } },
  { logRetention: 30 },
];

describe('a setting of a whole function', () => {
  test('is what AWS does by itself when nobody ever set it', async () => {
    await stage().create('orders');
    expect(await readAll()).toEqual(settingDefaults);
  });

  test.each(cases)('%j is set and taken back', async (wanted) => {
    const { aws } = stage();
    await stage().create('orders');
    await aws.settings.write(orders, wanted, {});
    expect(await readAll()).toEqual({ ...settingDefaults, ...wanted });
    const defaults: FunctionSettings = settingDefaults;
    const cleared = Object.fromEntries(
      Object.keys(wanted).map((key) => [key, defaults[key as keyof FunctionSettings]]),
    );
    await aws.settings.write(orders, cleared, wanted);
    expect(await readAll()).toEqual(settingDefaults);
  });

  test('code signing is set and taken back, and can be there from the creation on', async () => {
    const { aws, local } = stage();
    const profile = 'arn:aws:signer:eu-west-1:123456789012:/signing-profiles/shop/abcdef0123';
    const made = await local.lambda.send(
      new CreateCodeSigningConfigCommand({ AllowedPublishers: { SigningProfileVersionArns: [profile] } }),
    );
    const codeSigning = made.CodeSigningConfig?.CodeSigningConfigArn ?? '';
    await stage().create('orders', { codeSigning });
    expect(await aws.settings.read(orders, ['codeSigning'])).toEqual({ codeSigning });
    await aws.settings.write(orders, { codeSigning: null }, { codeSigning });
    expect(await readAll()).toEqual(settingDefaults);
    await aws.settings.write(orders, { codeSigning }, { codeSigning: null });
    expect(await aws.settings.read(orders, ['codeSigning'])).toEqual({ codeSigning });
  });
});

describe('tags', () => {
  test('of shipit and of others stay when those of the project change', async () => {
    const { aws } = stage();
    await stage().create('orders', { tags: { 'shipit:project': 'shop', theirs: 'x', team: 'a' } });
    await aws.settings.write(orders, { tags: { team: 'b', new: '1' } }, { tags: { team: 'a', old: '1' } });
    await aws.settings.mark(orders, { 'shipit:stage': 'prod' });
    expect((await aws.functions.look('orders'))?.tags).toEqual({
      'shipit:project': 'shop',
      'shipit:stage': 'prod',
      theirs: 'x',
      team: 'b',
      new: '1',
    });
    expect(await aws.settings.read(orders, ['tags'])).toEqual({ tags: { theirs: 'x', team: 'b', new: '1' } });
  });
});

describe('how long logs are kept', () => {
  test('is said of the group that the function logs to, whether it is there already or not', async () => {
    const { aws } = stage();
    await stage().create('orders');
    const elsewhere = { ...orders, logGroup: '/shop/orders' };
    await aws.settings.write(elsewhere, { logRetention: 7 }, {});
    await aws.settings.write({ ...orders, logGroup: '/shop/orders-old' }, { logRetention: 1 }, {});
    expect(await aws.settings.read(elsewhere, ['logRetention'])).toEqual({ logRetention: 7 });
    expect(await aws.settings.read(orders, ['logRetention'])).toEqual({ logRetention: null });
    const shorter = { ...orders, logGroup: '/shop/order' };
    expect(await aws.settings.read(shorter, ['logRetention'])).toEqual({ logRetention: null });
  });

  test('is for ever in a group that is not there', async () => {
    const { aws } = stage();
    await aws.settings.write(orders, { logRetention: null }, {});
    expect(await aws.settings.read(orders, ['logRetention'])).toEqual({ logRetention: null });
  });
});

describe('what is asked of AWS', () => {
  const open = theatre();

  test('is one question a key, and no other', async () => {
    const { aws, asked } = await open(() => ({ status: 200, body: { RecursiveLoop: 'Allow' } }));
    expect(await aws.settings.read(orders, ['recursion'])).toEqual({ recursion: 'Allow' });
    expect(asked.map(({ path }) => path)).toEqual(['/2024-08-31/functions/orders/recursion-config']);
  });

  test('is nothing for tags that are right already', async () => {
    const { aws, asked } = await open(() => ({ status: 204, body: '' }));
    await aws.settings.write(orders, { tags: { team: 'a' } }, { tags: { team: 'a' } });
    expect(asked).toEqual([]);
  });

  test('is refused as a conflict while an update of the function is in progress', async () => {
    const { aws } = await open(() =>
      lambdaError(409, 'ResourceConflictException', 'An update is in progress'),
    );
    await expect(aws.settings.mark(orders, { a: 'b' })).rejects.toMatchObject({ code: 'conflict' });
  });
});
