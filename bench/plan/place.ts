/**
 * A project of many small functions in a folder of its own, and a local AWS that has all of them as they are: released
 * by shipit itself in a world without limits where a second takes a millisecond. Then the same world is served anew,
 * in real time and with the limits on.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finished } from '../../src/deploy';
import { createClock } from '../../src/disk/clock';
import { createJournal } from '../../src/disk/journal';
import { createWorldClock } from '../../src/local/clock';
import { serveWorld } from '../../src/local/server';
import { planRelease } from '../../src/plan';
import type { StrategyFlags } from '../../src/plan/flags';
import type { Plan } from '../../src/plan/plan';
import { rollback } from '../../src/rollback';
import type { Calls } from './calls';
import { forgetful, portsAt } from './ports';
import { deployWith, requestOf, writeCode } from './project';
import { restless, watchedWorld } from './world';

export interface Place {
  /** Reads the project file of so many functions and plans what it says. */
  plan(functions: number): Promise<Plan>;
  deploy(functions: number, flags: Partial<StrategyFlags>): Promise<Finished>;
  /** By hand, of the functions from one number up to another. */
  rollback(from: number, to: number): Promise<Finished>;
  /** Code that no function has had before. */
  change(functions: number): void;
  measure<T>(work: () => Promise<T>): Promise<Measured<T>>;
  close(): Promise<void>;
}

export interface Measured<T> {
  readonly result: T;
  readonly seconds: number;
  readonly calls: Calls;
  /** Answers that sent the client away for the rate of its calls. */
  readonly refused: number;
}

export async function openPlace(functions: number, releases: number): Promise<Place> {
  const root = mkdtempSync(join(tmpdir(), 'shipit-bench-'));
  const real = createClock();
  const clock = createWorldClock({ real, startMs: real.nowMs(), speed: 1000 });
  const calls = new Map<string, number>();
  const seen = (operation: string): unknown => calls.set(operation, (calls.get(operation) ?? 0) + 1);
  const world = watchedWorld(root, { clock: restless(clock), real, seen });
  const controls = { port: 0, token: 'bench' };
  const fast = await serveWorld({ ...world, limits: false }, controls);
  const first = portsAt(fast.endpoint, { clock, journal: forgetful });
  for (let release = 0; release < releases; release += 1) {
    writeCode(root, functions, `release ${release}`);
    const made = await deployWith(first, root, { functions, flags: { allAtOnce: true } });
    if (made.outcome !== 'promoted')
      throw new Error(`the functions could not be made: ${made.outcome}: ${made.problems[0]}`);
    // What is fresh for ten seconds must stay so for more than ten milliseconds.
    clock.setSpeed(20);
  }
  await fast.close();
  clock.setSpeed(1);
  const served = await serveWorld({ ...world, limits: true }, controls);
  const ports = portsAt(served.endpoint, { clock: real, journal: createJournal(root, real) });
  let changes = 0;
  return {
    plan: async (count) => planRelease(ports, await requestOf(ports, root, { functions: count, flags: {} })),
    deploy: (count, flags) => deployWith(ports, root, { functions: count, flags }),
    async rollback(from, to) {
      const { project } = await requestOf(ports, root, { functions: to, flags: {} });
      const { functions: all } = project;
      return rollback(ports, { all, named: all.slice(from), to: new Map(), toRelease: null, ...byHand });
    },
    change(count) {
      changes += 1;
      writeCode(root, count, `change ${changes}`);
    },
    measure: (work) => measured(calls, work),
    async close() {
      await served.close();
      await world.close();
      clock.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

const byHand = { by: 'bench', from: 'bench', account: null };

async function measured<T>(counts: Map<string, number>, work: () => Promise<T>): Promise<Measured<T>> {
  counts.clear();
  let refused = 0;
  const onFinish = (message: unknown) => {
    const { response } = message as { response: IncomingMessage };
    if (response.statusCode === 429) refused += 1;
  };
  subscribe('http.client.response.finish', onFinish);
  const startedMs = performance.now();
  try {
    const result = await work();
    const seconds = (performance.now() - startedMs) / 1000;
    return { result, seconds, calls: new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1))), refused };
  } finally {
    unsubscribe('http.client.response.finish', onFinish);
  }
}
