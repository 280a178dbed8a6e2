/** Keeps a world between two openings: two files of JSON, each written whole or not at all, readable by their owner only. */
import { join } from 'node:path';
import type { Clock } from '../core/ports';
import { dumpAlarms } from './alarms/memory';
import type { WorldDump } from './create';
import { readJson, writeJson } from './files';
import { dumpParts } from './kept';
import { dumpFunctions } from './lambda/memory';
import type { World } from './world';

export interface SavedWorld extends WorldDump {
  readonly region: string;
  /** World time and wall time of the save, epoch ms. */
  readonly worldMs: number;
  readonly wallMs: number;
  readonly speed: number;
  /** False when the world went on after this save. */
  readonly closed: boolean;
}

export interface Saver {
  /** Answers when the world as it is now is kept, but for its metrics, which are large and change all the time. */
  changed(): Promise<void>;
  /** Saves everything, and nothing any more. */
  close(): Promise<void>;
}

/** Real milliseconds between two saves of everything, and how late one may be. */
const everyMs = 30_000;
const lateMs = 5_000;

const form = 1;

/** Null when no world was kept here. Throws with code `EDAMAGED` when what is there cannot be read. */
export async function loadWorld(folder: string): Promise<SavedWorld | null> {
  const world = await readJson(join(folder, 'world.json'));
  if (!world) return null;
  const metrics = (await readJson(join(folder, 'metrics.json'))) ?? { series: [] };
  return { ...world, metrics } as unknown as SavedWorld;
}

/**
 * World time now, for a world that was closed at some time: the wall time that passed is added. Of a world that was not
 * closed it is not known how far it got, so the most it can have got is taken: world time never goes back.
 */
export function worldTimeNow({ worldMs, wallMs, speed, closed }: SavedWorld, nowMs: number): number {
  const passedMs = Math.max(0, nowMs - wallMs);
  const runMs = closed ? 0 : Math.min(passedMs, everyMs + lateMs);
  return worldMs + passedMs + runMs * Math.max(0, speed - 1);
}

/**
 * Whoever asked for a change is answered when the change is kept, as at AWS: a process that is killed takes nothing
 * back. What is asked for while a save is being written shares the next one. The first save is over when this answers.
 */
export async function openSaver(world: World, folder: string, real: Clock): Promise<Saver> {
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | null = null;
  let over = false;
  const queue = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  const save = (parts: Parts): Promise<void> => write(folder, world, { ...parts, wallMs: real.nowMs() });
  await save({ metrics: false, closed: false });
  let cancel = (): void => undefined;
  const again = (): void => {
    cancel = real.after(everyMs, () => {
      queue(() => save({ metrics: true, closed: false })).catch(() => undefined);
      again();
    });
  };
  again();
  return {
    async changed() {
      if (over) return;
      next ??= queue(() => {
        next = null;
        return save({ metrics: false, closed: false });
      });
      await next;
    },
    close() {
      cancel();
      over = true;
      return queue(() => save({ metrics: true, closed: true }));
    },
  };
}

interface Parts {
  readonly metrics: boolean;
  readonly closed: boolean;
}

/** The texts are made at once, for the world shares what it dumps. */
async function write(folder: string, world: World, how: Parts & { readonly wallMs: number }): Promise<void> {
  const text = JSON.stringify(stateOf(world, how));
  const metrics = how.metrics ? JSON.stringify(world.metrics.dump()) : null;
  await writeJson(folder, 'world.json', text);
  if (metrics !== null) await writeJson(folder, 'metrics.json', metrics);
}

function stateOf(
  world: World,
  { wallMs, closed }: { readonly wallMs: number; readonly closed: boolean },
): object {
  const { region, clock } = world;
  const time = { worldMs: clock.nowMs(), wallMs, speed: clock.speed, closed };
  return {
    form,
    region,
    ...time,
    functions: dumpFunctions(world.functions),
    alarms: dumpAlarms(world.alarms),
    kept: dumpParts(world.kept),
  };
}
