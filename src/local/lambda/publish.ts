/** Publishing: $LATEST becomes a numbered version, unless nothing has changed since the last one. */
import { isDeepStrictEqual } from 'node:util';
import type { World } from '../world';
import type { FunctionEntry, VersionEntry } from './book';
import { createVersion } from './states';

export interface Publication {
  /** Null keeps the description of $LATEST. */
  readonly description: string | null;
  readonly state: 'Pending' | 'Active';
}

/** The version that is there already, when nothing has changed; its description stays as it is. */
export function publish(world: World, entry: FunctionEntry, publication: Publication): VersionEntry {
  const { config } = entry.latest;
  const newest = newestVersion(entry);
  if (newest?.publishedFrom && isDeepStrictEqual(newest.publishedFrom, config)) return newest;
  const number = (world.functions.lastVersion.get(entry.name) ?? 0) + 1;
  const ApplyOn = config.SnapStart.ApplyOn;
  const snapStart = { ApplyOn, OptimizationStatus: ApplyOn === 'PublishedVersions' ? 'On' : 'Off' };
  const published = {
    ...config,
    Description: publication.description ?? config.Description,
    SnapStart: snapStart,
  };
  const version = createVersion(world, {
    version: String(number),
    config: published,
    state: publication.state,
  });
  version.publishedFrom = config;
  entry.versions.set(version.version, version);
  world.functions.lastVersion.set(entry.name, number);
  entry.latest.revisionId = world.random.uuid();
  return version;
}

function newestVersion(entry: FunctionEntry): VersionEntry | null {
  const numbers = [...entry.versions.keys()].map(Number);
  return entry.versions.get(String(Math.max(...numbers))) ?? null;
}
