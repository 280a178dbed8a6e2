import {
  AddLayerVersionPermissionCommand,
  CreateFunctionCommand,
  DeleteLayerVersionCommand,
  GetFunctionCommand,
  GetLayerVersionByArnCommand,
  GetLayerVersionCommand,
  GetLayerVersionPolicyCommand,
  ListLayersCommand,
  ListLayerVersionsCommand,
  PublishLayerVersionCommand,
  type PublishLayerVersionCommandInput,
  RemoveLayerVersionPermissionCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { Digest } from '../../src/core/values';
import { createActive, creation, look } from './lambda-steps';
import { account, type LocalAws, openLocalAws, refusalOf, region } from './world';
import { codeOf, zipOf } from './zip';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
});
afterEach(() => aws.close());

const layerArn = (name: string, version?: number): string =>
  `arn:aws:lambda:${region}:${account}:layer:${name}${version === undefined ? '' : `:${version}`}`;
const zip = zipOf({ name: 'nodejs/node_modules/tools/index.js', data: 'exports.tool = () => 1;' });
const publish = (name: string, changes: Partial<PublishLayerVersionCommandInput> = {}) =>
  aws.lambda.send(new PublishLayerVersionCommand({ LayerName: name, Content: { ZipFile: zip }, ...changes }));
const get = (LayerName: string, VersionNumber: number) =>
  aws.lambda.send(new GetLayerVersionCommand({ LayerName, VersionNumber }));
const remove = (LayerName: string, VersionNumber: number) =>
  aws.lambda.send(new DeleteLayerVersionCommand({ LayerName, VersionNumber }));

const invalid = (message: string) => ({ name: 'InvalidParameterValueException', status: 400, message });
const missing = (message: string) => ({ name: 'ResourceNotFoundException', status: 404, message });
const malformed = (message: string) => ({
  name: 'ValidationException',
  status: 400,
  message: `1 validation error detected: ${message}`,
});

test('a layer is published, shown, and its contents can be fetched from the address it gives', async () => {
  const published = await publish('tools', {
    Description: 'Tools',
    CompatibleRuntimes: ['nodejs24.x'],
    CompatibleArchitectures: ['arm64'],
    LicenseInfo: 'MIT',
  });
  expect(published).toMatchObject({
    $metadata: { httpStatusCode: 201 },
    LayerArn: layerArn('tools'),
    LayerVersionArn: layerArn('tools', 1),
    Version: 1,
    Description: 'Tools',
    CreatedDate: '2026-11-20T12:00:00.000+0000',
    CompatibleRuntimes: ['nodejs24.x'],
    CompatibleArchitectures: ['arm64'],
    LicenseInfo: 'MIT',
    Content: { CodeSha256: Digest.of(zip), CodeSize: zip.length },
  });
  const { $metadata: _first, ...shown } = await get('tools', 1);
  const { $metadata: _second, ...byArn } = await aws.lambda.send(
    new GetLayerVersionByArnCommand({ Arn: layerArn('tools', 1) }),
  );
  expect([shown, byArn]).toEqual([byArn, shown]);
  expect((await get(layerArn('tools'), 1)).LayerVersionArn).toBe(layerArn('tools', 1));
  const fetched = await fetch(shown.Content?.Location ?? '');
  expect(fetched.headers.get('content-type')).toBe('application/zip');
  expect(Buffer.from(await fetched.arrayBuffer())).toEqual(zip);
});

test('a layer may come from a bucket, and from nowhere else', async () => {
  const object = { Bucket: 'artifacts', Key: 'tools.zip' };
  const fromBucket = () => publish('tools', { Content: { S3Bucket: object.Bucket, S3Key: object.Key } });
  expect(await refusalOf(fromBucket())).toEqual(
    invalid(
      'Error occurred while GetObject. S3 Error Code: NoSuchBucket. S3 Error Message: The specified bucket does not exist',
    ),
  );
  await aws.s3.send(
    new CreateBucketCommand({
      Bucket: object.Bucket,
      CreateBucketConfiguration: { LocationConstraint: region },
    }),
  );
  expect(await refusalOf(fromBucket())).toEqual(
    invalid(
      'Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist.',
    ),
  );
  await aws.world.objects.write(object.Bucket, object.Key, zip);
  expect((await fromBucket()).Content).toMatchObject({ CodeSha256: Digest.of(zip), CodeSize: zip.length });
  expect((await refusalOf(publish('tools', { Content: {} }))).name).toBe('InvalidParameterValueException');
});

