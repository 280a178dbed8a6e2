/** Every recorded transition of a function, a version and an alias: states, reasons, and which revision ids change. */
import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateFunctionCommand,
  DeleteFunctionCommand,
  type FunctionConfiguration,
  GetAliasCommand,
  GetProvisionedConcurrencyConfigCommand,
  InvokeCommand,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
  PutProvisionedConcurrencyConfigCommand,
  TagResourceCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { until } from './held';
import { arnOf, creation, digestOf, imageOf, look, seedImages } from './lambda-steps';
import { account, type LocalAws, openLocalAws } from './world';
import { codeOf } from './zip';

const name = 'orders';
const named = { FunctionName: name };
const live = { ...named, Name: 'live' };
const vpc = { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] };

let aws: LocalAws;
let names: Map<string, string>;
beforeEach(async () => {
  aws = await openLocalAws();
  names = new Map();
});
afterEach(() => aws.close());

const create = (changes: object = {}) => aws.lambda.send(new CreateFunctionCommand(creation(name, changes)));
const updateCode = (changes: object = {}) =>
  aws.lambda.send(new UpdateFunctionCodeCommand({ ...named, ZipFile: codeOf('two'), ...changes }));
const configure = (changes: object) =>
  aws.lambda.send(new UpdateFunctionConfigurationCommand({ ...named, ...changes }));
const publish = (changes: object = {}) =>
  aws.lambda.send(new PublishVersionCommand({ ...named, ...changes }));
const update = (changes: object = {}) => aws.lambda.send(new UpdateAliasCommand({ ...live, ...changes }));
const settle = () => aws.clock.advance(5000);

/** A short name for an id that was seen before, the next one for a new id. */
function short(id = 'none', kind = 'r'): string {
  const known = names.get(id);
  if (known !== undefined) return known;
  const next = `${kind}${[...names.values()].filter((one) => one.startsWith(kind)).length + 1}`;
  names.set(id, next);
  return next;
}

const last = (arn = ''): string => arn.replace(arnOf(name), name);

/** Everything that a transition changes, in one line. */
function shown(config: FunctionConfiguration, kind = 'r'): string {
  const { State, StateReasonCode, LastUpdateStatus, LastUpdateStatusReasonCode } = config;
  const reasons = [config.StateReason, config.LastUpdateStatusReason].filter(Boolean).join(' ');
  return [
    last(config.FunctionArn),
    `v${config.Version}`,
    ...[State, StateReasonCode ?? '-', LastUpdateStatus ?? '-', LastUpdateStatusReasonCode ?? '-'],
    ...[short(config.RevisionId, kind), reasons].filter(Boolean),
  ].join(' ');
}

const latest = async (): Promise<string> => shown(await look(aws, name));
const version = async (number: string): Promise<string> =>
  shown(await look(aws, name, number), `v${number}.`);

/** The ids alone: of $LATEST, of version 1 and of the alias. */
async function ids(): Promise<string> {
  const alias = await aws.lambda.send(new GetAliasCommand(live));
  return [
    short((await look(aws, name)).RevisionId),
    short((await look(aws, name, '1')).RevisionId, 'v'),
    short(alias.RevisionId, 'a'),
  ].join(' ');
}

const created = 'The function is being created.';

test('a function is created and updated in five states with four ids', async () => {
  const seen = [shown(await create()), await latest()];
  await settle();
  seen.push(await latest(), shown(await updateCode()), await latest());
  await settle();
  seen.push(await latest());
  expect(seen).toEqual([
    `orders v$LATEST Pending Creating - - r1 ${created}`,
    `orders v$LATEST Pending Creating - - r1 ${created}`,
    'orders v$LATEST Active - Successful - r2',
    `orders v$LATEST Active - InProgress Creating r3 ${created}`,
    `orders v$LATEST Active - InProgress Creating r3 ${created}`,
    'orders v$LATEST Active - Successful - r4',
  ]);
});

