import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { createGzip } from 'node:zlib';
import type { AppendSource } from '../../config/code';
import type { ImageBlob, Zip } from '../../core/code';
import type { Cache, Kept, Packing, Sink } from '../../core/packing';
import type { FileStat, Files } from '../../core/ports';
import { cacheFolder } from '../cache-folder';
import { shapeOf } from '../content';
import { filesOf, told } from '../folder';
import { badArtifact, type Subject } from '../refuse';
import { entriesOf, placeFlaws } from './entries';
import { tarOf } from './tar';

export interface LayerPorts {
  readonly files: Files;
  readonly cache: Cache;
  readonly packing: Pick<Packing, 'expectMany'>;
}

export interface Layer {
  readonly blob: ImageBlob;
  /** Digest of the archive as it is unpacked. */
  readonly diffId: string;
  readonly files: number;
  readonly unpackedBytes: number;
  readonly reused: boolean;
}

/** Raised when the same files would become other bytes. */
const madeBy = 'layer 1';
const gzipLevel = 6;
const readBytes = 1024 * 1024;

/**
 * The files of an image as one layer: the one that was made of the same files before, or a new one. All of them are read
 * to know that, since times can lie; what costs is to pack them.
 */
export async function makeLayer(ports: LayerPorts, subject: Subject, source: AppendSource): Promise<Layer> {
  const { folder, found } = await chosen(ports, subject, source);
  const wrong = placeFlaws(found, source.to);
  if (wrong.length > 0) throw badArtifact(subject, wrong);
  const work = { cache: await cacheFolder(ports.files, subject), shape: keyOf(found, source.to) };
  const archive = () => tarOf(entriesOf(ports.files, { folder, found, to: source.to, allow: source.allow }));
  const made = await told(subject, () => findMade(ports.cache, archive, work));
  const { kept, diffId } = made ?? (await told(subject, () => pack(ports.cache, archive, work)));
  const unpackedBytes = found.reduce((sum, { size }) => sum + size, 0);
  return {
    blob: blobOf(kept),
    diffId: `sha256:${diffId}`,
    files: found.length,
    unpackedBytes,
    reused: made !== null,
  };
}

/** `add` names a folder, or one file. */
async function chosen(ports: LayerPorts, subject: Subject, source: AppendSource) {
  const stat = await ports.files.stat(source.add);
  if (stat?.kind !== 'file') return { folder: source.add, found: await filesOf(ports, subject, source) };
  return { folder: join(source.add, '..'), found: [{ ...stat, path: basename(source.add) }] };
}

const keyOf = (found: readonly FileStat[], to: string): string =>
  createHash('sha256')
    .update(`${madeBy}\0${to}\0${shapeOf(found)}`)
    .digest('hex');

interface Work {
  /** Its folder. */
  readonly cache: string;
  readonly shape: string;
}

interface Made {
  readonly kept: Kept;
  readonly diffId: string;
}

type Archive = () => AsyncIterable<Uint8Array>;

async function findMade(cache: Cache, archive: Archive, work: Work): Promise<Made | null> {
  if (!(await cache.knows(work.cache, work.shape))) return null;
  const hash = createHash('sha256');
  for await (const chunk of archive()) hash.update(chunk);
  const diffId = hash.digest('hex');
  const kept = await cache.find(work.cache, { shape: work.shape, content: diffId });
  return kept && { kept, diffId };
}

async function pack(cache: Cache, archive: Archive, work: Work): Promise<Made> {
  let diffId = '';
  const kept = await cache.keep(work.cache, async (sink) => {
    diffId = await compress(archive(), sink);
    return { shape: work.shape, content: diffId };
  });
  return { kept, diffId };
}

/** Answers the digest of what went in. */
export async function compress(archive: AsyncIterable<Uint8Array>, sink: Sink): Promise<string> {
  const hash = createHash('sha256');
  const gzip = createGzip({ level: gzipLevel, chunkSize: 65_536 });
  const filling = fill();
  filling.catch((error: Error) => gzip.destroy(error));
  for await (const chunk of gzip as AsyncIterable<Buffer>) await sink.write(chunk);
  await filling;
  // Each system writes its own name into the header, which says nothing of the files.
  await sink.patch(9, Buffer.from([255]));
  return hash.digest('hex');

  async function fill(): Promise<void> {
    for await (const chunk of archive) {
      hash.update(chunk);
      if (!gzip.write(chunk)) await new Promise<void>((resolve) => void gzip.once('drain', resolve));
    }
    gzip.end();
  }
}

export const blobOf = ({ zip, digest }: Kept): ImageBlob => ({
  digest: `sha256:${Buffer.from(digest, 'base64').toString('hex')}`,
  bytes: zip.bytes,
  from: null,
  read: (fromByte) => partsOf(zip, fromByte),
});

async function* partsOf(zip: Zip, fromByte: number): AsyncGenerator<Uint8Array> {
  for (let at = fromByte; at < zip.bytes; at += readBytes)
    yield await zip.part(at, Math.min(zip.bytes, at + readBytes));
}
