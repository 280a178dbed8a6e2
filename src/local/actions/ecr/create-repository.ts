/**
 * CreateRepository: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html
 * @emulated Nothing is encrypted.
 */
import type { CreateRepositoryRequest, CreateRepositoryResponse } from '@aws-sdk/client-ecr';
import { refusal } from '../../registry/errors';
import { insistOnName, insistOnOwn } from '../../registry/find';
import { createRepository as create } from '../../registry/repositories';
import { repositoryView } from '../../registry/views';
import type { Action } from '../../world';

export const createRepository: Action<CreateRepositoryRequest, CreateRepositoryResponse> = (world, input) => {
  const name = insistOnName(input.repositoryName);
  if (!insistOnOwn(world, input.registryId))
    throw refusal.parameter('registryId', 'must be the account of the caller');
  return { repository: repositoryView(world, create(world, name, input)) };
};
