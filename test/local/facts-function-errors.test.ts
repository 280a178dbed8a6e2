/** Recorded errors of functions, versions, permissions and layers: status, header and body. */
import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateFunctionCommand,
  PublishLayerVersionCommand,
  PublishVersionCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import {
  type Answer,
  ask,
  conflict,
  eventConfigOf,
  functions,
  invalid,
  layers,
  malformed,
  missing,
  refused,
  stale,
  tagsOf,
} from './facts-answer';
import { arnOf, createActive, creation, imageOf, role } from './lambda-steps';
import { account, type LocalAws, openLocalAws, region } from './world';
import { codeOf, zipOf } from './zip';

const one = `${functions}/orders`;
const zip = codeOf('x').toString('base64');
const layerArn = (name: string, version: number | string): string =>
  `arn:aws:lambda:${region}:${account}:layer:${name}:${version}`;
const permission = {
  StatementId: 's3',
  Action: 'lambda:InvokeFunction',
  Principal: 's3.amazonaws.com',
};
const layerPermission = { StatementId: 'all', Action: 'lambda:GetLayerVersion', Principal: '*' };
const old = 'b3e0a3a9-2b5c-4d2e-9b5a-0a4f1f6b1a11';

let aws: LocalAws;
beforeAll(async () => {
  aws = await openLocalAws();
  const send = aws.lambda.send.bind(aws.lambda);
  await createActive(aws, 'orders');
  await send(new PublishVersionCommand({ FunctionName: 'orders' }));
  await send(new CreateAliasCommand({ FunctionName: 'orders', Name: 'live', FunctionVersion: '1' }));
  await send(new AddPermissionCommand({ FunctionName: 'orders', ...permission }));
  for (const answer of ['a', 'b'])
    await send(new PublishLayerVersionCommand({ LayerName: 'tools', Content: { ZipFile: codeOf(answer) } }));
  await ask(aws, `POST ${layers}/tools/versions/1/policy`, { body: layerPermission });
  await createActive(aws, 'busy');
  await send(new UpdateFunctionConfigurationCommand({ FunctionName: 'busy', Timeout: 5 }));
  await send(new CreateFunctionCommand(creation('newborn')));
});
afterAll(() => aws.close());

type Row = readonly [what: string, address: string, body: object | undefined, answer: Partial<Answer>];

const inProgress = conflict(
  `The operation cannot be performed at this time. An update is in progress for resource: ${arnOf('busy')}`,
);
const pending = conflict(
  'The operation cannot be performed at this time. The function is currently in the following state: Pending',
);

const states: readonly Row[] = [
  ['code while an update is in progress', `PUT ${functions}/busy/code`, { ZipFile: zip }, inProgress],
  ['settings meanwhile', `PUT ${functions}/busy/configuration`, { Timeout: 6 }, inProgress],
  ['a version meanwhile', `POST ${functions}/busy/versions`, {}, inProgress],
  ['tags meanwhile', `POST ${tagsOf(arnOf('busy'))}`, { Tags: { a: 'b' } }, inProgress],
  ['code while it is created', `PUT ${functions}/newborn/code`, { ZipFile: zip }, pending],
  ['settings meanwhile', `PUT ${functions}/newborn/configuration`, { Timeout: 6 }, pending],
  ['a version meanwhile', `POST ${functions}/newborn/versions`, {}, pending],
  ['a call meanwhile', `POST ${functions}/newborn/invocations`, {}, pending],
];

const taken = 'provided already exists. Please provide a new statement id, or remove the existing statement.';
const permissions: readonly Row[] = [
  ['a statement id twice', `POST ${one}/policy`, permission, conflict(`The statement id (s3) ${taken}`)],
  [
    'a permission under an old id',
    `POST ${one}/policy`,
    { ...permission, StatementId: 'x', RevisionId: old },
    stale('GetPolicy'),
  ],
  ['a removal under an old id', `DELETE ${one}/policy/s3?RevisionId=${old}`, undefined, stale('GetPolicy')],
  [
    'a principal that is none',
    `POST ${one}/policy`,
    { ...permission, StatementId: 'x', Principal: 'invalid.nonaws.com' },
    invalid('The provided principal was invalid. Please check the principal and try again.'),
  ],
  [
    'a permission for $LATEST',
    `POST ${one}/policy?Qualifier=$LATEST`,
    permission,
    invalid('We currently do not support adding policies for $LATEST.'),
  ],
  [
    'a policy where there is none',
    `GET ${one}/policy?Qualifier=live`,
    undefined,
    missing('The resource you requested does not exist.'),
  ],
  [
    'a removal where there is none',
    `DELETE ${one}/policy/s3?Qualifier=live`,
    undefined,
    missing('No policy is associated with the given resource.'),
  ],
  [
    'the removal of another statement',
    `DELETE ${one}/policy/x`,
    undefined,
    missing('Statement x is not found in resource policy.'),
  ],
];

