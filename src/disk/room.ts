/** How much a cache may hold, and what goes. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from './reasons';

export interface CacheRoom {
  readonly bytes: number;
  readonly keys: number;
  /** What was used within that time stays whatever there is: somebody may be about to upload it. */
  readonly keptMs: number;
}

interface Found {
  readonly path: string;
  readonly bytes: number;
  readonly usedMs: number;
}

/** Another process may do the same at the same time: what is gone already is no error, and what goes is made again. */
export async function makeRoom(folder: string, nowMs: number, room: CacheRoom): Promise<void> {
  const [zips, keys] = await Promise.all(['zip', 'key'].map((name) => filesIn(join(folder, name))));
  const isOld = ({ usedMs }: Found): boolean => nowMs - usedMs > room.keptMs;
  const left = (zips ?? [])
    .filter(isOld)
    .filter(({ path }) => path.endsWith('.tmp') || path.endsWith('.tmp.key'));
  const total = (zips ?? []).reduce((sum, { bytes }) => sum + bytes, 0);
  await removeAll([
    ...left,
    ...oldest(zips ?? [], total - room.bytes, ({ bytes }) => bytes).filter(isOld),
    ...oldest(keys ?? [], (keys ?? []).length - room.keys, () => 1).filter(isOld),
  ]);
}

/** Those that were not used for longest, until so much is gone. */
function oldest(found: readonly Found[], excess: number, size: (one: Found) => number): Found[] {
  let gone = 0;
  return [...found]
    .sort((a, b) => a.usedMs - b.usedMs)
    .filter((one) => {
      if (gone >= excess) return false;
      gone += size(one);
      return true;
    });
}

const removeAll = (found: readonly Found[]) =>
  Promise.all(found.map(({ path }) => rm(path, { force: true })));

async function filesIn(folder: string): Promise<Found[]> {
  const names = await namesIn(folder);
  const found = await Promise.all(names.map((name) => foundAt(join(folder, name))));
  return found.filter((one) => one !== null);
}

async function foundAt(path: string): Promise<Found | null> {
  try {
    const { size, mtimeMs } = await stat(path);
    return { path, bytes: size, usedMs: mtimeMs };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Empty when there is no such folder. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
    throw error;
  }
}
