import { CreateCapacityProviderCommand } from '@aws-sdk/client-lambda';
import { zipOfBytes } from '../../src/core/code';
import { awsDefaults, type FunctionConfig } from '../../src/core/function';
import { Secret } from '../../src/core/secret';
import { digestOf, imageAt, imageOf, seedImages } from '../local/lambda-steps';
import { codeOf } from '../local/zip';
import { onLocal, plainConfig, role } from './local';

const stage = onLocal();

const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:123456789012:${rest}`;
const vpc = { subnetIds: ['subnet-1', 'subnet-2'], securityGroupIds: ['sg-1'], ipv6: true };
const accessPoint = arn('elasticfilesystem', 'access-point/fsap-0123456789abcdef0');
const s3Files = arn('s3files', `file-system/fs-0123456789abcdef0/access-point/fsap-0123456789abcdef0`);
const mount = '/mnt/data';
const key = arn('kms', 'key/1');

/** One line a setting: what it is set to, and what it is beside that when it is set alone. */
const settings: readonly (readonly [Partial<FunctionConfig>, Partial<FunctionConfig>])[] = [
  [{ description: 'of orders' }, {}],
  [{ memorySize: 512 }, {}],
  [{ timeout: 30 }, {}],
  [{ ephemeralStorage: 1024 }, {}],
  [{ environment: { TABLE: 'orders' } }, {}],
  [{ vpc }, {}],
  [{ fileSystem: { arn: accessPoint, localMountPath: mount, directS3Read: null } }, { vpc }],
  [{ fileSystem: { arn: s3Files, localMountPath: mount, directS3Read: 'AUTO' } }, { vpc }],
  [{ deadLetterQueue: arn('sqs', 'dead') }, {}],
  [{ kmsKey: key }, {}],
  [{ tracing: 'Active' }, {}],
  [{ logFormat: 'JSON' }, {}],
  [{ applicationLogLevel: 'WARN' }, { logFormat: 'JSON' }],
  [{ systemLogLevel: 'DEBUG' }, { logFormat: 'JSON', applicationLogLevel: 'ERROR' }],
  [{ logGroup: '/shop/orders' }, {}],
];

describe('a setting that is set and taken back', () => {
  test.each(settings)('%j', async (set, beside) => {
    await stage().create('orders');
    await stage().set('orders', { ...set, ...beside });
    expect((await stage().settled('orders')).config).toEqual({ ...plainConfig, ...beside, ...set });
    const defaults: Partial<FunctionConfig> = awsDefaults;
    const keys = Object.keys(set) as (keyof FunctionConfig)[];
    const cleared = Object.fromEntries(keys.map((one) => [one, defaults[one]]));
    expect((await stage().set('orders', cleared)).config).toEqual({ ...plainConfig, ...beside });
  });

  test('a runtime, a handler and a role are replaced, and snapshots belong to some runtimes', async () => {
    await stage().create('orders');
    const other = {
      runtime: 'python3.13',
      handler: 'app.main',
      role: `${role}-two`,
      snapStart: 'PublishedVersions',
    };
    const changed = await stage().set('orders', other as Partial<FunctionConfig>);
    expect(changed.config).toEqual({ ...plainConfig, ...other });
    expect((await stage().set('orders', { snapStart: 'None' })).config.snapStart).toBe('None');
  });

  test('layers keep their order', async () => {
    const { aws } = stage();
    const content = { zip: zipOfBytes(codeOf('x')) };
    const layer = { content, description: '', runtimes: [], architectures: [], license: null };
    const one = await aws.layers.publish({ ...layer, name: 'one' });
    const two = await aws.layers.publish({ ...layer, name: 'two' });
    await stage().create('orders');
    const layers = [two.arn, one.arn];
    expect((await stage().set('orders', { layers })).config).toEqual({ ...plainConfig, layers });
    expect((await stage().set('orders', { layers: [] })).config).toEqual(plainConfig);
  });

  test('image settings go as one', async () => {
    const { aws, local } = stage();
    const image = { digest: digestOf('a'), mediaType: 'application/vnd.oci.image.manifest.v1+json' };
    await seedImages(local, { uri: imageOf('1'), ...image, architecture: 'x86_64', sizeBytes: 1 });
    const config = { ...plainConfig, packageType: 'Image', runtime: '', handler: '' } as const;
    const imageUri = imageAt(digestOf('a'));
    const made = await stage().create('pictures', { config, code: { imageUri } });
    expect(made).toMatchObject({ config, digest: 'a'.repeat(64), codeBytes: 0 });
    const imageConfig = { entryPoint: ['/run'], command: ['a', 'b'], workingDirectory: '/w' };
    expect((await stage().set('pictures', { imageConfig })).config.imageConfig).toEqual(imageConfig);
    const less = { entryPoint: [], command: ['c'], workingDirectory: null };
    expect((await stage().set('pictures', { imageConfig: less })).config.imageConfig).toEqual(less);
    expect((await stage().set('pictures', { imageConfig: null })).config).toEqual(config);
    const { revisionId } = await stage().settled('pictures');
    const change = { code: { imageUri }, architecture: 'x86_64' } as const;
    expect(await aws.functions.update('pictures', change, revisionId)).toMatchObject({ config });
    expect(await aws.versions.code('pictures', '$LATEST')).toBeNull();
  });

  test('what only its creation decides is given there', async () => {
    const durable = { executionTimeoutS: 3600, retentionPeriod: null, kmsKey: null };
    const config = { ...plainConfig, architecture: 'arm64', tenancy: 'PER_TENANT', durable } as const;
    expect((await stage().create('orders', { config })).config).toEqual(config);
    const longer = { executionTimeoutS: 7200, retentionPeriod: 30, kmsKey: key };
    expect((await stage().set('orders', { durable: longer })).config.durable).toEqual(longer);
    expect((await stage().set('orders', { durable })).config.durable).toEqual(durable);
  });

  test('a function on managed instances says which', async () => {
    const { local } = stage();
    const made = await local.lambda.send(
      new CreateCapacityProviderCommand({
        CapacityProviderName: 'pool',
        VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] },
        PermissionsConfig: { CapacityProviderOperatorRoleArn: role },
      }),
    );
    const pool = made.CapacityProvider?.CapacityProviderArn ?? '';
    const capacityProvider = { arn: pool, maxConcurrency: 10, memoryGiBPerVCpu: 4 };
    const config = { ...plainConfig, memorySize: 4096, capacityProvider };
    expect((await stage().create('orders', { config })).config).toEqual(config);
  });

  test('the architecture goes with the code', async () => {
    const { aws } = stage();
    const { revisionId } = await stage().create('orders');
    const change = { code: { zip: zipOfBytes(codeOf('two')) }, architecture: 'arm64' } as const;
    await aws.functions.update('orders', change, revisionId);
    expect((await stage().settled('orders')).config).toEqual({ ...plainConfig, architecture: 'arm64' });
  });
});

describe('a whole configuration', () => {
  const whole: FunctionConfig = {
    ...plainConfig,
    description: 'of orders',
    memorySize: 512,
    timeout: 30,
    ephemeralStorage: 1024,
    environment: { TABLE: 'orders', KEY: 'hush-hush' },
    vpc,
    deadLetterQueue: arn('sqs', 'dead'),
    kmsKey: key,
    tracing: 'Active',
    logFormat: 'JSON',
    applicationLogLevel: 'WARN',
    logGroup: '/shop/orders',
  };

  test('is there from the creation on, with tags; a version and a list have it too', async () => {
    const { aws } = stage();
    const environment = { TABLE: 'orders', KEY: new Secret('hush-hush') };
    const made = await stage().create('orders', { config: { ...whole, environment }, tags: { team: 'a' } });
    expect(made).toMatchObject({ config: whole, tags: { team: 'a' }, reservedConcurrency: null });
    const { digest, revisionId, codeBytes } = made;
    const version = await aws.versions.publish('orders', { digest, revisionId, description: null });
    expect(version.config).toEqual(whole);
    expect(await aws.versions.list('orders')).toEqual([{ version: '1', digest, codeBytes, config: whole }]);
    expect(await aws.versions.code('orders', '1')).toEqual(new Uint8Array(codeOf('one')));
    expect((await aws.functions.latest(['orders'])).get('orders')?.config).toEqual(whole);
  });

  test('that is refused does not tell its secrets', async () => {
    const environment = { KEY: new Secret(`hush-${'x'.repeat(5000)}`) };
    const work = stage().create('orders', { config: { ...whole, environment } });
    const error = await work.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'invalid' });
    expect(String(error)).not.toContain('hush');
  });
});
