/** Roles and managed policies. Nobody is refused by a policy here; a role's existence is what others ask about. */
import type { Kept } from '../kept';

export interface RoleBook extends Kept {
  /** By name in lower case: names differ in more than case. */
  readonly roles: Map<string, Role>;
  /** By ARN. */
  readonly policies: Map<string, Policy>;
  has(arn: string): boolean;
}

export type Tags = Readonly<{ [key: string]: string }>;

export interface Role {
  readonly name: string;
  readonly path: string;
  readonly id: string;
  readonly arn: string;
  readonly createdMs: number;
  /** Who may assume it: a policy document as text. */
  trust: string;
  description: string | null;
  maxSessionS: number;
  boundary: string | null;
  tags: Tags;
  /** Inline policies by name. */
  readonly inline: Map<string, string>;
  /** ARNs of managed policies. */
  readonly attached: Set<string>;
}

export interface Policy {
  readonly name: string;
  readonly path: string;
  readonly id: string;
  readonly arn: string;
  readonly createdMs: number;
  readonly description: string | null;
  readonly tags: Tags;
  updatedMs: number;
  defaultVersion: string;
  /** How many versions there ever were. */
  lastVersion: number;
  readonly versions: Map<string, PolicyVersion>;
}

export interface PolicyVersion {
  readonly id: string;
  readonly createdMs: number;
  readonly document: string;
}

interface RoleDump {
  readonly roles: readonly (Omit<Role, 'inline' | 'attached'> & {
    readonly inline: readonly (readonly [string, string])[];
    readonly attached: readonly string[];
  })[];
  readonly policies: readonly (Omit<Policy, 'versions'> & { readonly versions: readonly PolicyVersion[] })[];
}

export function createRoleBook(): RoleBook {
  const roles = new Map<string, Role>();
  const policies = new Map<string, Policy>();
  return {
    roles,
    policies,
    has: (arn) => roles.get(arn.slice(arn.lastIndexOf('/') + 1).toLowerCase())?.arn === arn,
    dump: (): RoleDump => ({
      roles: [...roles.values()].map((role) => ({
        ...role,
        inline: [...role.inline],
        attached: [...role.attached],
      })),
      policies: [...policies.values()].map((policy) => ({
        ...policy,
        versions: [...policy.versions.values()],
      })),
    }),
    load(dump) {
      for (const role of (dump as RoleDump).roles)
        roles.set(role.name.toLowerCase(), {
          ...role,
          inline: new Map(role.inline),
          attached: new Set(role.attached),
        });
      for (const policy of (dump as RoleDump).policies)
        policies.set(policy.arn, {
          ...policy,
          versions: new Map(policy.versions.map((one) => [one.id, one])),
        });
    },
    clear() {
      roles.clear();
      policies.clear();
    },
  };
}
