import type { LambdaFunction } from '../../src/config/schema.gen';
import { configOf, roleOf, settingsOf } from '../../src/config/settings';
import { awsDefaults, settingDefaults } from '../../src/core/function';
import { Secret } from '../../src/core/secret';
import fc from '../property';

const arn = (service: string, rest: string): string => `arn:aws:${service}:eu-west-1:123456789012:${rest}`;

describe('what a function declares', () => {
  it.each<[LambdaFunction, object]>([
    [
      { runtime: 'nodejs24.x', handler: 'index.handler' },
      { runtime: 'nodejs24.x', handler: 'index.handler' },
    ],
    [{ packageType: 'Zip' }, { packageType: 'Zip' }],
    [{ architecture: 'arm64' }, { architecture: 'arm64' }],
    [{ memorySize: 256 }, { memorySize: 256 }],
    [{ timeout: '1m30s' }, { timeout: 90 }],
    [{ ephemeralStorage: 1024 }, { ephemeralStorage: 1024 }],
    [{ description: 'Takes orders' }, { description: 'Takes orders' }],
    [{ description: '' }, { description: '' }],
    [{ environment: { TABLE: 'orders' } }, { environment: { TABLE: 'orders' } }],
    [{ role: 'arn:aws:iam::123456789012:role/orders' }, { role: 'arn:aws:iam::123456789012:role/orders' }],
    [{ role: { statements: [] } }, {}],
    [
      { layers: ['shared', arn('lambda', 'layer:tools:4')] },
      { layers: ['layer:shared', arn('lambda', 'layer:tools:4')] },
    ],
    [{ layers: [] }, { layers: [] }],
    [
      { vpc: { subnetIds: ['subnet-1'], securityGroupIds: ['sg-1'] } },
      { vpc: { subnetIds: ['subnet-1'], securityGroupIds: ['sg-1'], ipv6: false } },
    ],
    [
      { vpc: { subnetIds: ['subnet-1'], securityGroupIds: ['sg-1'], ipv6AllowedForDualStack: true } },
      { vpc: { subnetIds: ['subnet-1'], securityGroupIds: ['sg-1'], ipv6: true } },
    ],
    [
      { fileSystem: { arn: 'arn:x', localMountPath: '/mnt/x' } },
      { fileSystem: { arn: 'arn:x', localMountPath: '/mnt/x', directS3Read: null } },
    ],
    [{ deadLetterQueue: arn('sqs', 'failed') }, { deadLetterQueue: arn('sqs', 'failed') }],
    [{ kmsKey: arn('kms', 'key/1') }, { kmsKey: arn('kms', 'key/1') }],
    [{ tracing: 'Active' }, { tracing: 'Active' }],
    [{ snapStart: 'PublishedVersions' }, { snapStart: 'PublishedVersions' }],
    [
      { logging: { format: 'JSON', applicationLogLevel: 'WARN', systemLogLevel: 'INFO', group: '/orders' } },
      { logFormat: 'JSON', applicationLogLevel: 'WARN', systemLogLevel: 'INFO', logGroup: '/orders' },
    ],
    [{ logging: { group: null } }, { logGroup: null }],
    [{ logging: { retentionInDays: 30 } }, {}],
    [
      { durable: { executionTimeout: '24h' } },
      { durable: { executionTimeoutS: 86_400, retentionPeriod: null, kmsKey: null } },
    ],
    [{ tenancy: 'PER_TENANT' }, { tenancy: 'PER_TENANT' }],
    [
      { capacityProvider: { arn: 'arn:x', executionEnvironmentMemoryGiBPerVCpu: 4 } },
      { capacityProvider: { arn: 'arn:x', maxConcurrency: null, memoryGiBPerVCpu: 4 } },
    ],
    [{ name: 'x', code: 'dist', alias: 'live', alarms: ['a'], testEvents: 'e', rollout: 'r' }, {}],
  ])('of a version: %j', (layered, config) => {
    expect(configOf(layered)).toStrictEqual(config);
  });

  it.each<[LambdaFunction, object]>([
    [{ tags: { team: 'orders' } }, { tags: { team: 'orders' } }],
    [{ reservedConcurrency: 0 }, { reservedConcurrency: 0 }],
    [{ recursion: 'Allow' }, { recursion: 'Allow' }],
    [{ codeSigning: 'arn:x' }, { codeSigning: 'arn:x' }],
    [{ runtimeManagement: 'FunctionUpdate' }, { runtimeManagement: { mode: 'FunctionUpdate', arn: null } }],
    [
      { runtimeManagement: { runtimeVersionArn: 'arn:x' } },
      { runtimeManagement: { mode: 'Manual', arn: 'arn:x' } },
    ],
    [{ logging: { retentionInDays: 30 } }, { logRetention: 30 }],
    [{ logging: { format: 'JSON' } }, {}],
    [{ memorySize: 256 }, {}],
  ])('of the function as a whole: %j', (layered, settings) => {
    expect(settingsOf(layered)).toStrictEqual(settings);
  });

  it('keeps a secret a secret', () => {
    const token = new Secret('hunter2');
    const layered = { environment: { TOKEN: token as unknown as string } };
    expect(configOf(layered).environment?.TOKEN).toBe(token);
  });
});

