/** Keeps a world between two openings: two files of JSON, each written whole or not at all, readable by their owner only. */
import { join } from 'node:path';
import type { Clock } from '../core/ports';
import { dumpAlarms } from './alarms/memory';
import type { WorldDump } from './create';
import { readJson, writeJson } from './files';
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
  /** Saves before long; metrics, which are large and change all the time, less often. */
  changed(): void;
  /** Saves everything, and nothing any more. */
  close(): Promise<void>;
}

/** Real milliseconds after a change, and between two saves of everything. */
const soonMs = 500;
const everyMs = 30_000;

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
  const runMs = closed ? 0 : Math.min(passedMs, everyMs);
  return worldMs + passedMs + runMs * Math.max(0, speed - 1);
}

export function createSaver(world: World, folder: string, real: Clock): Saver {
  let cancelSoon: (() => void) | null = null;
  let over = false;
  let last = Promise.resolve();
  /** The texts are made at once, for the world shares what it dumps; the files are written one after the other. */
  const save = (parts: { metrics: boolean; closed: boolean }): Promise<void> => {
    cancelSoon?.();
    cancelSoon = null;
    const head = { form, region: world.region, worldMs: world.clock.nowMs(), wallMs: real.nowMs() };
    const state = { ...head, speed: world.clock.speed, closed: parts.closed };
    const dump = { functions: dumpFunctions(world.functions), alarms: dumpAlarms(world.alarms) };
    const text = JSON.stringify({ ...state, ...dump });
    const metrics = parts.metrics ? JSON.stringify(world.metrics.dump()) : null;
    last = last.then(async () => {
      await writeJson(folder, 'world.json', text);
      if (metrics !== null) await writeJson(folder, 'metrics.json', metrics);
    });
    last.catch(() => undefined);
    return last;
  };
  let cancelEvery = (): void => undefined;
  const again = (): void => {
    cancelEvery = real.after(everyMs, () => {
      void save({ metrics: true, closed: false });
      again();
    });
  };
  again();
  return {
    changed() {
      if (!over) cancelSoon ??= real.after(soonMs, () => void save({ metrics: false, closed: false }));
    },
    close() {
      cancelEvery();
      over = true;
      return save({ metrics: true, closed: true });
    },
  };
}
