/**
 * DeleteRepository: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DeleteRepository.html
 * @emulated
 */
import type { DeleteRepositoryRequest, DeleteRepositoryResponse } from '@aws-sdk/client-ecr';
import { refusal } from '../../registry/errors';
import { findRepository } from '../../registry/find';
import { repositoryView } from '../../registry/views';
import type { Action } from '../../world';

export const deleteRepository: Action<DeleteRepositoryRequest, DeleteRepositoryResponse> = (world, input) => {
  const repository = findRepository(world, input);
  const { name, images } = repository;
  if (images.size > 0 && !input.force)
    throw refusal.named(
      'RepositoryNotEmptyException',
      `The repository with name '${name}' in registry with id '${world.account}' cannot be deleted because it still contains images`,
    );
  world.registry.repositories.delete(name);
  return { repository: repositoryView(world, repository) };
};
