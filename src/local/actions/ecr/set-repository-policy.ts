/**
 * SetRepositoryPolicy: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_SetRepositoryPolicy.html
 * @emulated Lambda alone is asked for what it may do.
 */
import type { SetRepositoryPolicyRequest, SetRepositoryPolicyResponse } from '@aws-sdk/client-ecr';
import { findRepository } from '../../registry/find';
import { insistOnPolicy } from '../../registry/policies';
import type { Action } from '../../world';

export const setRepositoryPolicy: Action<SetRepositoryPolicyRequest, SetRepositoryPolicyResponse> = (
  world,
  input,
) => {
  const repository = findRepository(world, input);
  repository.policy = insistOnPolicy('PolicyText', input.policyText);
  return { registryId: world.account, repositoryName: repository.name, policyText: repository.policy };
};
