/**
 * DeleteRegistryPolicy: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DeleteRegistryPolicy.html
 * @stored
 */
import type { DeleteRegistryPolicyRequest, DeleteRegistryPolicyResponse } from '@aws-sdk/client-ecr';
import { missing } from '../../registry/errors';
import type { Action } from '../../world';

export const deleteRegistryPolicy: Action<DeleteRegistryPolicyRequest, DeleteRegistryPolicyResponse> = (
  world,
) => {
  const policyText = world.registry.settings.get('RegistryPolicy') as string | undefined;
  if (policyText === undefined) throw missing.registryPolicy(world);
  world.registry.settings.delete('RegistryPolicy');
  return { registryId: world.account, policyText };
};