test('code of functions is fetched in the same way, by whoever was given its address and by nobody else', async () => {
  await createActive(aws, 'orders');
  const { Code } = await aws.lambda.send(new GetFunctionCommand({ FunctionName: 'orders' }));
  const location = Code?.Location ?? '';
  expect(Buffer.from(await (await fetch(location)).arrayBuffer())).toEqual(codeOf('one'));
  const other = location.replace(/.{4}$/, (end) => (end === '0000' ? '1111' : '0000'));
  expect((await fetch(other)).status).toBe(403);
});

test('numbers go on after a version was deleted, and deleting what is not there is no error', async () => {
  await publish('tools');
  await publish('tools');
  expect((await remove('tools', 2)).$metadata.httpStatusCode).toBe(204);
  expect((await remove('tools', 2)).$metadata.httpStatusCode).toBe(204);
  expect((await publish('tools')).Version).toBe(3);
  const { LayerVersions } = await aws.lambda.send(new ListLayerVersionsCommand({ LayerName: 'tools' }));
  expect(LayerVersions?.map(({ Version }) => Version)).toEqual([3, 1]);
});

test('what is not there is told in the words of each call', async () => {
  expect(await refusalOf(get('tools', 1))).toEqual(missing('The resource you requested does not exist.'));
  expect(await refusalOf(get('tools', 0))).toEqual(invalid('Layer Version Cannot be less than 1'));
  expect(await refusalOf(remove('tools', 0))).toEqual(invalid('Layer Version Cannot be less than 1'));
  const byArn = (Arn: string) => refusalOf(aws.lambda.send(new GetLayerVersionByArnCommand({ Arn })));
  expect(await byArn(layerArn('tools', 1))).toEqual(missing('The resource you requested does not exist.'));
  expect((await byArn(layerArn('tools'))).message).toContain(
    `Value '${layerArn('tools')}' at 'arn' failed to satisfy constraint: Member must satisfy regular expression pattern: `,
  );
  expect(await byArn(layerArn('tools', 1).replace(account, '999999999999'))).toMatchObject({
    name: 'AccessDeniedException',
    status: 403,
  });
});

test('a layer is refused that is no zip, too much, or for what Lambda does not know', async () => {
  const refused = (changes: object) => refusalOf(publish('tools', changes));
  expect(await refused({ Content: { ZipFile: Buffer.from('no zip') } })).toEqual(
    invalid('Could not unzip uploaded file. Please check your file, then try to upload again.'),
  );
  const huge = zipOf({ name: 'huge', data: 'x', claimedSize: 262_144_001 });
  expect(await refused({ Content: { ZipFile: huge } })).toEqual(
    invalid('Unzipped size must be smaller than 262144000 bytes'),
  );
  expect((await refused({ CompatibleRuntimes: ['cobol85'] })).message).toMatch(
    /^1 validation error detected: Value '\[cobol85\]' at 'compatibleRuntimes' failed to satisfy constraint: Member must satisfy constraint: \[Member must satisfy enum value set: \[.*nodejs24\.x.*\], Member must not be null\]$/,
  );
  expect((await refused({ CompatibleRuntimes: Array(16).fill('nodejs24.x') })).message).toContain(
    "at 'compatibleRuntimes' failed to satisfy constraint: Member must have length less than or equal to 15",
  );
  expect((await refused({ LicenseInfo: 'x'.repeat(513) })).message).toContain(
    "at 'licenseInfo' failed to satisfy constraint: Member must have length less than or equal to 512",
  );
  expect((await refusalOf(publish('not a name'))).name).toBe('ValidationException');
});

