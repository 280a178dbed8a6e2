/**
 * GetRolePolicy: docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html
 * @stored
 */
import type { GetRolePolicyRequest, GetRolePolicyResponse } from '@aws-sdk/client-iam';
import { encoded } from '../../iam/documents';
import { refusal } from '../../iam/errors';
import { findRole } from '../../iam/find';
import type { Action } from '../../world';

export const getRolePolicy: Action<GetRolePolicyRequest, GetRolePolicyResponse> = (world, input) => {
  const role = findRole(world, input.RoleName);
  const document = role.inline.get(input.PolicyName ?? '');
  if (document === undefined)
    throw refusal.missing(`The role policy with name ${input.PolicyName} cannot be found.`);
  return { RoleName: role.name, PolicyName: input.PolicyName, PolicyDocument: encoded(document) };
};
