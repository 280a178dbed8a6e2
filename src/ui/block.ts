/** One function in the live view: all that is known of it, or one line. */
import type { VersionCounts } from '../core/events';
import { totalsOf } from './series';
import { outcomeWords, show } from './show';
import { sparkline } from './spark';
import type { Line, Tone } from './style';
import { outcomeOf } from './tally';
import { type FunctionView, type RolloutView, rolloutOf, type View } from './view';
import { padText, widthOf } from './width';

export interface Canvas {
  readonly columns: number;
  readonly nowMs: number;
  /** Bars may be drawn with block characters. */
  readonly unicode: boolean;
}

/** From this width on the bar and the numbers of a function share a line; nothing is set further to the right. */
const wideColumns = 120;
const bar = { wide: 40, narrowest: 10, widest: 60, brief: 10 } as const;
const spark = { wide: 24, widest: 48 } as const;
/** What one line shows of a name. */
const longestKey = 24;

type Pieces = Exclude<Line, string>;

/** Who it is and where it stands; below that how much it gets, what both versions did, and how that went. */
export function fullBlock(view: View, entry: FunctionView, canvas: Canvas): Line[] {
  const { columns, unicode } = canvas;
  const head = headOf(view, entry, canvas);
  const shift = barOf(view, entry, canvas);
  if (shift === null) return [head];
  const isWide = columns >= wideColumns;
  const left = isWide ? bar.wide + 10 : 2;
  const [candidate, baseline] = countLines(countsOf(view, entry), columns - left);
  const course = sparkline(entry, isWide ? spark.wide : Math.min(spark.widest, columns - 24), unicode);
  if (!isWide) {
    const counts = [candidate, baseline].flatMap((line) => (line ? [['  ', ...line]] : []));
    return [head, shift, ...counts, ...(course === null ? [] : [`  ${course}`])];
  }
  const first = candidate ? [...shift, '  ', ...candidate] : shift;
  const second = [padText(course === null ? '' : `  ${course}`, left, 'right'), ...(baseline ?? [])];
  return [head, first, ...(course === null && !baseline ? [] : [second])];
}

/** One line, for windows in which not all of them fit. */
export function briefLine(
  view: View,
  entry: FunctionView,
  canvas: Canvas & { readonly names: number },
): Line {
  const rollout = rolloutOf(view, entry);
  const name = padText(entry.key, Math.min(longestKey, canvas.names), 'right');
  const head = [{ tone: 'strong', text: name } as const, `  ${versionsOf(entry)}`];
  const { counts } = entry;
  const isOver = outcomeOf(view, entry) !== null;
  if (rollout === null || rollout.step === 0 || counts === null || isOver)
    return [...head, `  ${placeOf(view, entry, canvas.nowMs)}`];
  const text = `${counts.candidate.version}: ${briefCounts(counts.candidate)}`;
  const failing: Pieces[number] = counts.candidate.errors > 0 ? { tone: 'warn', text } : text;
  const weight = padText(`${entry.weight}%`, 4, 'left');
  return [...head, `  ${weight}  `, failing, `  ${counts.baseline.version}: ${briefCounts(counts.baseline)}`];
}

const briefCounts = ({ requests, errors }: VersionCounts): string =>
  requests === 0 ? 'no requests' : `${errors} of ${requests} failed (${show.share(errors / requests)})`;

/** Who it is on the left, where it stands on the right. */
function headOf(view: View, entry: FunctionView, { columns, nowMs }: Canvas): Line {
  const name = entry.alias === '' ? '' : `  ${entry.name}:${entry.alias}`;
  const rest = `${name}  ${versionsOf(entry)}`;
  const place = placeOf(view, entry, nowMs);
  const used = widthOf(entry.key) + widthOf(place);
  const gap = Math.min(columns, wideColumns) - used - widthOf(rest);
  const head = { tone: 'strong', text: entry.key } as const;
  if (gap >= 2) return [head, `${rest}${' '.repeat(gap)}${place}`];
  // Where it stands is worth more than what it is called at AWS.
  const short = `  ${versionsOf(entry)}`;
  return [head, `${short}${' '.repeat(Math.max(2, columns - used - widthOf(short)))}${place}`];
}

function versionsOf({ baseline, candidate }: FunctionView): string {
  if (candidate === null) return baseline === null ? 'new' : `${baseline}`;
  return baseline === null || baseline === candidate ? candidate : `${baseline} -> ${candidate}`;
}

