/** Errors as a client without an SDK sees them: status, and the body to the letter. */
import {
  CreateAliasCommand,
  CreateFunctionUrlConfigCommand,
  PublishVersionCommand,
} from '@aws-sdk/client-lambda';
import { arnOf, createActive, imageOf, rawCall, release, role } from './lambda-steps';
import { account, type LocalAws, openLocalAws } from './world';
import { codeOf } from './zip';

let aws: LocalAws;
beforeAll(async () => {
  aws = await openLocalAws();
  await createActive(aws, name, { Description: 'first' });
  await aws.lambda.send(new PublishVersionCommand(named));
  await release(aws, name, 'two');
  await aws.lambda.send(new CreateAliasCommand({ ...named, Name: 'live', FunctionVersion: '1' }));
  await aws.lambda.send(new CreateFunctionUrlConfigCommand({ ...named, AuthType: 'NONE' }));
});
afterAll(() => aws.close());

const name = 'orders-api';
const named = { FunctionName: name };
const functions = '/2015-03-31/functions';
const one = `${functions}/${name}`;
const live = `${one}/aliases/live`;
const urls = '/2021-10-31/functions';
const zip = codeOf('x').toString('base64');
const whole = {
  FunctionName: 'new',
  Runtime: 'nodejs24.x',
  Role: role,
  Handler: 'a.b',
  Code: { ZipFile: zip },
};
const stale = 'b3e0a3a9-2b5c-4d2e-9b5a-0a4f1f6b1a11';
const staleMessage =
  'The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id';
const weights = (version: string, map: object): object => ({
  FunctionVersion: version,
  RoutingConfig: { AdditionalVersionWeights: map },
});

type Row = readonly [what: string, address: string, body: object | undefined, status: number, error: object];

const user = (message: string): object => ({ Type: 'User', message });
const row =
  (status: number, error: (message: string) => object) =>
  (what: string, [address, body]: readonly [string, object?], message: string): Row => [
    what,
    address,
    body,
    status,
    error(message),
  ];
const invalid = row(400, user);
/** With a capital, as the model has it. */
const absent = row(404, (Message) => ({ Type: 'User', Message }));
const conflict = row(409, user);
const precondition = row(412, user);
/** Without a Type, as recorded. */
const untyped = row(400, (message) => ({ message }));
const denied = row(403, (message) => ({ message }));

const mapRule =
  'Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]';
const weightProblem = (shown: string): string =>
  `1 validation error detected: Value '${shown}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: ${mapRule}`;

