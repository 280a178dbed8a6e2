import {
  CreateFunctionCommand,
  type CreateFunctionCommandInput,
  DeleteFunctionCommand,
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  InvokeCommand,
  ListVersionsByFunctionCommand,
  PublishLayerVersionCommand,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  TagResourceCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
  type UpdateFunctionConfigurationCommandInput,
} from '@aws-sdk/client-lambda';
import { arnOf, createActive, creation, look, role } from './lambda-steps';
import { account, type LocalAws, openLocalAws, type Refusal, refusalOf } from './world';
import { codeOf } from './zip';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
});
afterEach(() => aws.close());

const name = 'orders-api';
const named = { FunctionName: name };
const create = (changes: object) =>
  aws.lambda.send(new CreateFunctionCommand(creation(name, changes as Partial<CreateFunctionCommandInput>)));
const update = async (changes: object) => {
  const input = { ...named, ...changes } as UpdateFunctionConfigurationCommandInput;
  const answer = await aws.lambda.send(new UpdateFunctionConfigurationCommand(input));
  await aws.clock.advance(5000);
  return answer;
};
const publish = (input: object = {}) => aws.lambda.send(new PublishVersionCommand({ ...named, ...input }));

const invalid = (message: string): Refusal => ({
  name: 'InvalidParameterValueException',
  status: 400,
  message,
});

const fileSystem = {
  Arn: `arn:aws:elasticfilesystem:eu-west-1:${account}:access-point/fsap-0123456789abcdef0`,
  LocalMountPath: '/mnt/data',
};
const s3Files = {
  Arn: `arn:aws:s3files:eu-west-1:${account}:file-system/fs-0123456789abcdef0/access-point/fsap-0123456789abcdef0`,
  LocalMountPath: '/mnt/objects',
  S3FilesConfig: { DirectS3Read: 'AUTO' },
};
const key = `arn:aws:kms:eu-west-1:${account}:key/k`;
const queue = `arn:aws:sqs:eu-west-1:${account}:dead`;
const provider = {
  LambdaManagedInstancesCapacityProviderConfig: {
    CapacityProviderArn: `arn:aws:lambda:eu-west-1:${account}:capacity-provider:fleet`,
    PerExecutionEnvironmentMaxConcurrency: 10,
  },
};
const otherRole = `arn:aws:iam::${account}:role/service-role/other`;
const network = { SubnetIds: ['subnet-1', 'subnet-2'], SecurityGroupIds: ['sg-1'] };

/** Each member with a value, and what it is after it was set back. */
const settings: readonly (readonly [member: string, value: unknown, back: unknown, then: unknown])[] = [
  ['KMSKeyArn', key, '', undefined],
  ['DeadLetterConfig', { TargetArn: queue }, { TargetArn: '' }, undefined],
  ['TracingConfig', { Mode: 'Active' }, { Mode: 'PassThrough' }, { Mode: 'PassThrough' }],
  ['EphemeralStorage', { Size: 10_240 }, { Size: 512 }, { Size: 512 }],
  ['FileSystemConfigs', [fileSystem], [], undefined],
  ['FileSystemConfigs', [s3Files], [], undefined],
  ['Environment', { Variables: { TABLE: 'x' } }, { Variables: {} }, undefined],
  ['MemorySize', 10_240, 128, 128],
  ['Timeout', 900, 1, 1],
  ['Description', 'first', '', ''],
  ['Role', otherRole, role, role],
];

