/**
 * DeleteLifecyclePolicy: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DeleteLifecyclePolicy.html
 * @emulated
 */
import type { DeleteLifecyclePolicyRequest, DeleteLifecyclePolicyResponse } from '@aws-sdk/client-ecr';
import { missing } from '../../registry/errors';
import { findRepository } from '../../registry/find';
import { lifecycleView } from '../../registry/lifecycle-views';
import type { Action } from '../../world';

export const deleteLifecyclePolicy: Action<DeleteLifecyclePolicyRequest, DeleteLifecyclePolicyResponse> = (
  world,
  input,
) => {
  const repository = findRepository(world, input);
  const { name, lifecycle } = repository;
  if (!lifecycle) throw missing.policy(world, 'Lifecycle', name);
  repository.lifecycle = null;
  return lifecycleView(world, name, lifecycle);
};
