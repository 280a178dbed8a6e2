/**
 * PutResourcePolicy: docs.aws.amazon.com/lambda/latest/api/API_PutResourcePolicy.html
 * @emulated It takes the place of every statement that is there, also of those of AddPermission.
 */
import type { PutResourcePolicyRequest, PutResourcePolicyResponse } from '@aws-sdk/client-lambda';
import { Check, insist } from '../../lambda/constraints';
import { insistOnRevision } from '../../lambda/errors';
import { problemsIn } from '../../lambda/form';
import { insistOnRoom, policyDocument } from '../../lambda/policies';
import { setPolicy } from '../../lambda/policy-holders';
import { findByArn, readPolicy, resourcePolicyRules } from '../../lambda/resource-policies';
import type { Action } from '../../world';

const rules = { ...resourcePolicyRules, policy: [Check.required, Check.length(1, 20_480)] };

export const putResourcePolicy: Action<PutResourcePolicyRequest, PutResourcePolicyResponse> = (
  world,
  input,
) => {
  insist(...problemsIn(input, rules));
  const holder = findByArn(world, input.ResourceArn);
  insistOnRevision(input.RevisionId, holder.thing.revisionId, 'GetPolicy');
  const policy = readPolicy(input.Policy ?? '', input.ResourceArn ?? '');
  insistOnRoom(policy);
  setPolicy(world, holder, policy);
  return { Policy: policyDocument(policy), RevisionId: holder.thing.revisionId };
};