describe.each(settings)('%s', (member, value, back, then) => {
  test(`is kept and shown as ${JSON.stringify(value)}, from creation on and after an update`, async () => {
    const created = await create({ [member]: value });
    expect(created).toHaveProperty(member, value);
    await aws.clock.advance(5000);
    expect(await look(aws, name)).toHaveProperty(member, value);
    const other = { FunctionName: 'other' };
    await createActive(aws, 'other');
    const input = { ...other, [member]: value } as UpdateFunctionConfigurationCommandInput;
    await aws.lambda.send(new UpdateFunctionConfigurationCommand(input));
    expect(await aws.lambda.send(new GetFunctionConfigurationCommand(other))).toHaveProperty(member, value);
  });

  test(`is set back by ${JSON.stringify(back)}, and left alone by an update of something else`, async () => {
    await createActive(aws, name, { [member]: value } as Partial<CreateFunctionCommandInput>);
    expect(await update({ Handler: 'app.run' })).toHaveProperty(member, value);
    const after = await update({ [member]: back });
    if (then === undefined) expect(after).not.toHaveProperty(member);
    else expect(after).toHaveProperty(member, then);
  });

  test('makes a new version when it changes', async () => {
    await createActive(aws, name);
    expect(await publish()).toMatchObject({ Version: '1' });
    await update({ [member]: value });
    expect(await publish()).toMatchObject({ Version: '2' });
    await update({ [member]: value });
    expect(await publish()).toMatchObject({ Version: '2' });
  });
});

describe('durable execution', () => {
  test('is there from the creation on or never, and its settings change one by one', async () => {
    const DurableConfig = { RetentionPeriodInDays: 7, ExecutionTimeout: 60 };
    await createActive(aws, name, { DurableConfig });
    expect(await look(aws, name)).toHaveProperty('DurableConfig', DurableConfig);
    const after = await update({ DurableConfig: { RetentionPeriodInDays: 8 } });
    expect(after).toHaveProperty('DurableConfig', { ...DurableConfig, RetentionPeriodInDays: 8 });
    await createActive(aws, 'other');
    const late = new UpdateFunctionConfigurationCommand({ FunctionName: 'other', DurableConfig });
    expect(await refusalOf(aws.lambda.send(late))).toMatchObject({
      name: 'InvalidParameterValueException',
      status: 400,
    });
  });
});

describe('a network', () => {
  test('is shown with its VPC, and after empty lists without one', async () => {
    const VpcId = expect.stringMatching(/^vpc-[0-9a-f]{17}$/);
    const created = await create({ VpcConfig: { ...network, Ipv6AllowedForDualStack: true } });
    expect(created.VpcConfig).toEqual({ ...network, Ipv6AllowedForDualStack: true, VpcId });
    await aws.clock.advance(5000);
    const cleared = await update({ VpcConfig: { SubnetIds: [], SecurityGroupIds: [] } });
    expect(cleared.VpcConfig).toEqual({
      SubnetIds: [],
      SecurityGroupIds: [],
      VpcId: '',
      Ipv6AllowedForDualStack: false,
    });
    expect(await update({ Timeout: 4 })).toHaveProperty('VpcConfig', cleared.VpcConfig);
  });

  test('takes its time for the first version that has it', async () => {
    await createActive(aws, name, { VpcConfig: network });
    expect(await publish()).toMatchObject({ Version: '1', State: 'Pending' });
    await aws.clock.advance(5000);
    await update({ Timeout: 4 });
    expect(await publish()).toMatchObject({ Version: '2', State: 'Active' });
  });

  test('has subnets and security groups, or neither', async () => {
    expect(await refusalOf(create({ VpcConfig: { SubnetIds: ['subnet-1'] } }))).toEqual(
      invalid('SubnetIds and SecurityIds must coexist or be both empty list.'),
    );
  });
});