test('the same settings again are an update, and a dry run is none', async () => {
  const { Timeout } = await create();
  await settle();
  const seen = [await latest(), shown(await configure({ Timeout }))];
  await settle();
  seen.push(await latest());
  await updateCode({ DryRun: true });
  seen.push(await latest());
  expect(seen).toEqual([
    'orders v$LATEST Active - Successful - r1',
    `orders v$LATEST Active - InProgress Creating r2 ${created}`,
    'orders v$LATEST Active - Successful - r3',
    'orders v$LATEST Active - Successful - r3',
  ]);
});

test('publishing gives the version an id of its own and $LATEST a new one; publishing nothing gives none', async () => {
  await create();
  await settle();
  const seen = [await latest()];
  const first = await publish({ Description: 'first' });
  seen.push(shown(first, 'v1.'), await version('1'), await latest());
  const again = await publish({ Description: 'second' });
  seen.push(shown(again, 'v1.'), await latest());
  expect(seen).toEqual([
    'orders v$LATEST Active - Successful - r1',
    'orders:1 v1 Active - Successful - v1.1',
    'orders:1 v1 Active - Successful - v1.1',
    'orders v$LATEST Active - Successful - r2',
    'orders:1 v1 Active - Successful - v1.1',
    'orders v$LATEST Active - Successful - r2',
  ]);
  expect([first.$metadata.httpStatusCode, again.$metadata.httpStatusCode, again.Description]).toEqual([
    201,
    201,
    'first',
  ]);
});

test('a new description of $LATEST makes a version, which takes it over unless it is given its own', async () => {
  await create({ Description: 'one' });
  await settle();
  const published = [await publish()];
  await configure({ Description: 'two' });
  await settle();
  published.push(await publish());
  await configure({ Description: 'three' });
  await settle();
  published.push(await publish({ Description: 'its own' }));
  expect(published.map(({ Version, Description }) => [Version, Description])).toEqual([
    ['1', 'one'],
    ['2', 'two'],
    ['3', 'its own'],
  ]);
  expect((await look(aws, name)).Description).toBe('three');
});

test('a function that is created and published at once is Pending under its bare ARN, as version 1', async () => {
  const first = await create({ Publish: true });
  const seen = [shown(first, 'v1.'), await version('1'), await latest()];
  await settle();
  seen.push(await version('1'), await latest());
  expect(seen).toEqual([
    `orders v1 Pending Creating - - v1.1 ${created}`,
    `orders:1 v1 Pending Creating - - v1.1 ${created}`,
    `orders v$LATEST Pending Creating - - r1 ${created}`,
    'orders:1 v1 Active - Successful - v1.2',
    'orders v$LATEST Active - Successful - r2',
  ]);
  expect(first.$metadata.httpStatusCode).toBe(201);
  expect(await publish()).toMatchObject({ Version: '1' });
});

test('code that is updated and published at once is Pending under the ARN of its version', async () => {
  await create();
  await settle();
  const first = await updateCode({ Publish: true });
  const seen = [shown(first, 'v1.'), await latest()];
  await settle();
  seen.push(await version('1'), await latest());
  expect(seen).toEqual([
    `orders:1 v1 Pending Creating - - v1.1 ${created}`,
    `orders v$LATEST Active - InProgress Creating r1 ${created}`,
    'orders:1 v1 Active - Successful - v1.2',
    'orders v$LATEST Active - Successful - r2',
  ]);
  expect(first.$metadata.httpStatusCode).toBe(200);
});

test.each([
  ['a snapshot', { Runtime: 'java21', SnapStart: { ApplyOn: 'PublishedVersions' } }, 60_000],
  ['a network that it is the first to have', { VpcConfig: vpc }, 5000],
])('a version with %s is Pending while that is made', async (_what, changes, ms) => {
  await create(changes);
  await settle();
  const seen = [shown(await publish(), 'v1.')];
  await aws.clock.advance(ms);
  seen.push(await version('1'));
  expect(seen).toEqual([
    `orders:1 v1 Pending Creating - - v1.1 ${created}`,
    'orders:1 v1 Active - Successful - v1.2',
  ]);
});