function placeOf(view: View, entry: FunctionView, nowMs: number): string {
  const outcome = outcomeOf(view, entry);
  if (outcome !== null) return outcomeWords[outcome];
  const rollout = rolloutOf(view, entry);
  if (rollout === null || (rollout.step === 0 && rollout.back === null)) return entry.doing;
  // Its alias is done, and nobody has said yet how it ended.
  if (view.followed !== null && entry.serves !== null) return entry.doing;
  if (rollout.back !== null) return 'rolling back';
  if (rollout.waits !== null) return `step ${rollout.step}, ${waitWords[rollout.waits.for]}`;
  const left = rollout.dueMs > nowMs ? `${show.time(rollout.dueMs - nowMs)} left` : 'bake is over';
  return `step ${rollout.step}${rollout.steps > 0 ? ` of ${rollout.steps}` : ''}, ${left}`;
}

const waitWords = { resume: 'paused', approval: 'waits for approval', until: 'left here' } as const;

/** Nothing while there is nothing to shift to, as before the candidate is published. */
function barOf(view: View, entry: FunctionView, { columns, unicode }: Canvas): Pieces | null {
  const rollout = rolloutOf(view, entry);
  if (entry.candidate === null || rollout === null) return null;
  const room = columns >= wideColumns ? bar.wide : columns - 10;
  const width = Math.max(bar.narrowest, Math.min(bar.widest, room));
  // Any share at all shows as one cell, and anything short of all leaves one free.
  const cells = Math.round((width * entry.weight) / 100);
  const filled = entry.weight <= 0 ? 0 : Math.max(1, entry.weight < 100 ? Math.min(cells, width - 1) : width);
  const [full, free] = unicode ? ['█', '░'] : ['#', '-'];
  const text = full.repeat(filled);
  return [
    '  ',
    { tone: barTone(rollout), text },
    free.repeat(width - filled),
    ` ${padText(`${entry.weight}%`, 5, 'left')}`,
  ];
}

const barTone = ({ back, waits }: RolloutView): Tone => {
  if (back !== null) return 'bad';
  return waits === null ? 'good' : 'warn';
};

/**
 * Of the present step, by which it is judged; once it is over of all of them, as in the report, without the interval and the
 * latency of the last one.
 */
function countsOf(view: View, entry: FunctionView): FunctionView['counts'] {
  const { counts, earlier, key, baseline, candidate } = entry;
  const totals = totalsOf(entry);
  const outcome = outcomeOf(view, entry);
  const isOver = outcome !== null && outcome !== 'waiting';
  if (!isOver || earlier === null || totals === null) return counts;
  const versions = {
    baseline: counts?.baseline.version ?? baseline,
    candidate: counts?.candidate.version ?? candidate,
  };
  return {
    key,
    baseline: { version: versions.baseline ?? '-', ...totals.baseline },
    candidate: { version: versions.candidate ?? '-', ...totals.candidate },
  };
}

/** Both versions below each other, the candidate first, because it is on trial. What does not fit is left out from the right. */
function countLines(counts: FunctionView['counts'], columns: number): Pieces[] {
  if (counts === null) return [];
  const sides = [counts.candidate, counts.baseline];
  const cells = sides.map(cellsOf);
  const widths = [0, 1, 2, 3, 4, 5].map((at) => Math.max(...cells.map((row) => widthOf(row[at] ?? ''))));
  return cells.map((row, side) => {
    const parts = row.map((cell, at) => padText(cell, widths[at] ?? 0, at < 4 ? 'left' : 'right'));
    const text = fitting(parts, columns).trimEnd();
    return [side === 0 && counts.candidate.errors > 0 ? { tone: 'warn', text } : text];
  });
}

function fitting(parts: readonly string[], columns: number): string {
  let text = '';
  for (const part of parts.filter((cell) => cell !== '')) {
    const next = text === '' ? part : `${text}  ${part}`;
    if (widthOf(next) > columns) break;
    text = next;
  }
  return text;
}

function cellsOf({ version, requests, errors, rate, p99Ms }: VersionCounts): string[] {
  if (requests === 0) return [version, 'no requests', '', '', '', ''];
  const surely = rate ? `(${show.share(rate.low)} to ${show.share(rate.high)})` : '';
  const slowest = p99Ms === undefined ? '' : `p99 ${show.few(p99Ms)} ms`;
  const rates = show.share(errors / requests);
  return [version, show.count(requests, 'request'), `${errors} failed`, rates, surely, slowest];
}

export const widthOfKeys = (entries: readonly FunctionView[]): number =>
  Math.max(0, ...entries.map(({ key }) => widthOf(key)));
