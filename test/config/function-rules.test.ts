import { functionProblems } from '../../src/config/function-rules';
import type { LambdaFunction } from '../../src/config/schema.gen';
import { Secret } from '../../src/core/secret';
import { said, subjectOf } from './subjects';

const problemsOf = (own: LambdaFunction, around: Parameters<typeof subjectOf>[1] = {}): string[] =>
  said(
    functionProblems([subjectOf({ ...(around.defaults?.image ? {} : { code: 'dist' }), ...own }, around)]),
  );

const image = `orders@sha256:${'0'.repeat(64)}`;
const efs = 'arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0123456789abcdef0';
const s3Files =
  'arn:aws:s3files:eu-west-1:123456789012:file-system/fs-0123456789abcdef0/access-point/fsap-0123456789abcdef0';
const provider = 'arn:aws:lambda:eu-west-1:123456789012:capacity-provider:orders';
const layer = (version: number): string => `arn:aws:lambda:eu-west-1:123456789012:layer:tools:${version}`;
const vpc = { subnetIds: ['subnet-1'], securityGroupIds: ['sg-1'] };

describe('a function', () => {
  it('has code, or an image', () => {
    const missing = 'functions.api: `code` is missing  (name a folder or a .zip file, or give it an `image`)';
    expect(said(functionProblems([subjectOf({})]))).toEqual([missing]);
    expect(said(functionProblems([subjectOf({ image })]))).toEqual([]);
    expect(said(functionProblems([subjectOf({}, { unknown: ['code'] })]))).toEqual([]);
  });

  it('has sizes as AWS takes them, and with a capacity provider the larger ones', () => {
    expect(problemsOf({ timeout: '16m', memorySize: 10_241, ephemeralStorage: 10_241 })).toEqual([
      'functions.api.timeout: `16m` is more than 900s (15m)  (Lambda takes 1s to 900s)',
      'functions.api.memorySize: `10241` is more than 10240 MB  (only a function with a `capacityProvider` has up to 32768)',
      'functions.api.ephemeralStorage: `10241` is more than 10240 MB  (only a function with a `capacityProvider` has up to 32768)',
    ]);
    const managed = { memorySize: 32_768, ephemeralStorage: 32_768, capacityProvider: { arn: provider } };
    expect(problemsOf({ ...managed, timeout: '90m' })).toEqual([]);
    expect(problemsOf({ ...managed, timeout: '91m' })).toEqual([
      'functions.api.timeout: `91m` is more than 5400s (1h30m)  (with a capacity provider Lambda takes 1s to 5400s)',
    ]);
    expect(problemsOf({ memorySize: 20_000, capacityProvider: null })).toHaveLength(1);
  });

  it('says where the defaults are wrong for it', () => {
    expect(problemsOf({}, { defaults: { timeout: '1h' } })).toEqual([
      'defaults.timeout: `1h` is more than 900s (15m)  (Lambda takes 1s to 900s)',
    ]);
  });
});

describe('two functions', () => {
  const two = (first: object, second: object): string[] =>
    said(
      functionProblems([
        subjectOf({ code: 'x' }, { key: 'a', ...first }),
        subjectOf({ code: 'y' }, { key: 'b', ...second }),
      ]),
    );

  it('are not one Lambda function, whatever their alias', () => {
    expect(two({ name: 'same' }, { name: 'same' })).toEqual([
      'functions.b: `a` already is Lambda function `same`  (give one of them another `name`)',
    ]);
  });

  it('may be one in two stages', () => {
    expect(two({ name: 'same', stage: 'dev' }, { name: 'same', stage: 'prod' })).toEqual([]);
  });

  it('do not make the same role', () => {
    const role = { name: 'orders', statements: [] };
    const subjects = ['a', 'b'].map((key) => subjectOf({ code: key }, { key, defaults: { role } }));
    expect(said(functionProblems(subjects))).toEqual([
      'defaults.role.name: `a` already makes the role `orders`; `b` needs another  (leave `name` out, or give each function its own)',
    ]);
  });

  it('have names that AWS takes', () => {
    const name = 'x'.repeat(65);
    expect(two({ name }, {})).toEqual([
      `functions.a: the Lambda name \`${name}\` has 65 characters; AWS takes 64  (give it a shorter \`name\`)`,
    ]);
  });
});

