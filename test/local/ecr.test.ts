import {
  BatchCheckLayerAvailabilityCommand,
  BatchDeleteImageCommand,
  BatchGetImageCommand,
  BatchGetRepositoryScanningConfigurationCommand,
  CompleteLayerUploadCommand,
  DeleteLifecyclePolicyCommand,
  DeleteRepositoryCommand,
  DeleteRepositoryPolicyCommand,
  DescribeImageScanFindingsCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  GetAccountSettingCommand,
  GetAuthorizationTokenCommand,
  GetLifecyclePolicyCommand,
  GetLifecyclePolicyPreviewCommand,
  GetRegistryPolicyCommand,
  GetRepositoryPolicyCommand,
  InitiateLayerUploadCommand,
  ListImagesCommand,
  ListTagsForResourceCommand,
  PutImageCommand,
  PutImageScanningConfigurationCommand,
  PutImageTagMutabilityCommand,
  PutLifecyclePolicyCommand,
  PutRegistryPolicyCommand,
  SetRepositoryPolicyCommand,
  StartImageScanCommand,
  StartLifecyclePolicyPreviewCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UploadLayerPartCommand,
} from '@aws-sdk/client-ecr';
import { tokenHeader } from '../../src/local/connection';
import { built, dockerType, indexType, makeRepository, ociType, Pusher, sha256 } from './registry';
import { account, type LocalAws, openLocalAws, type Refusal, refusalOf, region, token } from './world';

const repositoryName = 'shop/orders';
const orders = { repositoryName };
const arn = `arn:aws:ecr:${region}:${account}:repository/${repositoryName}`;
const dayMs = 24 * 3_600_000;

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
  await makeRepository(aws, repositoryName);
});
afterEach(() => aws.close());

const refused = (name: string, message: string): Refusal => ({ name, status: 400, message });
const push = async (tag: string, layer = tag) =>
  (await Pusher.of(aws)).image(repositoryName, tag, { layers: [layer] });
const tagsLeft = async () => {
  const { imageDetails = [] } = await aws.ecr.send(new DescribeImagesCommand(orders));
  return imageDetails.flatMap(({ imageTags = ['(none)'] }) => imageTags).sort();
};

