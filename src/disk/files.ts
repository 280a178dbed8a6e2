import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileDigest, FileStat, Files, Ids } from '../core/ports';
import type { Digest } from '../core/values';
import { bad, codeOf, explained } from './reasons';
import { kindOf, kinds, toStat, walkFolder } from './walk';

/**
 * Files of this machine. Links are never followed: what is outside the project must not come into an artifact by name.
 * What is missing, may not be read, changes while it is read or has no readable name is `badArtifact` as well.
 */
export function createFiles(ids: Pick<Ids, 'nonce'>): Files {
  return {
    read: (path) => explained(path, () => readWhole(path)),
    stat: (path) => explained(path, () => statOrNull(path)),
    walk: (path, skips) => explained(path, () => walkFolder(path, skips ?? (() => false))),
    part: (path, from, to) => explained(path, () => readPart(path, from, to)),
    digest: (path) => explained(path, () => digestFile(path)),
    write: (path, bytes) =>
      explained(path, () => replaceFile(path, join(dirname(path), `.shipit-${ids.nonce()}.tmp`), bytes)),
  };
}

/** Opened without waiting for the other end of a pipe, and refused when the last part of the path is a link. */
const readFlags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;

const readWhole = (path: string): Promise<Uint8Array> =>
  steady(path, async (handle, { size }) => {
    const bytes = await handle.readFile();
    if (bytes.length !== size) throw changed(path);
    return bytes;
  });

const readPart = (path: string, from: number, to: number): Promise<Uint8Array> =>
  steady(path, async (handle, { size }) => {
    const end = Math.min(to, size);
    const bytes = Buffer.allocUnsafe(Math.max(0, end - from));
    if (!(await fillFrom(handle, bytes, from))) throw changed(path);
    return bytes;
  });

const hashedAtOnce = 1024 * 1024;

/** In little memory, however large the file is. */
const digestFile = (path: string): Promise<FileDigest> =>
  steady(path, async (handle, { size }) => {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(Math.min(hashedAtOnce, size));
    for (let from = 0; from < size; from += buffer.length) {
      const piece = buffer.subarray(0, Math.min(buffer.length, size - from));
      if (!(await fillFrom(handle, piece, from))) throw changed(path);
      hash.update(piece);
    }
    return { digest: hash.digest('base64') as Digest, bytes: size };
  });

/** A file that is written to meanwhile would be half old, half new. */
async function steady<T>(path: string, work: (handle: FileHandle, stat: FileStat) => Promise<T>): Promise<T> {
  const kind = kindOf(await lstat(path));
  if (kind !== 'file') throw bad(`${path} is ${kinds[kind]} where a file is expected`);
  const handle = await open(path, readFlags);
  try {
    const before = toStat(path, await handle.stat());
    if (before.kind !== 'file') throw changed(path);
    const done = await work(handle, before);
    const after = toStat(path, await handle.stat());
    if (before.stamp !== after.stamp || before.size !== after.size) throw changed(path);
    return done;
  } finally {
    await handle.close();
  }
}

/** One read may give less than there is. False when the file ends before. */
async function fillFrom(handle: FileHandle, bytes: Buffer, from: number): Promise<boolean> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesRead } = await handle.read(bytes, at, bytes.length - at, from + at);
    if (bytesRead === 0) return false;
    at += bytesRead;
  }
  return true;
}

const changed = (path: string) => bad(`${path} changed while it was read`);

async function statOrNull(path: string): Promise<FileStat | null> {
  try {
    return toStat(path, await lstat(path));
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}

/** A reader sees the old file or the new one, also after a power cut. A link in its place is replaced, not followed. */
async function replaceFile(path: string, temporary: string, bytes: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(temporary, 'wx');
  try {
    await fill(handle, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function fill(handle: FileHandle, bytes: string | Uint8Array): Promise<void> {
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
