/**
 * The plan of a release under way, made again from what its aliases say and from the project file: nothing is built. Its
 * course is the same as the one in the records when the same functions move along the same steps under the same gates.
 */
import { ShipitError } from '../core/errors';
import { makePlan, type PlanInput } from './make';
import type { Member } from './members';
import type { Plan } from './plan';
import { nothingToKeep } from './upkeep';

export interface Resumption extends Pick<PlanInput, 'project' | 'choice' | 'gated' | 'ignoreFiring'> {
  readonly members: readonly Member[];
}

/** Null when it cannot be made: a candidate is missing, or the project file knows its rollout no more. */
export function resumePlan({ members, ...asked }: Resumption): Plan | null {
  const functions = members.flatMap(({ spec, alias, record, candidate }) => {
    if (candidate === null) return [];
    const live = { alias, record, serving: null, latest: null, versions: [candidate] };
    return [{ spec, live, what: candidate, upkeep: nothingToKeep }];
  });
  if (functions.length < members.length) return null;
  try {
    return makePlan({ functions, layers: [], roles: [], ...asked });
  } catch (error) {
    if (error instanceof ShipitError) return null;
    throw error;
  }
}