describe('a repository', () => {
  it('is made, described, and deleted', async () => {
    await makeRepository(aws, 'base', {
      imageTagMutability: 'IMMUTABLE',
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: { encryptionType: 'KMS' },
    });
    const { repositories } = await aws.ecr.send(new DescribeRepositoriesCommand({}));
    expect(repositories).toMatchObject([
      {
        repositoryName: 'base',
        imageTagMutability: 'IMMUTABLE',
        imageScanningConfiguration: { scanOnPush: true },
      },
      {
        repositoryName,
        repositoryArn: arn,
        registryId: account,
        repositoryUri: `${account}.dkr.ecr.${region}.amazonaws.com/shop/orders`,
        imageTagMutability: 'MUTABLE',
        encryptionConfiguration: { encryptionType: 'AES256' },
      },
    ]);
    const page = await aws.ecr.send(new DescribeRepositoriesCommand({ maxResults: 1 }));
    const rest = await aws.ecr.send(
      new DescribeRepositoriesCommand({ nextToken: page.nextToken, maxResults: 1 }),
    );
    expect(rest.repositories?.[0]?.repositoryName).toBe(repositoryName);
    await aws.ecr.send(new DeleteRepositoryCommand({ repositoryName: 'base' }));
    expect(
      await refusalOf(aws.ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ['base'] }))),
    ).toEqual(
      refused(
        'RepositoryNotFoundException',
        `The repository with name 'base' does not exist in the registry with id '${account}'`,
      ),
    );
  });

  it('is there once, has a name that ECR takes, and is of this account', async () => {
    expect(await refusalOf(makeRepository(aws, repositoryName))).toEqual(
      refused(
        'RepositoryAlreadyExistsException',
        `The repository with name '${repositoryName}' already exists in the registry with id '${account}'`,
      ),
    );
    for (const name of ['Upper', 'a', 'a//b', '-a', 'a'.repeat(257)])
      expect(await refusalOf(makeRepository(aws, name))).toMatchObject({ name: 'InvalidParameterException' });
    const elsewhere = aws.ecr.send(new ListImagesCommand({ ...orders, registryId: '999999999999' }));
    expect(await refusalOf(elsewhere)).toMatchObject({
      message: `The repository with name '${repositoryName}' does not exist in the registry with id '999999999999'`,
    });
  });

  it('with images is deleted with force alone', async () => {
    await push('v1');
    expect(await refusalOf(aws.ecr.send(new DeleteRepositoryCommand(orders)))).toEqual(
      refused(
        'RepositoryNotEmptyException',
        `The repository with name '${repositoryName}' in registry with id '${account}' cannot be deleted because it still contains images`,
      ),
    );
    await aws.ecr.send(new DeleteRepositoryCommand({ ...orders, force: true }));
    expect(await refusalOf(push('v2'))).toMatchObject({ message: expect.stringContaining('does not exist') });
  });

  it('has a policy and tags', async () => {
    expect(await refusalOf(aws.ecr.send(new GetRepositoryPolicyCommand(orders)))).toMatchObject({
      name: 'RepositoryPolicyNotFoundException',
    });
    const policyText = JSON.stringify({
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 'ecr:BatchGetImage' }],
    });
    await aws.ecr.send(new SetRepositoryPolicyCommand({ ...orders, policyText }));
    expect(await aws.ecr.send(new GetRepositoryPolicyCommand(orders))).toMatchObject({ policyText });
    for (const wrong of ['x', '{}', '{"Statement":[{"Effect":"Maybe"}]}'])
      expect(
        await refusalOf(aws.ecr.send(new SetRepositoryPolicyCommand({ ...orders, policyText: wrong }))),
      ).toMatchObject({ name: 'InvalidParameterException' });
    await aws.ecr.send(new DeleteRepositoryPolicyCommand(orders));
    expect(await refusalOf(aws.ecr.send(new DeleteRepositoryPolicyCommand(orders)))).toMatchObject({
      status: 400,
    });
    const tagged = { resourceArn: arn };
    await aws.ecr.send(
      new TagResourceCommand({
        ...tagged,
        tags: [
          { Key: 'team', Value: 'shop' },
          { Key: 'a', Value: '' },
        ],
      }),
    );
    await aws.ecr.send(new UntagResourceCommand({ ...tagged, tagKeys: ['a'] }));
    const { tags } = await aws.ecr.send(new ListTagsForResourceCommand(tagged));
    expect(tags).toEqual([{ Key: 'team', Value: 'shop' }]);
  });
});

test('a password names the endpoint of the local AWS, and is good for twelve hours', async () => {
  const { authorizationData } = await aws.ecr.send(new GetAuthorizationTokenCommand({}));
  const [data] = authorizationData ?? [];
  expect(data?.proxyEndpoint).toBe(aws.served.endpoint);
  expect(Buffer.from(data?.authorizationToken ?? '', 'base64').toString('utf8')).toMatch(/^AWS:\S+$/);
  expect((data?.expiresAt?.getTime() ?? 0) - aws.clock.nowMs()).toBe(dayMs / 2);
});

