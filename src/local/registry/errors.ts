/** What ECR answers when it refuses: always with status 400, and with names and messages as they are known of it. */
import { AwsError } from '../errors';
import type { World } from '../world';

type Place = Pick<World, 'account'>;

const refuse = (name: string, message: string): AwsError => new AwsError(name, 400, message);

export const refusal = {
  named: refuse,
  /** `rule` as ECR quotes it. */
  parameter: (field: string, rule: string): AwsError =>
    refuse(
      'InvalidParameterException',
      `Invalid parameter at '${field}' failed to satisfy constraint: '${rule}'`,
    ),
  validation: (message: string): AwsError => refuse('ValidationException', message),
  tooMany: (message: string): AwsError => refuse('LimitExceededException', message),
};

export const missing = {
  repository: (name: string, registry: string): AwsError =>
    refuse(
      'RepositoryNotFoundException',
      `The repository with name '${name}' does not exist in the registry with id '${registry}'`,
    ),
  /** Of a repository, such as `Lifecycle policy`. */
  policy: ({ account }: Place, what: 'Lifecycle' | 'Repository', repository: string): AwsError =>
    refuse(
      `${what}PolicyNotFoundException`,
      `${what} policy does not exist for the repository with name '${repository}' in the registry with id '${account}'`,
    ),
  registryPolicy: ({ account }: Place): AwsError =>
    refuse(
      'RegistryPolicyNotFoundException',
      `Registry policy does not exist in the registry with id '${account}'`,
    ),
  upload: ({ account }: Place, repository: string, id: string): AwsError =>
    refuse(
      'UploadNotFoundException',
      `The upload with id '${id}' does not exist in the repository with name '${repository}' in the registry with id '${account}'`,
    ),
};
