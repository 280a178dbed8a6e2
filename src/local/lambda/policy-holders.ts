/** What a resource policy hangs on: the function, a version or an alias. Its revision id stands for the policy's too (recorded). */
import type { World } from '../world';
import type { FunctionEntry, PolicyEntry } from './book';
import { refusal } from './errors';
import { findVersion } from './find';
import type { FunctionRef } from './names';

export interface PolicyHolder {
  readonly entry: FunctionEntry;
  /** In `entry.policies`. */
  readonly key: string;
  /** The version or the alias. */
  readonly thing: { revisionId: string };
}

/** Throws 404 for a version or an alias that is not there. */
export function holderOf(entry: FunctionEntry, { qualifier, arn }: FunctionRef): PolicyHolder {
  const key = qualifier ?? '$LATEST';
  const isVersion = /^(\d+|\$LATEST(\.PUBLISHED)?)$/.test(key);
  const version = key === '$LATEST.PUBLISHED' ? entry.latestPublished : findVersion(entry, key);
  const thing = isVersion ? version : entry.aliases.get(key);
  if (thing) return { entry, key, thing };
  throw isVersion ? refusal.noFunction(arn) : refusal.missing(`Cannot find alias arn: ${arn}`);
}

/** Null takes the policy away. Either way the thing that has it gets a new revision id. */
export function setPolicy(
  world: World,
  { entry, key, thing }: PolicyHolder,
  policy: PolicyEntry | null,
): void {
  if (policy && policy.statements.length > 0) entry.policies.set(key, policy);
  else entry.policies.delete(key);
  thing.revisionId = world.random.uuid();
}
