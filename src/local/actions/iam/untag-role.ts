/**
 * UntagRole: docs.aws.amazon.com/IAM/latest/APIReference/API_UntagRole.html
 * @stored
 */
import type { UntagRoleRequest } from '@aws-sdk/client-iam';
import { findRole } from '../../iam/find';
import type { Action } from '../../world';

export const untagRole: Action<UntagRoleRequest, object> = (world, input) => {
  const role = findRole(world, input.RoleName);
  const gone = new Set(input.TagKeys?.map((key) => key.toLowerCase()));
  role.tags = Object.fromEntries(Object.entries(role.tags).filter(([key]) => !gone.has(key.toLowerCase())));
  return {};
};
