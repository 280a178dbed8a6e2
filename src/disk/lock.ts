import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ShipitError } from '../core/errors';
import type { Clock } from '../core/ports';

const pollMs = 20;
const tries = 500;

/** What this process holds: a lock with its process id that is not in here was left by another life of that id. */
const held = new Set<string>();
let made = 0;

/**
 * Runs the work while no other process of this machine runs work under the same lock file. The file names its holder,
 * so the lock of a process that died is taken over. `conflict` when a live one keeps it for 10 s.
 */
export async function withFileLock<T>(path: string, clock: Clock, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  await acquire(path, clock);
  held.add(path);
  try {
    return await work();
  } finally {
    held.delete(path);
    await rm(path, { force: true });
  }
}

async function acquire(path: string, clock: Clock): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (await tryAcquire(path)) return;
    const holder = await readHolder(path);
    if (holder !== null && isGone(holder, path)) await takeAway(path, holder);
    else await new Promise<void>((resolve) => clock.after(pollMs, resolve));
  }
  throw new ShipitError('conflict', `Another process keeps ${path}`, {
    hint: 'End that process; if there is none, delete the file.',
  });
}

/** The link appears with its content or not at all: a lock without a name on it could not be taken over. */
async function tryAcquire(path: string): Promise<boolean> {
  const own = ownName(path);
  await writeFile(own, String(process.pid));
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

/** Two may see the same dead lock: whoever then holds the lock of a live one in its hands puts it back. */
async function takeAway(path: string, holder: number): Promise<void> {
  const away = ownName(path);
  try {
    await rename(path, away);
    if ((await readHolder(away)) !== holder) await link(away, path);
  } catch (error) {
    if (!isCode(error, 'ENOENT') && !isCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(away, { force: true });
  }
}

async function readHolder(path: string): Promise<number | null> {
  try {
    return Number(await readFile(path, 'utf8'));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function isGone(holder: number, path: string): boolean {
  if (holder === process.pid) return !held.has(path);
  if (!Number.isSafeInteger(holder) || holder <= 0) return true;
  try {
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return isCode(error, 'ESRCH');
  }
}

function ownName(path: string): string {
  made += 1;
  return `${path}.${process.pid}.${made}`;
}

const isCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