describe('logging', () => {
  test('in JSON has levels, INFO unless given, and loses them with the format', async () => {
    const text = { LogFormat: 'Text', LogGroup: `/aws/lambda/${name}` };
    await createActive(aws, name);
    expect((await look(aws, name)).LoggingConfig).toEqual(text);
    const json = { LogFormat: 'JSON', ApplicationLogLevel: 'INFO', SystemLogLevel: 'INFO' };
    expect((await update({ LoggingConfig: { LogFormat: 'JSON' } })).LoggingConfig).toEqual({
      ...text,
      ...json,
    });
    const levels = { ApplicationLogLevel: 'TRACE', SystemLogLevel: 'WARN', LogGroup: 'orders' };
    expect((await update({ LoggingConfig: levels })).LoggingConfig).toEqual({ ...json, ...levels });
    expect((await update({ LoggingConfig: { LogFormat: 'Text' } })).LoggingConfig).toEqual({
      LogFormat: 'Text',
      LogGroup: 'orders',
    });
    const refused = await refusalOf(update({ LoggingConfig: { SystemLogLevel: 'WARN' } }));
    expect(refused).toMatchObject({ name: 'InvalidParameterValueException', status: 400 });
  });
});

describe('layers', () => {
  const publishLayer = async (LayerName: string): Promise<string> => {
    const Content = { ZipFile: codeOf(LayerName) };
    const made = await aws.lambda.send(new PublishLayerVersionCommand({ LayerName, Content }));
    return made.LayerVersionArn ?? '';
  };

  test('are shown with their sizes, replaced as a list, and taken away by an empty one', async () => {
    const [one, two] = [await publishLayer('one'), await publishLayer('two')];
    await createActive(aws, name, { Layers: [one, two] });
    expect((await look(aws, name)).Layers).toEqual([
      { Arn: one, CodeSize: codeOf('one').length },
      { Arn: two, CodeSize: codeOf('two').length },
    ]);
    expect((await update({ Timeout: 5 })).Layers).toHaveLength(2);
    expect((await update({ Layers: [two] })).Layers).toMatchObject([{ Arn: two }]);
    expect(await update({ Layers: [] })).not.toHaveProperty('Layers');
  });

  test('are five at most, and one version of each', async () => {
    const [first, second] = [await publishLayer('one'), await publishLayer('one')];
    expect(await refusalOf(create({ Layers: Array(6).fill(first) }))).toEqual(
      invalid('Cannot reference more than 5 layers.'),
    );
    expect((await refusalOf(create({ Layers: [first, second] }))).message).toMatch(
      /^Two different versions of the same layer are not allowed to be referenced in the same function\./,
    );
  });
});

describe('SnapStart', () => {
  test('is for runtimes that have it', async () => {
    expect(await refusalOf(create({ SnapStart: { ApplyOn: 'PublishedVersions' } }))).toEqual(
      invalid('nodejs24.x is not supported for SnapStart enabled functions.'),
    );
    expect(await create({ Runtime: 'java21', SnapStart: { ApplyOn: 'PublishedVersions' } })).toMatchObject({
      SnapStart: { ApplyOn: 'PublishedVersions', OptimizationStatus: 'Off' },
    });
  });
});

