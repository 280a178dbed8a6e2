import { canonicalJson } from '../core/canonical';
import { ShipitError } from '../core/errors';
import type { Role } from '../core/lambda';
import type { Connections } from './connections';
import { unlessGone } from './errors';
import { allPages } from './pages';
import { sdk } from './sdk';
import { reading, repeatable, type Send } from './sender';

/** IAM gives documents percent-encoded. One that is no JSON is `unavailable`, not a document without statements. */
export function readDocument(text: string | undefined): string {
  try {
    return canonicalJson(JSON.parse(decodeURIComponent(text ?? '')));
  } catch (cause) {
    throw new ShipitError('unavailable', 'IAM: a policy document is no JSON', { cause });
  }
}

/** What hangs on a role and has calls of its own: inline policies, managed policies, tags. */
export class RoleParts {
  constructor(
    private readonly connections: Connections,
    private readonly send: Send,
  ) {}

  async policies(roleName: string): Promise<Role['policies']> {
    const names = await this.policyNames(roleName);
    const found = await Promise.all(
      names.map(async (name) => [name, await this.policy(roleName, name)] as const),
    );
    return Object.fromEntries(found);
  }

  async policyNames(roleName: string): Promise<string[]> {
    const found = await allPages(async (marker) => {
      const input = { RoleName: roleName, Marker: marker };
      const page = await this.send({
        ...reading(`ListRolePolicies ${roleName}`, null),
        send: () => this.connections.iam().send(new (sdk.iam().ListRolePoliciesCommand)(input)),
      });
      return { items: page.PolicyNames ?? [], next: page.Marker };
    });
    return found.sort();
  }

  /** ARNs, sorted. */
  async managed(roleName: string): Promise<string[]> {
    const found = await allPages(async (marker) => {
      const input = { RoleName: roleName, Marker: marker };
      const page = await this.send({
        ...reading(`ListAttachedRolePolicies ${roleName}`, null),
        send: () => this.connections.iam().send(new (sdk.iam().ListAttachedRolePoliciesCommand)(input)),
      });
      return { items: page.AttachedPolicies ?? [], next: page.Marker };
    });
    return found.flatMap(({ PolicyArn }) => PolicyArn ?? []).sort();
  }

  /** Writes what differs from `before`: what is new first, then what is gone, so that a role in use lacks nothing in between. */
  async write(role: Role, before: Role): Promise<void> {
    const { name } = role;
    const put = Object.entries(role.policies).filter(([key, text]) => before.policies[key] !== text);
    for (const [policy, document] of put) await this.putPolicy(name, policy, document);
    for (const arn of without(role.managed, before.managed)) await this.attach(name, arn);
    for (const arn of without(before.managed, role.managed)) await this.detach(name, arn);
    const gone = without(Object.keys(before.policies), Object.keys(role.policies));
    for (const policy of gone) await this.deletePolicy(name, policy);
    await this.writeTags(role, before);
  }

  async deletePolicy(roleName: string, policy: string): Promise<void> {
    const input = { RoleName: roleName, PolicyName: policy };
    await this.send({
      ...repeatable(`DeleteRolePolicy ${roleName} ${policy}`, null),
      send: () => this.connections.iam().send(new (sdk.iam().DeleteRolePolicyCommand)(input)),
    }).catch(unlessGone);
  }

  async detach(roleName: string, arn: string): Promise<void> {
    const input = { RoleName: roleName, PolicyArn: arn };
    await this.send({
      ...repeatable(`DetachRolePolicy ${roleName} ${arn}`, null),
      send: () => this.connections.iam().send(new (sdk.iam().DetachRolePolicyCommand)(input)),
    }).catch(unlessGone);
  }

  private async policy(roleName: string, policy: string): Promise<string> {
    const input = { RoleName: roleName, PolicyName: policy };
    const answer = await this.send({
      ...reading(`GetRolePolicy ${roleName} ${policy}`, null),
      send: () => this.connections.iam().send(new (sdk.iam().GetRolePolicyCommand)(input)),
    });
    return readDocument(answer.PolicyDocument);
  }

  private async putPolicy(roleName: string, policy: string, document: string): Promise<void> {
    const input = { RoleName: roleName, PolicyName: policy, PolicyDocument: document };
    await this.send({
      ...repeatable(`PutRolePolicy ${roleName} ${policy}`, null),
      send: () => this.connections.iam().send(new (sdk.iam().PutRolePolicyCommand)(input)),
    });
  }

  private async attach(roleName: string, arn: string): Promise<void> {
    const input = { RoleName: roleName, PolicyArn: arn };
    await this.send({
      ...repeatable(`AttachRolePolicy ${roleName} ${arn}`, null),
      send: () => this.connections.iam().send(new (sdk.iam().AttachRolePolicyCommand)(input)),
    });
  }

  private async writeTags(role: Role, before: Role): Promise<void> {
    const changed = Object.entries(role.tags).filter(([key, value]) => before.tags[key] !== value);
    const gone = without(Object.keys(before.tags), Object.keys(role.tags));
    const tag = { RoleName: role.name, Tags: changed.map(([Key, Value]) => ({ Key, Value })) };
    const untag = { RoleName: role.name, TagKeys: gone };
    if (changed.length > 0)
      await this.send({
        ...repeatable(`TagRole ${role.name}`, null),
        send: () => this.connections.iam().send(new (sdk.iam().TagRoleCommand)(tag)),
      });
    if (gone.length > 0)
      await this.send({
        ...repeatable(`UntagRole ${role.name}`, null),
        send: () => this.connections.iam().send(new (sdk.iam().UntagRoleCommand)(untag)),
      });
  }
}

const without = (texts: readonly string[], others: readonly string[]): string[] =>
  texts.filter((text) => !others.includes(text));