describe('an image', () => {
  const { text, config } = built({ layers: ['a layer'] });
  const upload = async (bytes: string, partLastByte = bytes.length - 1) => {
    const { uploadId } = await aws.ecr.send(new InitiateLayerUploadCommand(orders));
    const layerPartBlob = Buffer.from(bytes);
    const about = { ...orders, uploadId };
    await aws.ecr.send(
      new UploadLayerPartCommand({ ...about, partFirstByte: 0, partLastByte, layerPartBlob }),
    );
    return aws.ecr.send(new CompleteLayerUploadCommand({ ...about, layerDigests: [sha256(bytes)] }));
  };
  const put = (input: object = {}) =>
    aws.ecr.send(new PutImageCommand({ ...orders, imageManifest: text, imageTag: 'v1', ...input }));

  it('is put layer by layer, and shown', async () => {
    for (const bytes of [config, 'a layer']) await upload(bytes);
    const answered = await put();
    const imageId = { imageDigest: sha256(text), imageTag: 'v1' };
    expect(answered.image).toMatchObject({ imageId, imageManifest: text, imageManifestMediaType: ociType });
    const { images } = await aws.ecr.send(
      new BatchGetImageCommand({ ...orders, imageIds: [{ imageTag: 'v1' }] }),
    );
    expect(images).toMatchObject([{ imageId, imageManifest: text, registryId: account }]);
    const { imageDetails } = await aws.ecr.send(
      new DescribeImagesCommand({ ...orders, imageIds: [imageId] }),
    );
    expect(imageDetails).toMatchObject([
      {
        imageDigest: sha256(text),
        imageTags: ['v1'],
        imageSizeInBytes: config.length + 7,
        imageManifestMediaType: ociType,
        imagePushedAt: new Date(aws.clock.nowMs()),
        imageStatus: 'ACTIVE',
      },
    ]);
  });

  it('needs its layers, and is put once', async () => {
    await upload(config);
    expect(await refusalOf(put())).toEqual(
      refused(
        'LayersNotFoundException',
        `Layers with digests '[${sha256('a layer')}]' required for pushing image into repository with name '${repositoryName}' in the registry with id '${account}' do not exist`,
      ),
    );
    await upload('a layer');
    expect(await refusalOf(upload('a layer'))).toMatchObject({ name: 'LayerAlreadyExistsException' });
    await put();
    expect(await refusalOf(put())).toEqual(
      refused(
        'ImageAlreadyExistsException',
        `Image with digest '${sha256(text)}' and tag 'v1' already exists in the repository with name '${repositoryName}' in registry with id '${account}'`,
      ),
    );
    expect(await refusalOf(put({ imageManifest: 'x' }))).toMatchObject({ name: 'InvalidParameterException' });
    expect(await refusalOf(put({ imageManifestMediaType: dockerType }))).toMatchObject({
      name: 'InvalidParameterException',
    });
    expect(await refusalOf(put({ imageDigest: sha256('x') }))).toMatchObject({
      name: 'ImageDigestDoesNotMatchException',
    });
    const index = {
      schemaVersion: 2,
      mediaType: indexType,
      manifests: [{ mediaType: ociType, digest: sha256('x'), size: 1 }],
    };
    expect(await refusalOf(put({ imageManifest: JSON.stringify(index) }))).toMatchObject({
      name: 'ReferencedImagesNotFoundException',
    });
  });

  it('has parts that follow upon each other, and a layer the digest of its bytes', async () => {
    expect(await refusalOf(upload('odd', 7))).toMatchObject({ name: 'InvalidLayerPartException' });
    const { uploadId } = await aws.ecr.send(new InitiateLayerUploadCommand(orders));
    const complete = (digest: string) =>
      aws.ecr.send(new CompleteLayerUploadCommand({ ...orders, uploadId, layerDigests: [digest] }));
    expect(await refusalOf(complete(sha256('x')))).toMatchObject({ name: 'EmptyUploadException' });
    const part = (from: number) =>
      aws.ecr.send(
        new UploadLayerPartCommand({
          ...{ ...orders, uploadId, partFirstByte: from, partLastByte: from + 1 },
          layerPartBlob: Buffer.from('ab'),
        }),
      );
    expect(await part(0)).toMatchObject({ lastByteReceived: 1 });
    expect(await refusalOf(complete(sha256('x')))).toMatchObject({ name: 'InvalidLayerException' });
    expect(await part(2)).toMatchObject({ lastByteReceived: 3 });
    expect(await refusalOf(complete(sha256('abab')))).toMatchObject({ name: 'LayerPartTooSmallException' });
    const other = aws.ecr.send(
      new CompleteLayerUploadCommand({ ...orders, uploadId: 'nobodys', layerDigests: [sha256('x')] }),
    );
    expect(await refusalOf(other)).toMatchObject({ name: 'UploadNotFoundException' });
    const { layers, failures } = await aws.ecr.send(
      new BatchCheckLayerAvailabilityCommand({ ...orders, layerDigests: [sha256('x'), 'y'] }),
    );
    expect(layers).toMatchObject([{ layerAvailability: 'UNAVAILABLE' }]);
    expect(failures).toMatchObject([{ failureCode: 'InvalidLayerDigest' }]);
  });

  it('loses tags one by one, and goes with the last', async () => {
    const imageDigest = await push('v1', 'same');
    await push('v2', 'same');
    await push('v3', 'other');
    const remove = (...imageIds: object[]) =>
      aws.ecr.send(new BatchDeleteImageCommand({ ...orders, imageIds }));
    expect(await remove({ imageTag: 'v1' })).toMatchObject({
      imageIds: [{ imageDigest, imageTag: 'v1' }],
      failures: [],
    });
    expect(await tagsLeft()).toEqual(['v2', 'v3']);
    const { failures } = await remove(
      { imageTag: 'v1' },
      {},
      { imageDigest: 'x' },
      { imageDigest, imageTag: 'v3' },
    );
    expect(failures?.map(({ failureCode }) => failureCode)).toEqual([
      'ImageNotFound',
      'MissingDigestAndTag',
      'InvalidImageDigest',
      'ImageTagDoesNotMatchDigest',
    ]);
    await remove({ imageTag: 'v2' });
    expect(
      await refusalOf(aws.ecr.send(new DescribeImagesCommand({ ...orders, imageIds: [{ imageDigest }] }))),
    ).toEqual(
      refused(
        'ImageNotFoundException',
        `The image with imageId {imageDigest:'${imageDigest}', imageTag:'null'} does not exist within the repository with name '${repositoryName}' in the registry with id '${account}'`,
      ),
    );
    expect(await tagsLeft()).toEqual(['v3']);
  });

  it('is listed by whether it has tags', async () => {
    const first = await push('v1', 'one');
    const second = await push('v1', 'two');
    const list = async (tagStatus: 'TAGGED' | 'UNTAGGED') =>
      (await aws.ecr.send(new ListImagesCommand({ ...orders, filter: { tagStatus } }))).imageIds;
    expect(await list('TAGGED')).toEqual([{ imageDigest: second, imageTag: 'v1' }]);
    expect(await list('UNTAGGED')).toEqual([{ imageDigest: first }]);
  });
});

