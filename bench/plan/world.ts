/** A local AWS in a folder, which tells of each call that the limits let through. */
import { join } from 'node:path';
import type { Clock } from '../../src/core/ports';
import { createWorld } from '../../src/local/create';
import type { World, WorldClock } from '../../src/local/world';

export const here = { region: 'eu-west-1', account: '123456789012' } as const;

export const worldFolder = (root: string): string => join(root, '.shipit', 'local');

export interface Watched {
  readonly clock: WorldClock;
  readonly real: Clock;
  /** Told of each call at the door of the actions. */
  readonly seen: (operation: string) => unknown;
}

export function watchedWorld(root: string, { clock, real, seen }: Watched): ReturnType<typeof createWorld> {
  const env = { PATH: process.env.PATH };
  const world = createWorld({ folder: worldFolder(root), ...here, seed: 7, clock, real, env });
  const strike: World['faults']['strike'] = (operation) => {
    seen(operation);
    return null;
  };
  return { ...world, faults: { ...world.faults, strike } };
}

/** AWS's time does not stand still while AWS answers. */
export const restless = (clock: WorldClock): WorldClock => ({
  get speed() {
    return clock.speed;
  },
  nowMs: () => clock.nowMs(),
  monotonicMs: () => clock.monotonicMs(),
  after: (ms, then) => clock.after(ms, then),
  setSpeed: (speed) => clock.setSpeed(speed),
  hold: () => () => undefined,
});
