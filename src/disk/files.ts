import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ShipitError } from '../core/errors';
import type { FileStat, Files, Ids } from '../core/ports';

/**
 * Files of this machine. Links are never followed: what is outside the project must not come into an artifact by name.
 * What is missing, may not be read, changes while it is read or has no readable name is `badArtifact` as well.
 */
export function createFiles(ids: Pick<Ids, 'nonce'>): Files {
  return {
    read: (path) => explained(path, () => readWhole(path)),
    stat: (path) => explained(path, () => statOrNull(path)),
    walk: (path) => explained(path, () => walkFolder(path)),
    write: (path, bytes) =>
      explained(path, () => replaceFile(path, join(dirname(path), `.shipit-${ids.nonce()}.tmp`), bytes)),
  };
}

/** Opened without waiting for the other end of a pipe, and refused when the last part of the path is a link. */
const readFlags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;

async function readWhole(path: string): Promise<Uint8Array> {
  const kind = kindOf(await lstat(path, { bigint: true }));
  if (kind !== 'file') throw bad(`${path} is ${names[kind]} where a file is expected`);
  const handle = await open(path, readFlags);
  try {
    return await readSteady(handle, path);
  } finally {
    await handle.close();
  }
}

/** A file that is written to meanwhile would be half old, half new. */
async function readSteady(handle: FileHandle, path: string): Promise<Uint8Array> {
  const before = await handle.stat({ bigint: true });
  if (kindOf(before) !== 'file') throw bad(`${path} changed while it was read`);
  const bytes = await handle.readFile();
  const after = await handle.stat({ bigint: true });
  const isSteady = before.mtimeNs === after.mtimeNs && after.size === BigInt(bytes.length);
  if (!isSteady) throw bad(`${path} changed while it was read`);
  return bytes;
}

async function statOrNull(path: string): Promise<FileStat | null> {
  try {
    return toStat(path, await lstat(path, { bigint: true }));
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}

async function walkFolder(root: string): Promise<FileStat[]> {
  const kind = kindOf(await lstat(root, { bigint: true }));
  if (kind !== 'folder') throw bad(`${root} is ${names[kind]} where a folder is expected`);
  const found: FileStat[] = [];
  const folders = [''];
  for (let prefix = folders.pop(); prefix !== undefined; prefix = folders.pop()) {
    for (const stat of await listFolder(root, prefix)) {
      if (stat.kind === 'folder') folders.push(`${stat.path}/`);
      else found.push(stat);
    }
  }
  return sortByCodePoint(found);
}

async function listFolder(root: string, prefix: string): Promise<FileStat[]> {
  const entries = await readdir(join(root, prefix), { encoding: 'buffer' });
  return Promise.all(
    entries.map(async (bytes) => {
      const name = bytes.toString('utf8');
      if (!Buffer.from(name).equals(bytes))
        throw bad(`${join(root, prefix)} holds a name that is not UTF-8: ${JSON.stringify(name)}`);
      return toStat(prefix + name, await lstat(join(root, prefix, name), { bigint: true }));
    }),
  );
}

/** The order of UTF-8 bytes is that of code points; that of JavaScript's strings is not. */
function sortByCodePoint(stats: FileStat[]): FileStat[] {
  return stats
    .map((stat) => ({ stat, key: Buffer.from(stat.path) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ stat }) => stat);
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

const names = {
  file: 'a file',
  folder: 'a folder',
  link: 'a symbolic link',
  other: 'neither file nor folder',
};

function kindOf(stats: BigIntStats): FileStat['kind'] {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  return stats.isSymbolicLink() ? 'link' : 'other';
}

function toStat(path: string, stats: BigIntStats): FileStat {
  const kind = kindOf(stats);
  const executable = kind === 'file' && (stats.mode & 0o111n) !== 0n;
  return { path, kind, size: Number(stats.size), executable };
}

async function explained<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const why = reasons.get(codeOf(error) ?? '');
    if (why === undefined) throw error;
    throw bad(`${basename(path)} (${path}) ${why}`, error);
  }
}

const reasons = new Map([
  ['ENOENT', 'is not there, or went away while it was read'],
  ['ENOTDIR', 'is below something that is no folder'],
  ['EISDIR', 'is a folder where a file is expected'],
  ['ELOOP', 'became a symbolic link while it was read'],
  ['EACCES', 'may not be used by this user'],
  ['EPERM', 'may not be used by this user'],
  ['ENAMETOOLONG', 'has a name that is too long'],
  ['ENOSPC', 'does not fit: the disk is full'],
  ['EROFS', 'is on a disk that may only be read'],
  ['EEXIST', 'is below something that is no folder'],
]);

function codeOf(error: unknown): string | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}

const bad = (message: string, cause?: unknown): ShipitError =>
  new ShipitError('badArtifact', message, cause === undefined ? {} : { cause });
