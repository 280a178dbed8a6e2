/** Serves a world that this process owns, from what was kept in its folder until it is kept there again. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createWorldClock, type RunningClock } from './clock';
import { createWorld } from './create';
import type { Door } from './door';
import { serverFile, writeJson } from './files';
import type { Lock } from './lock';
import type { OpenOptions, OpenWorld } from './open';
import { seedAlarms } from './seed';
import { createHandler, servedAt } from './server';
import { loadWorld, openSaver, type SavedWorld, worldTimeNow } from './store';
import { createVisits } from './visits';

const account = '123456789012';

export async function own(options: OpenOptions, door: Door, lock: Lock): Promise<OpenWorld> {
  const { folder, region, real, env, nonce } = options;
  const saved = await loadWorld(folder);
  insistOnRegion(saved, options);
  const startMs = saved ? worldTimeNow(saved, real.nowMs()) : real.nowMs();
  const clock = createWorldClock({ real, startMs, speed: options.speed ?? 1 });
  const seed = Number.parseInt(nonce(), 16);
  const world = createWorld({
    ...{ folder, account, region, seed, clock, real, env, saved },
    limits: options.limits === true,
    strictIam: options.strictIam === true,
  });
  try {
    return await serve(options, { door, lock, world, clock });
  } catch (error) {
    await world.close();
    clock.close();
    throw error;
  }
}

interface Owned {
  readonly door: Door;
  readonly lock: Lock;
  readonly world: ReturnType<typeof createWorld>;
  readonly clock: RunningClock;
}

async function serve(options: OpenOptions, { door, lock, world, clock }: Owned): Promise<OpenWorld> {
  const { folder, real, nonce } = options;
  const token = nonce() + nonce() + nonce() + nonce();
  const plant = (): void => seedAlarms(world, options.seedAlarms ?? []);
  plant();
  const saver = await openSaver(world, folder, real);
  const { endpoint, port } = servedAt(door);
  world.address.endpoint = endpoint;
  await writeJson(folder, serverFile, JSON.stringify({ pid: process.pid, port, token }));
  const visits = createVisits();
  const { changed } = saver;
  door.enter(createHandler(world, { token, changed, emptied: plant, visits }));
  const close = async (): Promise<void> => {
    await visits.untilNobody(real, options.lingerMs ?? 0);
    await rm(join(folder, serverFile), { force: true });
    await door.close();
    await world.close();
    await saver.close();
    clock.close();
    await lock.release();
  };
  return { endpoint, port, token, clock, owned: true, close };
}

function insistOnRegion(saved: SavedWorld | null, { folder, region }: OpenOptions): void {
  if (!saved || saved.region === region) return;
  const message = `The local world in ${folder} is of region ${saved.region}, not ${region}`;
  throw Object.assign(new Error(message), { code: 'EREGION' });
}
