/**
 * The walk of a version's state on the world's clock: Pending to Active, InProgress to Successful, or to Failed when what
 * it needs is gone by then. Every step gives the version a new revision id (recorded), so an id must never be carried
 * across a wait.
 */
import type { World } from '../world';
import type { FunctionBook, VersionConfig, VersionEntry } from './book';
import { versionsOf } from './find';
import { type Flaw, flaws } from './flaws';
import { imageFlaw } from './image-code';
import { isSnapshotted } from './snap-start';
import { hasItsObject } from './source';

/** World time that each walk takes; at AWS it is one to a few seconds for zips, and minutes for snapshots. */
const walkMs = { creating: 1000, updating: 1000, snapshotting: 20_000, restoring: 5000 } as const;

/** Recorded: AWS says so for updates as well. */
const creating = { text: 'The function is being created.', code: 'Creating' } as const;
const restoring = { text: 'The function is being restored.', code: 'Restoring' } as const;

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
    stateReason: state === 'Pending' ? creating.text : null,
    stateReasonCode: state === 'Pending' ? creating.code : null,
    lastUpdateStatus: state === 'Pending' ? null : 'Successful',
    lastUpdateReason: null,
    lastUpdateReasonCode: null,
    serving: null,
  };
  const afterMs = isSnapshotted(config) ? walkMs.snapshotting : walkMs.creating;
  if (state === 'Pending') world.clock.after(afterMs, () => settle(world, entry));
  return entry;
}

/** The code and configuration from before go on serving until an update is over, and after one that failed. */
export function startUpdate(world: World, latest: VersionEntry, config: VersionConfig): void {
  latest.serving = latest.serving ?? latest.config;
  latest.config = config;
  latest.revisionId = world.random.uuid();
  latest.lastModifiedMs = world.clock.nowMs();
  latest.lastUpdateStatus = 'InProgress';
  latest.lastUpdateReason = creating.text;
  latest.lastUpdateReasonCode = creating.code;
  world.clock.after(walkMs.updating, () => settle(world, latest));
}

/** An idle function was called: it gets its resources back, if what it is made of is still there. */
export function startRestore(world: World, version: VersionEntry): void {
  version.state = 'Pending';
  version.stateReason = restoring.text;
  version.stateReasonCode = restoring.code;
  version.revisionId = world.random.uuid();
  world.clock.after(walkMs.restoring, () => settle(world, version));
}

/** Takes up the walks that were under way when the world was closed. */
export function resumeStates(world: World, book: FunctionBook): void {
  for (const entry of book.entries.values())
    for (const version of versionsOf(entry))
      if (version.state === 'Pending' || version.lastUpdateStatus === 'InProgress')
        world.clock.after(0, () => settle(world, version));
}

/** At once, unless there is an image to unpack. */
function settle(world: World, version: VersionEntry): void {
  const uri = version.config.Source?.ResolvedImageUri;
  if (uri === undefined) {
    finish(world, version, hasItsObject(world, version.config) ? null : flaws.object);
    return;
  }
  const release = world.clock.hold();
  void imageFlaw(world, uri)
    .then((flaw) => finish(world, version, flaw))
    .finally(release);
}

/** A flaw of an update leaves the function as it was; any other is the end of the version. */
function finish(world: World, version: VersionEntry, flaw: Flaw | null): void {
  version.revisionId = world.random.uuid();
  const updating = version.lastUpdateStatus === 'InProgress';
  if (!flaw || !updating) {
    version.state = flaw?.state ?? 'Active';
    version.stateReason = flaw?.text ?? null;
    version.stateReasonCode = flaw?.code ?? null;
  }
  if (flaw && !updating) return;
  version.lastUpdateStatus = flaw ? 'Failed' : 'Successful';
  version.lastUpdateReason = flaw?.text ?? null;
  version.lastUpdateReasonCode = flaw?.code ?? null;
  if (!flaw) version.serving = null;
}
