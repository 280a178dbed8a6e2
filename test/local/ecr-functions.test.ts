import {
  BatchDeleteImageCommand,
  GetRepositoryPolicyCommand,
  ListImagesCommand,
  SetRepositoryPolicyCommand,
} from '@aws-sdk/client-ecr';
import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  GetFunctionCommand,
  InvokeCommand,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import { imageAt, imageOf, look, role, seedImages } from './lambda-steps';
import { indexType, makeRepository, Pusher, type TestImage, untilUnpacked } from './registry';
import { account, type LocalAws, openLocalAws, refusalOf, region } from './world';

const named = { FunctionName: 'orders-image' };
const orders = { repositoryName: 'orders' };

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
  await makeRepository(aws, 'orders');
});
afterEach(() => aws.close());

const push = async (tag: string, image: TestImage = {}) => (await Pusher.of(aws)).image('orders', tag, image);
const create = async (ImageUri: string) => {
  const created = await aws.lambda.send(
    new CreateFunctionCommand({ ...named, Role: role, PackageType: 'Image', Code: { ImageUri } }),
  );
  await untilUnpacked(aws);
  return created;
};
const unsupported = {
  name: 'InvalidParameterValueException',
  status: 400,
  message: `The image manifest, config or layer media type for the source image ${imageOf('v1')} is not supported.`,
};

test('a function is made of an image that was pushed, by its name at AWS or by that of this machine', async () => {
  const digest = await push('v1');
  expect(await create(imageOf('v1'))).toMatchObject({ CodeSha256: digest.replace('sha256:', '') });
  const second = await push('v1', { layers: ['another'] });
  expect(await look(aws, 'orders-image')).toMatchObject({ CodeSha256: digest.replace('sha256:', '') });
  const ImageUri = `127.0.0.1:${aws.served.port}/orders:v1`;
  await aws.lambda.send(new UpdateFunctionCodeCommand({ ...named, ImageUri }));
  await untilUnpacked(aws);
  const { Code } = await aws.lambda.send(new GetFunctionCommand(named));
  expect(Code).toMatchObject({ ImageUri, ResolvedImageUri: imageAt(second) });
  const elsewhere = aws.lambda.send(
    new UpdateFunctionCodeCommand({ ...named, ImageUri: `127.0.0.1:${aws.served.port + 1}/orders:v1` }),
  );
  expect(await refusalOf(elsewhere)).toMatchObject({ message: expect.stringContaining('does not exist') });
});

test('what was pushed goes before what was described, and what was described still counts', async () => {
  await seedImages(aws, { uri: imageOf('v1'), digest: `sha256:${'a'.repeat(64)}` });
  await create(imageOf('v1'));
  expect((await look(aws, 'orders-image')).CodeSha256).toBe('a'.repeat(64));
  const digest = await push('v1');
  await aws.lambda.send(new UpdateFunctionCodeCommand({ ...named, ImageUri: imageOf('v1') }));
  expect((await look(aws, 'orders-image')).CodeSha256).toBe(digest.replace('sha256:', ''));
});

test('an image is known with what it runs by, and its layers are read', async () => {
  const config = {
    Env: ['A=1'],
    Entrypoint: ['/run'],
    Cmd: ['app.handler'],
    WorkingDir: '/var/task',
    User: 'app',
  };
  const digest = await push('v1', { config, layers: ['first', 'second'], architecture: 'arm64' });
  const image = await aws.world.registry.resolve(imageOf('v1'));
  expect(image).toMatchObject({ digest, architecture: 'arm64', repository: 'orders', config });
  expect(await aws.world.registry.resolve(imageAt(digest))).toEqual(image);
  const read: string[] = [];
  for (const layer of image?.layers ?? []) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of aws.world.registry.readLayer(layer)) chunks.push(chunk);
    read.push(Buffer.concat(chunks).toString('utf8'));
  }
  expect(read).toEqual(['first', 'second']);
  expect(await aws.world.registry.resolve(imageOf('none'))).toBeNull();
  expect(await aws.world.registry.resolve(imageOf('v1').replace(account, '999999999999'))).toBeNull();
});

