import type { Packed } from '../config/code';
import type { Batch, BatchDigest, Cache, Kept, Packing } from '../core/packing';
import type { FileStat, Files } from '../core/ports';
import type { Artifact } from './artifact';
import { cacheFolder } from './cache-folder';
import { batchesOf, labelOf, shapeOf } from './content';
import { filesOf, refuseKeys, told } from './folder';
import type { Subject } from './refuse';
import { writeZip } from './zip';

export interface PackPorts {
  readonly files: Files;
  readonly packing: Packing;
  readonly cache: Cache;
}

/**
 * The zip of a folder: the one that was made of the same files before, or a new one. Whether they are the same is asked of
 * their content alone, since times can lie. Every file is read for that, so they are only compared where names and
 * sizes are those of a zip that is kept; else they are read once, and packed.
 */
export async function packFolder(ports: PackPorts, subject: Subject, packed: Packed): Promise<Artifact> {
  const found = await filesOf(ports, subject, packed);
  const folder = await cacheFolder(ports.files, subject);
  const work: Work = { folder, found, batches: batchesOf(found), shape: shapeOf(found) };
  const made = await told(subject, () => findMade(ports, subject, work));
  const { zip, digest } = made ?? (await told(subject, () => make(ports, subject, work)));
  const unzippedBytes = found.reduce((sum, { size }) => sum + size, 0);
  const reused = made !== null;
  return { code: { zip }, digest, files: found.length, bytes: zip.bytes, unzippedBytes, reused };
}

interface Work {
  /** Of the cache. */
  readonly folder: string;
  readonly found: readonly FileStat[];
  readonly batches: readonly Batch[];
  readonly shape: string;
}

async function findMade(ports: PackPorts, subject: Subject, work: Work): Promise<Kept | null> {
  const { packing, cache } = ports;
  const { folder, batches, shape } = work;
  if (!(await cache.knows(folder, shape))) return null;
  const digests = await packing.digest(subject.code, batches);
  // What was allowed when it was packed may no longer be.
  await refuseKeys(ports.files, subject, armored(batches, digests));
  return cache.find(folder, labelOf(shape, digests));
}

function make(ports: PackPorts, subject: Subject, { folder, shape, ...work }: Work): Promise<Kept> {
  return ports.cache.keep(folder, async (sink) => {
    const digests = await writeZip(ports, { folder: subject.code, ...work }, sink);
    await refuseKeys(ports.files, subject, armored(work.batches, digests));
    return labelOf(shape, digests);
  });
}

/** Files that begin like a key or a certificate. */
const armored = (batches: readonly Batch[], digests: readonly BatchDigest[]): string[] =>
  digests.flatMap(({ armored }, at) => armored.flatMap((index) => batches[at]?.[index]?.path ?? []));
