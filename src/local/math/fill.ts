/** FILL: gives a time series the points that it lacks. */
import { gridOf, type Range } from './grid';
import type { Point, TimeSeries } from './values';

export type Filler =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'series'; readonly points: readonly Point[] }
  | { readonly kind: 'repeat' }
  | { readonly kind: 'linear' };

/** Nothing comes before the first point that could be repeated, and no line goes beyond the first and last. */
export function filled({ points, periodMs }: TimeSeries, filler: Filler, range: Range): Point[] {
  const known = new Map(points.map(({ atMs, value }) => [atMs, value]));
  const times = new Set([...gridOf(range, periodMs), ...known.keys()]);
  const missing = missingValue(filler, points);
  const result: Point[] = [];
  for (const atMs of [...times].sort((a, b) => a - b)) {
    const value = known.get(atMs) ?? missing(atMs);
    if (value !== null && Number.isFinite(value)) result.push({ atMs, value });
  }
  return result;
}

/** What to put at a time without a point; asked in the order of time. */
function missingValue(filler: Filler, points: readonly Point[]): (atMs: number) => number | null {
  if (filler.kind === 'value') return () => filler.value;
  if (filler.kind === 'series') {
    const others = new Map(filler.points.map(({ atMs, value }) => [atMs, value]));
    return (atMs) => others.get(atMs) ?? null;
  }
  let next = 0;
  return (atMs) => {
    while ((points[next]?.atMs ?? Number.POSITIVE_INFINITY) < atMs) next += 1;
    const [before, after] = [points[next - 1], points[next]];
    if (!before) return null;
    if (filler.kind === 'repeat') return before.value;
    if (!after) return null;
    const share = (atMs - before.atMs) / (after.atMs - before.atMs);
    return before.value + (after.value - before.value) * share;
  };
}
