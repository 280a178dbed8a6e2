import type { Role as IamRole } from '@aws-sdk/client-iam';
import { ShipitError } from '../core/errors';
import type { Role, Roles } from '../core/lambda';
import type { Connections } from './connections';
import { unlessGone } from './errors';
import { RoleParts, readDocument } from './role-parts';
import { sdk } from './sdk';
import { reading, repeatable, type Send, writing } from './sender';

export function createRoles(connections: Connections, send: Send): Roles {
  return new IamRoles(connections, send, new RoleParts(connections, send));
}

/** IAM is one for all regions; the SDK finds its address from any of them. */
class IamRoles implements Roles {
  constructor(
    private readonly connections: Connections,
    private readonly send: Send,
    private readonly parts: RoleParts,
  ) {}

  async read(roleName: string): Promise<Role | null> {
    try {
      const answer = await this.send({
        ...reading(`GetRole ${roleName}`, null),
        send: () => this.connections.iam().send(new (sdk.iam().GetRoleCommand)({ RoleName: roleName })),
      });
      const policies = await this.parts.policies(roleName);
      return toRole(answer.Role ?? {}, policies, await this.parts.managed(roleName));
    } catch (error) {
      if (ShipitError.is(error, 'notFound')) return null;
      throw error;
    }
  }

  /** What cannot be given with the role itself follows at once. A role that is left half made is completed by `update`. */
  async create(role: Role): Promise<void> {
    const input = {
      RoleName: role.name,
      Path: role.path,
      AssumeRolePolicyDocument: role.trust,
      Tags: Object.entries(role.tags).map(([Key, Value]) => ({ Key, Value })),
      ...(role.boundary === null ? {} : { PermissionsBoundary: role.boundary }),
    };
    await this.send({
      ...writing(`CreateRole ${role.name}`, null),
      creates: true,
      send: () => this.connections.iam().send(new (sdk.iam().CreateRoleCommand)(input)),
    });
    await this.parts.write(role, { ...role, policies: {}, managed: [] });
  }

  async update(role: Role, before: Role): Promise<void> {
    if (role.trust !== before.trust) await this.trust(role);
    if (role.boundary !== before.boundary) await this.bound(role);
    await this.parts.write(role, before);
  }

  async remove(roleName: string): Promise<void> {
    try {
      const [policies, managed] = [
        await this.parts.policyNames(roleName),
        await this.parts.managed(roleName),
      ];
      for (const policy of policies) await this.parts.deletePolicy(roleName, policy);
      for (const arn of managed) await this.parts.detach(roleName, arn);
      await this.send({
        ...repeatable(`DeleteRole ${roleName}`, null),
        send: () => this.connections.iam().send(new (sdk.iam().DeleteRoleCommand)({ RoleName: roleName })),
      });
    } catch (error) {
      unlessGone(error);
    }
  }

  private async trust({ name, trust }: Role): Promise<void> {
    const input = { RoleName: name, PolicyDocument: trust };
    await this.send({
      ...repeatable(`UpdateAssumeRolePolicy ${name}`, null),
      send: () => this.connections.iam().send(new (sdk.iam().UpdateAssumeRolePolicyCommand)(input)),
    });
  }

  private async bound({ name, boundary }: Role): Promise<void> {
    const { DeleteRolePermissionsBoundaryCommand, PutRolePermissionsBoundaryCommand } = sdk.iam();
    const iam = this.connections.iam();
    if (boundary === null)
      await this.send({
        ...repeatable(`DeleteRolePermissionsBoundary ${name}`, null),
        send: () => iam.send(new DeleteRolePermissionsBoundaryCommand({ RoleName: name })),
      });
    else
      await this.send({
        ...repeatable(`PutRolePermissionsBoundary ${name}`, null),
        send: () =>
          iam.send(new PutRolePermissionsBoundaryCommand({ RoleName: name, PermissionsBoundary: boundary })),
      });
  }
}

function toRole(role: Partial<IamRole>, policies: Role['policies'], managed: readonly string[]): Role {
  return {
    name: role.RoleName ?? '',
    path: role.Path ?? '/',
    trust: readDocument(role.AssumeRolePolicyDocument),
    policies,
    managed,
    boundary: role.PermissionsBoundary?.PermissionsBoundaryArn ?? null,
    tags: Object.fromEntries((role.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''])),
  };
}
