/** Looks up what a name and a qualifier mean. */
import type { World } from '../world';
import type { AliasEntry, FunctionEntry, VersionEntry } from './book';
import { refusal } from './errors';
import { type FunctionRef, parseName } from './names';

export interface Target {
  readonly ref: FunctionRef;
  readonly entry: FunctionEntry;
  /** The version that answers: of an alias the one that it serves first. */
  readonly version: VersionEntry;
  readonly alias: AliasEntry | null;
}

export function findFunction(world: World, ref: FunctionRef): FunctionEntry {
  const entry = world.functions.entries.get(ref.name);
  if (!entry) throw refusal.noFunction(ref.arn);
  return entry;
}

/** Throws `Function not found` with the qualified ARN, also for a version or an alias that is not there. */
export function findTarget(
  world: World,
  named: { FunctionName?: string | undefined; Qualifier?: string | undefined },
): Target {
  const ref = parseName(world, named);
  const entry = findFunction(world, ref);
  const alias = ref.qualifier === null ? null : (entry.aliases.get(ref.qualifier) ?? null);
  const version = findVersion(entry, alias?.version ?? ref.qualifier ?? '$LATEST');
  if (!version) throw refusal.noFunction(ref.arn);
  return { ref, entry, version, alias };
}

export function findVersion(entry: FunctionEntry, version: string): VersionEntry | null {
  if (version === '$LATEST') return entry.latest;
  if (version === '$LATEST.PUBLISHED') return entry.latestPublished ?? null;
  return entry.versions.get(version) ?? null;
}

/** $LATEST first, as AWS lists them. */
export const versionsOf = ({ latest, latestPublished, versions }: FunctionEntry): VersionEntry[] => [
  latest,
  ...(latestPublished ? [latestPublished] : []),
  ...versions.values(),
];
