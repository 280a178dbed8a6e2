/**
 * DeleteRolePermissionsBoundary: docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePermissionsBoundary.html
 * @stored One that is not there is no error.
 */
import type { DeleteRolePermissionsBoundaryRequest } from '@aws-sdk/client-iam';
import { findRole } from '../../iam/find';
import type { Action } from '../../world';

export const deleteRolePermissionsBoundary: Action<DeleteRolePermissionsBoundaryRequest, object> = (
  world,
  { RoleName },
) => {
  findRole(world, RoleName).boundary = null;
  return {};
};