describe('null', () => {
  const nullable = {
    architecture: null,
    memorySize: null,
    timeout: null,
    ephemeralStorage: null,
    description: null,
    environment: null,
    layers: null,
    vpc: null,
    fileSystem: null,
    deadLetterQueue: null,
    kmsKey: null,
    tracing: null,
    snapStart: null,
    logging: null,
    durable: null,
    capacityProvider: null,
  } as const satisfies LambdaFunction;

  it("is AWS's default of every setting of a version that has one", () => {
    const { packageType, tenancy, imageConfig, ...defaults } = awsDefaults;
    expect(configOf(nullable)).toStrictEqual(defaults);
    expect(configOf({ image: 'x', imageConfig: null })).toStrictEqual({ packageType: 'Image', imageConfig });
    expect([packageType, tenancy]).toEqual(['Zip', null]);
  });

  it("is AWS's default of every setting of the function as a whole", () => {
    const all = {
      tags: null,
      reservedConcurrency: null,
      recursion: null,
      codeSigning: null,
      runtimeManagement: null,
      logging: null,
    };
    expect(settingsOf(all)).toStrictEqual(settingDefaults);
  });

  it('declares, and absence does not: any selection declares exactly itself', () => {
    const names = Object.keys(nullable).filter((name) => name !== 'logging') as (keyof typeof nullable)[];
    fc.assert(
      fc.property(fc.subarray(names), (chosen) => {
        const layered = Object.fromEntries(chosen.map((name) => [name, null]));
        expect(Object.keys(configOf(layered)).sort()).toEqual([...chosen].sort());
      }),
    );
  });
});

describe('a function made of an image', () => {
  it('takes nothing from the defaults that is for zips', () => {
    const layered: LambdaFunction = {
      code: 'dist',
      image: 'repository@sha256:0',
      runtime: 'nodejs24.x',
      handler: 'index.handler',
      layers: ['shared'],
      snapStart: 'PublishedVersions',
      memorySize: 512,
      imageConfig: { command: ['app.handler'] },
    };
    expect(configOf(layered)).toStrictEqual({
      packageType: 'Image',
      memorySize: 512,
      imageConfig: { entryPoint: [], command: ['app.handler'], workingDirectory: null },
    });
  });

  it('is no other way round: a zip takes no image config', () => {
    expect(configOf({ code: 'dist', imageConfig: { command: ['app.handler'] } })).toStrictEqual({});
  });
});

describe('a function whose settings belong to somebody else', () => {
  it('declares none, not even a role', () => {
    const layered: LambdaFunction = {
      manage: 'release',
      memorySize: 256,
      tags: { team: 'orders' },
      role: { statements: [] },
    };
    expect(configOf(layered)).toStrictEqual({});
    expect(settingsOf(layered)).toStrictEqual({});
    expect(roleOf(layered, 'orders-api')).toBeNull();
  });
});

describe('the role that is made', () => {
  it('is named after the function and has what the file says', () => {
    const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::orders/*' } as const;
    expect(roleOf({ role: { statements: [statement], managed: ['b', 'a'] } }, 'orders-api')).toStrictEqual({
      name: 'orders-api-role',
      path: '/',
      statements: [statement],
      managed: ['a', 'b'],
      boundary: null,
    });
  });

  it('is none where the file gives an ARN or nothing', () => {
    expect(roleOf({ role: 'arn:aws:iam::123456789012:role/orders' }, 'orders-api')).toBeNull();
    expect(roleOf({}, 'orders-api')).toBeNull();
  });

  it('has a name that IAM takes, and two functions two', () => {
    const name = fc.stringMatching(/^[a-zA-Z0-9_-]{1,64}$/);
    fc.assert(
      fc.property(name, name, (one, other) => {
        const [a, b] = [one, other].map((lambda) => roleOf({ role: {} }, lambda)?.name ?? '');
        expect(a?.length).toBeLessThanOrEqual(64);
        expect(a === b).toBe(one === other);
      }),
    );
    const long = ['a', 'b'].map((end) => roleOf({ role: {} }, `${'x'.repeat(63)}${end}`)?.name);
    expect(new Set(long).size).toBe(2);
  });
});
