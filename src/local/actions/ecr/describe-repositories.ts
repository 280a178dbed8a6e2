/**
 * DescribeRepositories: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeRepositories.html
 * @emulated
 */
import type { DescribeRepositoriesRequest, DescribeRepositoriesResponse } from '@aws-sdk/client-ecr';
import { checkCount } from '../../registry/checks';
import { findRepository, insistOnOwn } from '../../registry/find';
import { pageOf } from '../../registry/paging';
import { repositoryView } from '../../registry/views';
import type { Action } from '../../world';

export const describeRepositories: Action<DescribeRepositoriesRequest, DescribeRepositoriesResponse> = (
  world,
  input,
) => {
  const { registryId, repositoryNames } = input;
  checkCount('repositoryNames', repositoryNames, [1, 100]);
  const named = repositoryNames?.map((repositoryName) =>
    findRepository(world, { registryId, repositoryName }),
  );
  const all = insistOnOwn(world, registryId) ? [...world.registry.repositories.values()] : [];
  const { items, more } = named
    ? { items: named, more: {} }
    : pageOf(
        [...all].sort((a, b) => (a.name < b.name ? -1 : 1)),
        input,
      );
  return { repositories: items.map((one) => repositoryView(world, one)), ...more };
};