describe('the environment', () => {
  const token = ['ghp_', 'abcdefghijklmnopqrstuvwxyz0123456789'].join('');

  it('holds nothing that looks like a secret, and a refusal does not show it', () => {
    const [problem, ...more] = functionProblems([subjectOf({ code: 'x', environment: { TOKEN: token } })]);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      hidden: true,
      what: 'functions.api.environment.TOKEN: looks like a token of GitHub',
      hint: `write \${secret:<name>#<key>} or \${ssm:<path>} instead, or add TOKEN to \`plainSecrets\``,
    });
    expect(JSON.stringify({ ...problem, at: null })).not.toContain(token);
  });

  it('may hold what is named in plainSecrets, and what a reference led to', () => {
    expect(problemsOf({ environment: { TOKEN: token }, plainSecrets: ['TOKEN'] })).toEqual([]);
    expect(problemsOf({ environment: { TOKEN: token }, plainSecrets: ['OTHER'] })).toHaveLength(1);
    const secret = new Secret(token) as unknown as string;
    expect(problemsOf({ environment: { TOKEN: secret } })).toEqual([]);
  });

  it('is measured with its secrets', () => {
    const secret = new Secret('x'.repeat(5000)) as unknown as string;
    expect(problemsOf({ environment: { TOKEN: secret } })).toEqual([
      'functions.api.environment: 5012 bytes; Lambda takes 4096 for all variables together  (keep large values in Parameter Store or in a file of the artifact)',
    ]);
  });
});

describe('an image', () => {
  it('excludes at the function itself what is for zips', () => {
    const own: LambdaFunction = {
      image,
      handler: 'a.b',
      runtime: 'nodejs24.x',
      layers: ['x'],
      snapStart: 'PublishedVersions',
    };
    expect(problemsOf(own)).toEqual([
      'functions.api.code: `api` has an `image` too (functions.api.image)  (keep one of them)',
      'functions.api.handler: a function made of an image has none  (delete it; the image has its own, or `imageConfig`)',
      'functions.api.runtime: a function made of an image has none  (delete it)',
      'functions.api.layers: a function made of an image has none  (delete it)',
      'functions.api.snapStart: a function made of an image has none  (delete it)',
    ]);
  });

  it('passes over what the defaults say for zips', () => {
    const defaults: LambdaFunction = {
      code: 'dist',
      handler: 'a.b',
      runtime: 'nodejs24.x',
      layers: ['nowhere'],
      snapStart: 'PublishedVersions',
    };
    expect(said(functionProblems([subjectOf({ image }, { defaults })]))).toEqual([]);
  });

  it('agrees with the package type', () => {
    const hint =
      'delete it: the package type follows from `code` and `image`, and AWS never changes it; another type is another `name`';
    expect(said(functionProblems([subjectOf({ image, packageType: 'Zip' })]))).toEqual([
      `functions.api.packageType: a function with an \`image\` is no Zip  (${hint})`,
    ]);
    expect(problemsOf({ packageType: 'Image' })).toEqual([
      `functions.api.packageType: a function without an \`image\` is no Image  (${hint})`,
    ]);
    expect(problemsOf({ packageType: 'Zip' })).toEqual([]);
  });

  it('has an image config, a zip none', () => {
    const imageConfig = { command: ['app.handler'] };
    expect(said(functionProblems([subjectOf({ image, imageConfig })]))).toEqual([]);
    expect(problemsOf({ imageConfig })).toEqual([
      'functions.api.imageConfig: a function made of a zip has none  (delete it, or give the function an `image`)',
    ]);
    expect(problemsOf({}, { defaults: { imageConfig } })).toEqual([]);
    const large = { command: ['x'.repeat(20_000)] };
    expect(said(functionProblems([subjectOf({ image, imageConfig: large })]))[0]).toContain(
      'Lambda takes 16384',
    );
  });
});

describe('layers', () => {
  it('are known', () => {
    expect(problemsOf({ layers: ['share'] }, { layerKeys: ['shared'] })).toEqual([
      'functions.api.layers.0: there is no layer `share`  (did you mean `shared`?)',
    ]);
    expect(problemsOf({ layers: ['shared'] })).toEqual([
      'functions.api.layers.0: there is no layer `shared`  (describe it under `layers` at the top of the file, or write the ARN of a layer version)',
    ]);
    expect(problemsOf({ layers: ['shared', layer(1)] }, { layerKeys: ['shared'] })).toEqual([]);
  });

  it('stand there in one version', () => {
    expect(problemsOf({ layers: [layer(1), layer(2)] })).toEqual([
      `functions.api.layers.1: \`${layer(2)}\` and \`${layer(1)}\` are versions of the same layer  (keep one of them)`,
    ]);
  });
});

