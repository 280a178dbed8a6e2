/** How an alarm gets a new state: state, reason, history, actions, and at once the composite alarms that look at it. */
import type { World } from '../world';
import type { AlarmMoment, AnyAlarmEntry, CompositeAlarmEntry } from './book';
import { childrenIn, parentsOf, ruledState } from './composite';
import { jsonOf, raw } from './doubles';
import { timestamp } from './forms';
import { record } from './history';
import { actOn, followSuppressor } from './suppression';

/** What CloudWatch needs of the world. */
export type CloudWatchWorld = Pick<World, 'account' | 'region' | 'clock' | 'metrics' | 'alarms'>;

/** Without a change of the state only the reason is new. */
export function changeState(world: CloudWatchWorld, entry: AnyAlarmEntry, to: AlarmMoment): void {
  change(world, entry, { ...to, path: [] });
}

/** After a composite alarm was created or updated; later it follows its children. */
export function settleComposite(
  world: CloudWatchWorld,
  entry: CompositeAlarmEntry,
  because: { readonly what: 'created' | 'updated'; readonly atMs: number },
): void {
  const state = ruledState(world.alarms, entry);
  const evaluates =
    because.what === 'created'
      ? 'was created and its alarm rule evaluates'
      : 'was updated and its new alarm rule evaluates';
  const reason = `${entry.arn} ${evaluates} to ${state}`;
  const reasonData = triggering(childrenIn(world.alarms, entry));
  changeState(world, entry, { state, reason, reasonData, atMs: because.atMs });
}

interface Change extends AlarmMoment {
  /** The alarms whose change led here; AWS stops where a circle closes. */
  readonly path: readonly string[];
}

function change(world: CloudWatchWorld, entry: AnyAlarmEntry, to: Change): void {
  const from = momentOf(entry);
  entry.state = to.state;
  entry.stateReason = to.reason;
  entry.stateReasonData = to.reasonData;
  entry.stateUpdatedMs = to.atMs;
  if (from.state === to.state) return;
  entry.stateTransitionedMs = to.atMs;
  record(world.alarms, {
    alarm: entry.name,
    type: entry.type,
    item: 'StateUpdate',
    atMs: to.atMs,
    summary: `Alarm updated from ${from.state} to ${to.state}`,
    data: jsonOf({ version: '1.0', oldState: told(from), newState: told(to) }),
  });
  actOn(world, entry, { from, atMs: to.atMs });
  followSuppressor(world, entry, to.atMs);
  const path = [...to.path, entry.name];
  for (const parent of parentsOf(world.alarms, entry.name)) {
    if (!path.includes(parent.name)) followChild(world, parent, { child: entry, atMs: to.atMs, path });
  }
}

function followChild(
  world: CloudWatchWorld,
  parent: CompositeAlarmEntry,
  { child, atMs, path }: { child: AnyAlarmEntry; atMs: number; path: readonly string[] },
): void {
  const state = ruledState(world.alarms, parent);
  if (state === parent.state) return;
  const reason = `${child.arn} transitioned to ${child.state} at ${spoken(atMs)}`;
  change(world, parent, { state, reason, reasonData: triggering([child]), atMs, path });
}

const momentOf = (entry: AnyAlarmEntry): AlarmMoment => ({
  state: entry.state,
  reason: entry.stateReason,
  reasonData: entry.stateReasonData,
  atMs: entry.stateUpdatedMs,
});

const told = ({ state, reason, reasonData }: AlarmMoment): object => ({
  stateValue: state,
  stateReason: reason,
  stateReasonData: reasonData === '' ? undefined : raw(reasonData),
});

function triggering(alarms: readonly AnyAlarmEntry[]): string {
  const triggeringAlarms = alarms.map(({ arn, state, stateTransitionedMs }) => ({
    arn,
    state: { value: state, timestamp: timestamp(stateTransitionedMs) },
  }));
  return JSON.stringify({ triggeringAlarms });
}

/** Friday 20 November, 2026 12:00:00 UTC */
function spoken(ms: number): string {
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(ms);
  const [weekday, day] = [part({ weekday: 'long' }), part({ day: '2-digit' })];
  const month = part({ month: 'long' });
  const year = part({ year: 'numeric' });
  return `${weekday} ${day} ${month}, ${year} ${new Date(ms).toISOString().slice(11, 19)} UTC`;
}