const functionErrors: readonly Row[] = [
  conflict(
    'a name that is taken',
    [`POST ${functions}`, { ...whole, ...named }],
    `Function already exist: ${name}`,
  ),
  absent(
    'a function that is not there',
    [`GET ${functions}/nobody`],
    `Function not found: ${arnOf('nobody')}`,
  ),
  absent(
    'a version that is not there',
    [`GET ${one}?Qualifier=9`],
    `Function not found: ${arnOf(name, '9')}`,
  ),
  absent(
    'an ARN of another region',
    [`GET ${functions}/${encodeURIComponent(arnOf(name).replace('eu-west-1', 'ap-southeast-1'))}`],
    "Functions from 'ap-southeast-1' are not reachable in this region ('eu-west-1')",
  ),
  denied(
    'an ARN of another account',
    [`GET ${functions}/${encodeURIComponent(arnOf(name).replace(account, '999999999999'))}`],
    `User: arn:aws:iam::${account}:user/local is not authorized to access the resource: ${arnOf(name).replace(account, '999999999999')}`,
  ),
  invalid(
    'two qualifiers that disagree',
    [`GET ${one}%3Alive?Qualifier=1`],
    'The derived qualifier from the function name does not match the specified qualifier.',
  ),
  invalid(
    'an update of a version',
    [`PUT ${one}%3A1/configuration`, { Timeout: 5 }],
    'Current operation does not support versions other than $LATEST',
  ),
  precondition(
    'a stale id with new code',
    [`PUT ${one}/code`, { ZipFile: zip, RevisionId: stale }],
    staleMessage,
  ),
  precondition(
    'a stale id with new settings',
    [`PUT ${one}/configuration`, { Timeout: 5, RevisionId: stale }],
    staleMessage,
  ),
  precondition('a stale id with a version', [`POST ${one}/versions`, { RevisionId: stale }], staleMessage),
  invalid(
    'a digest that is not that of the code',
    [`POST ${one}/versions`, { CodeSha256: 'x' }],
    `CodeSHA256 (x) is different from current CodeSHA256 in $LATEST (${'?'}). Please try again with the CodeSHA256 in $LATEST.`,
  ),
  invalid(
    'an image for a zip',
    [`PUT ${one}/code`, { ImageUri: imageOf('x') }],
    "Please don't provide ImageUri when updating a function with packageType Zip.",
  ),
  invalid(
    'an image that is not there',
    [
      `POST ${functions}`,
      { FunctionName: 'new', Role: role, PackageType: 'Image', Code: { ImageUri: imageOf('x') } },
    ],
    `Source image ${imageOf('x')} does not exist. Provide a valid source image.`,
  ),
  invalid(
    'a runtime that has ended',
    [`POST ${functions}`, { ...whole, Runtime: 'go1.x' }],
    'The runtime parameter of go1.x is no longer supported for creating or updating AWS Lambda functions. We recommend you use a supported runtime while creating or updating functions.',
  ),
  invalid(
    'a zip that is none',
    [`POST ${functions}`, { ...whole, Code: { ZipFile: 'bm8=' } }],
    'Could not unzip uploaded file. Please check your file, then try to upload again.',
  ),
  invalid(
    'too many variables',
    [`POST ${functions}`, { ...whole, Environment: { Variables: { LARGE: 'x'.repeat(4096) } } }],
    `Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit. String measured: ${JSON.stringify({ LARGE: 'x'.repeat(4096) })}`,
  ),
  invalid(
    'a bucket that is not there',
    [`POST ${functions}`, { ...whole, Code: { S3Bucket: 'nobodys', S3Key: 'k' } }],
    'Error occurred while GetObject. S3 Error Code: NoSuchBucket. S3 Error Message: The specified bucket does not exist',
  ),
  untyped(
    'values out of range, both at once',
    [`POST ${functions}`, { ...whole, Timeout: 901, MemorySize: 64 }],
    "2 validation errors detected: Value '901' at 'timeout' failed to satisfy constraint: Member must have value less than or equal to 900; Value '64' at 'memorySize' failed to satisfy constraint: Member must have value greater than or equal to 128",
  ),
  invalid(
    'the deletion of $LATEST',
    [`DELETE ${one}?Qualifier=$LATEST`],
    '$LATEST version cannot be deleted without deleting the function.',
  ),
  conflict(
    'the deletion of a version with an alias',
    [`DELETE ${one}?Qualifier=1`],
    'Unable to delete version because the following aliases reference it: [live]',
  ),
  absent(
    'the deletion of a version of nobody',
    [`DELETE ${functions}/nobody?Qualifier=1`],
    `Function not found: ${arnOf('nobody', '1')}`,
  ),
  conflict(
    'a second URL',
    [`POST ${urls}/${name}/url`, { AuthType: 'NONE' }],
    `Failed to create function url config for [functionArn = ${arnOf(name)}]. Error message:  FunctionUrlConfig exists for this Lambda function`,
  ),
  absent('a URL of nobody', [`PUT ${urls}/nobody/url`, {}], 'Function does not exist'),
  absent(
    'a URL that is not there',
    [`GET ${urls}/${name}/url?Qualifier=live`],
    'The resource you requested does not exist.',
  ),
];

