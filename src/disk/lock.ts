import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ShipitError } from '../core/errors';
import type { Clock } from '../core/ports';

const pollMs = 20;
const tries = 500;

/**
 * Within this process one waits for the other here, so whoever meets its own process id in the file knows that an
 * earlier process of that id left it.
 */
const queues = new Map<string, Promise<unknown>>();
let made = 0;

/**
 * Runs the work while nobody else on this machine runs work under the same lock file, in the order of the calls. The
 * file names its holder, so the lock of a process that died is taken over. `conflict` when a live one keeps it for 10 s.
 */
export function withFileLock<T>(path: string, clock: Clock, work: () => Promise<T>): Promise<T> {
  const before = queues.get(path) ?? Promise.resolve();
  const done = before.then(() => underLock(path, clock, work));
  queues.set(
    path,
    done.catch(() => undefined),
  );
  return done;
}

async function underLock<T>(path: string, clock: Clock, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), { recursive: true });
  await acquire(path, clock);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function acquire(path: string, clock: Clock): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (await tryAcquire(path)) return;
    const holder = await readHolder(path);
    if (holder !== null && isGone(holder)) await takeAway(path, holder);
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
async function takeAway(path: string, holder: string): Promise<void> {
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

async function readHolder(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function isGone(holder: string): boolean {
  const pid = Number(holder);
  if (pid === process.pid || !Number.isSafeInteger(pid) || pid <= 0) return true;
  try {
    process.kill(pid, 0);
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
