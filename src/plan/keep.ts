/** Beside the versions: the roles and alarms that shipit makes and the settings of functions as a whole. */
import type { Artifact } from '../artifact/artifact';
import type { FunctionSpec, RoleSpec } from '../config/project';
import type { Capacity, Role, Roles, Settings } from '../core/lambda';
import type { Alarms } from '../core/ports';
import { withAlarms } from './alarm-upkeep';
import { planCapacity, withCapacity } from './capacity';
import type { Ground } from './ground';
import type { Prepared } from './make';
import type { Live, RolePlan } from './plan';
import { planRole, type RoleRequest, wantedRole } from './roles';
import { planUpkeep } from './upkeep';
import { wantedOf } from './wanted';

interface Looked {
  readonly spec: FunctionSpec;
  readonly what: Artifact;
  readonly live: Live;
}

interface Keeping {
  /** Tags by which shipit knows its own. */
  readonly marks: Readonly<{ [tag: string]: string }>;
  readonly ground: Ground | null;
  readonly thorough: boolean;
  /** Percent: what alarms on errors allow by default. */
  readonly maxErrorRate: number;
}

interface KeepPorts {
  readonly roles: Roles;
  readonly settings: Settings;
  readonly alarms: Alarms;
  readonly capacity: Capacity;
}

export interface Kept {
  readonly functions: readonly Prepared[];
  /** Those that are not as wanted. */
  readonly roles: readonly RolePlan[];
}

export async function keep(ports: KeepPorts, looked: readonly Looked[], keeping: Keeping): Promise<Kept> {
  const kept = await Promise.all(looked.map((one) => keepOne(ports, one, keeping)));
  return {
    functions: kept.map(({ prepared }) => prepared),
    roles: kept.flatMap(({ role }) => role ?? []),
  };
}

async function keepOne(
  ports: KeepPorts,
  looked: Looked,
  { ground, ...keeping }: Keeping,
): Promise<{ prepared: Prepared; role: RolePlan | null }> {
  const { spec, what, live } = looked;
  const { marks, thorough } = keeping;
  const request = ground === null ? null : roleRequest(looked, { marks, ground });
  const role: Role | null = request && wantedRole(request);
  const settings = await planUpkeep(ports.settings, { spec, live, marks, role, thorough });
  const watched = await withAlarms(ports.alarms, settings, { spec, live, ...keeping });
  const upkeep = withCapacity(watched, await planCapacity(ports.capacity, { spec, live, thorough }));
  const trusted = upkeep.written && !thorough;
  const planned = request === null || trusted ? null : await planRole(ports.roles, request);
  return { prepared: { spec, what, live, upkeep }, role: planned };
}

function roleRequest(
  { spec, what, live }: Looked,
  { marks, ground }: { marks: Keeping['marks']; ground: Ground },
): RoleRequest | null {
  if (!hasOwnRole(spec)) return null;
  return { spec, marks, ground, config: wantedOf({ spec, digest: what.digest }, live).config };
}

const hasOwnRole = (spec: FunctionSpec): spec is FunctionSpec & { readonly role: RoleSpec } =>
  spec.role !== null;