const layerAt = `${layers}/tools/versions/1/policy`;
const twoVersions = `Two different versions of the same layer are not allowed to be referenced in the same function. ${layerArn('tools', 1)} and ${layerArn('tools', 2)} are versions of the same layer.`;
const settingLayers = (...Layers: string[]): readonly [string, object] => [
  `PUT ${one}/configuration`,
  { Layers },
];
const absentLayer = `Layer version ${layerArn('tools', 9)} does not exist.`;
const ofLayers: readonly Row[] = [
  [
    'a layer permission under an old id',
    `POST ${layerAt}?RevisionId=${old}`,
    { ...layerPermission, StatementId: 'x' },
    stale('GetLayerPolicy'),
  ],
  [
    'its removal under an old id',
    `DELETE ${layerAt}/all?RevisionId=${old}`,
    undefined,
    stale('GetLayerPolicy'),
  ],
  [
    'a layer permission twice',
    `POST ${layerAt}`,
    layerPermission,
    conflict(`The statement id (all) ${taken}`),
  ],
  ['a policy of no layer', `GET ${layers}/tools/versions/9/policy`, undefined, missing(absentLayer)],
  [
    'a policy of a layer without one',
    `GET ${layers}/tools/versions/2/policy`,
    undefined,
    missing('No policy is associated with the given resource.'),
  ],
  ['a layer that is not there', ...settingLayers(layerArn('tools', 9)), invalid(absentLayer)],
  [
    'such a layer for a new function',
    `POST ${functions}`,
    { ...creation('next'), Code: { ZipFile: zip }, Layers: [layerArn('tools', 9)] },
    invalid(absentLayer),
  ],
  [
    'six layers',
    ...settingLayers(...['a', 'b', 'c', 'd', 'e', 'f'].map((name) => layerArn(name, 1))),
    invalid('Cannot reference more than 5 layers.'),
  ],
  [
    'two versions of a layer',
    ...settingLayers(layerArn('tools', 1), layerArn('tools', 2)),
    invalid(twoVersions),
  ],
  [
    'a layer of another region',
    ...settingLayers(layerArn('tools', 1).replace(region, 'us-east-1')),
    invalid(
      `Layers are not in the same region as the function. Layers are expected to be in region ${region}.`,
    ),
  ],
];

const made = (changes: object): object => ({ ...creation('next'), Code: { ZipFile: zip }, ...changes });
const sources: readonly Row[] = [
  [
    'an object that is not there',
    `PUT ${one}/code`,
    { S3Bucket: 'code', S3Key: 'k' },
    invalid(
      'Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist.',
    ),
  ],
  [
    'a bucket that is not there',
    `PUT ${one}/code`,
    { S3Bucket: 'nobodys', S3Key: 'k' },
    invalid(
      'Error occurred while GetObject. S3 Error Code: NoSuchBucket. S3 Error Message: The specified bucket does not exist',
    ),
  ],
  [
    'a zip that unpacks to too much',
    `POST ${functions}`,
    made({ Code: { ZipFile: zipOf({ name: 'a', claimedSize: 262_144_001 }).toString('base64') } }),
    invalid('Unzipped size must be smaller than 262144000 bytes'),
  ],
  [
    'a file that is no zip',
    `PUT ${one}/code`,
    { ZipFile: 'bm8=' },
    invalid('Could not unzip uploaded file. Please check your file, then try to upload again.'),
  ],
  [
    'an image for a zip',
    `PUT ${one}/code`,
    { ImageUri: imageOf('x') },
    invalid("Please don't provide ImageUri when updating a function with packageType Zip."),
  ],
  [
    'an ARN of another region',
    `GET ${functions}/${encodeURIComponent(arnOf('orders').replace(region, 'ap-southeast-1'))}`,
    undefined,
    missing(`Functions from 'ap-southeast-1' are not reachable in this region ('${region}')`),
  ],
  [
    'an update of an alias',
    `PUT ${one}%3Alive/code`,
    { ZipFile: zip },
    invalid('Current operation does not support versions other than $LATEST'),
  ],
  [
    'a version of a version',
    `POST ${one}%3A1/versions`,
    {},
    invalid('Current operation does not support versions other than $LATEST'),
  ],
  [
    'names that disagree',
    `POST ${one}%3Alive/invocations?Qualifier=1`,
    {},
    invalid('The derived qualifier from the function name does not match the specified qualifier.'),
  ],
  [
    'a value out of range',
    `POST ${functions}`,
    made({ MemorySize: 127 }),
    malformed(
      "Value '127' at 'memorySize' failed to satisfy constraint: Member must have value greater than or equal to 128",
    ),
  ],
];

