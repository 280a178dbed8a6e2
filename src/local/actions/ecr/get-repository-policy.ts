/**
 * GetRepositoryPolicy: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetRepositoryPolicy.html
 * @emulated
 */
import type { GetRepositoryPolicyRequest, GetRepositoryPolicyResponse } from '@aws-sdk/client-ecr';
import { missing } from '../../registry/errors';
import { findRepository } from '../../registry/find';
import type { Action } from '../../world';

export const getRepositoryPolicy: Action<GetRepositoryPolicyRequest, GetRepositoryPolicyResponse> = (
  world,
  input,
) => {
  const repository = findRepository(world, input);
  const { name, policy } = repository;
  if (policy === null) throw missing.policy(world, 'Repository', name);
  return { registryId: world.account, repositoryName: name, policyText: policy };
};
