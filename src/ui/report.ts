/**
 * All that a report of a release says, as plain words in tables and lists: text, Markdown and HTML only lay it out, so that
 * they cannot disagree. Nothing in here is safe for any of them yet.
 */
import type { Outcome } from '../core/outcome';
import { type PlanReport, planReport } from './report-plan';
import { digestTable, functionTables, type ReportTable } from './report-tables';
import { outcomeWords, show } from './show';
import { standing } from './standing';
import { sentenceOf } from './timeline';
import type { RolloutView, View } from './view';

export interface Report {
  /** `Release F7K2M1: rolled back`. */
  readonly title: string;
  readonly outcome: Outcome | null;
  /** Of a release that is under way, too: what was seen last is the reason why it stands where it does. */
  readonly reason: string;
  /** What a person has to type before it goes on; commands stand between backticks. */
  readonly ways: readonly string[];
  readonly facts: readonly (readonly [string, string])[];
  /** What was wrong, beside the reason. */
  readonly problems: readonly string[];
  readonly functions: ReportTable;
  /** Of which nothing is to be told but that they went along; null where all stand in the first table. */
  readonly others: ReportTable | null;
  readonly timeline: ReportTable;
  /** Null where none is known, and for what was refused. */
  readonly plan: PlanReport | null;
  readonly digests: ReportTable;
  /** What the journal does not have. */
  readonly lacks: readonly string[];
}

/** What a release is told from. A run that came to it later knows less than its journal may. */
export type TellsFrom = 'journal' | 'run';

export const lackWords = { journal: 'The journal does not have', run: 'Not known to this run:' } as const;

export function reportOf(view: View): Report {
  const { ended, plan, problems, release } = view;
  const reason = reasonOf(view);
  const { first, others } = functionTables(view);
  return {
    title: `${release === null ? 'Release' : `Release ${show.release(release)}`}: ${stateOf(view)}`,
    outcome: ended?.outcome ?? null,
    reason,
    ways: isOver(view) ? [] : [...view.rollouts.values()].flatMap((rollout) => waysOf(view, rollout)),
    facts: factsOf(view),
    problems: problems.filter((problem) => problem !== reason),
    functions: first,
    others,
    timeline: timelineOf(view),
    plan: plan === null || ended?.outcome === 'refused' ? null : planReport(plan),
    digests: digestTable(view),
    lacks: lacksOf(view),
  };
}

const isOver = ({ ended }: View): boolean => ended !== null && ended.outcome !== 'waiting';

function stateOf({ ended, rollouts, release }: View): string {
  if (ended !== null) return outcomeWords[ended.outcome];
  const [first] = rollouts.values();
  if (first === undefined) return release === null ? 'not begun' : 'not ended';
  return `not ended, step ${first.step}${first.steps > 0 ? ` of ${first.steps}` : ''}, ${first.weight}%`;
}

function reasonOf({ ended, rollouts, problems }: View): string {
  if (ended !== null) return ended.because || (problems[0] ?? '');
  const told = [...rollouts.values()].map(({ back, held, because }) => back ?? held ?? because);
  return told.find((text) => text !== '') ?? '';
}

function waysOf({ where, release, asked }: View, { waits, step, name }: RolloutView): string[] {
  if (waits === null) return [];
  const meant = { where, release: release === null ? null : show.release(release), step: null };
  const until = waits.expiresMs === null ? '' : ` until ${show.day(waits.expiresMs)}`;
  const ways =
    waits.for === 'until'
      ? standing.heldWays(asked, meant)
      : standing.waysOut(waits.for === 'resume' ? 'resume' : 'approve', meant);
  return [`step ${step} of ${name} waits for a person${until}: ${ways}`];
}

function factsOf(view: View): [string, string][] {
  const { by, from, commit, dirty, startedMs, ended, takenOver, release } = view;
  const over = isOver(view) ? (ended?.atMs ?? null) : null;
  const took = over !== null && startedMs !== null ? `, after ${show.time(over - startedMs)}` : '';
  const taken = takenOver && `by ${takenOver.by} from ${takenOver.from}: ${takenOver.because}`;
  const facts: [string, string | null][] = [
    ['Release', release],
    ['By', by],
    ['From', from],
    ['Commit', commit === null ? null : `${commit}${dirty ? ', with changes that are not committed' : ''}`],
    ['Started', startedMs === null ? null : show.day(startedMs)],
    ['Ended', over === null ? null : `${show.day(over)}${took}`],
    ['Taken over', taken],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
}

/** Of what was refused there is nothing to tell beside its reasons. */
function timelineOf({ timeline, startedMs, release }: View): ReportTable {
  const { left } = timeline;
  const marks = release === null ? [] : timeline.marks;
  const [first, last] = [startedMs ?? marks[0]?.atMs ?? 0, marks.at(-1)?.atMs ?? 0];
  const isLong = show.day(first).slice(0, 10) !== show.day(last).slice(0, 10);
  const several = new Set(marks.flatMap(({ rollout }) => rollout ?? [])).size > 1;
  const rows = marks.map((mark) => [
    isLong ? show.day(mark.atMs) : show.clock(mark.atMs),
    several ? (mark.rollout ?? '') : '',
    mark.weight === null ? '' : `${mark.weight}%`,
    sentenceOf(mark),
    mark.seen === null ? '' : show.failed(mark.seen.candidate),
    mark.seen === null ? '' : show.failed(mark.seen.baseline),
    mark.verdict ?? '',
    mark.by ?? '',
  ]);
  const columns = [
    'Time',
    'Rollout',
    'Weight',
    'What',
    'Candidate failed',
    'Baseline failed',
    'Verdict',
    'Who',
  ];
  const note = left === 0 ? null : `${show.count(left, 'line')} of a long release are not kept.`;
  return { title: 'What happened', noun: ['line', 'lines'], columns, rows, note };
}

/** An older shipit kept less, and whoever died could not say more. */
function lacksOf({ release, plan, startedMs, from, functions, ended }: View): string[] {
  if (release === null) return [];
  const published = [...functions.values()].filter(({ candidate }) => candidate !== null);
  const looked = published.some(({ points }) => points.length > 0);
  const moved = ended?.outcome === 'promoted' || ended?.outcome === 'rolledBack';
  const lacks: [boolean, string][] = [
    [startedMs === null, 'how it began'],
    [plan === null, 'the plan'],
    [startedMs !== null && from === null, 'from where it was started'],
    [published.some(({ digest }) => digest === null), 'digests of all the code'],
    [moved && published.length > 0 && !looked, 'requests and errors, for nobody looked at them'],
  ];
  return lacks.flatMap(([isMissing, what]) => (isMissing ? [what] : []));
}
