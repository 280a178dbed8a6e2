/** Provisioned concurrency of aliases and versions: docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html. */
import type { World } from '../world';
import type { FunctionBook, FunctionEntry, ProvisionedEntry, VersionEntry } from './book';
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
  world.clock.after(provisioningMs, () => void finish(world, place, started));
  return started;
}

/** The environments follow the alias to its new version, and the old numbers show meanwhile (recorded behaviour). */
export function followAlias(world: World, entry: FunctionEntry, alias: string): void {
  const before = entry.provisioned.get(alias);
  if (before) startProvisioning(world, { entry, qualifier: alias }, before.requested);
}

/** Takes up what was under way when the world was closed, and starts what was ready then. */
export function resumeProvisioning(world: World): void {
  for (const entry of world.functions.entries.values())
    for (const [qualifier, provisioned] of entry.provisioned) {
      const place = { entry, qualifier };
      if (provisioned.status === 'IN_PROGRESS')
        world.clock.after(0, () => void finish(world, place, provisioned));
      if (provisioned.status === 'READY') world.clock.after(0, () => void prepare(world, place));
    }
}

/** Environments that a version is to have, from its own provisioned concurrency and from that of its aliases. */
export const keptEnvironments =
  ({ entries }: FunctionBook) =>
  (functionName: string, version: string): number => {
    const entry = entries.get(functionName);
    let kept = 0;
    for (const [qualifier, { requested, status }] of entry?.provisioned ?? [])
      if (entry && status !== 'FAILED') kept += shareOf({ entry, qualifier }, version, requested);
    return kept;
  };

/** Those of an alias with weights are shared by its weights. */
function shareOf({ entry, qualifier }: Place, version: string, requested: number): number {
  const alias = entry.aliases.get(qualifier);
  if (!alias) return qualifier === version ? requested : 0;
  const [[additional, weight] = ['', 0]] = Object.entries(alias.weights);
  const shared = Math.round(requested * weight);
  if (version === alias.version) return requested - shared;
  return version === additional ? shared : 0;
}

async function finish(world: World, place: Place, provisioned: ProvisionedEntry): Promise<void> {
  const { entry, qualifier } = place;
  const isCurrent = (): boolean => entry.provisioned.get(qualifier) === provisioned;
  if (!isCurrent()) return;
  const problem = await prepare(world, place);
  if (!isCurrent()) return;
  provisioned.available = problem === null ? provisioned.requested : 0;
  provisioned.status = problem === null ? 'READY' : 'FAILED';
  provisioned.reason = problem;
  for (const version of problem === null ? versionsOf(place).slice(0, 1) : [])
    version.revisionId = world.random.uuid();
}

/** Starts environments ahead, as many as this machine has room for; answers why it cannot, else null. */
async function prepare(world: World, place: Place): Promise<string | null> {
  const release = world.clock.jumps ? world.clock.hold() : null;
  const functionName = place.entry.name;
  const starts = versionsOf(place).map((version) => world.runtime.provision({ functionName, version }));
  const well = await Promise.all(starts).catch((error: Error) => error.message);
  release?.();
  if (typeof well === 'string') return well;
  return well.includes(false) ? 'FUNCTION_ERROR_INIT_FAILURE' : null;
}

/** The version that serves first, first. */
function versionsOf({ entry, qualifier }: Place): VersionEntry[] {
  const alias = entry.aliases.get(qualifier);
  const numbers = alias ? [alias.version, ...Object.keys(alias.weights)] : [qualifier];
  return numbers.map((number) => findVersion(entry, number)).filter((version) => version !== null);
}