const settings: readonly Row[] = [
  [
    'event settings of nobody',
    `PUT ${eventConfigOf('nobody')}`,
    { MaximumRetryAttempts: 0 },
    missing("The function doesn't exist."),
  ],
  [
    'event settings that are not there',
    `GET ${eventConfigOf('orders')}`,
    undefined,
    missing(`The function ${arnOf('orders', '$LATEST')} doesn't have an EventInvokeConfig`),
  ],
  [
    'a URL of nobody',
    'POST /2021-10-31/functions/nobody/url',
    { AuthType: 'NONE' },
    missing('Function does not exist'),
  ],
  [
    'tags of an alias',
    `GET ${tagsOf(arnOf('orders', 'live'))}`,
    undefined,
    invalid('Tags on function aliases and versions are not supported. Please specify a function ARN.'),
  ],
  [
    'tags for a version',
    `POST ${tagsOf(arnOf('orders', '1'))}`,
    { Tags: { a: 'b' } },
    invalid('Tags on function aliases and versions are not supported. Please specify a function ARN.'),
  ],
  [
    'no tags for a version',
    `DELETE ${tagsOf(arnOf('orders', '1'))}?tagKeys=a`,
    undefined,
    invalid('Tags on function aliases and versions are not supported. Please specify a function ARN.'),
  ],
];

describe.each([
  ['in a state', states],
  ['of permissions', permissions],
  ['of layers', ofLayers],
  ['of code and names', sources],
  ['of what hangs on a function', settings],
])('recorded errors %s', (_kind, rows) => {
  beforeAll(() => fetch(`${aws.served.endpoint}/code`, { method: 'PUT', headers: forS3, body: location }));

  test.each(rows)('%s: %s', async (_what, address, body, answer) => {
    expect(await ask(aws, address, body ? { body } : {})).toMatchObject(answer);
  });
});

const forS3 = { authorization: `AWS4-HMAC-SHA256 Credential=local/20261120/${region}/s3/aws4_request` };
const location = `<CreateBucketConfiguration><LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`;

test('a zip or a request that is too large is refused by a name that no client has a class for', async () => {
  const large = (bytes: number): object =>
    made({ Code: { ZipFile: Buffer.alloc(bytes).toString('base64') } });
  const tooLarge = (message: string): Partial<Answer> =>
    refused(413, 'RequestEntityTooLargeException', message);
  expect(await ask(aws, `POST ${functions}`, { body: large(52_428_801) })).toMatchObject(
    tooLarge('Zipped size must be smaller than 52428800 bytes'),
  );
  expect(await ask(aws, `POST ${functions}`, { body: large(52_700_000) })).toMatchObject(
    tooLarge('Request must be smaller than 70167211 bytes for the CreateFunction operation'),
  );
});