const aliasErrors: readonly Row[] = [
  invalid(
    'two additional versions',
    [`PUT ${live}`, weights('1', { 2: 0.1, 3: 0.1 })],
    'Number of items in AdditionalVersionWeights cannot be greater than 1',
  ),
  invalid(
    'the same version twice',
    [`PUT ${live}`, weights('1', { 1: 0.1 })],
    'Invalid function version 1. Function version 1 is already included in routing configuration.',
  ),
  untyped(
    '$LATEST beside another version',
    [`PUT ${live}`, weights('$LATEST', { 1: 0.1 })],
    '$LATEST is not supported for an alias pointing to more than 1 version',
  ),
  untyped('a weight above 1', [`PUT ${live}`, weights('1', { 2: 2 })], weightProblem('{2=2.0}')),
  untyped('a weight below 0', [`PUT ${live}`, weights('1', { 2: -1 })], weightProblem('{2=-1.0}')),
  untyped(
    '$LATEST with a weight',
    [`PUT ${live}`, weights('1', { $LATEST: 0.5 })],
    weightProblem('{$LATEST=0.5}'),
  ),
  absent(
    'a version that is not there',
    [`PUT ${live}`, { FunctionVersion: '10' }],
    `Function not found: ${arnOf(name, '10')}`,
  ),
  absent(
    'an additional version that is not there',
    [`PUT ${live}`, weights('1', { 10: 0.1 })],
    `Function not found: ${arnOf(name, '10')}`,
  ),
  conflict(
    'an alias that exists',
    [`POST ${one}/aliases`, { Name: 'live', FunctionVersion: '1' }],
    `Alias already exists: ${arnOf(name, 'live')}`,
  ),
  absent(
    'a look at an alias that is not there',
    [`GET ${one}/aliases/next`],
    `Cannot find alias arn: ${arnOf(name, 'next')}`,
  ),
  absent(
    'an update of an alias that is not there',
    [`PUT ${one}/aliases/next`, {}],
    `Alias not found: ${arnOf(name, 'next')}`,
  ),
  absent(
    'a call of an alias that is not there',
    [`POST ${one}/invocations?Qualifier=next`, {}],
    `Function not found: ${arnOf(name, 'next')}`,
  ),
  absent(
    'a function by an alias that is not there',
    [`GET ${one}?Qualifier=next`],
    `Function not found: ${arnOf(name, 'next')}`,
  ),
  precondition('a stale id', [`PUT ${live}`, { RevisionId: stale }], staleMessage),
  untyped(
    'a name of digits',
    [`POST ${one}/aliases`, { Name: '2024', FunctionVersion: '1' }],
    "1 validation error detected: Value '2024' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)",
  ),
];

const mappingErrors: readonly Row[] = [
  invalid(
    'a mapping without a source',
    ['POST /2015-03-31/event-source-mappings', named],
    'Unrecognized event source.',
  ),
  invalid(
    'a mapping without a function',
    [
      'POST /2015-03-31/event-source-mappings',
      { FunctionName: 'nobody', EventSourceArn: `arn:aws:sqs:eu-west-1:${account}:q` },
    ],
    'Function does not exist',
  ),
  absent(
    'a mapping that is not there',
    [`GET /2015-03-31/event-source-mappings/${stale}`],
    'The resource you requested does not exist.',
  ),
];

describe.each([
  ['of functions and versions', functionErrors],
  ['of aliases', aliasErrors],
  ['of event source mappings', mappingErrors],
])('errors %s', (_kind, rows) => {
  test.each(rows)('%s: %s', async (_what, address, body, status, error) => {
    const latest = aws.world.functions.entries.get(name)?.latest.config.CodeSha256 ?? '';
    const text = JSON.stringify(error).replace('(?)', `(${latest})`);
    expect(await rawCall(aws, address, body)).toEqual({ status, body: JSON.parse(text) });
  });
});

test('deleting what is not there answers 204: an alias, and a version of a function that is', async () => {
  for (const path of [`${one}/aliases/next`, `${one}?Qualifier=9`]) {
    const response = await fetch(`${aws.served.endpoint}${path}`, { method: 'DELETE' });
    expect([response.status, await response.text()]).toEqual([204, '']);
  }
});
