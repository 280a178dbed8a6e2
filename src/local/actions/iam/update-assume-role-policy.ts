/**
 * UpdateAssumeRolePolicy: docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html
 * @emulated
 */
import type { UpdateAssumeRolePolicyRequest } from '@aws-sdk/client-iam';
import { insistOnTrust } from '../../iam/documents';
import { findRole } from '../../iam/find';
import type { Action } from '../../world';

export const updateAssumeRolePolicy: Action<UpdateAssumeRolePolicyRequest, object> = (world, input) => {
  const role = findRole(world, input.RoleName);
  role.trust = insistOnTrust(input.PolicyDocument);
  return {};
};
