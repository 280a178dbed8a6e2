/**
 * Functions that nobody calls for two weeks lose their resources, as those do whose code is gone; the next call fails and
 * gives them back (Lambda Developer Guide, "Lambda function states").
 */
import { AwsError } from '../errors';
import type { World } from '../world';
import type { FunctionEntry, VersionEntry } from './book';
import { refusal } from './errors';
import { versionsOf } from './find';
import { type Flaw, flaws } from './flaws';
import { isSnapshotted } from './snap-start';
import { hasItsObject } from './source';
import { startRestore } from './states';

const hourMs = 3_600_000;
const idleMs = 14 * 24 * hourMs;
const lookEveryMs = 6 * hourMs;

/** Looks through all functions from time to time; the answer ends it. */
export function startIdling(world: World): () => void {
  let cancel = (): void => undefined;
  const again = (): void => {
    cancel = world.clock.after(lookEveryMs, () => {
      for (const entry of world.functions.entries.values())
        for (const version of versionsOf(entry)) look(world, entry, version);
      again();
    });
  };
  again();
  return () => cancel();
}

/** Throws when this version cannot run now; an Inactive one is on its way back from then on. */
export function insistOnInvocable(world: World, version: VersionEntry): void {
  if (version.state === 'Active') {
    version.usedMs = world.clock.nowMs();
    return;
  }
  if (version.state === 'Inactive') startRestore(world, version);
  if (version.state === 'Pending' && isSnapshotted(version.config))
    throw new AwsError(
      'SnapStartNotReadyException',
      409,
      'Lambda is initializing your function. You can invoke the function when the function state becomes Active.',
    );
  throw refusal.conflict(
    `The operation cannot be performed at this time. The function is currently in the following state: ${version.state}`,
  );
}

function look(world: World, entry: FunctionEntry, version: VersionEntry): void {
  if (version.state !== 'Active' || version.lastUpdateStatus === 'InProgress') return;
  const sinceMs = Math.max(version.usedMs ?? 0, version.lastModifiedMs);
  const idle = world.clock.nowMs() - sinceMs >= idleMs && !isProvisioned(entry, version);
  if (idle) lose(world, version, flaws.idle);
  else if (!hasItsObject(world, version.config)) lose(world, version, flaws.object);
}

function lose(world: World, version: VersionEntry, flaw: Flaw): void {
  version.state = flaw.state;
  version.stateReason = flaw.text;
  version.stateReasonCode = flaw.code;
  version.revisionId = world.random.uuid();
}

/** What is provisioned never idles. */
function isProvisioned({ provisioned, aliases }: FunctionEntry, { version }: VersionEntry): boolean {
  return [...provisioned.keys()].some((key) => (aliases.get(key)?.version ?? key) === version);
}