describe('managed instances', () => {
  const publishTo = { PublishTo: 'LATEST_PUBLISHED' } as const;

  test('allow what no other function may have, and have a version without a number', async () => {
    const large = { Timeout: 5400, MemorySize: 32_768, EphemeralStorage: { Size: 32_768 } };
    await createActive(aws, name, { CapacityProviderConfig: provider, ...large });
    expect(await look(aws, name)).toMatchObject({ ...large, CapacityProviderConfig: provider });
    const published = await publish(publishTo);
    const latest = { Version: '$LATEST.PUBLISHED', FunctionArn: arnOf(name, '$LATEST.PUBLISHED') };
    expect(published).toMatchObject({ ...latest, State: 'Pending' });
    await aws.clock.advance(5000);
    for (const [form, qualifier] of [[name, '$LATEST.PUBLISHED'], [`${name}:$LATEST.PUBLISHED`]] as const)
      expect(await look(aws, form, qualifier)).toMatchObject({ ...latest, State: 'Active' });
    expect(await publish()).toMatchObject({ Version: '1' });
    const { Versions = [] } = await aws.lambda.send(new ListVersionsByFunctionCommand(named));
    expect(Versions.map(({ Version }) => Version)).toEqual(['$LATEST', '$LATEST.PUBLISHED', '1']);
  });

  test('run what was published to them, when the function is called by its name', async () => {
    await createActive(aws, name, { CapacityProviderConfig: provider });
    const invoke = () => aws.lambda.send(new InvokeCommand(named));
    expect(await refusalOf(invoke())).toMatchObject({ name: 'NoPublishedVersionException', status: 400 });
    await publish(publishTo);
    await aws.clock.advance(5000);
    expect(await invoke()).toMatchObject({ StatusCode: 200, ExecutedVersion: '$LATEST.PUBLISHED' });
  });

  test('are asked for before anything is published to them', async () => {
    const { Code } = creation(name);
    expect(await refusalOf(create({ ...publishTo, Code }))).toMatchObject(
      invalid(expect.anything() as never),
    );
    await createActive(aws, name);
    for (const call of [
      () => publish(publishTo),
      () => aws.lambda.send(new UpdateFunctionCodeCommand({ ...named, ZipFile: codeOf('x'), ...publishTo })),
    ])
      expect(await refusalOf(call())).toMatchObject({ name: 'InvalidParameterValueException', status: 400 });
  });
});

test('tenant isolation, tags and architecture are set at creation; only code brings another architecture', async () => {
  const TenancyConfig = { TenantIsolationMode: 'PER_TENANT' } as const;
  await createActive(aws, name, { TenancyConfig, Tags: { team: 'orders' }, Architectures: ['arm64'] });
  expect(await look(aws, name)).toMatchObject({ TenancyConfig, Architectures: ['arm64'] });
  await update({ Timeout: 5, Architectures: ['x86_64'] });
  expect(await look(aws, name)).toMatchObject({ TenancyConfig, Architectures: ['arm64'] });
  const code = { ...named, ZipFile: codeOf('one'), Architectures: ['x86_64' as const] };
  expect(await aws.lambda.send(new UpdateFunctionCodeCommand(code))).toMatchObject({
    Architectures: ['x86_64'],
  });
  const { Tags } = await aws.lambda.send(new GetFunctionCommand(named));
  expect(Tags).toEqual({ team: 'orders' });
});

test('another runtime, handler or architecture makes a new version; tags and reserved concurrency do not', async () => {
  await createActive(aws, name);
  const versions = [(await publish()).Version];
  for (const changes of [
    { Runtime: 'nodejs22.x' },
    { Handler: 'app.run' },
    { LoggingConfig: { LogGroup: 'g' } },
  ]) {
    await update(changes);
    versions.push((await publish()).Version);
  }
  const code = { ...named, ZipFile: codeOf('one'), Architectures: ['arm64' as const] };
  await aws.lambda.send(new UpdateFunctionCodeCommand(code));
  await aws.clock.advance(5000);
  versions.push((await publish()).Version);
  await aws.lambda.send(new TagResourceCommand({ Resource: arnOf(name), Tags: { a: 'b' } }));
  await aws.lambda.send(new PutFunctionConcurrencyCommand({ ...named, ReservedConcurrentExecutions: 5 }));
  versions.push((await publish()).Version);
  expect(versions).toEqual(['1', '2', '3', '4', '5', '5']);
});

test('the version of the runtime is shown for one function, and not in lists', async () => {
  await createActive(aws, name);
  expect((await look(aws, name)).RuntimeVersionConfig?.RuntimeVersionArn).toMatch(
    /^arn:aws:lambda:eu-west-1::runtime:.+$/,
  );
  const { Versions = [] } = await aws.lambda.send(new ListVersionsByFunctionCommand(named));
  expect(Versions[0]).not.toHaveProperty('RuntimeVersionConfig');
});

const told = (value: string, field: string, rule: string): string =>
  `1 validation error detected: Value ${value} at '${field}' failed to satisfy constraint: ${rule}`;
