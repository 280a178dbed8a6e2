/**
 * AttachRolePolicy: docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html
 * @stored Policies that AWS manages are taken by their ARN.
 */
import type { AttachRolePolicyRequest } from '@aws-sdk/client-iam';
import { attachable, findRole } from '../../iam/find';
import type { Action } from '../../world';

export const attachRolePolicy: Action<AttachRolePolicyRequest, object> = (world, input) => {
  const role = findRole(world, input.RoleName);
  role.attached.add(attachable(world, input.PolicyArn));
  return {};
};
