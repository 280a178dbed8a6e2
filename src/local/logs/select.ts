/** A page of events of one stream, forwards or backwards: what GetLogEvents answers, and its tokens. */
import { bytesOf } from './bound';
import { refusal } from './errors';
import { EventId, type Position } from './ids';
import { firstAt } from './read';
import type { LogEvent } from './store';

export interface Selection {
  readonly token: string | undefined;
  readonly limit: number;
  /** Without a token: the oldest first page, else the newest. */
  readonly fromHead: boolean;
}

export interface Selected {
  /** Oldest first. */
  readonly events: readonly LogEvent[];
  readonly forward: string;
  readonly backward: string;
}

/** Of one answer. */
const mostBytes = 1_048_576;

interface Mark {
  readonly forwards: boolean;
  readonly position: Position;
}

/** Events must be sorted. The tokens of an empty page are the place where it was looked for: asking again goes on from there. */
export function selectPage(events: readonly LogEvent[], { token, limit, fromHead }: Selection): Selected {
  const mark = token === undefined ? null : readToken(token);
  const forwards = mark?.forwards ?? fromHead;
  const candidates = mark ? beyond(events, mark) : events;
  const page = forwards ? fitting(candidates, limit) : fitting(candidates.toReversed(), limit).toReversed();
  const { position, forwards: from } = mark ?? { position: { atMs: 0, number: 0 }, forwards: true };
  const first = page[0] ?? (from ? after(position) : position);
  const last = page.at(-1) ?? (from ? position : before(position));
  return { events: page, forward: `f/${EventId.of(last)}/s`, backward: `b/${EventId.of(first)}/s` };
}

/** As many from the start as the limit and the size of an answer allow; one at least. */
export function fitting(events: readonly LogEvent[], limit: number): readonly LogEvent[] {
  let bytes = 0;
  const tooMuch = events.findIndex((event, index) => {
    bytes += bytesOf(event);
    return index >= limit || (index > 0 && bytes > mostBytes);
  });
  return tooMuch < 0 ? events : events.slice(0, tooMuch);
}

const before = ({ atMs, number }: Position): Position => ({ atMs, number: Math.max(0, number - 1) });

const after = ({ atMs, number }: Position): Position => ({ atMs, number: number + 1 });

function beyond(events: readonly LogEvent[], { forwards, position }: Mark): readonly LogEvent[] {
  return forwards
    ? events.slice(firstAt(events, after(position)))
    : events.slice(0, firstAt(events, position));
}

function readToken(token: string): Mark {
  const [, direction, id = ''] = /^([fb])\/(\d+)\/s$/.exec(token) ?? [];
  const position = EventId.parse(id);
  if (!position) throw refusal.badToken();
  return { forwards: direction === 'f', position };
}
