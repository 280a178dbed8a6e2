/** The data points that an evaluation of a metric alarm looks at. */
import type { Measured } from '../math/queries';
import { readSeries, type SeriesPoint } from '../metrics/series';
import { type RangePoint, rangeLength } from './decide';
import type { Meaning, Watched } from './definition';
import { readQueries } from './queries';
import { type Period, periodsOf } from './windows';

/** One entry a period, oldest first. */
export function readRange(world: Measured, meaning: Meaning, atMs: number): RangePoint[] {
  const { watched, periodMs, window, criteria } = meaning;
  const periods = periodsOf(window, { periodMs, count: rangeLength(criteria.periods), atMs });
  if (periods.every(({ fromMs, toMs }) => toMs - fromMs === periodMs)) return read(world, watched, periods);
  return periods.flatMap((period) => read(world, watched, [period]));
}

/** Whether any of its metrics has data from then on. */
export const hasDataSince = ({ metrics }: Measured, meaning: Meaning, fromMs: number): boolean =>
  meaning.metrics.some((id) => metrics.read(id, fromMs, Number.POSITIVE_INFINITY).length > 0);

/** Of periods of one length. */
function read(world: Measured, watched: Watched, periods: readonly Period[]): RangePoint[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return [];
  const [fromMs, toMs] = [first.fromMs, last.toMs];
  const span = { fromMs, toMs, periodMs: first.toMs - first.fromMs };
  const points =
    watched.kind === 'metric'
      ? readSeries(world.metrics, { ...watched, ...span }).points
      : readQueries(world, watched, span);
  return spread(points, periods);
}

/** Points and periods are both in the order of time. */
function spread(points: readonly SeriesPoint[], periods: readonly Period[]): RangePoint[] {
  let next = 0;
  return periods.map(({ fromMs }) => {
    const point = points[next];
    if (point?.atMs !== fromMs) return { atMs: fromMs, value: null, sampleCount: 0 };
    next += 1;
    return point;
  });
}
