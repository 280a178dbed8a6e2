/** The book of alarms in memory, and its form as plain JSON. */
import type { AlarmBook, AlarmHistoryEntry, CompositeAlarmEntry, MetricAlarmEntry } from './book';

export interface AlarmDump {
  readonly metric: readonly MetricAlarmEntry[];
  readonly composite: readonly CompositeAlarmEntry[];
  readonly history: readonly AlarmHistoryEntry[];
  readonly evaluatedMs: number | null;
}

export function createAlarmBook(): AlarmBook {
  return loadAlarms({ metric: [], composite: [], history: [], evaluatedMs: null });
}

/** Shares its entries with the book: write it out before the world goes on. */
export function dumpAlarms(book: AlarmBook): AlarmDump {
  return {
    metric: [...book.metric.values()],
    composite: [...book.composite.values()],
    history: book.history,
    evaluatedMs: book.evaluatedMs,
  };
}

export function loadAlarms(dump: AlarmDump): AlarmBook {
  return {
    metric: new Map(dump.metric.map((entry) => [entry.name, entry])),
    composite: new Map(dump.composite.map((entry) => [entry.name, entry])),
    history: [...dump.history],
    evaluatedMs: dump.evaluatedMs,
    outside: { invoke: null, rearm: null },
  };
}
