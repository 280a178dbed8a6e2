/** From what a caller names to the version that runs: unlike a look at an alias, a call chooses by weight. */
import { AwsError } from '../errors';
import type { Random } from '../random';
import type { World } from '../world';
import type { AliasEntry, FunctionEntry, VersionEntry } from './book';
import { refusal } from './errors';
import { findTarget, findVersion, type Target } from './find';

/** `version` is the one that is to run. */
export type Route = Target;

export const Route = {
  /** Chooses anew at each call when the alias has weights. Throws as Invoke does for what is not there. */
  resolve(world: World, functionName: string, qualifier: string | null): Route {
    const named = qualifier === null ? {} : { Qualifier: qualifier };
    const target = findTarget(world, { FunctionName: functionName, ...named });
    if (target.ref.qualifier === null && target.entry.latest.config.CapacityProviderConfig)
      return { ...target, version: publishedLatest(target.entry) };
    if (!target.alias) return target;
    const version = findVersion(target.entry, Route.choose(target.alias, world.random));
    if (!version) throw refusal.noFunction(target.ref.arn);
    return { ...target, version };
  },

  /** One request's version: the additional one with its weight, else the primary. */
  choose(alias: AliasEntry, random: Random): string {
    for (const [version, weight] of Object.entries(alias.weights)) if (random.next() < weight) return version;
    return alias.version;
  },
};

/** On managed instances the function by itself is what was published last without a number. */
function publishedLatest({ latestPublished }: FunctionEntry): VersionEntry {
  if (latestPublished) return latestPublished;
  throw new AwsError('NoPublishedVersionException', 400, 'The function does not have a published version.');
}
