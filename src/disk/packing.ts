import * as crypto from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import type { PackedBatch, Packing } from '../core/packing';
import { Crew, jobsAtHand } from './crew';
import { type Done, type Failed, type Job, type Modules, workOn } from './pieces';
import { bad, explain } from './reasons';

/** Two are faster than any program that has one thread. Each more would take 40 MB of memory, of which a build has 200. */
const maxWorkers = 2;
/** So many jobs of hashing, of about a millisecond each, are done before a worker would have started. */
const jobsHere = 8;
/** How many jobs a worker are under way beyond the one that is waited for: two at hand, and one that is done. */
const jobsAhead = 3;

/** Reads and deflates in worker threads, which start with the first work that is worth one and wait for more. */
export function createPacking(processors: number): Packing {
  const most = Math.max(1, Math.min(processors, maxWorkers));
  const crew = new Crew(most);
  let lastTurn: Promise<void> = Promise.resolve();
  return {
    expectMany: () => crew.start(),
    digest(folder, batches) {
      const jobs = batches.map((batch) => ({ folder, batch, deflate: false }));
      // This thread is one of those that work; a worker that starts does not have to be waited for.
      const others = jobs.length <= jobsHere ? 0 : most - 1;
      return shared(jobs, [
        runHere,
        ...Array.from({ length: others * jobsAtHand }, () => (job: Job) => run(crew, job)),
      ]);
    },
    async *deflate(folder, batches) {
      const before = lastTurn;
      let over = (): void => {};
      // One reader has all workers; a second one would only have more wait in memory.
      lastTurn = new Promise((resolve) => {
        over = resolve;
      });
      await before;
      try {
        yield* inOrder(
          crew,
          batches.map((batch) => ({ folder, batch, deflate: true })),
        );
      } finally {
        over();
      }
    },
  };
}

async function* inOrder(crew: Crew, jobs: readonly Job[]): AsyncIterable<PackedBatch> {
  const under: Promise<Done>[] = [];
  let next = 0;
  for (let index = 0; index < jobs.length; index += 1) {
    for (; next < jobs.length && next - index <= jobsAhead * crew.most; next += 1) {
      const done = run(crew, jobs[next] as Job);
      // One that fails after another has ended the reading is nobody's any more.
      done.catch(() => undefined);
      under.push(done);
    }
    yield await (under.shift() as Promise<Done>);
  }
}

/** Each lane takes the next job when it is done with one. */
async function shared(
  jobs: readonly Job[],
  lanes: readonly ((job: Job) => Promise<Done>)[],
): Promise<Done[]> {
  const done: Done[] = [];
  let next = 0;
  const follow = async (lane: (job: Job) => Promise<Done>): Promise<void> => {
    for (let at = next++; at < jobs.length; at = next++) done[at] = await lane(jobs[at] as Job);
  };
  await Promise.all(lanes.map(follow));
  return done;
}

/** Loaded by whoever packs: no other command has a use for them. */
const modules = (): Modules => ({ crypto, fs, zlib });

async function runHere(job: Job): Promise<Done> {
  // Others have their turn before: a message of a worker, a line on the screen.
  await new Promise((resolve) => setImmediate(resolve));
  try {
    return workOn(modules(), job);
  } catch (failed) {
    throw told(job.folder, failed as Failed);
  }
}

async function run(crew: Crew, job: Job): Promise<Done> {
  const { done, failed } = await crew.run(job);
  if (failed) throw told(job.folder, failed);
  return done;
}

function told(folder: string, failed: Failed | Error): unknown {
  if (failed instanceof Error) return failed;
  const { path, code, message } = failed;
  if (code === 'ESTALE') return bad(`${path} changed while it was read`);
  return explain(join(folder, path), Object.assign(new Error(message), { code }));
}
