/**
 * DetachRolePolicy: docs.aws.amazon.com/IAM/latest/APIReference/API_DetachRolePolicy.html
 * @stored
 */
import type { DetachRolePolicyRequest } from '@aws-sdk/client-iam';
import { refusal } from '../../iam/errors';
import { findRole } from '../../iam/find';
import type { Action } from '../../world';

export const detachRolePolicy: Action<DetachRolePolicyRequest, object> = (world, input) => {
  if (!findRole(world, input.RoleName).attached.delete(input.PolicyArn ?? ''))
    throw refusal.noPolicy(input.PolicyArn ?? '');
  return {};
};
