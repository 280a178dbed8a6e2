/** The block that the live view draws: a pure function of what is known, the size of the window and the time. */

import { outcomeWords, show } from './show';
import { standing } from './standing';
import type { Line, Tone } from './style';
import { type FunctionView, type RolloutView, rolloutOf, type View, type Waits } from './view';
import { padText, widthOf, wrapText } from './width';

export interface Screen {
  readonly columns: number;
  /** 0 when nobody knows. */
  readonly rows: number;
  readonly nowMs: number;
  /** Bars may be drawn with block characters. */
  readonly unicode: boolean;
}

/** From this width on the bar and the numbers of a function share a line; nothing is set further to the right. */
const wideColumns = 120;
/** Of one reason; a command that is cut helps nobody. */
const reasonLines = 3;
const waitLines = 6;
const bar = { wide: 40, narrowest: 10, widest: 60 } as const;

/**
 * Lines that fit the columns when the names are not too long, and the rows always. Empty
 * while no release is planned or under way: a rollback by hand is one write, told in a line.
 */
export function frame(view: View, screen: Screen): Line[] {
  const functions = [...view.functions.values()];
  if (view.startedMs === null && functions.every(({ doing }) => doing === '')) return [];
  const title = titleOf(view, screen);
  const taken = takenLines(view, screen.columns);
  const named = view.rollouts.size > 1;
  const rollouts = [
    ...taken,
    ...[...view.rollouts.values()].flatMap((rollout) =>
      rolloutLines(view, rollout, { named, columns: screen.columns }),
    ),
  ];
  const blocks = functions.flatMap((entry) => block(entry, rolloutOf(view, entry), screen));
  const room = screen.rows === 0 ? Number.POSITIVE_INFINITY : screen.rows - 1;
  if (1 + blocks.length + rollouts.length <= room) return [title, ...blocks, ...rollouts];
  const briefs = functions.map((entry) => brief(entry, rolloutOf(view, entry), screen));
  return [title, ...fewer(briefs, room - 1 - rollouts.length), ...rollouts].slice(0, Math.max(1, room));
}

/** A block higher than the window could not be drawn over. */
function fewer(lines: readonly Line[], room: number): Line[] {
  if (lines.length <= room) return [...lines];
  const kept = Math.max(0, room - 1);
  return [...lines.slice(0, kept), `and ${show.count(lines.length - kept, 'more function')}`];
}

function titleOf(view: View, { nowMs }: Screen): Line {
  const { release, by, startedMs, finished } = view;
  if (release === null) return [{ tone: 'strong', text: 'release being prepared' }];
  const now = view.takenOver?.by ?? by;
  const text = `release ${show.release(release)}${now === null ? '' : ` by ${now}`}`;
  if (finished) return [{ tone: 'strong', text }, `  ${outcomeWords[finished.outcome]}`];
  return [{ tone: 'strong', text }, startedMs === null ? '' : `  ${show.time(nowMs - startedMs)}`];
}

function takenLines({ takenOver }: View, columns: number): Line[] {
  if (takenOver === null) return [];
  return wrapText(`taken over from ${takenOver.from}: ${takenOver.because}`, columns, reasonLines).map(
    (text) => [{ tone: 'warn', text }],
  );
}

function block(entry: FunctionView, rollout: RolloutView | null, screen: Screen): Line[] {
  const head = headOf(entry, rollout, screen);
  const shift = barOf(entry, rollout, screen);
  const counts = countsOf(entry);
  if (shift === null) return [head];
  if (screen.columns >= wideColumns) return [head, [...shift, '  ', ...(counts ?? [])]];
  return counts === null ? [head, shift] : [head, shift, ['  ', ...counts]];
}

/** Who it is on the left, where it stands on the right. */
function headOf(entry: FunctionView, rollout: RolloutView | null, { columns, nowMs }: Screen): Line {
  const name = entry.alias === '' ? '' : `  ${entry.name}:${entry.alias}`;
  const left = `${entry.key}${name}  ${versions(entry)}`;
  const place = placeOf(entry, rollout, nowMs);
  const gap = Math.min(columns, wideColumns) - widthOf(left) - widthOf(place);
  const rest = `${name}  ${versions(entry)}${' '.repeat(Math.max(2, gap))}${place}`;
  return [{ tone: 'strong', text: entry.key }, rest];
}

function versions({ baseline, candidate }: FunctionView): string {
  if (candidate === null) return baseline === null ? 'new' : `${baseline}`;
  return baseline === null || baseline === candidate ? candidate : `${baseline} -> ${candidate}`;
}

function placeOf(entry: FunctionView, rollout: RolloutView | null, nowMs: number): string {
  if (rollout === null) return entry.doing;
  if (rollout.outcome !== null) return outcomeWords[rollout.outcome];
  if (rollout.back !== null) return 'rolling back';
  if (rollout.step === 0) return entry.doing;
  if (rollout.waits !== null) return `step ${rollout.step}, ${waitWords[rollout.waits.for]}`;
  const left = rollout.dueMs > nowMs ? `${show.time(rollout.dueMs - nowMs)} left` : 'bake is over';
  return `step ${rollout.step}${rollout.steps > 0 ? ` of ${rollout.steps}` : ''}, ${left}`;
}

const waitWords = { resume: 'paused', approval: 'waits for approval', until: 'left here' } as const;

