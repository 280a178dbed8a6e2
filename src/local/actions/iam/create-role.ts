/**
 * CreateRole: docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
 * @emulated
 */
import type { CreateRoleRequest, CreateRoleResponse } from '@aws-sdk/client-iam';
import { insistOnTrust } from '../../iam/documents';
import { refusal } from '../../iam/errors';
import { attachable } from '../../iam/find';
import { uniqueId } from '../../iam/ids';
import { nameOf, pathOf, sessionOf, tagsOver } from '../../iam/members';
import { roleView } from '../../iam/views';
import type { Action } from '../../world';

export const createRole: Action<CreateRoleRequest, CreateRoleResponse> = (world, input) => {
  const name = nameOf('roleName', input.RoleName, 64);
  const path = pathOf(input.Path);
  const maxSessionS = sessionOf(input.MaxSessionDuration, 3600);
  const trust = insistOnTrust(input.AssumeRolePolicyDocument);
  const boundary = input.PermissionsBoundary ? attachable(world, input.PermissionsBoundary) : null;
  const { roles } = world.roles;
  if (roles.has(name.toLowerCase())) throw refusal.exists(`Role with name ${name} already exists.`);
  const role = {
    name,
    path,
    id: uniqueId(world, 'AROA'),
    arn: `arn:aws:iam::${world.account}:role${path}${name}`,
    createdMs: world.clock.nowMs(),
    trust,
    description: input.Description ?? null,
    maxSessionS,
    boundary,
    tags: tagsOver({}, input.Tags),
    inline: new Map(),
    attached: new Set<string>(),
  };
  roles.set(name.toLowerCase(), role);
  return { Role: roleView(role, 'whole') };
};
