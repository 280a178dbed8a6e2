/**
 * DeleteResourcePolicy: docs.aws.amazon.com/lambda/latest/api/API_DeleteResourcePolicy.html
 * @emulated
 */
import type { DeleteResourcePolicyRequest } from '@aws-sdk/client-lambda';
import { insist } from '../../lambda/constraints';
import { insistOnRevision, refusal } from '../../lambda/errors';
import { problemsIn } from '../../lambda/form';
import { setPolicy } from '../../lambda/policy-holders';
import { findByArn, resourcePolicyRules } from '../../lambda/resource-policies';
import type { Action } from '../../world';

export const deleteResourcePolicy: Action<DeleteResourcePolicyRequest, object> = (world, input) => {
  insist(...problemsIn(input, resourcePolicyRules));
  const holder = findByArn(world, input.ResourceArn);
  if (!holder.entry.policies.has(holder.key))
    throw refusal.missing('No policy is associated with the given resource.');
  insistOnRevision(input.RevisionId, holder.thing.revisionId, 'GetPolicy');
  setPolicy(world, holder, null);
  return {};
};