test('ids change for what was changed: each step tells which of function, version and alias got a new one', async () => {
  await create();
  await settle();
  await publish();
  const before = (await look(aws, name)).RevisionId;
  await aws.lambda.send(new CreateAliasCommand({ ...live, FunctionVersion: '1' }));
  expect((await look(aws, name)).RevisionId).toBe(before);
  const seen: [string, string][] = [['created', await ids()]];
  const step = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    await work();
    seen.push([what, await ids()]);
  };
  await step('alias updated with nothing', () => update());
  await step('alias moved to $LATEST', () => update({ FunctionVersion: '$LATEST' }));
  await step('alias moved back', () => update({ FunctionVersion: '1' }));
  await step('tags', () =>
    aws.lambda.send(new TagResourceCommand({ Resource: arnOf(name), Tags: { a: 'b' } })),
  );
  await step('reserved concurrency', () =>
    aws.lambda.send(new PutFunctionConcurrencyCommand({ ...named, ReservedConcurrentExecutions: 5 })),
  );
  await step('published with nothing changed', () => publish());
  await step('code', () => updateCode());
  await step('code, done', settle);
  await step('published', () => publish());
  await step('alias with a weight', () =>
    update({ RoutingConfig: { AdditionalVersionWeights: { 2: 0.1 } } }),
  );
  await step('alias without', () => update({ RoutingConfig: { AdditionalVersionWeights: {} } }));
  await step('permission for the function', () => permit({}));
  await step('permission for the version', () => permit({ Qualifier: '1' }));
  await step('permission for the alias', () => permit({ Qualifier: 'live' }));
  await step('provisioned concurrency asked for', () => provision());
  await step('provisioned concurrency ready', untilProvisioned);
  expect(seen).toEqual([
    ['created', 'r1 v1 a1'],
    ['alias updated with nothing', 'r1 v1 a2'],
    ['alias moved to $LATEST', 'r1 v1 a3'],
    ['alias moved back', 'r1 v1 a4'],
    ['tags', 'r1 v1 a4'],
    ['reserved concurrency', 'r1 v1 a4'],
    ['published with nothing changed', 'r1 v1 a4'],
    ['code', 'r2 v1 a4'],
    ['code, done', 'r3 v1 a4'],
    ['published', 'r4 v1 a4'],
    ['alias with a weight', 'r4 v1 a5'],
    ['alias without', 'r4 v1 a6'],
    ['permission for the function', 'r5 v1 a6'],
    ['permission for the version', 'r5 v2 a6'],
    ['permission for the alias', 'r5 v2 a7'],
    ['provisioned concurrency asked for', 'r5 v2 a7'],
    ['provisioned concurrency ready', 'r5 v3 a7'],
  ]);
});

const permit = (changes: object) =>
  aws.lambda.send(
    new AddPermissionCommand({
      ...{ ...named, StatementId: 's3', Action: 'lambda:InvokeFunction', Principal: 's3.amazonaws.com' },
      ...changes,
    }),
  );

const onAlias = { ...named, Qualifier: 'live' };
const provision = () =>
  aws.lambda.send(
    new PutProvisionedConcurrencyConfigCommand({ ...onAlias, ProvisionedConcurrentExecutions: 1 }),
  );

async function untilProvisioned(): Promise<void> {
  await aws.clock.advance(120_000);
  await until(async () => {
    const { Status } = await aws.lambda.send(new GetProvisionedConcurrencyConfigCommand(onAlias));
    return Status === 'READY';
  });
}

test('an alias shows its version: its settings and its id, under the ARN of the alias', async () => {
  await create();
  await settle();
  await publish();
  await aws.lambda.send(new CreateAliasCommand({ ...live, FunctionVersion: '1' }));
  const [alias, one] = [await look(aws, name, 'live'), await look(aws, name, '1')];
  expect(alias).toEqual({ ...one, FunctionArn: arnOf(name, 'live') });
});

