/** How an alarm gets a new state: state, reason, history, and at once the composite alarms that look at it. */
import type { World } from '../world';
import type { AlarmBook, AlarmStateValue, AnyAlarmEntry, CompositeAlarmEntry } from './book';
import { record } from './history';
import { timestamp } from './reason';
import { childrenOf, holds, parseRule, type Rule } from './rule';

/** What CloudWatch needs of the world. */
export type CloudWatchWorld = Pick<World, 'account' | 'region' | 'clock' | 'metrics' | 'alarms'>;

export interface NewState {
  readonly state: AlarmStateValue;
  readonly reason: string;
  /** JSON, or empty. */
  readonly reasonData: string;
  readonly atMs: number;
}

export function changeState(book: AlarmBook, entry: AnyAlarmEntry, to: NewState): void {
  change(book, entry, { ...to, path: [] });
}

/** After a composite alarm was created or updated; later it follows its children. */
export function settleComposite(
  book: AlarmBook,
  entry: CompositeAlarmEntry,
  because: { readonly what: 'created' | 'updated'; readonly atMs: number },
): void {
  const rule = ruleOf(entry);
  const state = holds(rule, (name) => find(book, name)?.state ?? null) ? 'ALARM' : 'OK';
  const evaluates =
    because.what === 'created'
      ? 'was created and its alarm rule evaluates'
      : 'was updated and its new alarm rule evaluates';
  const children = childrenOf(rule).flatMap((name) => find(book, name) ?? []);
  const reason = `${entry.arn} ${evaluates} to ${state}`;
  changeState(book, entry, { state, reason, reasonData: triggering(children), atMs: because.atMs });
}

export function find(book: AlarmBook, name: string): AnyAlarmEntry | null {
  return book.metric.get(name) ?? book.composite.get(name) ?? null;
}

/** Composite alarms whose rule names this alarm. */
export function parentsOf(book: AlarmBook, name: string): CompositeAlarmEntry[] {
  return [...book.composite.values()].filter((parent) => childrenOf(ruleOf(parent)).includes(name));
}

interface Change extends NewState {
  /** The alarms whose change led here; AWS stops where a circle closes. */
  readonly path: readonly string[];
}

function change(book: AlarmBook, entry: AnyAlarmEntry, to: Change): void {
  const from = { state: entry.state, reason: entry.stateReason, reasonData: entry.stateReasonData };
  entry.state = to.state;
  entry.stateReason = to.reason;
  entry.stateReasonData = to.reasonData;
  entry.stateUpdatedMs = to.atMs;
  if (from.state === to.state) return;
  entry.stateTransitionedMs = to.atMs;
  const data = { version: '1.0', oldState: told(from), newState: told(to) };
  record(book, {
    alarm: entry.name,
    type: entry.type,
    item: 'StateUpdate',
    atMs: to.atMs,
    summary: `Alarm updated from ${from.state} to ${to.state}`,
    data: JSON.stringify(data),
  });
  const path = [...to.path, entry.name];
  for (const parent of parentsOf(book, entry.name)) {
    if (!path.includes(parent.name)) followChild(book, parent, { child: entry, atMs: to.atMs, path });
  }
}

function followChild(
  book: AlarmBook,
  parent: CompositeAlarmEntry,
  { child, atMs, path }: { child: AnyAlarmEntry; atMs: number; path: readonly string[] },
): void {
  const state = holds(ruleOf(parent), (name) => find(book, name)?.state ?? null) ? 'ALARM' : 'OK';
  if (state === parent.state) return;
  const reason = `${child.arn} transitioned to ${child.state} at ${spoken(atMs)}`;
  change(book, parent, { state, reason, reasonData: triggering([child]), atMs, path });
}

/** PutCompositeAlarm let only rules in that can be read. */
function ruleOf({ definition }: CompositeAlarmEntry): Rule {
  const rule = parseRule(definition.AlarmRule ?? '');
  return 'problem' in rule ? { kind: 'constant', value: false } : rule;
}

function told({ state, reason, reasonData }: Omit<NewState, 'atMs'>): object {
  const stateReasonData: unknown = reasonData === '' ? undefined : JSON.parse(reasonData);
  return { stateValue: state, stateReason: reason, stateReasonData };
}

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
