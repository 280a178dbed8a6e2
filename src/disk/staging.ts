import { constants } from 'node:fs';
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { StagedFile, Staging } from '../core/building';
import type { Clock } from '../core/ports';
import { codeOf, explained } from './reasons';

/** A build that was killed leaves its folder behind; no build takes so long. */
const leftMs = 24 * 3_600_000;
/** What is kept under a digest can be made again. */
const unusedMs = 30 * leftMs;
const filesAtOnce = 32;
const prefix = 'at-';

/** Folders of their own for each build: two at once never meet. */
export function createStaging(clock: Pick<Clock, 'nowMs'>): Staging {
  return {
    open: (parent) =>
      explained(parent, async () => {
        await mkdir(parent, { recursive: true });
        await sweep(parent, clock.nowMs());
        return mkdtemp(join(parent, prefix));
      }),
    async fill(folder, files) {
      for (const path of new Set(files.map(({ path }) => dirname(join(folder, path)))))
        await explained(path, () => mkdir(path, { recursive: true }));
      for (let at = 0; at < files.length; at += filesAtOnce)
        await Promise.all(files.slice(at, at + filesAtOnce).map((file) => put(folder, file)));
    },
    rename: (folder, to) => explained(to, () => renameOnce(folder, to)),
    async uses(folder) {
      if ((await stat(folder).catch(() => null)) === null) return false;
      const now = new Date(clock.nowMs());
      // Where nothing may be written, nothing is swept either.
      await utimes(folder, now, now).catch(() => undefined);
      return true;
    },
    remove: (folder) => explained(folder, () => rm(folder, { recursive: true, force: true })),
  };
}

async function put(folder: string, { path, from, executable }: StagedFile): Promise<void> {
  const to = join(folder, path);
  const mode = executable ? 0o755 : 0o644;
  await explained(typeof from === 'string' ? from : to, async () => {
    if (typeof from !== 'string') return writeFile(to, from, { flag: 'wx', mode });
    await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    await chmod(to, mode);
  });
}

async function renameOnce(folder: string, to: string): Promise<void> {
  try {
    await rename(folder, to);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(codeOf(error) ?? '')) throw error;
    await stat(to);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Another process may do the same at the same time. */
async function sweep(parent: string, nowMs: number): Promise<void> {
  for (const name of await readdir(parent)) {
    const path = join(parent, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && nowMs - found.mtimeMs > keptMs(name))
      await rm(path, { recursive: true, force: true });
  }
}

function keptMs(name: string): number {
  if (name.startsWith(prefix)) return leftMs;
  return /^[0-9a-f]{64}$/.test(name) ? unusedMs : Number.POSITIVE_INFINITY;
}
