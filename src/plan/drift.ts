/** What is live and differs from what was released last: somebody else's changes. */
import type { FunctionSettings } from '../core/function';
import { capacityLines } from './capacity';
import { codeOf, configLines, valueLines } from './diff';
import type { FunctionPlan, RolePlan, Upkeep } from './plan';
import { roleLines } from './roles';

/** $LATEST against the version that is served, then settings and role that are no longer as they were written. */
export function driftOf(planned: FunctionPlan, roles: readonly RolePlan[]): string[] {
  const { spec, live, upkeep } = planned;
  const capacity = upkeep.capacity?.written
    ? capacityLines(upkeep.capacity.wanted, upkeep.capacity.before)
    : [];
  const latest = [...latestLines(planned), ...capacity];
  if (!upkeep.written || live.serving === null) return latest;
  const own = roles.filter(({ key }) => key === spec.key);
  const roleDrift = own.flatMap((role) => roleLines(role.wanted, role.live));
  const gone = (upkeep.alarms?.missing ?? []).map((name) => `- alarm ${name}`);
  return [...latest, ...settingLines(upkeep), ...roleDrift, ...gone];
}

/** From what was written last, which is what is wanted, to what is there. */
function settingLines({ wanted, before }: Upkeep): string[] {
  const keys = Object.keys(wanted) as (keyof FunctionSettings)[];
  return keys.flatMap((key) => valueLines(key, wanted[key], before[key]));
}

function latestLines({ live: { serving, latest } }: FunctionPlan): string[] {
  if (serving === null || latest === null) return [];
  const { description: _, ...config } = latest.config;
  const [from, to] = [codeOf(serving.digest), codeOf(latest.digest)];
  const code = from === to ? [] : [`~ code ${from} -> ${to}`];
  return [...code, ...configLines(serving.config, config)].map((line) => `${line} in $LATEST, not released`);
}
