/** How a repository begins, and its tags. */
import type { EncryptionConfiguration, Tag } from '@aws-sdk/client-ecr';
import type { World } from '../world';
import type { Repository } from './book';
import { checkText, given } from './checks';
import { refusal } from './errors';
import { givenMutability, type MutabilityInput } from './mutability';

export interface RepositoryInput extends MutabilityInput {
  readonly tags?: readonly Tag[] | undefined;
  readonly imageScanningConfiguration?: { readonly scanOnPush?: boolean | undefined } | undefined;
  readonly encryptionConfiguration?: EncryptionConfiguration | undefined;
}

const mostRepositories = 100_000;

export function createRepository(
  { registry, clock, account, region }: World,
  name: string,
  input: RepositoryInput,
): Repository {
  const { repositories } = registry;
  const { encryptionConfiguration: encryption } = input;
  checkText('encryptionType', encryption?.encryptionType, { values: ['AES256', 'KMS', 'KMS_DSSE'] });
  const repository: Repository = {
    name,
    createdMs: clock.nowMs(),
    ...givenMutability(input),
    scanOnPush: input.imageScanningConfiguration?.scanOnPush ?? false,
    encryption: encryptionOf(encryption, `arn:aws:kms:${region}:${account}:alias/aws/ecr`),
    policy: null,
    lifecycle: null,
    preview: null,
    resourceTags: tagsOver({}, input.tags),
    ...{ layers: new Map(), images: new Map(), tags: new Map(), uploads: new Map() },
  };
  if (repositories.has(name))
    throw refusal.named(
      'RepositoryAlreadyExistsException',
      `The repository with name '${name}' already exists in the registry with id '${account}'`,
    );
  if (repositories.size >= mostRepositories)
    throw refusal.tooMany(`The maximum limit of ${mostRepositories} repositories is reached`);
  repositories.set(name, repository);
  return repository;
}

function encryptionOf(
  { encryptionType = 'AES256', kmsKey }: Partial<EncryptionConfiguration> = {},
  defaultKey: string,
): Repository['encryption'] {
  return encryptionType === 'AES256' ? { encryptionType } : { encryptionType, kmsKey: kmsKey ?? defaultKey };
}

const mostTags = 50;

export function tagsOver(
  before: Repository['resourceTags'],
  tags: readonly Tag[] | undefined,
): Repository['resourceTags'] {
  const after = { ...before };
  for (const { Key, Value } of tags ?? []) {
    const key = given('tags.key', Key);
    if (key.length < 1 || key.length > 128 || /^aws:/i.test(key) || (Value ?? '').length > 256)
      throw refusal.named('InvalidTagParameterException', `The tag with key '${key}' is not valid.`);
    after[key] = Value ?? '';
  }
  if (Object.keys(after).length > mostTags)
    throw refusal.named('TooManyTagsException', `A resource can have a maximum of ${mostTags} tags.`);
  return after;
}
