/** Every IAM operation of the local AWS, by its name on the wire. */
import type { Action } from '../../world';
import { attachRolePolicy } from './attach-role-policy';
import { createPolicy } from './create-policy';
import { createPolicyVersion } from './create-policy-version';
import { createRole } from './create-role';
import { deletePolicy } from './delete-policy';
import { deletePolicyVersion } from './delete-policy-version';
import { deleteRole } from './delete-role';
import { deleteRolePermissionsBoundary } from './delete-role-permissions-boundary';
import { deleteRolePolicy } from './delete-role-policy';
import { detachRolePolicy } from './detach-role-policy';
import { getPolicy } from './get-policy';
import { getPolicyVersion } from './get-policy-version';
import { getRole } from './get-role';
import { getRolePolicy } from './get-role-policy';
import { getUser } from './get-user';
import { listAttachedRolePolicies } from './list-attached-role-policies';
import { listPolicies } from './list-policies';
import { listPolicyVersions } from './list-policy-versions';
import { listRolePolicies } from './list-role-policies';
import { listRoleTags } from './list-role-tags';
import { listRoles } from './list-roles';
import { putRolePermissionsBoundary } from './put-role-permissions-boundary';
import { putRolePolicy } from './put-role-policy';
import { setDefaultPolicyVersion } from './set-default-policy-version';
import { simulatePrincipalPolicy } from './simulate-principal-policy';
import { tagRole } from './tag-role';
import { untagRole } from './untag-role';
import { updateAssumeRolePolicy } from './update-assume-role-policy';
import { updateRole } from './update-role';

export const iamActions = {
  AttachRolePolicy: attachRolePolicy,
  CreatePolicy: createPolicy,
  CreatePolicyVersion: createPolicyVersion,
  CreateRole: createRole,
  DeletePolicy: deletePolicy,
  DeletePolicyVersion: deletePolicyVersion,
  DeleteRole: deleteRole,
  DeleteRolePermissionsBoundary: deleteRolePermissionsBoundary,
  DeleteRolePolicy: deleteRolePolicy,
  DetachRolePolicy: detachRolePolicy,
  GetPolicy: getPolicy,
  GetPolicyVersion: getPolicyVersion,
  GetRole: getRole,
  GetRolePolicy: getRolePolicy,
  GetUser: getUser,
  ListAttachedRolePolicies: listAttachedRolePolicies,
  ListPolicies: listPolicies,
  ListPolicyVersions: listPolicyVersions,
  ListRolePolicies: listRolePolicies,
  ListRoleTags: listRoleTags,
  ListRoles: listRoles,
  PutRolePermissionsBoundary: putRolePermissionsBoundary,
  PutRolePolicy: putRolePolicy,
  SetDefaultPolicyVersion: setDefaultPolicyVersion,
  SimulatePrincipalPolicy: simulatePrincipalPolicy,
  TagRole: tagRole,
  UntagRole: untagRole,
  UpdateAssumeRolePolicy: updateAssumeRolePolicy,
  UpdateRole: updateRole,
} satisfies { [operation: string]: Action<never, object> };
