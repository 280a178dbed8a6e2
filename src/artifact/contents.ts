import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import type { Zip } from '../core/code';
import { ShipitError } from '../core/errors';
import { maxUnzippedBytes, megabytes } from './limits';

/** A file as it is in an artifact. */
export interface FileIn {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly executable: boolean;
}

/** Lambda counts as we do, and what it has taken is looked at as well. */
const mostBytes = 2 * maxUnzippedBytes;
const pieceBytes = 1024 * 1024;

/** Every file of a zip with its digest, by path. Nothing is unpacked to disk, and no file is held whole. `badArtifact` for what is no zip. */
export async function contentsOf(zip: Zip): Promise<FileIn[]> {
  const files: FileIn[] = [];
  await eachFile(zip, async (entry, open) => {
    const hash = createHash('sha256');
    for await (const chunk of await open()) hash.update(chunk as Buffer);
    const executable = ((entry.externalFileAttributes >>> 16) & 0o111) !== 0;
    const { fileName: path, uncompressedSize: bytes } = entry;
    files.push({ path, bytes, sha256: hash.digest('hex'), executable });
  });
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The text of those files that are wanted, by path. Larger ones than are reasonable are left out. */
export async function textsIn(zip: Zip, wanted: (path: string) => boolean): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  await eachFile(zip, async (entry, open) => {
    if (!wanted(entry.fileName) || entry.uncompressedSize > pieceBytes) return;
    const chunks: Buffer[] = [];
    for await (const chunk of await open()) chunks.push(chunk as Buffer);
    texts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
  });
  return texts;
}

type Visit = (entry: Entry, open: () => Promise<Readable>) => Promise<void>;

async function eachFile(zip: Zip, visit: Visit): Promise<void> {
  let total = 0;
  try {
    const file: ZipFile = await fromRandomAccessReaderPromise(new PieceReader(zip), zip.bytes, {
      lazyEntries: true,
    });
    for await (const entry of file.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      total += entry.uncompressedSize;
      if (total > mostBytes) throw new RangeError(`it has more than ${megabytes(mostBytes)} unzipped`);
      await visit(entry, () => file.openReadStreamPromise(entry));
    }
  } catch (cause) {
    if (!(cause instanceof Error) || ShipitError.is(cause)) throw cause;
    throw new ShipitError('badArtifact', `the zip cannot be read: ${cause.message}`, { cause });
  }
}

class PieceReader extends RandomAccessReader {
  constructor(private readonly zip: Zip) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.pieces(start, end));
  }

  private async *pieces(start: number, end: number): AsyncGenerator<Uint8Array> {
    for (let from = start; from < end; from += pieceBytes)
      yield await this.zip.part(from, Math.min(end, from + pieceBytes));
  }
}
