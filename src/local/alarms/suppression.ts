/**
 * When the actions of a composite alarm wait for another alarm, its suppressor. Source: CloudWatch User Guide,
 * "Suppressing composite alarm actions", whose six examples are the tests.
 */
import { carryOut } from './actions';
import type { AnyAlarmEntry, CompositeAlarmEntry, Transition } from './book';
import { endOf, suppressorOf } from './suppressor';
import type { CloudWatchWorld } from './transition';

/** The alarm has changed its state: its actions are carried out, or wait. */
export function actOn(world: CloudWatchWorld, entry: AnyAlarmEntry, transition: Transition): void {
  if (entry.type === 'CompositeAlarm') actOrWait(world, entry, transition);
  else carryOut(world, entry, transition);
}

function actOrWait(world: CloudWatchWorld, entry: CompositeAlarmEntry, transition: Transition): void {
  const suppressor = suppressorOf(world.alarms, entry);
  entry.pending = transition;
  if (!suppressor) release(world, entry, transition.atMs);
  else if (suppressor.state === 'ALARM') entry.suppression = { by: 'Alarm', untilMs: null };
  else wait(world, entry, { by: 'WaitPeriod', fromMs: transition.atMs });
}

/** An alarm has changed its state that may suppress others. */
export function followSuppressor(world: CloudWatchWorld, suppressor: AnyAlarmEntry, atMs: number): void {
  for (const entry of world.alarms.composite.values()) {
    if (suppressorOf(world.alarms, entry) !== suppressor) continue;
    if (suppressor.state === 'ALARM') entry.suppression = { by: 'Alarm', untilMs: null };
    else if (entry.suppression?.by === 'Alarm') wait(world, entry, { by: 'ExtensionPeriod', fromMs: atMs });
  }
}

/** After a composite alarm got another suppressor, or none: what was under way ends. */
export function replaceSuppressor(world: CloudWatchWorld, entry: CompositeAlarmEntry, atMs: number): void {
  const suppressor = suppressorOf(world.alarms, entry);
  if (suppressor?.state === 'ALARM') entry.suppression = { by: 'Alarm', untilMs: null };
  else release(world, entry, atMs);
}

/** Periods that end until then end, in the order of time. */
export function endPeriods(world: CloudWatchWorld, untilMs: number): void {
  const ending = [...world.alarms.composite.values()].filter((entry) => endOf(entry) <= untilMs);
  for (const entry of ending.sort((a, b) => endOf(a) - endOf(b))) release(world, entry, endOf(entry));
}

function wait(
  world: CloudWatchWorld,
  entry: CompositeAlarmEntry,
  { by, fromMs }: { by: 'WaitPeriod' | 'ExtensionPeriod'; fromMs: number },
): void {
  const { ActionsSuppressorWaitPeriod = 0, ActionsSuppressorExtensionPeriod = 0 } = entry.definition;
  const seconds = by === 'WaitPeriod' ? ActionsSuppressorWaitPeriod : ActionsSuppressorExtensionPeriod;
  entry.suppression = { by, untilMs: fromMs + seconds * 1000 };
  if (seconds <= 0) release(world, entry, fromMs);
  else world.alarms.outside.rearm?.();
}

/** Actions that waited follow the state that the alarm has by now. */
function release(world: CloudWatchWorld, entry: CompositeAlarmEntry, atMs: number): void {
  const { pending } = entry;
  entry.suppression = null;
  entry.pending = null;
  if (pending) carryOut(world, entry, { ...pending, atMs });
}
