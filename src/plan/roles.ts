/** Roles that shipit makes: what they shall be, and what differs. Trusted is Lambda alone. */
import type { FunctionSpec, RoleSpec } from '../config/project';
import { canonicalJson } from '../core/canonical';
import { ShipitError } from '../core/errors';
import type { FunctionConfig } from '../core/function';
import type { Role, Roles } from '../core/lambda';
import type { Ground } from './ground';
import { needsOf } from './needs';
import { isSameOwner } from './ownership';
import type { RolePlan } from './plan';

export interface RoleRequest {
  readonly spec: FunctionSpec & { readonly role: RoleSpec };
  /** The configuration that the function will have. */
  readonly config: Partial<FunctionConfig>;
  readonly ground: Ground;
  /** Tags by which shipit knows its own. */
  readonly marks: Readonly<{ [tag: string]: string }>;
}

/** The one inline policy of a role that shipit makes. */
const policyName = 'shipit';

/** Of all inline policies of a role together, white space aside (IAM quotas). */
const longestPolicy = 10_240;

const trust = canonicalJson({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

export function wantedRole({ spec, config, ground, marks }: RoleRequest): Role {
  const { name, path, statements, managed, boundary } = spec.role;
  const needs = needsOf({ functionName: spec.name, config, ground });
  const policy = { Version: '2012-10-17', Statement: [...statements, ...needs] };
  const policies = { [policyName]: canonicalJson(policy) };
  return { name, path, trust, policies, managed: [...managed].sort(), boundary, tags: marks };
}

/** `refused` for a role of that name that shipit did not make: it may be somebody's. Null when nothing differs. */
export async function planRole(roles: Roles, request: RoleRequest): Promise<RolePlan | null> {
  const fresh = wantedRole(request);
  refuseTooLong(request, fresh);
  const live = await roles.read(fresh.name);
  if (live !== null) refuseOther(request, live);
  // Tags of others stay: who pays for a role is no business of its policies.
  const wanted = live === null ? fresh : { ...fresh, tags: { ...live.tags, ...fresh.tags } };
  const changes = roleLines(live, wanted);
  return changes.length === 0 ? null : { wanted, live, key: request.spec.key, changes };
}

/** One line a change from one role to the other; null is none. */
export function roleLines(from: Role | null, to: Role | null): string[] {
  if (from !== null && to !== null) return changesOf(from, to);
  if (to !== null) return wholeRole('+', to);
  return from === null ? [] : wholeRole('-', from);
}

function refuseOther({ spec, marks }: RoleRequest, live: Role): void {
  const where = spec.where.role ?? spec.key;
  if (!isSameOwner(live.tags, marks))
    throw new ShipitError('refused', `${where}: a role ${live.name} is there already and is not ours`, {
      hint: 'Give its ARN as `role`, or give the new role another `name`.',
    });
  if (live.path === spec.role.path) return;
  const text = `${where}: role ${live.name} has the path ${live.path}, and IAM never changes it to ${spec.role.path}`;
  throw new ShipitError('refused', text, { hint: 'Keep the path, or give the role another `name`.' });
}

/** IAM would say so only when layers and other roles are made already. */
function refuseTooLong({ spec }: RoleRequest, { policies }: Role): void {
  const length = Object.values(policies).join('').length;
  if (length <= longestPolicy) return;
  const text = `the statements come to ${length} characters; IAM takes ${longestPolicy}`;
  throw new ShipitError('refused', `${spec.where.role ?? spec.key}: role ${spec.role.name}: ${text}`, {
    hint: 'Name resources with wildcards, or put statements into a managed policy and name it in `managed`.',
  });
}

function wholeRole(sign: '+' | '-', { name, policies, managed, boundary }: Role): string[] {
  const parts = [
    ...Object.values(policies).flatMap(statementsOf),
    ...managed.map((arn) => `managed ${arn}`),
    ...(boundary === null ? [] : [`boundary ${boundary}`]),
  ];
  return [`${sign} role ${name}`, ...parts.map((part) => `${sign} ${name}: ${part}`)];
}

function changesOf(live: Role, wanted: Role): string[] {
  const { name } = wanted;
  const policies = [...new Set([...Object.keys(live.policies), ...Object.keys(wanted.policies)])].sort();
  return [
    ...(live.trust === wanted.trust ? [] : trustLines(name, wanted)),
    ...policies.flatMap((policy) => policyLines(name, live.policies[policy], wanted.policies[policy])),
    ...setLines(`${name}: managed`, live.managed, wanted.managed),
    ...(live.boundary === wanted.boundary
      ? []
      : [`~ ${name}: boundary ${live.boundary ?? 'none'} -> ${wanted.boundary ?? 'none'}`]),
  ];
}

const trustLines = (name: string, wanted: Role): string[] => [
  wanted.trust === trust
    ? `~ ${name}: trust Lambda alone`
    : `~ ${name}: trust others than Lambda alone, ${wanted.trust}`,
];

/** What no line shows, such as another name of a statement, is a change all the same. */
function policyLines(name: string, from: string | undefined, to: string | undefined): string[] {
  const [before, after] = [from, to].map((policy) => (policy === undefined ? [] : statementsOf(policy)));
  const lines = setLines(`${name}:`, before ?? [], after ?? []);
  return lines.length > 0 || from === to ? lines : [`~ ${name}: the same statements, written otherwise`];
}

function setLines(title: string, from: readonly string[], to: readonly string[]): string[] {
  return [
    ...from.filter((one) => !to.includes(one)).map((one) => `- ${title} ${one}`),
    ...to.filter((one) => !from.includes(one)).map((one) => `+ ${title} ${one}`),
  ];
}

/** `Allow s3:GetObject on arn:...`; what has more to it in full. */
function statementsOf(policy: string): string[] {
  const { Statement } = JSON.parse(policy) as { Statement?: unknown };
  const statements = Array.isArray(Statement) ? Statement : [Statement ?? {}];
  return statements.map((statement: { [member: string]: unknown }) => {
    const { Sid: _, Effect, Action, Resource, ...more } = statement;
    if (Action === undefined || Resource === undefined || Object.keys(more).length > 0)
      return canonicalJson(statement);
    return `${Effect} ${[Action].flat().join(', ')} on ${[Resource].flat().join(', ')}`;
  });
}
