import { nearest } from './nearest';
import { pathOf, valueAt } from './pointer';
import type { SchemaError } from './validate.gen';

/** The branches of a rollout that are maps, as the schema names them, and their keys. */
const keysOf = {
  canary: ['canary', 'bake', 'bakeAfter'],
  linear: ['linear', 'every', 'bakeAfter'],
  steps: ['steps', 'bakeAfter'],
} as const;

type MapBranch = keyof typeof keysOf;
type Branch = MapBranch | 'preset';

const mapBranches = Object.keys(keysOf) as MapBranch[];

/**
 * A rollout that fits no branch is reported against every branch. What is kept here: the errors of the branch that
 * was meant, or the one error of the whole when that cannot be told.
 */
export function chooseBranches(errors: readonly SchemaError[], root: unknown): SchemaError[] {
  const meant = new Map<string, Branch | null>();
  for (const [instancePath, own] of byPlace(errors)) {
    if (!own.some(({ keyword }) => keyword === 'anyOf')) continue;
    meant.set(instancePath, meantBranch(own, valueAt(root, pathOf(instancePath))));
  }
  return errors.filter((error) => belongs(error, meant));
}

function byPlace(errors: readonly SchemaError[]): Map<string, SchemaError[]> {
  const places = new Map<string, SchemaError[]>();
  for (const error of errors) {
    const own = places.get(error.instancePath);
    if (own) own.push(error);
    else places.set(error.instancePath, [error]);
  }
  return places;
}

/** Null when no branch is nearer than the others. */
function meantBranch(errors: readonly SchemaError[], value: unknown): Branch | null {
  if (typeof value === 'string') return 'preset';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const ranked = mapBranches
    .map((branch) => ({
      branch,
      distance: distanceTo(branch, errors) - (Object.hasOwn(value, branch) ? 1 : 0),
    }))
    .sort((a, b) => a.distance - b.distance);
  const [first, second] = ranked;
  return first && second && first.distance < second.distance ? first.branch : null;
}

/** Keys that are missing or unknown; one that is nearly legal speaks for the branch. */
function distanceTo(branch: MapBranch, errors: readonly SchemaError[]): number {
  let distance = 0;
  for (const error of errors) {
    if (error.parentSchema.$comment !== branch) continue;
    const unknown = error.params.additionalProperty;
    const isNear = typeof unknown === 'string' && nearest(unknown, keysOf[branch]) !== null;
    distance += isNear ? -0.5 : 1;
  }
  return distance;
}

function belongs(error: SchemaError, meant: ReadonlyMap<string, Branch | null>): boolean {
  const place = unionAround(error.instancePath, meant);
  if (place === null) return true;
  const branch = meant.get(place) ?? null;
  if (error.keyword === 'anyOf') return branch === null;
  if (branch === null) return false;
  if (error.instancePath === place) return error.parentSchema.$comment === branch;
  const key = error.instancePath.slice(place.length + 1).split('/')[0] ?? '';
  return branch !== 'preset' && keysOf[branch].some((legal) => legal === key);
}

/** Unions stand at `/rollouts/<name>`, so the first two steps of a path tell. */
function unionAround(instancePath: string, meant: ReadonlyMap<string, Branch | null>): string | null {
  const place = instancePath.split('/').slice(0, 3).join('/');
  return meant.has(place) ? place : null;
}
