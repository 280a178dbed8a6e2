/**
 * GetLifecyclePolicy: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetLifecyclePolicy.html
 * @emulated
 */
import type { GetLifecyclePolicyRequest, GetLifecyclePolicyResponse } from '@aws-sdk/client-ecr';
import { missing } from '../../registry/errors';
import { findRepository } from '../../registry/find';
import { lifecycleView } from '../../registry/lifecycle-views';
import type { Action } from '../../world';

export const getLifecyclePolicy: Action<GetLifecyclePolicyRequest, GetLifecyclePolicyResponse> = (
  world,
  input,
) => {
  const repository = findRepository(world, input);
  const { name, lifecycle } = repository;
  if (!lifecycle) throw missing.policy(world, 'Lifecycle', name);
  return lifecycleView(world, name, lifecycle);
};
