/** Which of the three views, and the whole of what a command needs of the terminal. */
import { ShipitError } from '../core/errors';
import type { Event, EventOf } from '../core/events';
import type { Report } from '../core/ports';
import { annotationsOf, noticeOf, type Refusal } from './annotations';
import { ask, askTyped } from './ask';
import { cleanEvent, cleanText, cleanValue } from './clean';
import { describe, emptyMemory, remember } from './describe';
import { errorText, sentencesOf } from './errors';
import { historyText } from './history';
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
  readonly payload: 'plan.made' | 'status.read' | 'history.read' | null;
  /** All of a plan, not one line a function. */
  readonly details: boolean;
}

export interface Ui {
  readonly mode: Mode;
  readonly report: Report;
  /** The event as it may be kept: no secret in it, and no control character. */
  clean(event: Event): Event;
  /** Asked-for text on stdout; nothing with --json, where stdout holds events alone. */
  print(lines: readonly Line[]): void;
  /** The error on stderr, without what the events said already; events that come later do not say it again. */
  fail(error: unknown): void;
  /** From now on these values are never printed. */
  hide(secrets: readonly string[]): void;
  /** Null where nobody can answer: then flags must suffice. */
  readonly confirm: ((question: string) => Promise<boolean>) | null;
  /** The same for what cannot be undone: a yes is to type what is expected. */
  readonly typed: ((question: string, expected: string) => Promise<boolean>) | null;
  /** The last drawing stays; to be called before the process ends. */
  close(): void;
}

/** Of a terminal that does not tell its width. */
const columnsOfUnknown = 80;

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
  const { actions } = streams.flags;
  const sinkFor = (stream: OutStream) =>
    new Sink({ stream, colour: wantsColour(stream, streams.flags), mask, actions });
  const [out, err] = [sinkFor(streams.stdout), sinkFor(streams.stderr)];
  const people = mode === 'live' ? new LiveReport(err, streams) : new PlainReport(err);
  const print = (lines: readonly Line[]): void => (mode === 'json' ? undefined : out.lines(lines));
  const annotate = actions ? annotator(err, streams) : () => undefined;
  const notice = actions ? noticer(err) : () => undefined;
  const json = createJsonReport(out);
  const tell = (event: Event): void => {
    const clean = cleanEvent(event, mask);
    if (mode === 'json') json.tell(event);
    else if (event.type === wishes.payload) print(payloadText(clean, wishes.details));
    else people.tell(clean);
    notice(clean);
    if ('exitCode' in clean && clean.exitCode !== 0) annotate(clean);
  };
  return {
    mode,
    report: { tell },
    clean: (event) => cleanEvent(event, mask),
    print,
    fail(error) {
      people.close();
      const hasSaid = (line: string): boolean => people.hasSaid(cleanText(line, mask));
      err.lines(errorText(error, { hasSaid, columns: frameColumns(streams, wishes), mask }));
      const refusal = cleanValue(refusalOf(error), mask);
      people.note(refusal.problems);
      annotate(refusal);
    },
    confirm: mode === 'live' && process.stdin.isTTY ? (question) => ask(streams, question) : null,
    typed: mayAsk(streams, mode) ? (question, expected) => askTyped(streams, question, expected) : null,
    hide: (secrets) => mask.hide(secrets),
    close: () => people.close(),
  };
}

/** Whoever sits at a terminal sees the line that is wrong; a log and a screen reader get one line a problem. */
function frameColumns(streams: Streams, { plain }: Wishes): number | null {
  const { stderr, flags } = streams;
  if (stderr.isTTY !== true || plain || flags.ci || flags.accessible) return null;
  return columnsOf(streams) || columnsOfUnknown;
}

function refusalOf(error: unknown): Refusal {
  if (!(error instanceof ShipitError))
    return { problems: ['shipit met something it does not know. This is a bug in shipit.'], faults: [] };
  return { problems: sentencesOf(error), faults: error.faults };
}

/** Error and last event say the same: whichever comes first is annotated. */
function annotator(err: Sink, { cwd, flags }: Streams): (refusal: Partial<Refusal>) => void {
  let done = false;
  return ({ problems = [], faults = [] }) => {
    if (done || problems.length === 0) return;
    done = true;
    const { commands, left } = annotationsOf({ problems, faults }, { cwd, workspace: flags.workspace });
    err.commands(commands);
    if (left > 0)
      err.lines([`GitHub shows ${commands.length} annotations a step; ${left} more are in this log.`]);
  };
}

/** A job that ended well shows no log: what waits for a person is shown beside it, with the command that goes on. */
function noticer(err: Sink): (event: Event) => void {
  let memory = emptyMemory;
  return (event) => {
    if (event.type === 'rollout.waiting') err.commands([noticeOf(describe(event, memory))]);
    memory = remember(event, memory);
  };
}

/** A screen reader is somebody who can answer; CI with a terminal is not. */
const mayAsk = ({ stderr, flags }: Streams, mode: Mode): boolean =>
  mode !== 'json' && !flags.ci && stderr.isTTY === true && process.stdin.isTTY;

function payloadText(event: Event, details: boolean): Line[] {
  const texts: { [T in Event['type']]?: (event: EventOf<T>) => Line[] } = {
    'plan.made': (plan) => planText(plan, details),
    'status.read': statusText,
    'history.read': historyText,
  };
  const text = texts[event.type] as ((event: Event) => Line[]) | undefined;
  return text ? text(event) : [];
}