test('a function of an image that is gone is Failed with another id, and another update helps one that was there', async () => {
  const [one, two] = [
    { uri: imageOf('one'), digest: digestOf('a') },
    { uri: imageOf('two'), digest: digestOf('b') },
  ];
  const gone = (image: object) => seedImages(aws, { ...image, digest: null });
  const start = () =>
    aws.lambda.send(
      new CreateFunctionCommand({
        ...{ ...named, Role: creation(name).Role, PackageType: 'Image' },
        Code: { ImageUri: one.uri },
      }),
    );
  await seedImages(aws, one, two);
  const seen = [shown(await start())];
  await gone(one);
  await settle();
  seen.push(await latest());
  await aws.lambda.send(new DeleteFunctionCommand(named));
  await seedImages(aws, one);
  seen.push(shown(await start()));
  await settle();
  seen.push(await latest(), shown(await updateCode({ ZipFile: undefined, ImageUri: two.uri })));
  await gone(two);
  await settle();
  seen.push(await latest());
  await seedImages(aws, two);
  seen.push(shown(await updateCode({ ZipFile: undefined, ImageUri: two.uri })));
  await settle();
  seen.push(await latest());
  const deleted = 'The image of the function was deleted.';
  expect(seen).toEqual([
    `orders v$LATEST Pending Creating - - r1 ${created}`,
    `orders v$LATEST Failed ImageDeleted - - r2 ${deleted}`,
    `orders v$LATEST Pending Creating - - r3 ${created}`,
    'orders v$LATEST Active - Successful - r4',
    `orders v$LATEST Active - InProgress Creating r5 ${created}`,
    `orders v$LATEST Active - Failed ImageDeleted r6 ${deleted}`,
    `orders v$LATEST Active - InProgress Creating r7 ${created}`,
    'orders v$LATEST Active - Successful - r8',
  ]);
});

test('a function that nobody calls is Inactive, Pending when somebody does, and Active again: each with its id', async () => {
  await create();
  await settle();
  const seen = [await latest()];
  await aws.clock.advance(15 * 86_400_000);
  seen.push(await latest());
  await expect(aws.lambda.send(new InvokeCommand(named))).rejects.toMatchObject({
    name: 'ResourceConflictException',
  });
  seen.push(await latest());
  await aws.clock.advance(10_000);
  seen.push(await latest());
  expect(seen).toEqual([
    'orders v$LATEST Active - Successful - r1',
    'orders v$LATEST Inactive Idle Successful - r2 The function is idle.',
    'orders v$LATEST Pending Restoring Successful - r3 The function is being restored.',
    'orders v$LATEST Active - Successful - r4',
  ]);
});

/** What makes a new version of a function, and what does not. */
const settings: readonly (readonly [what: string, changes: object])[] = [
  ['environment', { Environment: { Variables: { TABLE: 'a' } } }],
  ['runtime', { Runtime: 'nodejs22.x' }],
  ['handler', { Handler: 'other.handler' }],
  ['memory', { MemorySize: 256 }],
  ['timeout', { Timeout: 4 }],
  ['network', { VpcConfig: vpc }],
  ['dead-letter queue', { DeadLetterConfig: { TargetArn: `arn:aws:sqs:eu-west-1:${account}:dead` } }],
  ['role', { Role: `arn:aws:iam::${account}:role/other` }],
  ['description', { Description: 'other' }],
  ['ephemeral storage', { EphemeralStorage: { Size: 1024 } }],
  ['logging', { LoggingConfig: { LogFormat: 'JSON' as const } }],
  ['tracing', { TracingConfig: { Mode: 'Active' as const } }],
  [
    'file system',
    {
      FileSystemConfigs: [
        {
          Arn: `arn:aws:elasticfilesystem:eu-west-1:${account}:access-point/fsap-${'0'.repeat(17)}`,
          LocalMountPath: '/mnt/files',
        },
      ],
    },
  ],
];

test.each(settings)('another %s makes a new version', async (_what, changes) => {
  await create();
  await settle();
  await publish();
  await configure(changes);
  await settle();
  expect(await publish()).toMatchObject({ Version: '2' });
});

test('other code and another architecture make a new version; the same code does not', async () => {
  await create();
  await settle();
  const numbers = [(await publish()).Version];
  for (const changes of [
    { ZipFile: codeOf('one') },
    { ZipFile: codeOf('two') },
    { ZipFile: codeOf('two'), Architectures: ['arm64'] },
  ]) {
    await updateCode(changes);
    await settle();
    numbers.push((await publish()).Version);
  }
  expect(numbers).toEqual(['1', '1', '2', '3']);
});
