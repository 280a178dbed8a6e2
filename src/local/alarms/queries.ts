/** Metric math that an alarm looks at. */
import { evaluateQueries, type Measured } from '../math/queries';
import type { SeriesPoint } from '../metrics/series';
import type { Watched } from './definition';

interface EvenSpan {
  readonly fromMs: number;
  readonly toMs: number;
  readonly periodMs: number;
}

/** Every metric is read by the alarm's period. What was calculated has no samples that could be counted. */
export function readQueries(
  world: Measured,
  { queries, returned }: Extract<Watched, { kind: 'queries' }>,
  { fromMs, toMs, periodMs }: EvenSpan,
): SeriesPoint[] {
  const range = { startMs: fromMs, endMs: toMs, periodS: periodMs / 1000 };
  const points = evaluateQueries(world, queries, range).get(returned) ?? [];
  return points.map(({ atMs, value }) => ({ atMs, value, sampleCount: 0 }));
}
