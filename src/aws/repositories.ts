import type { DescribeImageScanFindingsResponse, ECRClient, ImageDetail } from '@aws-sdk/client-ecr';
import { ShipitError } from '../core/errors';
import type { Identity } from '../core/ports';
import type { Findings, Repositories, Repository, RepositoryImage } from '../core/stores';
import type { Connections } from './connections';
import { foundIn, statusOf } from './image-findings';
import { allPages } from './pages';
import { withPull } from './pull-policy';
import { placeOf, repositoryOf } from './repository-place';
import { sdk } from './sdk';
import { reading, repeatable, type Send, writing } from './sender';

const pageSize = 1000;
/** BatchDeleteImage takes no more. */
const mostAtOnce = 100;

export function createRepositories(
  connections: Connections,
  send: Send,
  identity: Pick<Identity, 'whoami'>,
): Repositories {
  return new EcrRepositories(connections, send, identity);
}

class EcrRepositories implements Repositories {
  constructor(
    private readonly connections: Connections,
    private readonly send: Send,
    private readonly identity: Pick<Identity, 'whoami'>,
  ) {}

  async find(repository: string): Promise<Repository | null> {
    const { name, region, account } = placeOf(repository);
    const input = { repositoryNames: [name], ...(account === null ? {} : { registryId: account }) };
    try {
      const answer = await this.send({
        ...reading(`DescribeRepositories ${repository}`, null),
        send: () => this.connections.ecr(region).send(new (sdk.ecr().DescribeRepositoriesCommand)(input)),
      });
      return repositoryOf(answer.repositories?.[0]);
    } catch (error) {
      if (ShipitError.is(error, 'notFound')) return null;
      throw error;
    }
  }

  async create(name: string, tags: Readonly<{ [name: string]: string }>): Promise<Repository> {
    const answer = await this.send({
      ...writing(`CreateRepository ${name}`, null),
      creates: true,
      send: () =>
        this.connections.ecr(null).send(
          new (sdk.ecr().CreateRepositoryCommand)({
            repositoryName: name,
            imageTagMutability: 'IMMUTABLE',
            imageScanningConfiguration: { scanOnPush: true },
            tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
          }),
        ),
    });
    return repositoryOf(answer.repository);
  }

  async letLambdaPull(repository: Repository): Promise<void> {
    const { account, region } = await this.identity.whoami();
    const about = aboutOf(repository);
    const found = await this.policyOf(repository);
    const policyText = withPull(found, { account, region, isElsewhere: account !== repository.account });
    if (policyText === null) return;
    await this.send({
      ...repeatable(`SetRepositoryPolicy ${repository.name}`, null),
      send: () =>
        this.client(repository).send(new (sdk.ecr().SetRepositoryPolicyCommand)({ ...about, policyText })),
    });
  }

  async images(repository: Repository): Promise<RepositoryImage[]> {
    const about = aboutOf(repository);
    const details = await allPages<ImageDetail>(async (nextToken) => {
      const answer = await this.send({
        ...reading(`DescribeImages ${repository.name}`, null),
        send: () =>
          this.client(repository).send(
            new (sdk.ecr().DescribeImagesCommand)({ ...about, maxResults: pageSize, nextToken }),
          ),
      });
      return { items: answer.imageDetails ?? [], next: answer.nextToken };
    });
    const images = details.map(({ imageDigest: digest = '', imageTags: tags = [], imagePushedAt: at }) => ({
      digest,
      tags,
      pushedMs: at?.getTime() ?? 0,
    }));
    return images.sort((one, other) => other.pushedMs - one.pushedMs);
  }

  async remove(repository: Repository, digests: readonly string[]): Promise<void> {
    for (let at = 0; at < digests.length; at += mostAtOnce) {
      const imageIds = digests.slice(at, at + mostAtOnce).map((imageDigest) => ({ imageDigest }));
      const { failures = [] } = await this.send({
        ...repeatable(`BatchDeleteImage ${repository.name}`, null),
        send: () =>
          this.client(repository).send(
            new (sdk.ecr().BatchDeleteImageCommand)({ ...aboutOf(repository), imageIds }),
          ),
      });
      const failed = failures.find(({ failureCode }) => failureCode !== 'ImageNotFound');
      if (failed)
        throw new ShipitError('invalid', `BatchDeleteImage ${repository.name}: ${failed.failureReason}`);
    }
  }

  async findings(repository: Repository, digest: string): Promise<Findings | null> {
    const first = await this.scan(repository, digest);
    const status = first === null ? null : statusOf(first);
    if (first === null || status === null) return null;
    const rest = await allPages(async (marker) => {
      // The first page is there already.
      const page = marker === undefined ? first : await this.page(repository, digest, marker);
      return { items: foundIn(page), next: page.nextToken };
    });
    return { status, found: rest };
  }

  /** Null where one was begun just now. */
  private async scan(
    repository: Repository,
    digest: string,
  ): Promise<DescribeImageScanFindingsResponse | null> {
    try {
      return await this.page(repository, digest, undefined);
    } catch (error) {
      if (isNamed(error, 'UnsupportedImageTypeException')) return unsupported;
      if (!isNamed(error, 'ScanNotFoundException')) throw error;
      return this.startScan(repository, digest);
    }
  }

  private async startScan(repository: Repository, digest: string): Promise<typeof unsupported | null> {
    const input = { ...aboutOf(repository), imageId: { imageDigest: digest } };
    try {
      await this.send({
        ...writing(`StartImageScan ${repository.name}@${digest}`, null),
        send: () => this.client(repository).send(new (sdk.ecr().StartImageScanCommand)(input)),
      });
    } catch (error) {
      if (isNamed(error, 'UnsupportedImageTypeException')) return unsupported;
      // Inspector starts by itself, and a basic scan may have been started meanwhile.
      if (!isNamed(error, 'ValidationException', 'LimitExceededException')) throw error;
    }
    return null;
  }

  private page(repository: Repository, digest: string, nextToken: string | undefined) {
    const input = {
      ...aboutOf(repository),
      imageId: { imageDigest: digest },
      maxResults: pageSize,
      nextToken,
    };
    return this.send({
      ...reading(`DescribeImageScanFindings ${repository.name}@${digest}`, null),
      send: () => this.client(repository).send(new (sdk.ecr().DescribeImageScanFindingsCommand)(input)),
    });
  }

  private async policyOf(repository: Repository): Promise<string | null> {
    const about = aboutOf(repository);
    try {
      const answer = await this.send({
        ...reading(`GetRepositoryPolicy ${repository.name}`, null),
        send: () => this.client(repository).send(new (sdk.ecr().GetRepositoryPolicyCommand)(about)),
      });
      return answer.policyText ?? null;
    } catch (error) {
      if (isNamed(error, 'RepositoryPolicyNotFoundException')) return null;
      throw error;
    }
  }

  private client({ region }: Repository): ECRClient {
    return this.connections.ecr(region);
  }
}

const unsupported: DescribeImageScanFindingsResponse = {
  imageScanStatus: { status: 'UNSUPPORTED_IMAGE' },
};

const aboutOf = ({ account, name }: Repository) => ({ registryId: account, repositoryName: name });

/** ECR answers 400 for all that it refuses. */
function isNamed(error: unknown, ...names: readonly string[]): boolean {
  if (!ShipitError.is(error)) return false;
  const { name } = (error.cause ?? {}) as { readonly name?: unknown };
  return typeof name === 'string' && names.includes(name);
}
