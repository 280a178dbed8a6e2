/**
 * BatchGetRepositoryScanningConfiguration: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchGetRepositoryScanningConfiguration.html
 * @emulated
 */
import type {
  BatchGetRepositoryScanningConfigurationRequest,
  BatchGetRepositoryScanningConfigurationResponse,
  RepositoryScanningConfiguration,
} from '@aws-sdk/client-ecr';
import type { Repository } from '../../registry/book';
import { checkCount, given } from '../../registry/checks';
import { arnOf } from '../../registry/names';
import type { Action, World } from '../../world';

export const batchGetRepositoryScanningConfiguration: Action<
  BatchGetRepositoryScanningConfigurationRequest,
  BatchGetRepositoryScanningConfigurationResponse
> = (world, input) => {
  const names = given('repositoryNames', input.repositoryNames);
  checkCount('repositoryNames', names, [1, 25]);
  const { repositories } = world.registry;
  const found = names.flatMap((name) => repositories.get(name) ?? []);
  return {
    scanningConfigurations: found.map((one) => configurationOf(world, one)),
    failures: names
      .filter((name) => !repositories.has(name))
      .map((repositoryName) => ({
        repositoryName,
        failureCode: 'REPOSITORY_NOT_FOUND',
        failureReason: 'REPOSITORY_NOT_FOUND',
      })),
  };
};

const configurationOf = (
  world: World,
  { name, scanOnPush }: Repository,
): RepositoryScanningConfiguration => ({
  repositoryArn: arnOf(world, name),
  repositoryName: name,
  scanOnPush,
  scanFrequency: scanOnPush ? 'SCAN_ON_PUSH' : 'MANUAL',
  appliedScanFilters: [],
});
