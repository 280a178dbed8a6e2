/** GetPolicy: docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html. */
import type { GetPolicyRequest, GetPolicyResponse } from '@aws-sdk/client-lambda';
import { refusal } from '../../lambda/errors';
import { findTarget } from '../../lambda/find';
import { policyDocument } from '../../lambda/policies';
import type { Action } from '../../world';

export const getPolicy: Action<GetPolicyRequest, GetPolicyResponse> = (world, input) => {
  const { ref, entry } = findTarget(world, input);
  const policy = entry.policies.get(ref.qualifier ?? '$LATEST');
  if (!policy) throw refusal.missing('The resource you requested does not exist.');
  return { Policy: policyDocument(policy.statements), RevisionId: policy.revisionId };
};
