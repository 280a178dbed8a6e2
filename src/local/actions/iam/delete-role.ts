/**
 * DeleteRole: docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html
 * @emulated
 */
import type { DeleteRoleRequest } from '@aws-sdk/client-iam';
import { refusal } from '../../iam/errors';
import { findRole } from '../../iam/find';
import type { Action } from '../../world';

export const deleteRole: Action<DeleteRoleRequest, object> = (world, { RoleName }) => {
  const { name, attached, inline } = findRole(world, RoleName);
  if (attached.size > 0) throw refusal.conflict('Cannot delete entity, must detach all policies first.');
  if (inline.size > 0) throw refusal.conflict('Cannot delete entity, must delete policies first.');
  world.roles.roles.delete(name.toLowerCase());
  return {};
};
