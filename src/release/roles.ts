/** Execution roles that the project file describes. What they allow holds at once, for every version that runs with them. */
import { ShipitError } from '../core/errors';
import type { Role, Roles } from '../core/lambda';
import { isSameOwner } from '../plan/ownership';
import type { RolePlan } from '../plan/plan';

/** What Lambda may not know yet: names of roles that are made or changed in this release. */
export const freshRoleNames = (plans: readonly RolePlan[]): ReadonlySet<string> =>
  new Set(plans.map(({ wanted }) => wanted.name));

export async function makeRole(roles: Roles, { wanted, live }: RolePlan): Promise<void> {
  if (live !== null) return roles.update(wanted, live);
  try {
    await roles.create(wanted);
  } catch (error) {
    if (!ShipitError.is(error, 'timedOut', 'unavailable', 'alreadyExists')) throw error;
    // The answer may be lost, not the role; what is there is made as wanted, unless somebody else made it.
    const made = await roles.read(wanted.name);
    if (made === null || !isOurs(made, wanted)) throw error;
    await roles.update(wanted, { ...made, tags: wanted.tags });
  }
}

const isOurs = ({ tags, path }: Role, wanted: Role): boolean =>
  path === wanted.path && isSameOwner(tags, wanted.tags);
