/**
 * UpdateRole: docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html
 * @emulated
 */
import type { UpdateRoleRequest } from '@aws-sdk/client-iam';
import { findRole } from '../../iam/find';
import { sessionOf } from '../../iam/members';
import type { Action } from '../../world';

/** Without a duration it is an hour again, as at AWS. */
export const updateRole: Action<UpdateRoleRequest, object> = (world, input) => {
  const role = findRole(world, input.RoleName);
  role.maxSessionS = sessionOf(input.MaxSessionDuration, 3600);
  if (input.Description !== undefined) role.description = input.Description;
  return {};
};
