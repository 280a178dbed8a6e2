/** Data points of every metric in the world, in minute buckets. */
export interface MetricStore {
  put(point: MetricPoint): void;
  /** Data points of one metric within [fromMs, toMs), oldest first, in minute buckets. */
  read(id: MetricId, fromMs: number, toMs: number): readonly MetricBucket[];
}

export interface MetricId {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<{ [name: string]: string }>;
}

export interface MetricPoint extends MetricId {
  readonly atMs: number;
  readonly value: number;
  /** How often this value was seen; 1 unless counts were given. */
  readonly count: number;
  readonly unit: string;
}

export interface MetricBucket {
  /** Start of the minute, epoch ms. */
  readonly atMs: number;
  /** Value -> how often. */
  readonly values: ReadonlyMap<number, number>;
  readonly unit: string;
}
