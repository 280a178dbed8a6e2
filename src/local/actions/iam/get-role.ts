/**
 * GetRole: docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html
 * @emulated
 */
import type { GetRoleRequest, GetRoleResponse } from '@aws-sdk/client-iam';
import { findRole } from '../../iam/find';
import { roleView } from '../../iam/views';
import type { Action } from '../../world';

export const getRole: Action<GetRoleRequest, GetRoleResponse> = (world, { RoleName }) => ({
  Role: roleView(findRole(world, RoleName), 'whole'),
});
