/** One bucket of samples that can grow. The summary stays exact; the single values are kept as well as memory allows. */
import type { DumpedBucket, MetricBucket, StatisticSet } from './store';

export interface OpenBucket extends MetricBucket {
  readonly summary: { -readonly [K in keyof StatisticSet]: StatisticSet[K] };
  readonly values: Map<number, number>;
  complete: boolean;
}

/** Beyond this many different values a bucket rounds them, so that a busy minute of durations stays small. */
const manyValues = 256;

export const Bucket = {
  empty(atMs: number, unit: string): OpenBucket {
    const summary = {
      sampleCount: 0,
      sum: 0,
      minimum: Number.POSITIVE_INFINITY,
      maximum: Number.NEGATIVE_INFINITY,
    };
    return { atMs, unit, summary, values: new Map(), complete: true };
  },

  add(bucket: OpenBucket, value: number, count: number): void {
    widen(bucket, { sampleCount: count, sum: value * count, minimum: value, maximum: value });
    keep(bucket, value, count);
  },

  /** A set whose samples are all alike says as much as the samples themselves. */
  addSet(bucket: OpenBucket, set: StatisticSet): void {
    widen(bucket, set);
    if (set.minimum === set.maximum && set.sum === set.minimum * set.sampleCount)
      keep(bucket, set.minimum, set.sampleCount);
    else bucket.complete = false;
  },

  merge(into: OpenBucket, from: MetricBucket): void {
    widen(into, from.summary);
    for (const [value, count] of from.values) keep(into, value, count);
    if (!from.complete) into.complete = false;
  },

  dump: (bucket: MetricBucket): DumpedBucket => ({
    atMs: bucket.atMs,
    unit: bucket.unit,
    summary: { ...bucket.summary },
    values: [...bucket.values],
    complete: bucket.complete,
  }),

  load: (dumped: DumpedBucket): OpenBucket => ({
    ...dumped,
    summary: { ...dumped.summary },
    values: new Map(dumped.values),
  }),
};

function widen({ summary }: OpenBucket, by: StatisticSet): void {
  summary.sampleCount += by.sampleCount;
  summary.sum += by.sum;
  if (by.minimum < summary.minimum) summary.minimum = by.minimum;
  if (by.maximum > summary.maximum) summary.maximum = by.maximum;
}

function keep({ values }: OpenBucket, value: number, count: number): void {
  const kept = values.size < manyValues ? value : rounded(value);
  const before = values.get(kept);
  values.set(kept, (before ?? 0) + count);
  if (before === undefined && values.size === manyValues) roundAll(values);
}

function roundAll(values: Map<number, number>): void {
  const exact = [...values];
  values.clear();
  for (const [value, count] of exact) values.set(rounded(value), (values.get(rounded(value)) ?? 0) + count);
}

const rounded = (value: number): number => Number(value.toPrecision(3));
