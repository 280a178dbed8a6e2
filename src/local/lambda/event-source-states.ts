/** The walk of an event source mapping's state on the world's clock: Creating, Updating or Deleting, and through Enabling or Disabling to rest. */
import type { World } from '../world';
import type { EventSourceEntry } from './book';

const transitionMs = 2000;

/** What is asked for while a mapping walks is refused. */
export function startWalk(world: World, source: EventSourceEntry, state: string): void {
  source.state = state;
  source.modifiedMs = world.clock.nowMs();
  if (state.endsWith('ing')) settleLater(world, source);
}

/** Takes up what was under way when the world was closed. */
export function resumeEventSources(world: World): void {
  for (const source of world.functions.eventSources.values())
    if (source.state.endsWith('ing')) settleLater(world, source);
}

function settleLater(world: World, source: EventSourceEntry): void {
  world.clock.after(transitionMs, () => {
    if (source.state === 'Deleting') world.functions.eventSources.delete(source.uuid);
    else startWalk(world, source, nextOf(source));
  });
}

function nextOf({ state, definition }: EventSourceEntry): string {
  const disabled = definition.Enabled === false;
  if (state === 'Creating') return disabled ? 'Disabled' : 'Enabling';
  if (state === 'Updating') return disabled ? 'Disabling' : 'Enabling';
  return disabled ? 'Disabled' : 'Enabled';
}
