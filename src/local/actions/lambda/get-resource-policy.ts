/**
 * GetResourcePolicy: docs.aws.amazon.com/lambda/latest/api/API_GetResourcePolicy.html
 * @emulated
 */
import type { GetResourcePolicyRequest, GetResourcePolicyResponse } from '@aws-sdk/client-lambda';
import { refusal } from '../../lambda/errors';
import { policyDocument } from '../../lambda/policies';
import { findByArn } from '../../lambda/resource-policies';
import type { Action } from '../../world';

export const getResourcePolicy: Action<GetResourcePolicyRequest, GetResourcePolicyResponse> = (
  world,
  input,
) => {
  const { entry, key, thing } = findByArn(world, input.ResourceArn);
  const policy = entry.policies.get(key);
  if (!policy) throw refusal.missing('The resource you requested does not exist.');
  return { Policy: policyDocument(policy), RevisionId: thing.revisionId };
};
