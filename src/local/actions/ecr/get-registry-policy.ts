/**
 * GetRegistryPolicy: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetRegistryPolicy.html
 * @stored
 */
import type { GetRegistryPolicyRequest, GetRegistryPolicyResponse } from '@aws-sdk/client-ecr';
import { missing } from '../../registry/errors';
import type { Action } from '../../world';

export const getRegistryPolicy: Action<GetRegistryPolicyRequest, GetRegistryPolicyResponse> = (world) => {
  const policyText = world.registry.settings.get('RegistryPolicy') as string | undefined;
  if (policyText === undefined) throw missing.registryPolicy(world);
  return { registryId: world.account, policyText };
};