describe('settings that need each other', () => {
  it('are there once everything is laid over each other', () => {
    const own = { vpc: {}, fileSystem: {}, durable: { kmsKey: null }, capacityProvider: {} };
    expect(problemsOf(own)).toEqual([
      'functions.api.vpc: `subnetIds` is missing  (such as subnetIds: [subnet-0a1b2c3d])',
      'functions.api.vpc: `securityGroupIds` is missing  (such as securityGroupIds: [sg-0a1b2c3d])',
      'functions.api.fileSystem: `arn` is missing  (such as arn: <ARN of an access point>)',
      'functions.api.fileSystem: `localMountPath` is missing  (such as localMountPath: /mnt/data)',
      'functions.api.durable: `executionTimeout` is missing  (such as executionTimeout: 24h)',
      'functions.api.capacityProvider: `arn` is missing  (such as arn: <ARN of a capacity provider>)',
    ]);
    expect(problemsOf({ vpc: { subnetIds: ['subnet-1'] } }, { unknown: ['vpc.securityGroupIds'] })).toEqual(
      [],
    );
  });

  it('hold for EFS: it is reached through a VPC, and has no S3', () => {
    const fileSystem = { arn: efs, localMountPath: '/mnt/x' };
    expect(problemsOf({ fileSystem, vpc })).toEqual([]);
    expect(
      problemsOf({ fileSystem: { arn: s3Files, localMountPath: '/mnt/x', directS3Read: 'AUTO' } }),
    ).toEqual([]);
    expect(problemsOf({ fileSystem })).toEqual([
      'functions.api.fileSystem: EFS is reached through a VPC, and `api` declares none  (declare `vpc` with subnets that reach the file system)',
    ]);
    expect(problemsOf({ fileSystem: { ...fileSystem, directS3Read: 'AUTO' }, vpc: null })).toHaveLength(2);
  });

  it('hold for log levels: only JSON has them', () => {
    expect(problemsOf({ logging: { format: 'JSON', applicationLogLevel: 'INFO' } })).toEqual([]);
    expect(problemsOf({ logging: { applicationLogLevel: 'INFO' } })).toEqual([]);
    expect(problemsOf({ logging: { format: 'Text', applicationLogLevel: null } })).toEqual([]);
    for (const format of ['Text', null] as const) {
      expect(
        problemsOf({ logging: { format, applicationLogLevel: 'INFO', systemLogLevel: 'WARN' } }),
      ).toEqual([
        'functions.api.logging.applicationLogLevel: logs as text have no levels  (write `format: JSON`, or null for the level)',
        'functions.api.logging.systemLogLevel: logs as text have no levels  (write `format: JSON`, or null for the level)',
      ]);
    }
  });

  it('hold for SnapStart', () => {
    const snapStart = 'PublishedVersions' as const;
    expect(problemsOf({ snapStart, runtime: 'python3.13', ephemeralStorage: 512 })).toEqual([]);
    expect(problemsOf({ snapStart, runtime: 'java99' })).toEqual([]);
    const own: LambdaFunction = {
      runtime: 'nodejs24.x',
      ephemeralStorage: 1024,
      fileSystem: { arn: efs, localMountPath: '/mnt/x' },
      vpc,
      tenancy: 'PER_TENANT',
    };
    const what = (reason: string): string =>
      `defaults.snapStart: \`api\` has ${reason}, and SnapStart does not go with it  (write \`snapStart: null\` at this function, or change the other setting)`;
    expect(problemsOf(own, { defaults: { snapStart } })).toEqual([
      what('runtime nodejs24.x'),
      what('more than 512 MB of ephemeralStorage'),
      what('a fileSystem of EFS'),
      what('tenancy'),
    ]);
  });

  it('leave alone the tags of others', () => {
    expect(problemsOf({ tags: { 'aws:x': '1', 'Shipit:x': '1', awsome: '1' } })).toEqual([
      'functions.api.tags.aws:x: tags that begin with `aws:` are set by AWS itself  (choose another key)',
      'functions.api.tags.Shipit:x: tags that begin with `Shipit:` are set by shipit itself  (choose another key)',
    ]);
  });

  it('hold for durations of days', () => {
    expect(problemsOf({ durable: { executionTimeout: '8784h' } })).toEqual([]);
    expect(problemsOf({ durable: { executionTimeout: '8785h' } })).toEqual([
      'functions.api.durable.executionTimeout: `8785h` is more than 31622400s (8784h)  (Lambda takes 1s to 8784h)',
    ]);
  });
});

describe('a function whose settings belong to somebody else', () => {
  it('declares none itself', () => {
    expect(problemsOf({ manage: 'release', memorySize: 256, alias: 'live', alarms: ['a'] })).toEqual([
      'functions.api.memorySize: belongs to whoever manages the settings of this function (`manage: release`)  (delete it, or write `manage: all`)',
    ]);
  });

  it('passes over those of the defaults, right or wrong', () => {
    const defaults: LambdaFunction = { memorySize: 256, timeout: '1h', layers: ['nowhere'] };
    expect(problemsOf({ manage: 'release' }, { defaults })).toEqual([]);
  });
});
