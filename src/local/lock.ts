/**
 * Who owns a world's folder. Each owner writes a file with the next number, which only one can, and the highest number
 * counts; it is never taken away, only marked as free, so nobody who looked a moment ago can take an old number again.
 */
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Lock {
  release(): Promise<void>;
}

interface Claim {
  readonly number: number;
  /** 0 when it was given back. */
  readonly pid: number;
}

const free = '0';

/** The process that owns the folder; null when nobody does, or the process has ended. */
export async function ownerOf(folder: string): Promise<number | null> {
  const { pid } = await highest(folder);
  return isAlive(pid) ? pid : null;
}

/** Null when somebody else was first. Makes the folder, closed to everybody else, when it is missing. */
export async function takeLock(folder: string, nonce: string): Promise<Lock | null> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const before = await highest(folder);
  if (isAlive(before.pid)) return null;
  const number = before.number + 1;
  const path = pathOf(folder, number);
  if (!(await createWhole(path, nonce))) return null;
  if ((await highest(folder)).number !== number) {
    await rm(path, { force: true });
    return null;
  }
  await removeBelow(folder, number);
  return { release: () => writeFile(path, free, { mode: 0o600 }) };
}

/** The file appears with its content or not at all, and only if it was not there. */
async function createWhole(path: string, nonce: string): Promise<boolean> {
  const part = `${path}.${process.pid}.${nonce}.part`;
  await writeFile(part, String(process.pid), { mode: 0o600 });
  try {
    await link(part, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(part, { force: true });
  }
}

async function highest(folder: string): Promise<Claim> {
  const number = Math.max(0, ...(await numbersIn(folder)));
  if (number === 0) return { number, pid: 0 };
  try {
    return { number, pid: Number(await readFile(pathOf(folder, number), 'utf8')) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return highest(folder);
  }
}

async function removeBelow(folder: string, number: number): Promise<void> {
  for (const old of await numbersIn(folder)) if (old < number) await rm(pathOf(folder, old), { force: true });
}

async function numbersIn(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .map((name) => Number(/^lock\.(\d{1,15})$/.exec(name)?.[1] ?? 0))
    .filter((number) => number > 0);
}

const pathOf = (folder: string, number: number): string => join(folder, `lock.${number}`);

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
