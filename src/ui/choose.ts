/** Which of the three views, and the whole of what a command needs of the terminal. */
import { ShipitError } from '../core/errors';
import type { Event, EventOf } from '../core/events';
import type { Report } from '../core/ports';
import { annotationsOf, noticeOf, type Refusal } from './annotations';
import { ask, askTyped } from './ask';
import { cleanEvent, cleanText, cleanValue } from './clean';
import { describe, emptyMemory, remember } from './describe';
import { doctorText } from './doctor';
import { errorText, sentencesOf } from './errors';
import { historyText } from './history';
import { createJsonReport } from './json';
import { type Helm, LiveReport, narrowestColumns } from './live';
import { createLogReport } from './log';
import { Mask } from './mask';
import { type PeopleReport, PlainReport } from './plain';
import { planText } from './plan';
import { QuietReport } from './quiet';
import { Sink } from './sink';
import { statusText } from './status';
import { columnsOf, type OutStream, type Streams } from './streams';
import { type Line, wantsColour } from './style';
import { withoutMatcher } from './workflow';

export type Mode = 'json' | 'plain' | 'live';

export interface Wishes {
  readonly json: boolean;
  readonly plain: boolean;
  /** The event this command was asked for: its text goes to stdout. Null for commands that only tell. */
  readonly payload: 'plan.made' | 'status.read' | 'history.read' | 'doctor.checked' | null;
  /** All of a plan, not one line a function. */
  readonly details: boolean;
  /** `quiet`: trouble and the end alone. `debug`: where errors came from. Absent for what the view has by itself. */
  readonly talk?: 'quiet' | 'debug' | null;
}

export interface Ui {
  readonly mode: Mode;
  readonly report: Report;
  /** The event as it may be kept: no secret in it, and no control character. */
  clean(event: Event): Event;
  /** For machines alone: with --json and in the file for events. */
  keep(event: Event): void;
  /** Asked-for text on stdout; nothing with --json, where stdout holds events alone. */
  print(lines: readonly Line[]): void;
  /** One line more for people, below all that was told; nothing with --json. */
  hint(line: string): void;
  /** A whole document on stdout, whatever the length of its lines. Safe where it is read: it was made so. */
  write(document: string): void;
  /** The error on stderr, without what the events said already; events that come later do not say it again. */
  fail(error: unknown): void;
  /** From now on these values are never printed. */
  hide(secrets: readonly string[]): void;
  /** Null where nobody can answer: then flags must suffice. */
  readonly confirm: ((question: string) => Promise<boolean>) | null;
  /** The same for what cannot be undone: a yes is to type what is expected. */
  readonly typed: ((question: string, expected: string) => Promise<boolean>) | null;
  /** Only the live view steers: it follows the time and hears keys. */
  steer(helm: Helm): void;
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
  const people = peopleOf(err, streams, { mode, ...wishes });
  const print = mode === 'json' ? () => undefined : printer(out, people);
  const { annotate, notice } = actions ? runner(err, streams) : nobody;
  const json = mode === 'json' ? createJsonReport(out) : null;
  const show = (event: Event): void => {
    const clean = cleanEvent(event, mask);
    if (json) json.tell(event);
    else if (event.type === wishes.payload) print(payloadText(clean, wishes.details));
    else people.tell(clean);
    notice(clean);
    if ('exitCode' in clean && clean.exitCode !== 0) annotate(clean);
  };
  return {
    mode,
    ...tellers(show, { json, log: streams.log && createLogReport(streams.log, mask, show), wishes }),
    clean: (event) => cleanEvent(event, mask),
    print,
    ...beside({ out, err, isShown: mode !== 'json' && wishes.talk !== 'quiet' }),
    fail(error) {
      people.close();
      if (actions && refusalOf(error).faults.length > 0) err.commands([withoutMatcher]);
      const hasSaid = (line: string): boolean => people.hasSaid(cleanText(line, mask));
      err.lines(errorText(error, { hasSaid, columns: frameColumns(streams, wishes), mask }));
      const refusal = cleanValue(refusalOf(error), mask);
      people.note(refusal.problems);
      annotate(refusal);
    },
    ...questions(streams, mode, people),
    steer: (helm) => (people instanceof LiveReport ? people.steer(heardClean(helm, mask)) : helm.close()),
    hide: (secrets) => mask.hide(secrets),
    close: () => people.close(),
  };
}

const nobody = { annotate: () => undefined, notice: () => undefined };
const runner = (err: Sink, streams: Streams) => ({ annotate: annotator(err, streams), notice: noticer(err) });

/** Below what people see, which stays. */
const printer =
  (out: Sink, people: PeopleReport): Ui['print'] =>
  (lines) => {
    people.makeRoom();
    out.lines(lines);
  };

function peopleOf(
  err: Sink,
  streams: Streams,
  { mode, talk }: Pick<Wishes, 'talk'> & { readonly mode: Mode },
): PeopleReport {
  if (talk === 'quiet') return new QuietReport(err);
  return mode === 'live' ? new LiveReport(err, streams) : new PlainReport(err);
}

function questions(streams: Streams, mode: Mode, people: PeopleReport): Pick<Ui, 'confirm' | 'typed'> {
  const asks = mode === 'live' && process.stdin.isTTY;
  return {
    confirm: asks ? (question) => people.aside(() => ask(streams, question)) : null,
    typed: mayAsk(streams, mode)
      ? (question, expected) => people.aside(() => askTyped(streams, question, expected))
      : null,
  };
}

interface Machines {
  readonly json: Report | null;
  readonly log: Report | null;
  readonly wishes: Wishes;
}

/** Where a known error came from is for those who asked; of a bug all can know it. */
function tellers(show: Report['tell'], { json, log, wishes }: Machines): Pick<Ui, 'report' | 'keep'> {
  const isAside = (event: Event): boolean =>
    event.type === 'error.traced' && event.code !== null && wishes.talk !== 'debug';
  return {
    report: {
      tell(event) {
        if (isAside(event)) return;
        log?.tell(withoutToken(event));
        show(event);
      },
    },
    keep(event) {
      log?.tell(event);
      json?.tell(event);
    },
  };
}

/** A log is read by others than whoever may steer: the address of the page without what opens it. */
const withoutToken = (event: Event): Event =>
  event.type === 'web.ready' ? { ...event, url: event.url.replace(/\?.*$/, '') } : event;

/** What a journal tells comes from outside as well. */
const heardClean = (helm: Helm, mask: Mask): Helm => ({
  ...helm,
  retell: (release, told) => helm.retell(release, (event) => told(cleanEvent(event, mask))),
});

/** What is no event: a document that was asked for, and a line below all that was told. */
const beside = (to: { out: Sink; err: Sink; isShown: boolean }): Pick<Ui, 'hint' | 'write'> => ({
  hint: (line) => (to.isShown ? to.err.lines([line]) : undefined),
  write: (document) => to.out.document(document),
});

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
    'doctor.checked': doctorText,
  };
  const text = texts[event.type] as ((event: Event) => Line[]) | undefined;
  return text ? text(event) : [];
}
