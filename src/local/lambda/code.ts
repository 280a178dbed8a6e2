/** Zips by digest, in the world's own folder; unpacked once, when first run. */
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Digest } from '../../core/values';
import { inspectZip, unzip } from './unzip';

export interface CodeStore {
  /** Inspects and keeps; answers digest (base64 SHA-256) and size in bytes. Throws AwsError as Lambda does for a bad zip. */
  put(zip: Uint8Array): Promise<{ sha256: string; size: number }>;
  get(sha256: string): Promise<Uint8Array>;
  /** What the zip takes unpacked. */
  unzippedBytes(sha256: string): Promise<number>;
  /** The folder with the unpacked code, read-only for everybody but this process. */
  folder(sha256: string): Promise<string>;
  /** Where the zip can be had, as a URL of this machine. */
  location(sha256: string): string;
}

/** Keeps below a folder that is made when it is missing. */
export function createCodeStore(folder: string): CodeStore {
  const unpacked = new Map<string, Promise<string>>();
  const pathOf = (sha256: string): string => join(folder, Buffer.from(sha256, 'base64').toString('hex'));
  const zipOf = (sha256: string): string => `${pathOf(sha256)}.zip`;
  return {
    async put(zip) {
      const sha256 = Digest.of(zip);
      await inspectZip(zip);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeWhole(zipOf(sha256), zip);
      return { sha256, size: zip.byteLength };
    },
    get: (sha256) => readFile(zipOf(sha256)),
    unzippedBytes: async (sha256) => inspectZip(await readFile(zipOf(sha256))),
    folder(sha256) {
      const made = unpacked.get(sha256) ?? unpackOnce(zipOf(sha256), pathOf(sha256));
      unpacked.set(sha256, made);
      made.catch(() => unpacked.delete(sha256));
      return made;
    },
    location: (sha256) => pathToFileURL(zipOf(sha256)).href,
  };
}

/** A folder that is there is complete, for it gets its name last. */
async function unpackOnce(zipPath: string, folder: string): Promise<string> {
  if (await isThere(folder)) return folder;
  const half = `${folder}.part`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true, mode: 0o700 });
  await unzip(await readFile(zipPath), half);
  await rename(half, folder);
  return folder;
}

/** Two functions of the same code may arrive at once: each writes a part of its own. */
let parts = 0;

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  if (await isThere(path)) return;
  parts += 1;
  const part = `${path}.${parts}.part`;
  await writeFile(part, bytes, { mode: 0o600 });
  await rename(part, path);
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
