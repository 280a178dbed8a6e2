/** Which of the three views, and the whole of what a command needs of the terminal. */
import type { Event, EventOf } from '../core/events';
import type { Report } from '../core/ports';
import { ask } from './ask';
import { cleanEvent, cleanText } from './clean';
import { errorText } from './errors';
import { createJsonReport } from './json';
import { LiveReport, narrowestColumns } from './live';
import { Mask } from './mask';
import { PlainReport } from './plain';
import { planText } from './plan';
import { Sink } from './sink';
import { statusText } from './status';
import { columnsOf, type OutStream, type Streams } from './streams';
import { type Line, wantsColour } from './style';

export type Mode = 'json' | 'plain' | 'live';

export interface Wishes {
  readonly json: boolean;
  readonly plain: boolean;
  /** The event this command was asked for: its text goes to stdout. Null for commands that only tell. */
  readonly payload: 'plan.made' | 'status.read' | null;
}

export interface Ui {
  readonly mode: Mode;
  readonly report: Report;
  /** Asked-for text on stdout; nothing with --json, where stdout holds events alone. */
  print(lines: readonly Line[]): void;
  /** The error on stderr, without what the events said already. */
  fail(error: unknown): void;
  /** From now on these values are never printed. */
  hide(secrets: readonly string[]): void;
  /** Null where nobody can answer: then flags must suffice. */
  readonly confirm: ((question: string) => Promise<boolean>) | null;
  /** The last drawing stays; to be called before the process ends. */
  close(): void;
}

/** A live view needs a terminal that can move its cursor and somebody who looks at it. */
export function chooseMode(streams: Streams, wishes: { json: boolean; plain: boolean }): Mode {
  const { stderr, flags } = streams;
  if (wishes.json) return 'json';
  if (wishes.plain || flags.accessible || flags.ci || flags.term === 'dumb') return 'plain';
  return stderr.isTTY === true && columnsOf(streams) >= narrowestColumns ? 'live' : 'plain';
}

export function openUi(streams: Streams, wishes: Wishes): Ui {
  const mode = chooseMode(streams, wishes);
  const mask = new Mask();
  const sinkFor = (stream: OutStream) =>
    new Sink({ stream, colour: wantsColour(stream, streams.flags), mask });
  const [out, err] = [sinkFor(streams.stdout), sinkFor(streams.stderr)];
  const people = mode === 'live' ? new LiveReport(err, streams) : new PlainReport(err);
  const print = (lines: readonly Line[]): void => (mode === 'json' ? undefined : out.lines(lines));
  const tell = (event: Event): void => {
    const clean = cleanEvent(event, mask);
    if (event.type === wishes.payload) print(payloadText(clean));
    else people.tell(clean);
  };
  return {
    mode,
    report: mode === 'json' ? createJsonReport(out) : { tell },
    print,
    fail(error) {
      people.close();
      err.lines(errorText(error, (line) => people.hasSaid(cleanText(line, mask))));
    },
    confirm: mode === 'live' && process.stdin.isTTY ? (question) => ask(streams, question) : null,
    hide: (secrets) => mask.hide(secrets),
    close: () => people.close(),
  };
}

function payloadText(event: Event): Line[] {
  const texts: { [T in Event['type']]?: (event: EventOf<T>) => Line[] } = {
    'plan.made': planText,
    'status.read': statusText,
  };
  const text = texts[event.type] as ((event: Event) => Line[]) | undefined;
  return text ? text(event) : [];
}
