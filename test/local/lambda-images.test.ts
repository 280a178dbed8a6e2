import {
  CreateFunctionCommand,
  type CreateFunctionCommandInput,
  GetFunctionCommand,
  InvokeCommand,
  PublishVersionCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { createActive, digestOf, imageAt, imageOf, look, role, seedImages } from './lambda-steps';
import { account, type LocalAws, openLocalAws, type Refusal, refusalOf } from './world';
import { codeOf } from './zip';

const name = 'orders-image';
const named = { FunctionName: name };
const one = { uri: imageOf('one'), digest: digestOf('a') };
const two = { uri: imageOf('two'), digest: digestOf('b') };

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
  await seedImages(aws, one, two);
});
afterEach(() => aws.close());

const create = (changes: object = {}) =>
  aws.lambda.send(
    new CreateFunctionCommand({
      ...named,
      Role: role,
      PackageType: 'Image',
      Code: { ImageUri: one.uri },
      ...changes,
    } as CreateFunctionCommandInput),
  );
const updateCode = async (changes: object) => {
  const answer = await aws.lambda.send(new UpdateFunctionCodeCommand({ ...named, ...changes }));
  await aws.clock.advance(5000);
  return answer;
};
const invalid = (message: string): Refusal => ({
  name: 'InvalidParameterValueException',
  status: 400,
  message,
});

test('a function is made of an image: its digest stands for the code, and it has neither runtime nor handler', async () => {
  const created = await create();
  expect(created).toMatchObject({
    PackageType: 'Image',
    CodeSha256: 'a'.repeat(64),
    CodeSize: 0,
    State: 'Pending',
  });
  for (const absent of ['Runtime', 'Handler', 'RuntimeVersionConfig', 'ImageConfigResponse', 'Source'])
    expect(created).not.toHaveProperty(absent);
  await aws.clock.advance(5000);
  const found = await aws.lambda.send(new GetFunctionCommand(named));
  expect(found.Configuration?.State).toBe('Active');
  expect(found.Code).toEqual({
    ImageUri: one.uri,
    ResolvedImageUri: imageAt(one.digest),
    RepositoryType: 'ECR',
  });
});

test('a tag is followed once: only another update sees where it has moved', async () => {
  await create();
  await aws.clock.advance(5000);
  await aws.lambda.send(new PublishVersionCommand(named));
  await seedImages(aws, { ...one, digest: two.digest });
  expect((await look(aws, name)).CodeSha256).toBe('a'.repeat(64));
  expect(await updateCode({ ImageUri: one.uri })).toMatchObject({ CodeSha256: 'b'.repeat(64) });
  expect((await look(aws, name, '1')).CodeSha256).toBe('a'.repeat(64));
  expect(await updateCode({ ImageUri: imageAt(one.digest) })).toMatchObject({ CodeSha256: 'a'.repeat(64) });
  expect(await aws.lambda.send(new PublishVersionCommand(named))).toMatchObject({ Version: '1' });
});

test('the entry point is set over that of the image, and cleared with nothing', async () => {
  const ImageConfig = { EntryPoint: ['/bin/run'], Command: ['app.handler'], WorkingDirectory: '/work' };
  expect(await create({ ImageConfig })).toMatchObject({ ImageConfigResponse: { ImageConfig } });
  await aws.clock.advance(5000);
  const update = (changes: object) =>
    aws.lambda.send(new UpdateFunctionConfigurationCommand({ ...named, ImageConfig: changes }));
  expect(await update({ Command: ['b.handler'] })).toHaveProperty('ImageConfigResponse', {
    ImageConfig: { Command: ['b.handler'] },
  });
  await aws.clock.advance(5000);
  expect(await update({})).not.toHaveProperty('ImageConfigResponse');
  const large = { Command: Array(1500).fill('x'.repeat(20)) };
  await aws.clock.advance(5000);
  expect(await refusalOf(update(large))).toMatchObject({ name: 'InvalidParameterValueException' });
});

const manifest = (kind: string): object => ({ uri: imageOf('odd'), digest: digestOf('c'), mediaType: kind });
const odd = imageOf('odd');
const unsupported = `The image manifest, config or layer media type for the source image ${odd} is not supported.`;

describe.each([
  ['application/vnd.oci.image.index.v1+json', unsupported],
  ['application/vnd.docker.distribution.manifest.list.v2+json', unsupported],
  ['application/vnd.in-toto+json', unsupported],
])('an image with the media type %s', (mediaType, message) => {
  test('is refused when a function is created, and when it is updated', async () => {
    await seedImages(aws, manifest(mediaType));
    expect(await refusalOf(create({ Code: { ImageUri: odd } }))).toEqual(invalid(message));
    await create();
    await aws.clock.advance(5000);
    expect(await refusalOf(updateCode({ ImageUri: odd }))).toEqual(invalid(message));
  });
});

