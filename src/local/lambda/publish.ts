/** Publishing: $LATEST becomes a numbered version, unless nothing has changed since the last one. */
import { isDeepStrictEqual } from 'node:util';
import type { World } from '../world';
import type { FunctionEntry, VersionConfig, VersionEntry } from './book';
import { refusal } from './errors';
import { versionsOf } from './find';
import { createVersion } from './states';
import { insistOnStorage } from './storage';

export interface Publication {
  /** Null keeps the description of $LATEST. */
  readonly description: string | null;
  /** Absent for $LATEST as it is, which takes time only when there is something to prepare. */
  readonly state?: 'Pending';
  /** `LATEST_PUBLISHED` gives the one version of managed instances that has no number. */
  readonly to?: string | undefined;
}

/** The version that is there already, when nothing has changed; its description stays as it is. */
export function publish(world: World, entry: FunctionEntry, publication: Publication): VersionEntry {
  if (publication.to === 'LATEST_PUBLISHED') return publishLatest(world, entry, publication);
  const { config } = entry.latest;
  const newest = newestVersion(entry);
  if (newest?.publishedFrom && isDeepStrictEqual(settingsOf(newest.publishedFrom), settingsOf(config)))
    return newest;
  insistOnStorage(world, config.CodeSize);
  const number = (world.functions.lastVersion.get(entry.name) ?? 0) + 1;
  const version = versionFrom(world, entry, { ...publication, version: String(number) });
  entry.versions.set(version.version, version);
  world.functions.lastVersion.set(entry.name, number);
  entry.latest.revisionId = world.random.uuid();
  return version;
}

/** Takes the place of the one before. */
function publishLatest(world: World, entry: FunctionEntry, publication: Publication): VersionEntry {
  insistOnManaged(entry.latest.config, publication.to);
  const version = versionFrom(world, entry, { ...publication, version: '$LATEST.PUBLISHED' });
  entry.latestPublished = version;
  entry.latest.revisionId = world.random.uuid();
  return version;
}

/** Throws for a function that cannot be published to `$LATEST.PUBLISHED`. */
export function insistOnManaged(config: Pick<VersionConfig, 'CapacityProviderConfig'>, to: unknown): void {
  if (to !== undefined && !config.CapacityProviderConfig)
    throw refusal.invalid('PublishTo is only supported for functions with a capacity provider.');
}

function versionFrom(
  world: World,
  entry: FunctionEntry,
  { version, description, state }: Publication & { readonly version: string },
): VersionEntry {
  const { config } = entry.latest;
  const { ApplyOn } = config.SnapStart;
  const published = {
    ...config,
    Description: description ?? config.Description,
    SnapStart: { ApplyOn, OptimizationStatus: ApplyOn === 'PublishedVersions' ? 'On' : 'Off' },
  };
  const first = state ?? (needsTime(entry) ? 'Pending' : 'Active');
  const made = createVersion(world, { version, config: published, state: first });
  made.publishedFrom = config;
  return made;
}

/** A snapshot, a network that no version had yet, or instances to start. */
function needsTime(entry: FunctionEntry): boolean {
  const { SnapStart, VpcConfig, CapacityProviderConfig } = entry.latest.config;
  if (SnapStart.ApplyOn === 'PublishedVersions' || CapacityProviderConfig) return true;
  if (!VpcConfig?.VpcId) return false;
  const published = versionsOf(entry).filter((version) => version !== entry.latest);
  return !published.some(({ config }) => isDeepStrictEqual(config.VpcConfig, VpcConfig));
}

/** Where the code came from makes no version: its digest says whether it is the same. */
function settingsOf({ Source: _source, ...settings }: VersionConfig): Omit<VersionConfig, 'Source'> {
  return settings;
}

function newestVersion(entry: FunctionEntry): VersionEntry | null {
  const numbers = [...entry.versions.keys()].map(Number);
  return entry.versions.get(String(Math.max(...numbers))) ?? null;
}
