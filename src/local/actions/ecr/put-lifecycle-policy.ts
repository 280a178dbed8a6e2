/**
 * PutLifecyclePolicy: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutLifecyclePolicy.html
 * @emulated Images expire within six hours of world time; none is archived.
 */
import type { PutLifecyclePolicyRequest, PutLifecyclePolicyResponse } from '@aws-sdk/client-ecr';
import { given } from '../../registry/checks';
import { findRepository } from '../../registry/find';
import { parseLifecycle } from '../../registry/lifecycle-policy';
import type { Action } from '../../world';

export const putLifecyclePolicy: Action<PutLifecyclePolicyRequest, PutLifecyclePolicyResponse> = (
  world,
  input,
) => {
  const repository = findRepository(world, input);
  const text = given('lifecyclePolicyText', input.lifecyclePolicyText);
  parseLifecycle(text);
  repository.lifecycle = { text, evaluatedMs: null };
  return { registryId: world.account, repositoryName: repository.name, lifecyclePolicyText: text };
};
