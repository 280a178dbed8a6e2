/** Composite alarms and the alarms they look at. */
import type { AlarmBook, AnyAlarmEntry, CompositeAlarmEntry } from './book';
import { childrenOf, holds, parseRule, type Rule } from './rule';

interface Reading {
  readonly rule: Rule;
  readonly children: ReadonlySet<string>;
}

const readings = new WeakMap<CompositeAlarmEntry['definition'], Reading>();

export function find(book: AlarmBook, name: string): AnyAlarmEntry | null {
  return book.metric.get(name) ?? book.composite.get(name) ?? null;
}

/** Composite alarms whose rule names this alarm. */
export function parentsOf(book: AlarmBook, name: string): CompositeAlarmEntry[] {
  return [...book.composite.values()].filter((parent) => readingOf(parent).children.has(name));
}

/** The alarms of the rule that exist, in the order of the text. */
export const childrenIn = (book: AlarmBook, entry: CompositeAlarmEntry): AnyAlarmEntry[] =>
  [...readingOf(entry).children].flatMap((name) => find(book, name) ?? []);

export const ruledState = (book: AlarmBook, entry: CompositeAlarmEntry): 'ALARM' | 'OK' =>
  holds(readingOf(entry).rule, (name) => find(book, name)?.state ?? null) ? 'ALARM' : 'OK';

/** PutCompositeAlarm let only rules in that can be read. A definition is never changed, only replaced. */
function readingOf({ definition }: CompositeAlarmEntry): Reading {
  const before = readings.get(definition);
  if (before) return before;
  const parsed = parseRule(definition.AlarmRule ?? '');
  const rule: Rule = 'problem' in parsed ? { kind: 'constant', value: false } : parsed;
  const reading = { rule, children: new Set(childrenOf(rule)) };
  readings.set(definition, reading);
  return reading;
}
