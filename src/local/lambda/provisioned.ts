/** Provisioned concurrency of aliases and versions: docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html. */
import type { World } from '../world';
import type { FunctionEntry, ProvisionedEntry } from './book';
import { findVersion } from './find';

/** At AWS it starts after one to two minutes, and all environments become usable at once. */
const provisioningMs = 90_000;

/** An alias or a published version. */
interface Place {
  readonly entry: FunctionEntry;
  readonly qualifier: string;
}

/** Starts, or starts again; READY once the environments are there, which gives the version a new revision id. */
export function startProvisioning(world: World, place: Place, requested: number): ProvisionedEntry {
  const { entry, qualifier } = place;
  const started: ProvisionedEntry = {
    requested,
    available: entry.provisioned.get(qualifier)?.available ?? 0,
    status: 'IN_PROGRESS',
    reason: null,
    modifiedMs: world.clock.nowMs(),
  };
  entry.provisioned.set(qualifier, started);
  world.clock.after(provisioningMs, () => finish(world, place, started));
  return started;
}

/** The environments follow the alias to its new version, and the old numbers show meanwhile (recorded behaviour). */
export function followAlias(world: World, entry: FunctionEntry, alias: string): void {
  const before = entry.provisioned.get(alias);
  if (before) startProvisioning(world, { entry, qualifier: alias }, before.requested);
}

/** Takes up what was under way when the world was closed. */
export function resumeProvisioning(world: World): void {
  for (const entry of world.functions.entries.values())
    for (const [qualifier, provisioned] of entry.provisioned)
      if (provisioned.status === 'IN_PROGRESS')
        world.clock.after(0, () => finish(world, { entry, qualifier }, provisioned));
}

function finish(world: World, { entry, qualifier }: Place, provisioned: ProvisionedEntry): void {
  if (entry.provisioned.get(qualifier) !== provisioned) return;
  provisioned.available = provisioned.requested;
  provisioned.status = 'READY';
  const version = findVersion(entry, entry.aliases.get(qualifier)?.version ?? qualifier);
  if (version) version.revisionId = world.random.uuid();
}
