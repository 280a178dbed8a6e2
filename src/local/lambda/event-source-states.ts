/** The walk of an event source mapping's state on the world's clock. */
import type { World } from '../world';
import type { EventSourceEntry } from './book';

const transitionMs = 2000;

/** Creating to Enabled or Disabled, Deleting to gone. */
export function settleLater(world: World, source: EventSourceEntry): void {
  world.clock.after(transitionMs, () => {
    source.modifiedMs = world.clock.nowMs();
    if (source.state === 'Deleting') world.functions.eventSources.delete(source.uuid);
    else source.state = source.definition.Enabled === false ? 'Disabled' : 'Enabled';
  });
}

/** Takes up what was under way when the world was closed. */
export function resumeEventSources(world: World): void {
  for (const source of world.functions.eventSources.values())
    if (source.state.endsWith('ing')) settleLater(world, source);
}
