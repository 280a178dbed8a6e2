/** Reads the metrics that queries are about. */
import type { MetricStat } from '@aws-sdk/client-cloudwatch';
import { isPeriod, startOf } from '../metrics/periods';
import { answeredFrom, roundedStart } from '../metrics/retention';
import { readSeries } from '../metrics/series';
import { parseStatistic } from '../metrics/statistics';
import type { MetricId } from '../metrics/store';
import type { World } from '../world';
import type { Range } from './grid';
import { foundLabels } from './legend';
import { ExpressionProblem } from './problem';
import { mostFound, type SearchQuestion, searchMetrics } from './search';
import type { TimeSeries } from './values';

/** As in MetricDataResult. */
export interface Message {
  readonly Code: string;
  readonly Value: string;
}

export interface Reading {
  readonly world: Pick<World, 'metrics' | 'account' | 'clock'>;
  readonly range: Range & { readonly periodS: number | null };
}

export function readMetric(
  reading: Reading,
  { Metric, Period, Stat, Unit }: Partial<MetricStat>,
  label: string,
): { series: TimeSeries; messages: Message[] } {
  const dimensions = (Metric?.Dimensions ?? []).map(({ Name, Value }) => [Name ?? '', Value ?? '']);
  const id = {
    namespace: Metric?.Namespace ?? '',
    name: Metric?.MetricName ?? '',
    dimensions: Object.fromEntries(dimensions),
  };
  const { series, units } = read(reading, {
    id,
    stat: Stat ?? '',
    periodS: Period ?? 60,
    unit: Unit ?? null,
  });
  const value = `Multiple units returned: '[${units.join(', ')}]'`;
  const messages = units.length > 1 ? [{ Code: 'MultipleUnits', Value: value }] : [];
  return { series: { ...series, label }, messages };
}

/** Throws ExpressionProblem for what is no search, no statistic or no period. */
export function readSearch(
  reading: Reading,
  { query, statistic, periodS }: SearchQuestion,
): { found: TimeSeries[]; messages: Message[] } {
  if (!parseStatistic(statistic)) throw new ExpressionProblem(`Invalid statistic '${statistic}'`);
  if (!isPeriod(periodS ?? undefined)) throw new ExpressionProblem(`Invalid period ${periodS}`);
  const { found, limited } = searchMetrics(reading.world, query);
  const labels = foundLabels(found);
  const read1 = (id: MetricId, index: number): TimeSeries => ({
    ...read(reading, { id, stat: statistic, periodS: periodS ?? 60, unit: null }).series,
    label: labels[index] ?? '',
  });
  const value = `A search returns at most ${mostFound} metrics`;
  return { found: found.map(read1), messages: limited ? [{ Code: 'MaxMetricsExceeded', Value: value }] : [] };
}

interface Wanted {
  readonly id: MetricId;
  readonly stat: string;
  readonly periodS: number;
  readonly unit: string | null;
}

function read(
  { world, range }: Reading,
  { id, stat, periodS, unit }: Wanted,
): { series: Omit<TimeSeries, 'label'>; units: readonly string[] } {
  const statistic = parseStatistic(stat);
  const periodMs = (range.periodS ?? periodS) * 1000;
  const nowMs = world.clock.nowMs();
  const fromMs = startOf(roundedStart(range.startMs, nowMs), periodMs);
  const question = { id, periodMs, fromMs, toMs: range.endMs, unit };
  const { points, units } = statistic
    ? readSeries(world.metrics, { ...question, statistic })
    : { points: [], units: [] };
  const sinceMs = answeredFrom(periodMs, nowMs);
  const answered = points.filter(({ atMs }) => atMs >= sinceMs);
  return { series: { periodMs, points: answered, source: { id, stat } }, units };
}
