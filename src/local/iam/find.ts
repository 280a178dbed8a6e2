/** Roles and policies by what requests call them. */
import type { World } from '../world';
import type { Policy, PolicyVersion, Role } from './book';
import { refusal } from './errors';
import { nameOf } from './members';

type Roles = Pick<World, 'roles'>;

export function findRole({ roles }: Roles, name: string | undefined): Role {
  const role = roles.roles.get(nameOf('roleName', name, 64).toLowerCase());
  if (!role) throw refusal.noRole(name ?? '');
  return role;
}

export function findPolicy({ roles }: Roles, arn: string | undefined): Policy {
  const policy = roles.policies.get(arn ?? '');
  if (!policy) throw refusal.noPolicy(arn ?? '');
  return policy;
}

export function findPolicyVersion(policy: Policy, id: string | undefined): PolicyVersion {
  const version = policy.versions.get(id ?? '');
  if (version) return version;
  throw refusal.missing(`Policy ${policy.arn} version ${id} does not exist or is not attachable.`);
}

/** Policies that AWS manages are taken by their ARN alone: their documents are not here. */
export function attachable({ roles }: Roles, arn: string | undefined): string {
  const given = arn ?? '';
  if (roles.policies.has(given) || /^arn:aws[\w-]*:iam::aws:policy\/[\w+=,.@/-]+$/.test(given)) return given;
  throw refusal.missing(`Policy ${given} does not exist or is not attachable.`);
}
