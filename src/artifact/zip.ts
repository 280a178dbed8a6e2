import { join } from 'node:path';
import archiver from 'archiver';
import { ShipitError } from '../core/errors';
import type { Batch, BatchDigest, Packing, Sink } from '../core/packing';
import type { FileStat, Files } from '../core/ports';
import { digestOf } from './entry-digest';
import { writeThinZip } from './thin-zip';

export interface ZipEntry {
  /** With `/`, relative. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly executable: boolean;
}

/**
 * Up to these archiver writes, beyond them the thin writer, which `bench/zip.ts` shows to be needed there. The two give
 * different bytes, so which one it is depends on the files alone.
 */
const archiverFiles = 200;
const archiverBytes = 8 * 1024 * 1024;

export const needsThinWriter = (files: readonly Pick<FileStat, 'size'>[]): boolean =>
  files.length > archiverFiles || files.reduce((sum, { size }) => sum + size, 0) > archiverBytes;

/**
 * The same files give the same bytes, whatever their order, times and owners, where the same version of zlib packs them:
 * what deflate makes of a text is not laid down, and releases of Node.js bring versions of zlib that differ in it. Such a
 * difference can only cost a release that nobody needed, so it pays to build on one version. Answers with what was in
 * the batches.
 */
export async function writeZip(
  { files, packing }: { readonly files: Files; readonly packing: Packing },
  { folder, found, batches }: Contents,
  sink: Sink,
): Promise<BatchDigest[]> {
  if (needsThinWriter(found))
    return writeThinZip(found, batches, { packed: packing.deflate(folder, batches), sink });
  const entries = await Promise.all(found.map((stat) => readEntry(files, folder, stat)));
  await sink.write(await zipFiles(entries));
  const bytesOf = new Map(entries.map(({ path, bytes }) => [path, bytes]));
  return batches.map((batch) => digestOf(batch, bytesOf));
}

interface Contents {
  readonly folder: string;
  readonly found: readonly FileStat[];
  /** All of what was found. */
  readonly batches: readonly Batch[];
}

async function readEntry(
  files: Files,
  folder: string,
  { path, size, executable }: FileStat,
): Promise<ZipEntry> {
  const bytes = await files.read(join(folder, path));
  if (bytes.length !== size) throw new ShipitError('badArtifact', `${path} changed while it was read`);
  return { path, bytes, executable };
}

/** The first moment that a zip can hold; a real one would make the same files different bytes. */
const date = new Date('1980-01-01T00:00:00Z');

/**
 * Files that are in memory, by archiver. `append` with a whole buffer only: archiver's `file()` gave five digests in five
 * runs.
 */
export function zipFiles(entries: readonly ZipEntry[]): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const archive = archiver('zip', { zlib: { level: 6 } });
    const chunks: Buffer[] = [];
    archive.on('data', (chunk: Buffer) => chunks.push(chunk));
    archive.on('end', () => resolve(Buffer.concat(chunks)));
    archive.on('warning', reject);
    archive.on('error', reject);
    for (const { path, bytes, executable } of sorted(entries)) {
      archive.append(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
        name: path,
        date,
        mode: executable ? 0o755 : 0o644,
      });
    }
    archive.finalize().catch(reject);
  });
}

/** By the bytes of their paths, as everywhere. */
const sorted = (entries: readonly ZipEntry[]): ZipEntry[] =>
  [...entries].sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
