/** Repositories of ECR, pushes to them, and functions of what was pushed. */
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import {
  CreateRepositoryCommand,
  DeleteRepositoryCommand,
  DescribeImagesCommand,
  GetAuthorizationTokenCommand,
  GetRepositoryPolicyCommand,
  PutImageCommand,
  PutImageTagMutabilityCommand,
} from '@aws-sdk/client-ecr';
import { CreateFunctionCommand, DeleteFunctionCommand } from '@aws-sdk/client-lambda';
import { configType, described, indexType, layerType, ociType, sha256 } from '../local/registry';
import type { Context, Expectation } from './context';

/** A client that has logged in. */
interface Pusher {
  ask(address: string, body?: string | Uint8Array<ArrayBuffer>, type?: string): Promise<Response>;
  blob(bytes: string | Uint8Array<ArrayBuffer>): Promise<void>;
}

interface Repository {
  readonly name: string;
  readonly uri: string;
  readonly pusher: Pusher;
}

/** A tar without files is two empty blocks. */
const layer = gzipSync(new Uint8Array(1024)) as Uint8Array<ArrayBuffer>;
const config = JSON.stringify({
  architecture: 'amd64',
  os: 'linux',
  config: { Cmd: ['app.handler'] },
  rootfs: { type: 'layers', diff_ids: [sha256(new Uint8Array(1024))] },
});
const manifest = JSON.stringify({
  schemaVersion: 2,
  mediaType: ociType,
  config: described(config, configType),
  layers: [{ mediaType: layerType, digest: sha256(layer), size: layer.length }],
});
const index = JSON.stringify({
  schemaVersion: 2,
  mediaType: indexType,
  manifests: [{ ...described(manifest, ociType), platform: { architecture: 'amd64', os: 'linux' } }],
});

async function pusherOf({ ecr }: Context, repository: string): Promise<Pusher> {
  const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}));
  const [data] = authorizationData ?? [];
  const headers = { authorization: `Basic ${data?.authorizationToken}` };
  const ask: Pusher['ask'] = (address, body, type = 'application/octet-stream') => {
    const [method = '', path = ''] = address.split(' ');
    const url = path.startsWith('http') ? path : `${data?.proxyEndpoint}/v2/${repository}/${path}`;
    return fetch(url, { method, headers: { ...headers, 'content-type': type }, ...(body ? { body } : {}) });
  };
  return {
    ask,
    async blob(bytes) {
      const begun = await ask('POST blobs/uploads/');
      assert.equal(begun.status, 202);
      const location = new URL(begun.headers.get('location') ?? '', data?.proxyEndpoint);
      location.searchParams.set('digest', sha256(bytes));
      assert.equal((await ask(`PUT ${location}`, bytes)).status, 201);
    },
  };
}

async function inRepository(
  context: Context,
  work: (repository: Repository) => Promise<void>,
): Promise<void> {
  const repositoryName = context.name();
  const { repository } = await context.ecr.send(new CreateRepositoryCommand({ repositoryName }));
  try {
    const pusher = await pusherOf(context, repositoryName);
    await work({ name: repositoryName, uri: repository?.repositoryUri ?? '', pusher });
  } finally {
    await context.ecr.send(new DeleteRepositoryCommand({ repositoryName, force: true }));
  }
}

const push = async ({ pusher }: Repository, tag: string): Promise<void> => {
  for (const bytes of [config, layer]) await pusher.blob(bytes);
  assert.equal((await pusher.ask(`PUT manifests/${tag}`, manifest, ociType)).status, 201);
};

const codeOf = async (response: Response): Promise<[number, string]> => {
  const { errors } = (await response.json()) as { errors: { code: string }[] };
  return [response.status, errors[0]?.code ?? ''];
};

const fact = '6';