test('layers are listed with the newest version that fits, page by page', async () => {
  await publish('b', { CompatibleRuntimes: ['nodejs22.x'] });
  await publish('b', { CompatibleRuntimes: ['nodejs24.x'], CompatibleArchitectures: ['arm64'] });
  await publish('a');
  const list = async (input: object) => {
    const { Layers = [], NextMarker } = await aws.lambda.send(new ListLayersCommand(input));
    const found = Layers.map(({ LayerName, LatestMatchingVersion }) => [
      LayerName,
      LatestMatchingVersion?.Version,
    ]);
    return { found, NextMarker };
  };
  expect((await list({})).found).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
  expect((await list({ CompatibleRuntime: 'nodejs22.x' })).found).toEqual([['b', 1]]);
  expect((await list({ CompatibleArchitecture: 'arm64' })).found).toEqual([['b', 2]]);
  const { NextMarker: Marker } = await list({ MaxItems: 1 });
  expect((await list({ MaxItems: 1, Marker })).found).toEqual([['b', 2]]);
  expect(
    await refusalOf(aws.lambda.send(new ListLayersCommand({ CompatibleArchitecture: 'z80' as 'arm64' }))),
  ).toEqual(
    malformed(
      "Value 'z80' at 'compatibleArchitecture' failed to satisfy constraint: Member must satisfy enum value set: [x86_64, arm64]",
    ),
  );
});

describe('permissions of a layer version', () => {
  const named = { LayerName: 'tools', VersionNumber: 1 };
  const grant = {
    ...named,
    StatementId: 'all',
    Action: 'lambda:GetLayerVersion',
    Principal: '*',
  };
  const add = (changes: object) =>
    aws.lambda.send(new AddLayerVersionPermissionCommand({ ...grant, ...changes }));
  const policy = () => aws.lambda.send(new GetLayerVersionPolicyCommand(named));
  const take = (changes: object) =>
    aws.lambda.send(new RemoveLayerVersionPermissionCommand({ ...named, StatementId: 'all', ...changes }));

  test('are added under a revision id, shown as one document, and removed', async () => {
    await publish('tools');
    expect(await refusalOf(policy())).toEqual(missing('No policy is associated with the given resource.'));
    const first = await add({});
    const second = await add({
      StatementId: 'one',
      Principal: '999999999999',
      OrganizationId: 'o-1234567890',
      RevisionId: first.RevisionId,
    });
    const shown = await policy();
    expect(shown.RevisionId).toBe(second.RevisionId);
    expect(JSON.parse(shown.Policy ?? '')).toEqual({
      Version: '2012-10-17',
      Id: 'default',
      Statement: [
        {
          Sid: 'all',
          Effect: 'Allow',
          Principal: '*',
          Action: 'lambda:GetLayerVersion',
          Resource: layerArn('tools', 1),
        },
        {
          Sid: 'one',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::999999999999:root' },
          Action: 'lambda:GetLayerVersion',
          Resource: layerArn('tools', 1),
          Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } },
        },
      ],
    });
    expect((await take({ RevisionId: second.RevisionId })).$metadata.httpStatusCode).toBe(204);
    await take({ StatementId: 'one' });
    expect(await refusalOf(policy())).toMatchObject({ status: 404 });
  });

  test('are refused twice, under an old revision id, for other actions, and for what is not there', async () => {
    const nowhere = missing(`Layer version ${layerArn('tools', 1)} does not exist.`);
    expect(await refusalOf(add({}))).toEqual(nowhere);
    expect(await refusalOf(policy())).toEqual(nowhere);
    expect(await refusalOf(take({}))).toEqual(nowhere);
    await publish('tools');
    expect(await refusalOf(take({}))).toEqual(missing('No policy is associated with the given resource.'));
    await add({});
    expect(await refusalOf(add({}))).toEqual({
      name: 'ResourceConflictException',
      status: 409,
      message:
        'The statement id (all) provided already exists. Please provide a new statement id, or remove the existing statement.',
    });
    const stale = {
      name: 'PreconditionFailedException',
      status: 412,
      message:
        'The Revision Id provided does not match the latest Revision Id. Call the GetLayerPolicy API to retrieve the latest Revision Id',
    };
    expect(await refusalOf(add({ StatementId: 'x', RevisionId: 'old' }))).toEqual(stale);
    expect(await refusalOf(take({ RevisionId: 'old' }))).toEqual(stale);
    expect(await refusalOf(take({ StatementId: 'x' }))).toEqual(
      missing('Statement x is not found in resource policy.'),
    );
    expect(await refusalOf(add({ Action: '*' }))).toEqual(
      malformed(
        "Value '*' at 'action' failed to satisfy constraint: Member must satisfy regular expression pattern: lambda:GetLayerVersion",
      ),
    );
  });
});

