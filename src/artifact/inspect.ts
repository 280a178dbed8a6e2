import { Readable } from 'node:stream';
import {
  type Entry,
  fromBufferPromise,
  fromRandomAccessReaderPromise,
  RandomAccessReader,
  type ZipFile,
} from 'yauzl';
import type { Zip } from '../core/code';
import type { Artifact } from './artifact';
import { keyFlaw } from './folder';
import { handlerFlaw } from './handler';
import { megabytes, unzippedFlaw } from './limits';
import { isAllowed, nameFlaw, twins } from './names';
import { isPrivateKey, searchedBytes } from './private-key';
import { badArtifact, codeOf, type Flaw, type Subject } from './refuse';

/** Code compresses four to ten times; what shrinks more than this above a megabyte is made to fill a disk. */
const maxRatio = 200;
const ratioFromBytes = 1024 * 1024;
const localHeaderBytes = 30;

/** How many files a ready zip holds, and how large they are together. Nothing is unpacked to disk; `badArtifact` says what Lambda or a reader of it would trip over. */
export async function inspectZip(
  subject: Subject,
  ready: Zip,
): Promise<Pick<Artifact, 'files' | 'unzippedBytes'>> {
  const code = codeOf(subject);
  const { entries, flaws: content } = await readEntries(subject, ready);
  const files = entries.filter(({ fileName }) => !fileName.endsWith('/'));
  const paths = files.map(({ fileName }) => fileName);
  const sizes = files.map(({ fileName, uncompressedSize }) => ({ path: fileName, size: uncompressedSize }));
  const flaws = [
    ...entries.flatMap((entry) => entryFlaws(entry, subject.allow)),
    ...content,
    overlap(entries),
    twins(paths),
    unzippedFlaw(sizes),
    files.length === 0 ? { what: 'it has no files', hint: 'build the code first' } : null,
    handlerFlaw(subject.config, new Set(paths)),
  ];
  const wrong = flaws
    .filter((flaw) => flaw !== null)
    .map((flaw) => ({ ...flaw, what: `${code}: ${flaw.what}` }));
  if (wrong.length > 0) throw badArtifact(subject, wrong);
  return { files: files.length, unzippedBytes: sizes.reduce((sum, { size }) => sum + size, 0) };
}

/** Size and checksum of each file, by its path: enough to tell which files of two zips differ. */
export type Content = ReadonlyMap<string, string>;

/** Null for bytes that are no zip: then there is nothing to compare. */
export async function contentOfZip(bytes: Uint8Array): Promise<Content | null> {
  const content = new Map<string, string>();
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true });
    for await (const { fileName, uncompressedSize, crc32 } of zip.eachEntry())
      if (!fileName.endsWith('/')) content.set(fileName, `${uncompressedSize} ${crc32}`);
    return content;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

async function readEntries(subject: Subject, ready: Zip): Promise<{ entries: Entry[]; flaws: Flaw[] }> {
  const entries: Entry[] = [];
  const flaws: Flaw[] = [];
  try {
    const options = { lazyEntries: true, strictFileNames: true };
    const zip = await fromRandomAccessReaderPromise(new ZipReader(ready), ready.bytes, options);
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      if (isAllowed(entry.fileName, subject.allow) || !mayBeKey(entry)) continue;
      if (isPrivateKey(entry.fileName, await contentOf(zip, entry))) {
        flaws.push(keyFlaw(entry.fileName));
      }
    }
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const what = `${codeOf(subject)} is not a zip that can be used: ${cause.message}`;
    throw badArtifact(subject, [{ what, hint: 'pack it again' }], cause);
  }
  return { entries, flaws };
}

const readAheadBytes = 256 * 1024;

/** Reads what it is asked for, and the directory, which is asked for in tiny parts, in large ones. */
class ZipReader extends RandomAccessReader {
  private window: Uint8Array = new Uint8Array();
  private windowFrom = 0;

  constructor(private readonly zip: Zip) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from([this.zip.part(start, end)]);
  }

  override read(...[buffer, offset, length, position, told]: Parameters<RandomAccessReader['read']>): void {
    this.bytes(position, length).then(
      (bytes) => {
        buffer.set(bytes, offset);
        told(null);
      },
      (error: Error) => told(error),
    );
  }

  private async bytes(from: number, length: number): Promise<Uint8Array> {
    const isHere = from >= this.windowFrom && from + length <= this.windowFrom + this.window.length;
    if (!isHere) {
      this.window = await this.zip.part(from, from + Math.max(length, readAheadBytes));
      this.windowFrom = from;
    }
    return this.window.subarray(from - this.windowFrom, from - this.windowFrom + length);
  }
}

/** Only what looks like a key is unpacked, in memory, and never more than a little. */
function mayBeKey({ fileName, uncompressedSize, ...entry }: Entry): boolean {
  const isSmall = uncompressedSize > 0 && uncompressedSize <= searchedBytes;
  return (
    isSmall && entry.compressedSize <= searchedBytes && /(^|\/)[^./]+$|\.(pem|key|txt|asc)$/i.test(fileName)
  );
}

/** The reader ends with an error when there is more than the entry declares. */
async function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const kinds = { mask: 0o170000, file: 0o100000, folder: 0o040000, link: 0o120000 };

function entryFlaws(entry: Entry, allow: readonly string[]): Flaw[] {
  const { fileName } = entry;
  const flaws = [nameFlaw(fileName.replace(/\/$/, ''), allow), modeFlaw(entry), packingFlaw(entry)];
  return flaws.filter((flaw) => flaw !== null);
}

/** The upper half of the attributes is the Unix mode (APPNOTE.TXT 4.4.15, as Info-ZIP writes it). */
function modeFlaw({ fileName, externalFileAttributes }: Entry): Flaw | null {
  const mode = externalFileAttributes >>> 16;
  const kind = mode & kinds.mask;
  if (kind === kinds.link) return { what: `${fileName} is a symbolic link`, hint: 'pack the file itself' };
  if (kind !== 0 && kind !== kinds.file && kind !== kinds.folder) {
    return { what: `${fileName} is neither file nor folder`, hint: 'leave it out' };
  }
  if ((mode & 0o6000) === 0) return null;
  return {
    what: `${fileName} would run with the rights of its owner (setuid)`,
    hint: 'pack it with mode 755',
  };
}

function packingFlaw(entry: Entry): Flaw | null {
  const { fileName, uncompressedSize, compressedSize, compressionMethod } = entry;
  if (entry.isEncrypted()) return { what: `${fileName} is encrypted`, hint: 'pack it without a password' };
  if (compressionMethod !== 0 && compressionMethod !== 8) {
    return { what: `${fileName} is packed by method ${compressionMethod}`, hint: 'pack it with deflate' };
  }
  if (uncompressedSize <= ratioFromBytes || uncompressedSize <= compressedSize * maxRatio) return null;
  const what = `${fileName} unpacks from ${compressedSize} bytes to ${megabytes(uncompressedSize)}`;
  return { what, hint: 'leave it out, or let the function make it' };
}

/** Entries that share their bytes make a small zip declare a large content many times over. */
function overlap(entries: readonly Entry[]): Flaw | null {
  const sorted = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const [index, entry] of sorted.entries()) {
    const next = sorted[index + 1];
    const end = entry.relativeOffsetOfLocalHeader + localHeaderBytes + entry.compressedSize;
    if (next && next.relativeOffsetOfLocalHeader < end) {
      return { what: `${entry.fileName} and ${next.fileName} share bytes`, hint: 'pack it again' };
    }
  }
  return null;
}