export const images: readonly Expectation[] = [
  {
    fact,
    title: 'ECR knows no repository that is not there, and makes none twice',
    run: (context) =>
      inRepository(context, async ({ name }) => {
        const { ecr, place } = context;
        const { account } = place;
        await context.refuses(
          ecr.send(new DescribeImagesCommand({ repositoryName: `${name}-none` })),
          ...(['RepositoryNotFoundException', 400] as const),
          `The repository with name '${name}-none' does not exist in the registry with id '${account}'`,
        );
        await context.refuses(
          ecr.send(new CreateRepositoryCommand({ repositoryName: name })),
          ...(['RepositoryAlreadyExistsException', 400] as const),
          `The repository with name '${name}' already exists in the registry with id '${account}'`,
        );
      }),
  },
  {
    fact,
    title: 'a password for the registry is good for twelve hours',
    run: async ({ ecr, place }) => {
      const { authorizationData } = await ecr.send(new GetAuthorizationTokenCommand({}));
      const [data] = authorizationData ?? [];
      assert.match(Buffer.from(data?.authorizationToken ?? '', 'base64').toString('utf8'), /^AWS:\S+$/);
      const hours = ((data?.expiresAt?.getTime() ?? 0) - place.nowMs()) / 3_600_000;
      assert.ok(Math.abs(hours - 12) < 0.1, `it is good for ${hours} hours`);
    },
  },
  {
    fact,
    title: 'an image is pushed with its layers first, and is refused a second time with PutImage',
    run: (context) =>
      inRepository(context, async (repository) => {
        const { pusher, name } = repository;
        const early = await pusher.ask('PUT manifests/v1', manifest, ociType);
        assert.ok(early.status >= 400, 'a manifest without its layers is taken');
        await push(repository, 'v1');
        const { imageDetails } = await context.ecr.send(new DescribeImagesCommand({ repositoryName: name }));
        assert.equal(imageDetails?.[0]?.imageDigest, sha256(manifest));
        await push(repository, 'v1');
        const again = new PutImageCommand({ repositoryName: name, imageManifest: manifest, imageTag: 'v1' });
        await context.refuses(context.ecr.send(again), 'ImageAlreadyExistsException', 400);
      }),
  },
  {
    fact,
    title: 'an immutable tag stays',
    run: (context) =>
      inRepository(context, async (repository) => {
        const { pusher, name: repositoryName } = repository;
        await push(repository, 'v1');
        const immutable = { repositoryName, imageTagMutability: 'IMMUTABLE' } as const;
        await context.ecr.send(new PutImageTagMutabilityCommand(immutable));
        const moved = await pusher.ask('PUT manifests/v1', index, indexType);
        assert.deepEqual(await codeOf(moved), [400, 'TAG_INVALID']);
      }),
  },
  {
    fact,
    title: 'Lambda takes a single manifest and its right to fetch it, and no index',
    run: (context) =>
      inRepository(context, async (repository) => {
        const { pusher, name: repositoryName, uri } = repository;
        await push(repository, 'v1');
        assert.equal((await pusher.ask('PUT manifests/all', index, indexType)).status, 201);
        const FunctionName = context.name();
        const create = (ImageUri: string) =>
          context.lambda.send(
            new CreateFunctionCommand({
              ...{ FunctionName, Role: context.place.role, PackageType: 'Image' as const },
              Code: { ImageUri },
            }),
          );
        await context.refuses(
          create(`${uri}:all`),
          ...(['InvalidParameterValueException', 400] as const),
          `The image manifest, config or layer media type for the source image ${uri}:all is not supported.`,
        );
        const { CodeSha256 } = await create(`${uri}:v1`);
        assert.equal(`sha256:${CodeSha256}`, sha256(manifest));
        const { policyText } = await context.ecr.send(new GetRepositoryPolicyCommand({ repositoryName }));
        assert.match(policyText ?? '', /LambdaECRImageRetrievalPolicy/);
        await context.lambda.send(new DeleteFunctionCommand({ FunctionName }));
      }),
  },
];
