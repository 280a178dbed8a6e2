/**
 * Who owns a world's folder. Each owner writes a file with the next number, which only one can, and the highest number
 * counts; it is never taken away, only marked as free, so nobody who looked a moment ago can take an old number again.
 * The file names the process and when it started: in a container the next process may well have the same number.
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
  /** As `startOf` answers. */
  readonly start: string;
}

const free = '0';

/** The process that owns the folder; null when nobody does, or the process has ended. */
export async function ownerOf(folder: string): Promise<number | null> {
  const claim = await highest(folder);
  return (await isAlive(claim)) ? claim.pid : null;
}

/** Null when somebody else was first. Makes the folder, closed to everybody else, when it is missing. */
export async function takeLock(folder: string, nonce: string): Promise<Lock | null> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const before = await highest(folder);
  if (await isAlive(before)) return null;
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
  await writeFile(part, `${process.pid} ${await startOf(process.pid)}`.trim(), { mode: 0o600 });
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
  if (number === 0) return { number, pid: 0, start: '' };
  try {
    const [pid, start = ''] = (await readFile(pathOf(folder, number), 'utf8')).split(' ');
    return { number, pid: Number(pid), start };
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

async function isAlive({ pid, start }: Claim): Promise<boolean> {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return start === '' || start === (await startOf(pid));
}

/**
 * Clock ticks from the start of the machine to that of the process (proc(5), fields 3 and 22 of stat). Empty where no
 * system tells, and for a process that has ended and still waits for its parent to notice.
 */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')')).split(' ');
  return fields[1] === 'Z' ? '' : (fields[20] ?? '');
}
