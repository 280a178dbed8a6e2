/**
 * DeleteRolePolicy: docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePolicy.html
 * @stored
 */
import type { DeleteRolePolicyRequest } from '@aws-sdk/client-iam';
import { refusal } from '../../iam/errors';
import { findRole } from '../../iam/find';
import type { Action } from '../../world';

export const deleteRolePolicy: Action<DeleteRolePolicyRequest, object> = (world, input) => {
  if (!findRole(world, input.RoleName).inline.delete(input.PolicyName ?? ''))
    throw refusal.missing(`The role policy with name ${input.PolicyName} cannot be found.`);
  return {};
};
