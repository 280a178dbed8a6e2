/** Points of a function as columns of numbers, in the form in which plots take them. Knows no browser. */
import type { VersionCounts } from '../../core/events';
import type { Point } from '../view';
import type { Weight } from './model';
import { words } from './words';

/** One column a series; the first has the times, in seconds. Null where there is nothing to draw. */
export type Columns = readonly (readonly (number | null)[])[];

/** One more moment without values before each step: counts begin anew there, and no line leads across. */
function withGaps(points: readonly Point[]): (Point | number)[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    const isNew = before !== undefined && before.step !== point.step;
    return isNew ? [(before.atMs + point.atMs) / 2, point] : [point];
  });
}

function columns(points: readonly Point[], values: readonly ((point: Point) => number | null)[]): Columns {
  const all = withGaps(points);
  return [
    all.map((one) => (typeof one === 'number' ? one : one.atMs) / 1000),
    ...values.map((value) => all.map((one) => (typeof one === 'number' ? null : value(one)))),
  ];
}

const lowOf = ({ rate }: VersionCounts): number | null => (rate ? 100 * rate.low : null);
const highOf = ({ rate }: VersionCounts): number | null => (rate ? 100 * rate.high : null);
const slowOf = ({ p99Ms }: VersionCounts): number | null => p99Ms ?? null;

/** Time, then rate, low and high of the baseline, and the same of the candidate, in percent. */
const rateColumns = (points: readonly Point[]): Columns =>
  columns(
    points,
    (['baseline', 'candidate'] as const).flatMap((which) =>
      [words.rateOf, lowOf, highOf].map((value) => (point: Point) => value(point[which])),
    ),
  );

/** Time, then both versions, in milliseconds. */
const latencyColumns = (points: readonly Point[]): Columns =>
  columns(points, [({ baseline }) => slowOf(baseline), ({ candidate }) => slowOf(candidate)]);

/** Time and percent, from one change to the next and up to now. */
function weightColumns(weights: readonly Weight[], fromMs: number, nowMs: number): Columns {
  const begun = weights[0] !== undefined && weights[0].atMs <= fromMs;
  const all = [...(begun ? [] : [{ atMs: fromMs, weight: 0 }]), ...weights];
  const last = all.at(-1);
  if (last && nowMs > last.atMs) all.push({ atMs: nowMs, weight: last.weight });
  return [all.map(({ atMs }) => atMs / 1000), all.map(({ weight }) => weight)];
}

export const columnsOf = { rates: rateColumns, latency: latencyColumns, weights: weightColumns };

/** When each step began, as far as it was seen. */
export function stepStarts(points: readonly Point[]): { readonly atMs: number; readonly step: number }[] {
  return points
    .filter((point, index) => points[index - 1]?.step !== point.step)
    .map(({ atMs, step }) => ({ atMs, step }));
}

/** The least top of a plot that shows both lines, and their intervals as far as they do not flatten the lines. */
export function rateTop(all: Columns): number {
  const last = (index: number): number => (all[index] ?? []).findLast((value) => value !== null) ?? 0;
  const most = (index: number): number =>
    (all[index] ?? []).reduce<number>((top, value) => Math.max(top, value ?? 0), 0);
  const rate = Math.max(most(1), most(4), 0.5);
  return Math.min(100, Math.max(1.3 * rate, Math.min(1.15 * Math.max(last(3), last(6)), 8 * rate)));
}
