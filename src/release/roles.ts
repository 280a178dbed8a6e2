/** Execution roles that the project file describes. What they allow holds at once, for every version that runs with them. */
import type { Role, Roles } from '../core/lambda';
import { isSameOwner } from '../plan/ownership';
import type { RolePlan } from '../plan/plan';
import { untilThere } from './made';

/** What Lambda may not know yet: names of roles that are made or changed in this release. */
export const freshRoleNames = (plans: readonly RolePlan[]): ReadonlySet<string> =>
  new Set(plans.map(({ wanted }) => wanted.name));

export async function makeRole(roles: Roles, { wanted, live }: RolePlan): Promise<void> {
  if (live !== null) return roles.update(wanted, live);
  // What is there after a try is made as wanted, unless somebody else made it.
  const find = async () => {
    const made = await roles.read(wanted.name);
    return made !== null && isOurs(made, wanted) ? made : null;
  };
  const found = await untilThere({ make: () => roles.create(wanted), find });
  if (found) await roles.update(wanted, { ...found, tags: wanted.tags });
}

const isOurs = ({ tags, path }: Role, wanted: Role): boolean =>
  path === wanted.path && isSameOwner(tags, wanted.tags);