describe('a function with layers', () => {
  const create = (...Layers: string[]) =>
    aws.lambda.send(new CreateFunctionCommand(creation('orders', { Layers })));
  const refused = (...Layers: string[]) => refusalOf(create(...Layers));

  test('shows them in the order given, and keeps them when they are deleted', async () => {
    await publish('tools');
    await publish('more');
    const Layers = [layerArn('tools', 1), layerArn('more', 1)];
    await create(...Layers);
    await aws.clock.advance(5000);
    await remove('tools', 1);
    expect((await look(aws, 'orders')).Layers).toEqual(Layers.map((Arn) => ({ Arn, CodeSize: zip.length })));
    expect(aws.world.layers.digestOf(layerArn('tools', 1))).toBe(Digest.of(zip));
  });

  test('cannot have more than five, two of one layer, or one that is not there', async () => {
    await publish('tools');
    await publish('tools');
    const [first, second] = [layerArn('tools', 1), layerArn('tools', 2)];
    expect(await refused(...Array(6).fill(first))).toEqual(invalid('Cannot reference more than 5 layers.'));
    expect(await refused(first, second)).toEqual(
      invalid(
        `Two different versions of the same layer are not allowed to be referenced in the same function. ${first} and ${second} are versions of the same layer.`,
      ),
    );
    expect(await refused(layerArn('tools', 3))).toEqual(
      invalid(`Layer version ${layerArn('tools', 3)} does not exist.`),
    );
    expect(await refused(first.replace(region, 'us-east-1'))).toEqual(
      invalid(
        `Layers are not in the same region as the function. Layers are expected to be in region ${region}.`,
      ),
    );
    expect((await refused(layerArn('tools'))).name).toBe('ValidationException');
    const foreign = first.replace(account, '999999999999');
    expect(await refused(foreign)).toEqual({
      name: 'AccessDeniedException',
      status: 403,
      message: `User: arn:aws:iam::${account}:user/local is not authorized to perform: lambda:GetLayerVersion on resource: ${foreign} because no resource-based policy allows the lambda:GetLayerVersion action`,
    });
  });

  test('cannot be larger than 250 MB together with them', async () => {
    const large = (bytes: number, letter: string) =>
      zipOf({ name: 'large', data: letter, claimedSize: bytes });
    const half = 131_072_000;
    await publish('a', { Content: { ZipFile: large(half, 'a') } });
    await publish('b', { Content: { ZipFile: large(half, 'b') } });
    await createActive(aws, 'orders');
    const update = (...Layers: string[]) =>
      aws.lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: 'orders', Layers }));
    const codeBytes = Buffer.byteLength('exports.handler = async () => "one";');
    expect(await refusalOf(update(layerArn('a', 1), layerArn('b', 1)))).toEqual(
      invalid(
        `Function code combined with layers exceeds the maximum allowed size of 262144000 bytes. The actual size is ${2 * half + codeBytes} bytes.`,
      ),
    );
    await publish('c', { Content: { ZipFile: large(1, 'c') } });
    expect(await refusalOf(update(layerArn('a', 1), layerArn('b', 1), layerArn('c', 1)))).toEqual(
      invalid('Layers consume more than the available size of 262144000 bytes'),
    );
    await update(layerArn('a', 1));
    await aws.clock.advance(5000);
    expect((await look(aws, 'orders')).Layers).toHaveLength(1);
  });
});