type Pieces = Exclude<Line, string>;

/** Nothing while there is nothing to shift to, as before the candidate is published. */
function barOf(entry: FunctionView, rollout: RolloutView | null, screen: Screen): Pieces | null {
  if (entry.candidate === null || rollout === null) return null;
  const text = `${entry.weight}%`;
  const room = screen.columns >= wideColumns ? bar.wide : screen.columns - 10;
  const width = Math.max(bar.narrowest, Math.min(bar.widest, room));
  // Any share at all shows as one cell, and anything short of all leaves one free.
  const cells = Math.round((width * entry.weight) / 100);
  const filled = entry.weight <= 0 ? 0 : Math.max(1, entry.weight < 100 ? Math.min(cells, width - 1) : width);
  const [full, free] = screen.unicode ? ['█', '░'] : ['#', '-'];
  const tone: Tone = rollout.back === null ? 'good' : 'bad';
  return [
    '  ',
    { tone, text: full.repeat(filled) },
    free.repeat(width - filled),
    ` ${padText(text, 5, 'left')}`,
  ];
}

function countsOf({ counts }: FunctionView): Pieces | null {
  if (counts === null) return null;
  const { candidate, baseline } = counts;
  const text = show.counts(candidate);
  return [candidate.errors > 0 ? { tone: 'warn', text } : text, `; ${show.counts(baseline)}`];
}

/** One line a function, when the window is too low for blocks. */
function brief(entry: FunctionView, rollout: RolloutView | null, screen: Screen): Line {
  const head = [{ tone: 'strong', text: entry.key } as const, `  ${versions(entry)}  ${entry.weight}%  `];
  const counts = countsOf(entry);
  return [...head, ...(counts ?? [placeOf(entry, rollout, screen.nowMs)])];
}

/** Reasons run over a few lines rather than lose their end, where the figures stand. */
function rolloutLines(
  view: View,
  rollout: RolloutView,
  { named, columns }: { readonly named: boolean; readonly columns: number },
): Line[] {
  const who = named ? `${rollout.name}: ` : '';
  const alarms: Line[] =
    rollout.alarms.length > 0
      ? [[`${who}alarms: `, ...firingFirst(rollout.alarms).flatMap(alarmPieces)]]
      : [];
  const hooks = rollout.hooks.flatMap((hook) => hookLines(hook, who, columns));
  const reason = reasonOf(view, rollout);
  if (reason === null) return [...alarms, ...hooks];
  const { tone } = reason;
  const lines = wrapText(`${who}${reason.text}`, columns, rollout.waits ? waitLines : reasonLines);
  return [...alarms, ...hooks, ...lines.map((text) => (tone === null ? text : [{ tone, text }]))];
}

/** A hook that passed needs no reason. */
function hookLines(
  { name, status, because }: RolloutView['hooks'][number],
  who: string,
  columns: number,
): Line[] {
  if (status === 'pass') return [`${who}hook ${name}: passed`];
  const tone = status === 'fail' ? 'bad' : 'warn';
  return wrapText(
    `${who}hook ${name}: ${status === 'fail' ? 'FAILED' : status}: ${because}`,
    columns,
    reasonLines,
  ).map((text) => [{ tone, text }]);
}

const toneOf: { readonly [outcome: string]: Tone } = { promoted: 'good', waiting: 'warn' };

function reasonOf(view: View, rollout: RolloutView): { tone: Tone | null; text: string } | null {
  const { verdict, because, held, back, waits, outcome } = rollout;
  if (outcome !== null)
    return { tone: toneOf[outcome] ?? 'bad', text: `${outcomeWords[outcome]}: ${because}` };
  if (back !== null) return { tone: 'bad', text: `rolling back: ${back}` };
  if (waits !== null) return { tone: 'warn', text: waitReason(view, waits) };
  if (held !== null) return { tone: 'warn', text: `waiting: ${held}` };
  return verdict === null ? null : { tone: null, text: `${verdict}: ${because}` };
}

/** What holds it, until when, what then, and the command that goes on. */
function waitReason({ where }: View, { for: what, step, expiresMs, then }: Waits): string {
  const until = expiresMs === null ? '' : ` until ${show.clock(expiresMs)}`;
  const end = then === 'rollback' ? 'rolls back' : 'goes on';
  // Release, step and steps stand in the line that was written when it came to wait.
  const meant = { where, release: null, step: null };
  const ways = standing.waysOut(what === 'resume' ? 'resume' : 'approve', meant);
  if (what === 'resume') return `paused at step ${step}, alarms stay watched: ${ways}`;
  if (what === 'until') return `left at step ${step}, kept${until}, and nobody watches it: ${ways}`;
  return `waits for approval of step ${step}${until}${until === '' ? '' : `, then ${end}`}; alarms stay watched: ${ways}`;
}

/** The line may be cut, and what fires must not be. */
function firingFirst(alarms: RolloutView['alarms']): RolloutView['alarms'] {
  const fires = ({ state }: { state: string }): boolean => state === 'ALARM';
  return [...alarms.filter(fires), ...alarms.filter((alarm) => !fires(alarm))];
}

function alarmPieces({ name, state }: { name: string; state: string }, index: number): Pieces {
  const comma = index === 0 ? '' : ', ';
  return [`${comma}${name} `, state === 'ALARM' ? { tone: 'bad', text: state } : state];
}