const enumeration = (...values: string[]): string =>
  `Member must satisfy enum value set: [${values.join(', ')}]`;
const longest = (most: number): string => `Member must have length less than or equal to ${most}`;
const most = (value: number): string => `Member must have value less than or equal to ${value}`;
const least = (value: number): string => `Member must have value greater than or equal to ${value}`;
const pattern = (text: string): string => `Member must satisfy regular expression pattern: ${text}`;
const each = (...rules: string[]): string =>
  `Member must satisfy constraint: [${[...rules, 'Member must not be null'].join(', ')}]`;
const managed = 'capacityProviderConfig.lambdaManagedInstancesCapacityProviderConfig';

const forms: readonly (readonly [changes: object, message: string])[] = [
  [{ Role: undefined }, told('null', 'role', 'Member must not be null')],
  [{ Handler: 'a b' }, told("'a b'", 'handler', pattern('[^\\s]+'))],
  [{ Description: 'x'.repeat(257) }, told(`'${'x'.repeat(257)}'`, 'description', longest(256))],
  [{ Timeout: 0 }, told("'0'", 'timeout', least(1))],
  [{ MemorySize: 10_241 }, told("'10241'", 'memorySize', most(10_240))],
  [{ EphemeralStorage: { Size: 511 } }, told("'511'", 'ephemeralStorage.size', least(512))],
  [{ PackageType: 'Tar' }, told("'Tar'", 'packageType', enumeration('Zip', 'Image'))],
  [
    { TracingConfig: { Mode: 'On' } },
    told("'On'", 'tracingConfig.mode', enumeration('Active', 'PassThrough')),
  ],
  [
    { SnapStart: { ApplyOn: 'All' } },
    told("'All'", 'snapStart.applyOn', enumeration('PublishedVersions', 'None')),
  ],
  [
    { LoggingConfig: { LogFormat: 'XML' } },
    told("'XML'", 'loggingConfig.logFormat', enumeration('JSON', 'Text')),
  ],
  [
    { LoggingConfig: { LogFormat: 'JSON', ApplicationLogLevel: 'LOUD' } },
    told(
      "'LOUD'",
      'loggingConfig.applicationLogLevel',
      enumeration('TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'),
    ),
  ],
  [
    { LoggingConfig: { LogFormat: 'JSON', SystemLogLevel: 'ERROR' } },
    told("'ERROR'", 'loggingConfig.systemLogLevel', enumeration('DEBUG', 'INFO', 'WARN')),
  ],
  [
    { LoggingConfig: { LogGroup: 'a b' } },
    told("'a b'", 'loggingConfig.logGroup', pattern('[\\.\\-_/#A-Za-z0-9]+')),
  ],
  [
    { Architectures: ['x86_64', 'arm64'] },
    told("'[x86_64, arm64]'", 'architectures', 'Member must have length less than or equal to 1'),
  ],
  [{ Architectures: ['mips'] }, told("'[mips]'", 'architectures', each(enumeration('x86_64', 'arm64')))],
  [
    { VpcConfig: { SubnetIds: ['net-1'] } },
    told(
      "'[net-1]'",
      'vpcConfig.subnetIds',
      each(longest(1024), 'Member must have length greater than or equal to 0', pattern('subnet-[0-9a-z]*')),
    ),
  ],
  [
    { VpcConfig: { SecurityGroupIds: Array(6).fill('sg-1') } },
    told("'[sg-1, sg-1, sg-1, sg-1, sg-1, sg-1]'", 'vpcConfig.securityGroupIds', longest(5)),
  ],
  [
    { DeadLetterConfig: { TargetArn: 'x' } },
    told("'x'", 'deadLetterConfig.targetArn', pattern('(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()')),
  ],
  [{ KMSKeyArn: 'x' }, told("'x'", 'kMSKeyArn', pattern('(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()'))],
  [
    { FileSystemConfigs: [{ ...fileSystem, LocalMountPath: '/data' }] },
    told("'/data'", 'fileSystemConfigs.1.member.localMountPath', pattern('/mnt/[a-zA-Z0-9-_.]+')),
  ],
  [
    { FileSystemConfigs: [{ LocalMountPath: '/mnt/a' }] },
    told('null', 'fileSystemConfigs.1.member.arn', 'Member must not be null'),
  ],
  [{ CapacityProviderConfig: {} }, told('null', managed, 'Member must not be null')],
  [
    {
      CapacityProviderConfig: {
        LambdaManagedInstancesCapacityProviderConfig: {
          ...provider.LambdaManagedInstancesCapacityProviderConfig,
          ExecutionEnvironmentMemoryGiBPerVCpu: 9,
        },
      },
    },
    told("'9'", `${managed}.executionEnvironmentMemoryGiBPerVCpu`, most(8)),
  ],
  [
    { DurableConfig: { RetentionPeriodInDays: 91 } },
    told("'91'", 'durableConfig.retentionPeriodInDays', most(90)),
  ],
  [
    { DurableConfig: { ExecutionTimeout: 31_622_401 } },
    told("'31622401'", 'durableConfig.executionTimeout', most(31_622_400)),
  ],
  [{ TenancyConfig: {} }, told('null', 'tenancyConfig.tenantIsolationMode', 'Member must not be null')],
  [{ PublishTo: 'LATEST' }, told("'LATEST'", 'publishTo', enumeration('LATEST_PUBLISHED'))],
  [
    { Code: { S3Bucket: 'ab', S3Key: 'k' } },
    told("'ab'", 'code.s3Bucket', 'Member must have length greater than or equal to 3'),
  ],
  [
    { Code: { S3Bucket: 'abc', S3Key: 'k', S3ObjectStorageMode: 'MOVE' } },
    told("'MOVE'", 'code.s3ObjectStorageMode', enumeration('COPY', 'REFERENCE')),
  ],
  [
    { Environment: { Variables: { '1A': 'secret' } } },
    "1 validation error detected: Value at 'environment.variables' failed to satisfy constraint: Map keys must satisfy constraint: [Member must satisfy regular expression pattern: [a-zA-Z]([a-zA-Z0-9_])+, Member must not be null]",
  ],
];