describe('tags that are immutable', () => {
  const mutability = (imageTagMutability: string, ...filters: string[]) =>
    aws.ecr.send(
      new PutImageTagMutabilityCommand({
        ...orders,
        imageTagMutability: imageTagMutability as 'MUTABLE',
        ...(filters.length > 0
          ? {
              imageTagMutabilityExclusionFilters: filters.map((filter) => ({
                filterType: 'WILDCARD',
                filter,
              })),
            }
          : {}),
      }),
    );
  const moves = async (tag: string) => {
    await push(tag, `${tag} before`);
    return push(tag, `${tag} after`).then(
      () => true,
      () => false,
    );
  };

  it.each([
    ['MUTABLE_WITH_EXCLUSION', ['release-*'], ['release-1'], ['latest', 'a-release-1']],
    ['IMMUTABLE_WITH_EXCLUSION', ['latest', 'dev*x*'], ['v1', 'dev', 'devy'], ['latest', 'dev-x', 'devx1']],
  ])('%s but for %j', async (kind, filters, still, moving) => {
    await mutability(kind, ...filters);
    for (const tag of still) expect([tag, await moves(tag)]).toEqual([tag, false]);
    for (const tag of moving) expect([tag, await moves(tag)]).toEqual([tag, true]);
  });

  it('have exceptions where the word says so, and there alone', async () => {
    for (const work of [
      mutability('MUTABLE', 'a'),
      mutability('IMMUTABLE_WITH_EXCLUSION'),
      mutability('SOMETIMES'),
    ])
      expect(await refusalOf(work)).toMatchObject({ name: 'InvalidParameterException' });
  });
});

