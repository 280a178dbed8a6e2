/** Events of streams by time and position. */
import { byPosition, type Position } from './ids';
import type { LogEvent } from './store';

/** Start inclusive, end exclusive; null is no bound. */
export interface Span {
  readonly startMs: number | null;
  readonly endMs: number | null;
}

/** By halving: events are sorted. */
export function within(events: readonly LogEvent[], { startMs, endMs }: Span): readonly LogEvent[] {
  const from = startMs === null ? 0 : firstAt(events, { atMs: startMs, number: 0 });
  const to = endMs === null ? events.length : firstAt(events, { atMs: endMs, number: 0 });
  return events.slice(from, to);
}

/** Index of the first event at or after a position. */
export function firstAt(events: readonly LogEvent[], position: Position): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const event = events[middle];
    if (event && byPosition(event, position) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
