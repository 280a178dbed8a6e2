/**
 * TagRole: docs.aws.amazon.com/IAM/latest/APIReference/API_TagRole.html
 * @stored
 */
import type { TagRoleRequest } from '@aws-sdk/client-iam';
import { findRole } from '../../iam/find';
import { tagsOver } from '../../iam/members';
import type { Action } from '../../world';

export const tagRole: Action<TagRoleRequest, object> = (world, input) => {
  const role = findRole(world, input.RoleName);
  role.tags = tagsOver(role.tags, input.Tags);
  return {};
};
