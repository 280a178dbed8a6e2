/** Who suppresses the actions of a composite alarm, and until when. */
import type { AlarmBook, AnyAlarmEntry, CompositeAlarmEntry } from './book';

/** By name or ARN. */
export function suppressorOf(
  book: AlarmBook,
  { definition }: Pick<CompositeAlarmEntry, 'definition'>,
): AnyAlarmEntry | null {
  const { ActionsSuppressor: text } = definition;
  if (!text) return null;
  const name = text.startsWith('arn:') ? text.slice(text.indexOf(':alarm:') + ':alarm:'.length) : text;
  return book.metric.get(name) ?? book.composite.get(name) ?? null;
}

/** When its period ends, epoch ms; infinity for never. */
export const endOf = ({ suppression }: CompositeAlarmEntry): number =>
  suppression?.untilMs ?? Number.POSITIVE_INFINITY;

/** When the first period of all ends. */
export function nextEnd({ composite }: AlarmBook): number {
  let nextMs = Number.POSITIVE_INFINITY;
  for (const entry of composite.values()) nextMs = Math.min(nextMs, endOf(entry));
  return nextMs;
}
