/**
 * Takes zips apart. Nothing is written before every entry was looked at: names that lead out of the folder, links and
 * sizes beyond Lambda's limits are refused. yauzl refuses absolute names, `..` and entries whose size is not as declared.
 */
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { AwsError } from '../errors';
import { refusal } from './errors';

/** With all layers (Lambda quotas). */
const unzippedLimitBytes = 262_144_000;

/** Lambda has no such limit; more would only serve to fill a disk with empty files. */
const manyEntries = 100_000;

const kindMask = 0o170000;
const fileKinds = [0, 0o100000, 0o040000];
const executableBits = 0o111;

/** How many bytes it has unpacked. Throws AwsError as Lambda does for a zip that it does not take. */
export async function inspectZip(zip: Uint8Array): Promise<number> {
  let bytes = 0;
  await withEntries(zip, async (_file, entries) => {
    for (const { uncompressedSize } of entries) bytes += uncompressedSize;
  });
  return bytes;
}

/** Writes below a folder that exists. Folders are closed to everybody else; files can be read and, where the zip says so, run. */
export async function unzip(zip: Uint8Array, folder: string): Promise<void> {
  await withEntries(zip, async (file, entries) => {
    for (const entry of entries) {
      const path = join(folder, entry.fileName);
      if (entry.fileName.endsWith('/')) await mkdir(path, { recursive: true, mode: 0o700 });
      else await writeEntry(file, entry, path);
    }
  });
}

async function withEntries(
  zip: Uint8Array,
  use: (file: ZipFile, entries: readonly Entry[]) => Promise<void>,
): Promise<void> {
  const buffer = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  try {
    const file = await fromBufferPromise(buffer, { autoClose: false });
    await use(file, await inspectedEntries(file));
    file.close();
  } catch (error) {
    throw error instanceof AwsError ? error : notAZip();
  }
}

async function inspectedEntries(file: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  let total = 0;
  for await (const entry of file.eachEntry()) {
    const kind = (entry.externalFileAttributes >>> 16) & kindMask;
    if (!fileKinds.includes(kind) || entry.fileName.includes('\0') || entry.isEncrypted()) throw notAZip();
    total += entry.uncompressedSize;
    if (total > unzippedLimitBytes || entries.length === manyEntries)
      throw refusal.invalid(`Unzipped size must be smaller than ${unzippedLimitBytes} bytes`);
    entries.push(entry);
  }
  if (entries.length === 0) throw refusal.invalid('Uploaded file must be a non-empty zip');
  return entries;
}

async function writeEntry(file: ZipFile, entry: Entry, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const executable = (entry.externalFileAttributes >>> 16) & executableBits;
  const out = createWriteStream(path, { mode: executable ? 0o700 : 0o600 });
  await pipeline(await file.openReadStreamPromise(entry), out);
}

const notAZip = (): AwsError =>
  refusal.invalid('Could not unzip uploaded file. Please check your file, then try to upload again.');