describe('a scan', () => {
  const imageId = { imageTag: 'v1' };
  const scan = () => aws.ecr.send(new StartImageScanCommand({ ...orders, imageId }));
  const look = () => aws.ecr.send(new DescribeImageScanFindingsCommand({ ...orders, imageId }));
  const describeFindings = (scanFindings: unknown) =>
    fetch(`${aws.served.endpoint}/_shipit/seed`, {
      method: 'POST',
      headers: { [tokenHeader]: token },
      body: JSON.stringify({ scanFindings }),
    });

  it('takes a while and finds nothing, unless it was told what', async () => {
    await push('v1');
    expect(await refusalOf(look())).toMatchObject({ name: 'ScanNotFoundException' });
    await scan();
    expect((await look()).imageScanStatus?.status).toBe('IN_PROGRESS');
    await aws.clock.advance(10_000);
    expect(await look()).toMatchObject({
      imageScanStatus: { status: 'COMPLETE' },
      imageScanFindings: { findings: [], findingSeverityCounts: {} },
    });
    expect(await refusalOf(scan())).toMatchObject({ name: 'LimitExceededException' });
    await aws.clock.advance(dayMs);
    const findings = [{ name: 'CVE-2026-1', severity: 'HIGH', description: 'bad' }];
    expect((await describeFindings([{ repositoryName, findings }])).status).toBe(200);
    await scan();
    await aws.clock.advance(10_000);
    expect(await look()).toMatchObject({
      imageScanFindings: { findings, findingSeverityCounts: { HIGH: 1 } },
    });
  });

  it('starts by itself where pushes are scanned', async () => {
    const imageScanningConfiguration = { scanOnPush: true };
    await aws.ecr.send(new PutImageScanningConfigurationCommand({ ...orders, imageScanningConfiguration }));
    await push('v1');
    await aws.clock.advance(10_000);
    const { imageDetails } = await aws.ecr.send(new DescribeImagesCommand(orders));
    expect(imageDetails).toMatchObject([{ imageScanStatus: { status: 'COMPLETE' } }]);
    const configured = await aws.ecr.send(
      new BatchGetRepositoryScanningConfigurationCommand({ repositoryNames: [repositoryName, 'none'] }),
    );
    expect(configured.scanningConfigurations).toMatchObject([{ scanFrequency: 'SCAN_ON_PUSH' }]);
    expect(configured.failures).toMatchObject([{ repositoryName: 'none' }]);
  });

  it.each([
    { x: 1 },
    [7],
    [{ repositoryName, findings: 1 }],
    [{ repositoryName, findings: [{ name: 'x', severity: 'BAD' }] }],
    [{ repositoryName: 'X', findings: [] }],
    [{ repositoryName, imageDigest: 'x', findings: [] }],
  ])('is not told of %j', async (wrong) => {
    expect((await describeFindings(wrong)).status).toBe(400);
  });
});

