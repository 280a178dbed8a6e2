/** Events of many streams in the order of their times, page by page: what FilterLogEvents answers. */
import { refusal } from './errors';
import { byPosition, EventId, type Position } from './ids';
import { matchAll } from './pattern/match';
import type { LogPattern } from './pattern/pattern';
import { type Span, within } from './read';
import { fitting } from './select';
import type { LogEvent, LogStream } from './store';

export interface Search extends Span {
  readonly streams: readonly LogStream[];
  readonly pattern: LogPattern;
  readonly token: string | undefined;
  readonly limit: number;
  /** Of the first page; a token has a direction of its own. */
  readonly oldestFirst: boolean;
}

export interface Found {
  readonly events: readonly { readonly stream: string; readonly event: LogEvent }[];
  readonly nextToken: string | undefined;
}

export function search(of: Search): Found {
  const mark = of.token === undefined ? null : readToken(of.token);
  const oldestFirst = mark?.oldestFirst ?? of.oldestFirst;
  const sign = oldestFirst ? 1 : -1;
  const names = new Map<LogEvent, string>();
  for (const stream of of.streams)
    for (const event of within(stream.events, of)) {
      if (mark && byPosition(event, mark.position) * sign <= 0) continue;
      names.set(event, stream.name);
    }
  const matching = matchingOf(of.pattern, [...names.keys()]).sort((a, b) => byPosition(a, b) * sign);
  const page = fitting(matching, of.limit);
  const last = page.at(-1);
  const events = page.map((event) => ({ stream: names.get(event) ?? '', event }));
  const more = last && page.length < matching.length;
  return { events, nextToken: more ? tokenOf({ oldestFirst, position: last }) : undefined };
}

function matchingOf(pattern: LogPattern, events: readonly LogEvent[]): LogEvent[] {
  const matches = matchAll(
    pattern,
    events.map(({ message }) => message),
  );
  return events.filter((_, index) => matches[index]);
}

interface Mark {
  readonly oldestFirst: boolean;
  readonly position: Position;
}

const tokenOf = ({ oldestFirst, position }: Mark): string =>
  Buffer.from(`${oldestFirst ? 'h' : 't'}:${EventId.of(position)}`).toString('base64url');

function readToken(token: string): Mark {
  const text = Buffer.from(token, 'base64url').toString('utf8');
  const position = /^[ht]:/.test(text) ? EventId.parse(text.slice(2)) : null;
  if (!position) throw refusal.badToken();
  return { oldestFirst: text.startsWith('h'), position };
}
