/** What happened to alarms, also to those that are no more. AWS keeps it for 30 days. */
import type { AlarmBook, AlarmHistoryEntry } from './book';

const keptForMs = 30 * 24 * 3_600_000;
/** The newest few thousand entries are kept, so that a long-lived world stays small. */
const mostEntries = 3000;

/** In the order of time: the outcome of an action is known later than it belongs. */
export function record(book: AlarmBook, entry: AlarmHistoryEntry): void {
  const { history } = book;
  let place = history.length;
  while (place > 0 && (history[place - 1]?.atMs ?? 0) > entry.atMs) place -= 1;
  history.splice(place, 0, entry);
  const old = history.findIndex(({ atMs }) => atMs > entry.atMs - keptForMs);
  history.splice(0, Math.max(old, history.length - mostEntries));
}

/** Oldest first. */
export const historyAt = (book: AlarmBook, nowMs: number): AlarmHistoryEntry[] =>
  book.history.filter(({ atMs }) => atMs > nowMs - keptForMs);
