/**
 * GetPolicy: docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html
 * @emulated
 */
import type { GetPolicyRequest, GetPolicyResponse } from '@aws-sdk/client-lambda';
import { refusal } from '../../lambda/errors';
import { findFunction } from '../../lambda/find';
import { parseName } from '../../lambda/names';
import { policyDocument } from '../../lambda/policies';
import { holderOf } from '../../lambda/policy-holders';
import type { Action } from '../../world';

export const getPolicy: Action<GetPolicyRequest, GetPolicyResponse> = (world, input) => {
  const ref = parseName(world, input);
  const entry = findFunction(world, ref);
  const policy = entry.policies.get(ref.qualifier ?? '$LATEST');
  if (!policy) throw refusal.missing('The resource you requested does not exist.');
  return { Policy: policyDocument(policy), RevisionId: holderOf(entry, ref).thing.revisionId };
};