test.each([
  ['layers that are packed with zstd', { layerType: 'application/vnd.oci.image.layer.v1.tar+zstd' }],
  ['an attestation', { layerType: 'application/vnd.in-toto+json' }],
  ['a configuration of another kind', { configType: 'application/vnd.cncf.helm.config.v1+json' }],
])('%s are no image for Lambda', async (_what, image) => {
  await push('v1', image);
  expect(await refusalOf(create(imageOf('v1')))).toEqual(unsupported);
});

test('an image of several platforms is none for Lambda', async () => {
  const index = JSON.stringify({ schemaVersion: 2, mediaType: indexType, manifests: [] });
  await (await Pusher.of(aws)).manifest('orders', 'v1', [index, indexType]);
  expect(await refusalOf(create(imageOf('v1')))).toEqual(unsupported);
});

test('an image for another processor is refused', async () => {
  await push('v1', { architecture: 'arm64' });
  expect(await refusalOf(create(imageOf('v1')))).toMatchObject({ message: expect.stringContaining('arm64') });
});

describe('the policy of a repository', () => {
  const policy = async () => {
    const { policyText = '' } = await aws.ecr.send(new GetRepositoryPolicyCommand(orders));
    return JSON.parse(policyText) as { Statement: { Sid: string }[] };
  };
  const set = (...Statement: object[]) =>
    aws.ecr.send(new SetRepositoryPolicyCommand({ ...orders, policyText: JSON.stringify({ Statement }) }));
  const lambda = { Service: 'lambda.amazonaws.com' };

  it('gets a statement by which Lambda may fetch, once, beside what is there', async () => {
    await push('v1');
    await set({ Sid: 'team', Effect: 'Allow', Principal: { AWS: account }, Action: 'ecr:*' });
    await create(imageOf('v1'));
    await aws.lambda.send(new UpdateFunctionCodeCommand({ ...named, ImageUri: imageOf('v1') }));
    await aws.clock.advance(5000);
    expect(await policy()).toMatchObject({
      Statement: [
        { Sid: 'team' },
        {
          Sid: 'LambdaECRImageRetrievalPolicy',
          Principal: lambda,
          Condition: { StringLike: { 'aws:sourceArn': `arn:aws:lambda:${region}:${account}:function:*` } },
        },
      ],
    });
  });

  it('stays where it lets Lambda fetch already', async () => {
    await push('v1');
    await set({ Sid: 'own', Effect: 'Allow', Principal: lambda, Action: ['ecr:batchgetimage', 'ecr:Get*'] });
    await create(imageOf('v1'));
    expect((await policy()).Statement.map(({ Sid }) => Sid)).toEqual(['own']);
  });

  it('may deny it, but under a condition that nobody can check here', async () => {
    await push('v1');
    const denial = { Effect: 'Deny', Principal: lambda, Action: 'ecr:*' };
    await set({ ...denial, Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } });
    await create(imageOf('v1'));
    await aws.lambda.send(new DeleteFunctionCommand(named));
    await set(denial);
    expect(await refusalOf(create(imageOf('v1')))).toEqual({
      name: 'AccessDeniedException',
      status: 403,
      message: 'Lambda does not have permission to access the ECR image. Check the ECR permissions.',
    });
  });
});

test('a function whose image was deleted is lost once it was idle', async () => {
  const imageDigest = await push('v1');
  await create(imageOf('v1'));
  await aws.ecr.send(new BatchDeleteImageCommand({ ...orders, imageIds: [{ imageDigest }] }));
  expect((await aws.ecr.send(new ListImagesCommand(orders))).imageIds).toEqual([]);
  expect((await look(aws, 'orders-image')).State).toBe('Active');
  await aws.clock.advance(15 * 24 * 3_600_000);
  expect((await look(aws, 'orders-image')).State).toBe('Inactive');
  await refusalOf(aws.lambda.send(new InvokeCommand(named)));
  await aws.clock.advance(6000);
  expect(await look(aws, 'orders-image')).toMatchObject({ State: 'Failed', StateReasonCode: 'ImageDeleted' });
});
