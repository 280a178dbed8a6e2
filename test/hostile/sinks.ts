/** Every view of a release, as something that takes events and gives text. A new view is one more entry. */
import type { Event } from '../../src/core/events';
import { openUi, type Wishes } from '../../src/ui/choose';
import { cleanEvent } from '../../src/ui/clean';
import { fold } from '../../src/ui/fold';
import { markdownOf } from '../../src/ui/markdown';
import { Mask } from '../../src/ui/mask';
import { planMarkdown } from '../../src/ui/plan-markdown';
import { retoldDocument, retoldLines } from '../../src/ui/retold';
import { emptyView, type View } from '../../src/ui/view';
import { type KeptStreams, pipes, terminal } from '../ui/streams';
import {
  inertAsJson,
  inertAsJsonForRunner,
  inertAsMarkdown,
  inertAsPage,
  inertForRunner,
  inertOnTerminal,
  markdownShape,
  markupShape,
  withoutColour,
} from './judge';

export interface HostileSink {
  readonly name: string;
  /** What each event came to, in their order; a view of the whole gives one text. */
  show(events: readonly Event[]): Promise<readonly string[]>;
  /** Throws for what somebody would obey. */
  judge(text: string): void | Promise<void>;
  /** What foreign text never changes: it is the same when everybody says harmless things. Null where lines are broken. */
  readonly shape: ((text: string) => unknown) | null;
}

const plain: Wishes = { json: false, plain: false, payload: null, details: false };

function through(open: () => KeptStreams, wishes: Partial<Wishes>): HostileSink['show'] {
  return async (events) => {
    const streams = open();
    const ui = openUi(streams, { ...plain, ...wishes });
    const texts = events.map((event) => {
      for (const { writes } of [streams.stdout, streams.stderr]) writes.splice(0);
      ui.report.tell(event);
      return `${streams.stdout.text}${streams.stderr.text}`;
    });
    ui.close();
    return texts;
  };
}

const colour = { NO_COLOR: '', FORCE_COLOR: '1' };
const actions = { GITHUB_ACTIONS: 'true', CI: 'true' };

/** A problem may have several lines: what follows the first is set in, so that it looks like no line of ours. */
const continued = /^(?:\d\d:\d\d:\d\dZ (?:\w{6} )?)? {2}/;
const ownLines = (text: string): number =>
  withoutColour(text)
    .split('\n')
    .filter((line) => !continued.test(line)).length;

/** As the journal has it. */
const kept = (events: readonly Event[]): Event[] => events.map((event) => cleanEvent(event, new Mask()));

function document(make: (view: View) => string): HostileSink['show'] {
  return async (events) => [make(kept(events).reduce(fold, emptyView))];
}

const atMs = Date.UTC(2026, 10, 21, 3);
const limited = { maxBytes: 65_536 };

/** Whoever reads these obeys more than a terminal. */
export const page: HostileSink = {
  name: 'report as a page',
  show: async (events) => [retoldDocument('html', { journal: kept(events), atMs, from: 'journal' })],
  judge: inertAsPage,
  shape: markupShape,
};

export const sinks: readonly HostileSink[] = [
  { name: 'plain lines', show: through(() => pipes(), {}), judge: inertOnTerminal, shape: ownLines },
  {
    name: 'plain lines in colour',
    show: through(() => terminal(100, { CI: '1', ...colour }), {}),
    judge: inertOnTerminal,
    shape: ownLines,
  },
  {
    name: 'live view of 80 columns',
    show: through(() => terminal(80), {}),
    judge: inertOnTerminal,
    shape: null,
  },
  {
    name: 'live view of 200 columns in colour',
    show: through(() => terminal(200, colour), {}),
    judge: inertOnTerminal,
    shape: null,
  },
  { name: 'JSON', show: through(() => pipes(), { json: true }), judge: inertAsJson, shape: ownLines },
  {
    name: 'JSON in Actions',
    show: through(() => pipes(actions), { json: true }),
    judge: inertAsJsonForRunner,
    shape: ownLines,
  },
  { name: 'log of Actions', show: through(() => pipes(actions), {}), judge: inertForRunner, shape: ownLines },
  {
    name: 'log of Actions in colour',
    show: through(() => pipes({ ...actions, ...colour }), {}),
    judge: inertForRunner,
    shape: ownLines,
  },
  ...(['plan.made', 'status.read', 'history.read'] as const).flatMap((payload) =>
    [false, true].map((details) => ({
      name: `${payload}${details ? ' with all of it' : ''}, as it was asked for in Actions`,
      show: through(() => pipes(actions), { payload, details }),
      judge: inertForRunner,
      shape: ownLines,
    })),
  ),
  {
    name: 'report as text',
    show: async (events) => {
      const { stdout, ...streams } = pipes();
      openUi({ ...streams, stdout }, plain).print(retoldLines({ journal: kept(events) }));
      return [stdout.text];
    },
    judge: inertOnTerminal,
    shape: null,
  },
  {
    name: 'report as Markdown',
    show: document((view) => markdownOf(view, { maxBytes: null, from: 'run' })),
    judge: inertAsMarkdown,
    shape: markdownShape,
  },
  {
    name: 'summary of a job',
    show: document((view) => markdownOf(view, { ...limited, from: 'journal' })),
    judge: inertAsMarkdown,
    shape: null,
  },
  {
    name: 'plan for a pull request',
    show: document((view) => planMarkdown(view, limited)),
    judge: inertAsMarkdown,
    shape: null,
  },
  page,
];
