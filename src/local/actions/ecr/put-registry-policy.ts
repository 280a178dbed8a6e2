/**
 * PutRegistryPolicy: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutRegistryPolicy.html
 * @stored
 */
import type { PutRegistryPolicyRequest, PutRegistryPolicyResponse } from '@aws-sdk/client-ecr';
import { insistOnPolicy } from '../../registry/policies';
import type { Action } from '../../world';

export const putRegistryPolicy: Action<PutRegistryPolicyRequest, PutRegistryPolicyResponse> = (
  { account, registry },
  input,
) => {
  const policyText = insistOnPolicy('PolicyText', input.policyText);
  registry.settings.set('RegistryPolicy', policyText);
  return { registryId: account, policyText };
};
