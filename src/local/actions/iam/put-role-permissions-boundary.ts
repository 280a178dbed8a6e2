/**
 * PutRolePermissionsBoundary: docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePermissionsBoundary.html
 * @stored Nobody is refused by it.
 */
import type { PutRolePermissionsBoundaryRequest } from '@aws-sdk/client-iam';
import { attachable, findRole } from '../../iam/find';
import type { Action } from '../../world';

export const putRolePermissionsBoundary: Action<PutRolePermissionsBoundaryRequest, object> = (
  world,
  input,
) => {
  const role = findRole(world, input.RoleName);
  role.boundary = attachable(world, input.PermissionsBoundary);
  return {};
};
