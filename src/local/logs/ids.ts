/** Names of events: 56 digits that sort by time and then by arrival, and what of a request or an answer is made of them. */
import type { LogEvent } from './store';

/** Where an event stands among all others. */
export type Position = Pick<LogEvent, 'atMs' | 'number'>;

export const EventId = {
  of: ({ atMs, number }: Position): string => `3${padded(atMs, 15)}${padded(number, 40)}`,

  /** Null for what is no id. */
  parse(text: string): Position | null {
    const [, atMs, number] = /^3(\d{15})(\d{40})$/.exec(text) ?? [];
    return atMs === undefined ? null : { atMs: Number(atMs), number: Number(number) };
  },
};

export const byPosition = (a: Position, b: Position): number => a.atMs - b.atMs || a.number - b.number;

interface Place extends Position {
  readonly group: string;
  readonly stream: string;
}

/** What Insights calls `@ptr`: opaque to callers. */
export const Pointer = {
  of: ({ group, stream, ...position }: Place): string =>
    Buffer.from(`${EventId.of(position)}\n${group}\n${stream}`).toString('base64'),

  /** Null for what is no pointer. */
  parse(text: string): Place | null {
    const [id = '', group, stream] = Buffer.from(text, 'base64').toString('utf8').split('\n');
    const position = EventId.parse(id);
    return position && group && stream ? { ...position, group, stream } : null;
  },
};

const padded = (value: number, digits: number): string => String(Math.trunc(value)).padStart(digits, '0');
