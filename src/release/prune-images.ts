/**
 * Images that nobody needs go when a release is out. One that a version runs never does: Lambda would not bring the version
 * back after a while without requests.
 */
import type { FunctionSpec } from '../config/project';
import { ShipitError } from '../core/errors';
import type { Event } from '../core/events';
import type { Ports } from '../core/ports';
import type { Repository, RepositoryImage } from '../core/stores';
import { isOnlyFor } from './image-tags';

type PrunePorts = Pick<Ports, 'functions' | 'versions' | 'repositories' | 'clock'>;

/** A repository with hundreds of old ones loses them over some releases. */
const mostAtOnce = 100;

/** Those that were pushed here for this function alone, that nothing of it runs, beyond the newest of them. */
export function unneeded(
  images: readonly RepositoryImage[],
  { functionName, used, keep }: { functionName: string; used: ReadonlySet<string>; keep: number },
): string[] {
  const unused = images.filter(
    ({ digest, tags }) => isOnlyFor(tags, digest, functionName) && !used.has(digest),
  );
  return unused.slice(keep).map(({ digest }) => digest);
}

/** Never fails a release: what stays harms nobody until the next one. What went wrong is told once. */
export async function pruneImages(
  ports: PrunePorts,
  specs: readonly FunctionSpec[],
  tell: (event: Event) => Promise<void>,
): Promise<void> {
  const failures = await Promise.all(specs.map((spec) => pruneOne(ports, spec, tell)));
  const first = failures.find((failure) => failure !== null);
  if (!first) return;
  const message = `some old images stay: ${first.message}`;
  await tell({ v: 1, type: 'warning', at: ports.clock.nowMs(), message, hint: first.hint });
}

/** What went wrong; null when nothing did. */
async function pruneOne(
  ports: PrunePorts,
  spec: FunctionSpec,
  tell: (event: Event) => Promise<void>,
): Promise<ShipitError | null> {
  const { ecr, key } = spec;
  if (ecr === null || ecr.keep === null || spec.image?.kind === 'there') return null;
  try {
    const repository = await ports.repositories.find(ecr.repository);
    if (repository === null) return null;
    const digests = await surplusOf(ports, { spec, repository, keep: ecr.keep });
    if (digests.length === 0) return null;
    await ports.repositories.remove(repository, digests);
    const at = ports.clock.nowMs();
    await tell({ v: 1, type: 'images.pruned', at, key, repository: repository.name, images: digests });
    return null;
  } catch (error) {
    if (error instanceof ShipitError) return error;
    throw error;
  }
}

interface Surplus {
  readonly spec: FunctionSpec;
  readonly repository: Repository;
  readonly keep: number;
}

/** Images first: one that is pushed afterwards is not among them, whatever runs it. */
async function surplusOf(
  { functions, versions, repositories }: PrunePorts,
  { spec, repository, keep }: Surplus,
): Promise<string[]> {
  const images = await repositories.images(repository);
  const published = await versions.list(spec.name);
  const latest = await functions.look(spec.name);
  if (latest === null) return [];
  const used = new Set([latest, ...published].map(({ digest }) => `sha256:${digest}`));
  return unneeded(images, { functionName: spec.name, used, keep }).slice(-mostAtOnce);
}
