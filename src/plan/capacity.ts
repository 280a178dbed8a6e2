/** Provisioned concurrency as it is declared, against that of the version that is served; read only where it may differ. */
import type { FunctionSpec } from '../config/project';
import type { Capacity } from '../core/lambda';
import { valueLines } from './diff';
import type { CapacityPlan, Live, Upkeep } from './plan';

export interface CapacityRequest {
  readonly spec: FunctionSpec;
  readonly live: Live;
  /** Reads it, whatever the tag says. */
  readonly thorough: boolean;
}

/** Which version was given how much last, so that nothing has to be read while it is that one that is served. */
export const CapacityTag = {
  name: 'shipit:capacity',
  of: ({ alias }: FunctionSpec, version: string, amount: number): string => `${alias}.${version}.${amount}`,
};

/** Null when nothing is declared, and when it is so already. */
export async function planCapacity(
  capacity: Capacity,
  { spec, live, thorough }: CapacityRequest,
): Promise<CapacityPlan | null> {
  const { provisionedConcurrency: wanted } = spec;
  const { serving } = live;
  if (wanted === null) return null;
  if (serving === null) return wanted === 0 ? null : { version: null, before: 0, wanted, written: false };
  const { version } = serving;
  const written = serving.tags?.[CapacityTag.name] === CapacityTag.of(spec, version, wanted);
  if (written && !thorough) return null;
  const found = await capacity.read(spec.name, version);
  // What could not start serves nobody, whatever was asked for.
  const before = found === null || found.status === 'FAILED' ? 0 : found.requested;
  return before === wanted ? null : { version, before, wanted, written };
}

export function withCapacity(upkeep: Upkeep, capacity: CapacityPlan | null): Upkeep {
  if (capacity === null) return upkeep;
  const { before, wanted } = capacity;
  return { ...upkeep, capacity, changes: [...upkeep.changes, ...capacityLines(before, wanted)] };
}

/** No environments are none at all. */
export const capacityLines = (from: number, to: number): string[] =>
  valueLines('provisionedConcurrency', from || null, to || null);
