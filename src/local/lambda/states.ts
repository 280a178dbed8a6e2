/**
 * The walk of a version's state on the world's clock: Pending to Active, InProgress to Successful. Every step gives the
 * version a new revision id (recorded behaviour), so an id must never be carried across a wait.
 */
import type { World } from '../world';
import type { FunctionBook, VersionConfig, VersionEntry } from './book';

/** World time that a creation and an update take; at AWS it is one to a few seconds for zips. */
const stateWalkMs = { creating: 1000, updating: 1000 } as const;

/** Recorded: AWS says so for updates as well. */
const reason = { text: 'The function is being created.', code: 'Creating' } as const;

interface NewVersion {
  readonly version: string;
  readonly config: VersionConfig;
  readonly state: 'Pending' | 'Active';
}

export function createVersion(world: World, { version, config, state }: NewVersion): VersionEntry {
  const entry: VersionEntry = {
    version,
    config,
    revisionId: world.random.uuid(),
    lastModifiedMs: world.clock.nowMs(),
    state,
    stateReason: state === 'Pending' ? reason.text : null,
    stateReasonCode: state === 'Pending' ? reason.code : null,
    lastUpdateStatus: state === 'Pending' ? null : 'Successful',
    lastUpdateReason: null,
    lastUpdateReasonCode: null,
    serving: null,
  };
  if (state === 'Pending') world.clock.after(stateWalkMs.creating, () => settle(world, entry));
  return entry;
}

/** The code and configuration from before go on serving until the update is over. */
export function startUpdate(world: World, latest: VersionEntry, config: VersionConfig): void {
  latest.serving = latest.config;
  latest.config = config;
  latest.revisionId = world.random.uuid();
  latest.lastModifiedMs = world.clock.nowMs();
  latest.lastUpdateStatus = 'InProgress';
  latest.lastUpdateReason = reason.text;
  latest.lastUpdateReasonCode = reason.code;
  world.clock.after(stateWalkMs.updating, () => settle(world, latest));
}

/** Takes up the walks that were under way when the world was closed. */
export function resumeStates(world: World, book: FunctionBook): void {
  for (const { latest, versions } of book.entries.values())
    for (const version of [latest, ...versions.values()])
      if (version.state === 'Pending' || version.lastUpdateStatus === 'InProgress')
        world.clock.after(0, () => settle(world, version));
}

function settle(world: World, version: VersionEntry): void {
  version.state = 'Active';
  version.stateReason = null;
  version.stateReasonCode = null;
  version.lastUpdateStatus = 'Successful';
  version.lastUpdateReason = null;
  version.lastUpdateReasonCode = null;
  version.serving = null;
  version.revisionId = world.random.uuid();
}