test.each(forms)('a function is not created with %j', async (changes, message) => {
  expect(await refusalOf(create(changes))).toEqual({ name: 'ValidationException', status: 400, message });
});

test('a name has 64 characters at most', async () => {
  const long = 'x'.repeat(65);
  expect(await refusalOf(create({ FunctionName: long }))).toEqual(
    invalid(told(`'${long}'`, 'functionName', longest(64))),
  );
});

test('a runtime and a handler are needed for a zip', async () => {
  for (const changes of [{ Runtime: undefined }, { Handler: undefined }])
    expect(await refusalOf(create(changes))).toEqual(
      invalid('Runtime and Handler are mandatory parameters for functions created with deployment packages.'),
    );
});

test.each(['AWS_REGION', '_HANDLER', 'AWS_LAMBDA_RUNTIME_API', 'LAMBDA_TASK_ROOT'])(
  'the variable %s is reserved',
  async (variable) => {
    expect(await refusalOf(create({ Environment: { Variables: { [variable]: 'x' } } }))).toEqual(
      invalid(
        `Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${variable}`,
      ),
    );
  },
);

test('all settings of a version survive the deletion of a newer one', async () => {
  await createActive(aws, name, { VpcConfig: network, KMSKeyArn: key });
  await publish();
  await aws.clock.advance(5000);
  const before = await look(aws, name, '1');
  await update({ KMSKeyArn: '' });
  await publish();
  await aws.lambda.send(new DeleteFunctionCommand({ ...named, Qualifier: '2' }));
  expect(await look(aws, name, '1')).toEqual(before);
});