test.each([
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
])('an image with a single manifest, %s, is taken', async (mediaType) => {
  await seedImages(aws, manifest(mediaType));
  expect(await create({ Code: { ImageUri: odd } })).toMatchObject({ CodeSha256: 'c'.repeat(64) });
});

test.each([
  [imageOf('none'), `Source image ${imageOf('none')} does not exist. Provide a valid source image.`],
  [
    imageAt(digestOf('f')),
    `Source image ${imageAt(digestOf('f'))} does not exist. Provide a valid source image.`,
  ],
  ['a/b:c', 'Source image a/b:c is not valid. Provide a valid source image.'],
  [
    imageOf('one').replace('eu-west-1', 'us-east-1'),
    `Source image ${imageOf('one').replace('eu-west-1', 'us-east-1')} is not valid. Provide a valid source image.`,
  ],
  [
    imageOf('one').replace(':one', ''),
    `Source image ${imageOf('one').replace(':one', '')} is not valid. Provide a valid source image.`,
  ],
])('the image %s is refused', async (ImageUri, message) => {
  expect(await refusalOf(create({ Code: { ImageUri } }))).toEqual(invalid(message));
});

test('an image of another account that Lambda may not read is denied', async () => {
  const ImageUri = one.uri.replace(account, '999999999999');
  expect(await refusalOf(create({ Code: { ImageUri } }))).toEqual({
    name: 'AccessDeniedException',
    status: 403,
    message: 'Lambda does not have permission to access the ECR image. Check the ECR permissions.',
  });
});

test('an image may be described in the words of its own manifest', async () => {
  await seedImages(aws, { ...two, architecture: 'amd64' });
  expect((await aws.world.images.resolve(two.uri))?.architecture).toBe('x86_64');
});

test('an image must be made for the architecture of the function', async () => {
  await seedImages(aws, { ...two, architecture: 'arm64' });
  expect(await refusalOf(create({ Code: { ImageUri: two.uri } }))).toMatchObject(
    invalid(expect.stringContaining('arm64') as never),
  );
  expect(await create({ Code: { ImageUri: two.uri }, Architectures: ['arm64'] })).toMatchObject({
    Architectures: ['arm64'],
  });
});

test('an image and a zip keep apart, when a function is made and ever after', async () => {
  const zip = { ZipFile: codeOf('zip') };
  expect(await refusalOf(create({ Code: zip }))).toEqual(
    invalid('Please provide ImageUri when creating a function with packageType Image.'),
  );
  expect(await refusalOf(create({ PackageType: undefined }))).toEqual(
    invalid("Please don't provide ImageUri when creating a function with packageType Zip."),
  );
  await create();
  await createActive(aws, 'zipped');
  expect(await refusalOf(updateCode(zip))).toEqual(
    invalid('Please provide ImageUri when updating a function with packageType Image.'),
  );
  expect(await refusalOf(updateCode({ FunctionName: 'zipped', ImageUri: one.uri }))).toEqual(
    invalid("Please don't provide ImageUri when updating a function with packageType Zip."),
  );
});

test.each([
  { Runtime: 'nodejs24.x' },
  { Handler: 'index.handler' },
  { Layers: ['arn:aws:lambda:eu-west-1:123456789012:layer:x:1'] },
])('%j is not for images, nor are image settings for zips', async (changes) => {
  const message =
    "Please don't provide Handler or Runtime or Layer when the intended function PackageType is IMAGE.";
  expect(await refusalOf(create(changes))).toEqual(invalid(message));
  await create();
  await createActive(aws, 'zipped');
  const update = (input: object) =>
    aws.lambda.send(new UpdateFunctionConfigurationCommand({ ...named, ...input }));
  expect(await refusalOf(update(changes))).toEqual(invalid(message));
  expect(await refusalOf(update({ FunctionName: 'zipped', ImageConfig: { Command: ['x'] } }))).toMatchObject({
    name: 'InvalidParameterValueException',
    status: 400,
  });
});

test('an image cannot have SnapStart', async () => {
  expect(await refusalOf(create({ SnapStart: { ApplyOn: 'PublishedVersions' } }))).toEqual(
    invalid('ContainerImage is not supported for SnapStart enabled functions.'),
  );
});

test('a function made of an image that was only described cannot be run, and says so', async () => {
  await create();
  await aws.clock.advance(5000);
  expect(await refusalOf(aws.lambda.send(new InvokeCommand(named)))).toEqual({
    name: 'InvalidRuntimeException',
    status: 502,
    message: expect.stringContaining('this one was only described'),
  });
});

test('descriptions of images are checked before any is taken', async () => {
  const other = { uri: imageOf('other'), digest: digestOf('d') };
  for (const wrong of [
    { uri: 1 },
    { uri: 'x', digest: 'sha256:0' },
    { ...other, architecture: 'mips' },
    7 as never,
  ])
    expect(await seedImages(aws, other, wrong)).toBe(400);
  expect(await refusalOf(create({ Code: { ImageUri: other.uri } }))).toMatchObject({ status: 400 });
});