test('variables are measured as JSON, and what was measured is told', async () => {
  const unable =
    'Lambda was unable to configure your environment variables because the environment variables you have provided';
  const Variables = { LARGE: 'x'.repeat(4096 - '{"LARGE":""}'.length) };
  const more = { LARGE: `${Variables.LARGE}x` };
  const set = (variables: object) =>
    ask(aws, `PUT ${one}/configuration`, { body: { Environment: { Variables: variables } } });
  expect(await set(more)).toMatchObject(
    invalid(`${unable} exceeded the 4KB limit. String measured: ${JSON.stringify(more)}`),
  );
  expect(await set({ AWS_REGION: 'x' })).toMatchObject({
    ...{ status: 400, error: 'InvalidParameterValueException' },
    body: {
      Type: 'User',
      message: expect.stringMatching(`^${unable} contains reserved keys .* AWS_REGION$`),
    },
  });
  expect(await ask(aws, `POST ${functions}`, { body: made({ Environment: { Variables } }) })).toMatchObject({
    status: 201,
  });
});

test('a role that cannot be assumed is refused, where roles are looked at', async () => {
  const strict = await openLocalAws({ strictIam: true });
  const body = { ...made({}), Role: role };
  expect(await ask(strict, `POST ${functions}`, { body })).toMatchObject(
    invalid('The role defined for the function cannot be assumed by Lambda.'),
  );
  await strict.close();
});

test('code that the account has no place for is refused, whoever brings it', async () => {
  const full = await openLocalAws();
  await createActive(full, 'huge');
  await createActive(full, 'small');
  const latest = full.world.functions.entries.get('huge')?.latest;
  if (!latest) throw new Error('it was not created');
  latest.config = { ...latest.config, CodeSize: 300 * 1024 ** 3 };
  const refusal = refused(400, 'CodeStorageExceededException', 'Code storage limit exceeded.');
  for (const [address, body] of [
    [`POST ${functions}`, made({})],
    [`PUT ${functions}/small/code`, { ZipFile: zip }],
    [`POST ${functions}/small/versions`, {}],
    [`POST ${layers}/tools/versions`, { Content: { ZipFile: zip } }],
  ] as const)
    expect(await ask(full, address, { body })).toMatchObject(refusal);
  await full.close();
});

const create = (Runtime: string) =>
  ask(aws, `POST ${functions}`, { body: made({ Runtime, ...named(Runtime) }) });
const named = (runtime: string): object => ({ FunctionName: `of-${runtime.replace(/\W/g, '-')}` });

const current = [
  ...['nodejs16.x', 'nodejs18.x', 'nodejs20.x', 'nodejs22.x', 'nodejs24.x', 'nodejs26.x'],
  ...['python3.8', 'python3.9', 'python3.10', 'python3.11', 'python3.12', 'python3.13', 'python3.14'],
  ...['python3.15', 'java8.al2', 'java8.al2023', 'java11', 'java11.al2023', 'java17', 'java17.al2023'],
  ...['java21', 'java25', 'dotnet6', 'dotnet8', 'dotnet10', 'ruby3.2', 'ruby3.3', 'ruby3.4', 'ruby4.0'],
  ...['provided.al2', 'provided.al2023'],
];

test('a function is created for every runtime that there is, and the error for another lists just these', async () => {
  for (const runtime of current) expect(await create(runtime)).toMatchObject({ status: 201 });
  expect(await create('nonexistent')).toMatchObject({
    status: 400,
    error: 'InvalidParameterValueException',
  });
  const { message } = (await create('nonexistent')).body as { message: string };
  const [, listed = ''] = /enum value set: \[(.*)\]/.exec(message) ?? [];
  expect(message.replace(listed, '')).toBe(
    "Value nonexistent at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [] or be a valid ARN",
  );
  expect(listed.split(', ').sort()).toEqual([...current].sort());
});

test.each([
  ...['go1.x', 'python2.7', 'python3.6', 'python3.7', 'nodejs', 'nodejs4.3', 'nodejs6.10', 'nodejs8.10'],
  ...['nodejs10.x', 'nodejs12.x', 'nodejs14.x', 'java8', 'provided', 'ruby2.5', 'ruby2.7', 'dotnetcore3.1'],
])('%s has ended, for a new function and for one that is there', async (runtime) => {
  const refusal = invalid(
    `The runtime parameter of ${runtime} is no longer supported for creating or updating AWS Lambda functions. We recommend you use a supported runtime while creating or updating functions.`,
  );
  expect(await create(runtime)).toMatchObject(refusal);
  expect(await ask(aws, `PUT ${one}/configuration`, { body: { Runtime: runtime } })).toMatchObject(refusal);
});
