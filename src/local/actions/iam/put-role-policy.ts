/**
 * PutRolePolicy: docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html
 * @stored The document is checked in its form; nobody is refused by it.
 */
import type { PutRolePolicyRequest } from '@aws-sdk/client-iam';
import { insistOnPolicy } from '../../iam/documents';
import { findRole } from '../../iam/find';
import { nameOf } from '../../iam/members';
import type { Action } from '../../world';

export const putRolePolicy: Action<PutRolePolicyRequest, object> = (world, input) => {
  const role = findRole(world, input.RoleName);
  const name = nameOf('policyName', input.PolicyName, 128);
  role.inline.set(name, insistOnPolicy(input.PolicyDocument, 'inline'));
  return {};
};
