import type { AlarmBook, AlarmHistoryEntry } from './book';

/** AWS keeps a month; here the newest few thousand entries are kept, so that a long-lived world stays small. */
const historyLimit = 5000;

export function record(book: AlarmBook, entry: AlarmHistoryEntry): void {
  book.history.push(entry);
  if (book.history.length > historyLimit) book.history.splice(0, book.history.length - historyLimit);
}
