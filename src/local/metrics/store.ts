/**
 * Data points of every metric in the world, in minute buckets (in seconds for high-resolution metrics; in longer ones as
 * they grow old).
 */
export interface MetricStore {
  put(point: MetricPoint): void;
  /** A statistic set in place of single values: percentiles of such a bucket are unknown, as at AWS. */
  putSet(point: MetricSetPoint): void;
  /** Buckets of one metric that start within [fromMs, toMs), oldest first; one a unit when units were mixed. */
  read(id: MetricId, fromMs: number, toMs: number): readonly MetricBucket[];
  /** Every metric that was ever put, in the order in which they appeared. */
  list(): readonly ListedMetric[];
  /** Everything, as plain JSON. */
  dump(): MetricDump;
  /** Replaces everything by what `dump` gave. */
  load(dump: MetricDump): void;
}

export interface MetricId {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<{ [name: string]: string }>;
}

export interface MetricMoment extends MetricId {
  readonly atMs: number;
  readonly unit: string;
  /** Stored by the second (PutMetricData with StorageResolution 1) in place of the minute. */
  readonly highResolution?: boolean;
}

export interface MetricPoint extends MetricMoment {
  readonly value: number;
  /** How often this value was seen; 1 unless counts were given. */
  readonly count: number;
}

interface MetricSetPoint extends MetricMoment {
  readonly set: StatisticSet;
}

export interface StatisticSet {
  readonly sampleCount: number;
  readonly sum: number;
  readonly minimum: number;
  readonly maximum: number;
}

export interface MetricBucket {
  /** Start of the bucket, epoch ms. */
  readonly atMs: number;
  readonly unit: string;
  /** Of all samples, exact. */
  readonly summary: StatisticSet;
  /** Value -> how often. Rounded to three significant digits when a bucket holds many different values. */
  readonly values: ReadonlyMap<number, number>;
  /** False when some samples came as a statistic set, so that `values` does not have them all. */
  readonly complete: boolean;
}

interface ListedMetric {
  readonly id: MetricId;
  /** Time of the newest data point, epoch ms. */
  readonly newestMs: number;
}

export interface MetricDump {
  readonly series: readonly DumpedSeries[];
}

export interface DumpedSeries extends MetricId {
  readonly newestMs: number;
  /** Buckets before these times span at least a minute, five minutes, an hour. Older dumps have only the second. */
  readonly minuteUntilMs?: number;
  readonly coarseUntilMs: number;
  readonly hourUntilMs?: number;
  readonly buckets: readonly DumpedBucket[];
}

export interface DumpedBucket {
  readonly atMs: number;
  readonly unit: string;
  readonly summary: StatisticSet;
  readonly values: readonly (readonly [value: number, count: number])[];
  readonly complete: boolean;
}
