/**
 * DeleteRepositoryPolicy: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DeleteRepositoryPolicy.html
 * @emulated
 */
import type { DeleteRepositoryPolicyRequest, DeleteRepositoryPolicyResponse } from '@aws-sdk/client-ecr';
import { missing } from '../../registry/errors';
import { findRepository } from '../../registry/find';
import type { Action } from '../../world';

export const deleteRepositoryPolicy: Action<DeleteRepositoryPolicyRequest, DeleteRepositoryPolicyResponse> = (
  world,
  input,
) => {
  const repository = findRepository(world, input);
  const { name, policy } = repository;
  if (policy === null) throw missing.policy(world, 'Repository', name);
  repository.policy = null;
  return { registryId: world.account, repositoryName: name, policyText: policy };
};