describe('a lifecycle policy', () => {
  const rule = (rulePriority: number, selection: object) => ({
    rulePriority,
    selection,
    action: { type: 'expire' },
  });
  const textOf = (...rules: object[]) => JSON.stringify({ rules });
  const put = (...rules: object[]) =>
    aws.ecr.send(new PutLifecyclePolicyCommand({ ...orders, lifecyclePolicyText: textOf(...rules) }));
  const most = (countNumber: number, rest: object) => ({
    countType: 'imageCountMoreThan',
    countNumber,
    ...rest,
  });
  const older = (countNumber: number, rest: object) => ({
    countType: 'sinceImagePushed',
    countUnit: 'days',
    countNumber,
    ...rest,
  });
  const pushDaily = async (...tags: string[]) => {
    for (const tag of tags) {
      await push(tag);
      await aws.clock.advance(dayMs);
    }
  };

  it('lets the oldest go when there are too many', async () => {
    await put(rule(1, most(2, { tagStatus: 'any' })));
    await pushDaily('v1', 'v2', 'v3');
    expect(await tagsLeft()).toEqual(['v2', 'v3']);
    const { lastEvaluatedAt } = await aws.ecr.send(new GetLifecyclePolicyCommand(orders));
    expect(lastEvaluatedAt).toEqual(new Date(aws.clock.nowMs()));
    await aws.ecr.send(new DeleteLifecyclePolicyCommand(orders));
    expect(await refusalOf(aws.ecr.send(new GetLifecyclePolicyCommand(orders)))).toEqual(
      refused(
        'LifecyclePolicyNotFoundException',
        `Lifecycle policy does not exist for the repository with name '${repositoryName}' in the registry with id '${account}'`,
      ),
    );
  });

  it('lets what has no tag go after some days, and keeps what an earlier rule speaks of', async () => {
    await pushDaily('prod-1', 'dev-1', 'dev-2');
    await push('dev-2', 'again');
    await put(
      rule(1, most(5, { tagStatus: 'tagged', tagPrefixList: ['prod'] })),
      rule(2, older(1, { tagStatus: 'untagged' })),
      rule(9, most(1, { tagStatus: 'any' })),
    );
    await aws.clock.advance(dayMs / 4);
    expect(await tagsLeft()).toEqual(['dev-2', 'prod-1']);
  });

  it('wants tags for all of its patterns', async () => {
    await push('a-1', 'both');
    await push('b-1', 'both');
    await push('a-2', 'one');
    await aws.clock.advance(2 * dayMs);
    await put(rule(1, older(1, { tagStatus: 'tagged', tagPatternList: ['a*', 'b*'] })));
    await aws.clock.advance(dayMs / 4);
    expect(await tagsLeft()).toEqual(['a-2']);
  });

  it('is tried beforehand, and nothing goes', async () => {
    await pushDaily('v1', 'v2');
    const preview = { ...orders, lifecyclePolicyText: textOf(rule(1, most(1, { tagStatus: 'any' }))) };
    expect(await refusalOf(aws.ecr.send(new GetLifecyclePolicyPreviewCommand(orders)))).toMatchObject({
      name: 'LifecyclePolicyPreviewNotFoundException',
    });
    await aws.ecr.send(new StartLifecyclePolicyPreviewCommand(preview));
    expect((await aws.ecr.send(new GetLifecyclePolicyPreviewCommand(orders))).status).toBe('IN_PROGRESS');
    expect(await refusalOf(aws.ecr.send(new StartLifecyclePolicyPreviewCommand(preview)))).toMatchObject({
      name: 'LifecyclePolicyPreviewInProgressException',
    });
    await aws.clock.advance(5000);
    expect(await aws.ecr.send(new GetLifecyclePolicyPreviewCommand(orders))).toMatchObject({
      status: 'COMPLETE',
      previewResults: [{ imageTags: ['v1'], action: { type: 'EXPIRE' }, appliedRulePriority: 1 }],
      summary: { expiringImageTotalCount: 1 },
    });
    expect(await tagsLeft()).toEqual(['v1', 'v2']);
  });

  it.each([
    ['no JSON', 'x'],
    ['no rules', '{}'],
    ['an empty list', textOf()],
    ['a rule that selects nothing', textOf({ rulePriority: 1, action: { type: 'expire' } })],
    ['tagged images without tags', textOf(rule(1, most(1, { tagStatus: 'tagged' })))],
    ['days of a count', textOf(rule(1, most(1, { tagStatus: 'any', countUnit: 'days' })))],
    [
      'one priority twice',
      textOf(rule(1, most(1, { tagStatus: 'any' })), rule(1, most(1, { tagStatus: 'untagged' }))),
    ],
    [
      'any before another',
      textOf(rule(1, most(1, { tagStatus: 'any' })), rule(2, most(1, { tagStatus: 'untagged' }))),
    ],
  ])('is not taken with %s', async (_what, lifecyclePolicyText) => {
    const work = aws.ecr.send(new PutLifecyclePolicyCommand({ ...orders, lifecyclePolicyText }));
    expect(await refusalOf(work)).toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringContaining('Lifecycle policy validation failure'),
    });
  });
});

test('the registry as a whole has a policy and settings', async () => {
  expect(await refusalOf(aws.ecr.send(new GetRegistryPolicyCommand({})))).toMatchObject({
    name: 'RegistryPolicyNotFoundException',
  });
  const statement = {
    Sid: 'a',
    Effect: 'Allow',
    Principal: { AWS: account },
    Action: ['ecr:*'],
    Resource: '*',
  };
  const policyText = JSON.stringify({ Statement: [statement] });
  await aws.ecr.send(new PutRegistryPolicyCommand({ policyText }));
  expect(await aws.ecr.send(new GetRegistryPolicyCommand({}))).toMatchObject({ policyText });
  const mounting = await aws.ecr.send(new GetAccountSettingCommand({ name: 'BLOB_MOUNTING' }));
  expect(mounting.value).toBe('DISABLED');
});
