/** A metric as a series of one statistic by period: what GetMetricData answers and alarms look at. */
import { type Statistic, statisticOf, totalOf } from './statistics';
import type { MetricBucket, MetricId, MetricStore } from './store';

export interface SeriesQuestion {
  readonly id: MetricId;
  readonly statistic: Statistic;
  readonly periodMs: number;
  /** Periods are counted from here, as at AWS: 12:02, 12:07, … for five minutes from 12:02. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Null for any; when several are there, the first by the alphabet is answered, as recorded at AWS. */
  readonly unit: string | null;
}

export interface SeriesPoint {
  /** Start of the period, epoch ms. */
  readonly atMs: number;
  readonly value: number;
  readonly sampleCount: number;
}

export interface Series {
  /** Oldest first; a period without data has no point. */
  readonly points: readonly SeriesPoint[];
  /** Every unit that the data has, sorted. */
  readonly units: readonly string[];
}

export function readSeries(store: MetricStore, question: SeriesQuestion): Series {
  const buckets = store.read(question.id, question.fromMs, question.toMs);
  const units = [...new Set(buckets.map((bucket) => bucket.unit))].sort();
  const unit = question.unit ?? units[0];
  const points: SeriesPoint[] = [];
  for (const [atMs, group] of byPeriod(buckets, question, unit)) {
    const value = statisticOf(question.statistic, group);
    if (value !== null) points.push({ atMs, value, sampleCount: totalOf(group).sampleCount });
  }
  return { points, units };
}

function byPeriod(
  buckets: readonly MetricBucket[],
  { fromMs, periodMs }: SeriesQuestion,
  unit: string | undefined,
): Map<number, MetricBucket[]> {
  const groups = new Map<number, MetricBucket[]>();
  for (const bucket of buckets) {
    if (bucket.unit !== unit) continue;
    const atMs = fromMs + Math.floor((bucket.atMs - fromMs) / periodMs) * periodMs;
    const group = groups.get(atMs);
    if (group) group.push(bucket);
    else groups.set(atMs, [bucket]);
  }
  return groups;
}
