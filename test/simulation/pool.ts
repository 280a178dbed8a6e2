/** Child processes that work jobs off, as many at once as there are cores. */
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Job } from './jobs';
import type { Tally } from './tally';

const cores = availableParallelism();

const child = (args: readonly string[]): ChildProcess =>
  fork(join(__dirname, 'worker.ts'), args, {
    // A planted bug may run away; it ends with its process.
    execArgv: ['-r', './bench/register.js', '--max-old-space-size=800'],
  });

function ask(worker: ChildProcess, job: Job): Promise<Tally> {
  return new Promise((resolve, reject) => {
    const failed = () => reject(new Error(`the process that played ${JSON.stringify(job)} ended`));
    worker.once('exit', failed);
    worker.once('message', (tally) => {
      worker.off('exit', failed);
      resolve(tally as Tally);
    });
    worker.send(job);
  });
}

/** Each process is used for many jobs; `took` hears of each as it is done. */
export async function workOff(jobs: readonly Job[], took: (tally: Tally, job: Job) => void): Promise<void> {
  const waiting = [...jobs];
  const serve = async (): Promise<void> => {
    const worker = child([]);
    try {
      for (let job = waiting.shift(); job; job = waiting.shift()) took(await ask(worker, job), job);
    } finally {
      worker.kill();
    }
  };
  await Promise.all(Array.from({ length: Math.min(cores, jobs.length) }, serve));
}

/** Works a list with a process of its own for each entry, until one answer says that it is enough. */
export async function workAlone(
  args: readonly string[],
  jobs: readonly Job[],
  isEnough: (tally: Tally) => boolean,
): Promise<void> {
  const worker = child(args);
  try {
    for (const job of jobs) if (isEnough(await ask(worker, job))) return;
  } catch {
    // It ended by itself: nothing more is to be had from it.
  } finally {
    worker.kill();
  }
}

/** As many at once as there are cores. */
export async function sideBySide<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const serve = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: Math.min(cores, items.length) }, serve));
}
