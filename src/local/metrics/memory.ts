/** Metrics in memory: three hours by the minute, fifteen days by five minutes. Writes are cheap: most go to the newest bucket. */
import { Bucket, type OpenBucket } from './bucket';
import type { DumpedSeries, MetricBucket, MetricId, MetricMoment, MetricStore } from './store';

const minuteMs = 60_000;
const coarseMs = 5 * minuteMs;
const fineForMs = 180 * minuteMs;
const keptForMs = 15 * 24 * 60 * minuteMs;

interface Series {
  readonly id: MetricId;
  newestMs: number;
  coarseUntilMs: number;
  /** Oldest first. */
  buckets: OpenBucket[];
}

export function createMetricStore(): MetricStore {
  const series = new Map<string, Series>();
  const bucketFor = (point: MetricMoment): OpenBucket => bucketOf(seriesOf(series, point), point);
  return {
    put: (point) => Bucket.add(bucketFor(point), point.value, point.count),
    putSet: (point) => Bucket.addSet(bucketFor(point), point.set),
    read(id, fromMs, toMs) {
      const found = series.get(keyOf(id));
      return found ? within(found.buckets, fromMs, toMs) : [];
    },
    list: () => [...series.values()].map(({ id, newestMs }) => ({ id, newestMs })),
    dump: () => ({ series: [...series.values()].map(dumpSeries) }),
    load(dump) {
      series.clear();
      for (const dumped of dump.series) series.set(keyOf(dumped), loadSeries(dumped));
    },
  };
}

/** Names cannot hold control characters, so these separate. */
function keyOf({ namespace, name, dimensions }: MetricId): string {
  let key = `${namespace}\u0000${name}`;
  for (const dimension of Object.keys(dimensions).sort())
    key += `\u0000${dimension}\u0001${dimensions[dimension]}`;
  return key;
}

function seriesOf(all: Map<string, Series>, { namespace, name, dimensions }: MetricId): Series {
  const key = keyOf({ namespace, name, dimensions });
  const found = all.get(key);
  if (found) return found;
  const made = { id: { namespace, name, dimensions }, newestMs: 0, coarseUntilMs: 0, buckets: [] };
  all.set(key, made);
  return made;
}

function bucketOf(series: Series, point: MetricMoment): OpenBucket {
  const fineMs = point.highResolution ? 1000 : minuteMs;
  const atMs = floor(point.atMs, point.atMs < series.coarseUntilMs ? coarseMs : fineMs);
  series.newestMs = Math.max(series.newestMs, point.atMs);
  let place = series.buckets.length;
  for (; place > 0; place -= 1) {
    const before = series.buckets[place - 1];
    if (before?.atMs === atMs && before.unit === point.unit) return before;
    if (!before || before.atMs < atMs) break;
  }
  const made = Bucket.empty(atMs, point.unit);
  series.buckets.splice(place, 0, made);
  if (atMs % coarseMs === 0) age(series);
  return made;
}

/** Old minutes become five minutes, and very old ones go. */
function age(series: Series): void {
  const untilMs = floor(series.newestMs - fineForMs, coarseMs);
  if (untilMs <= series.coarseUntilMs) return;
  const coarse: OpenBucket[] = [];
  for (const bucket of within(series.buckets, series.newestMs - keptForMs, untilMs)) {
    const atMs = floor(bucket.atMs, coarseMs);
    const open = coarse.findLast((other) => other.unit === bucket.unit);
    const target = open?.atMs === atMs ? open : Bucket.empty(atMs, bucket.unit);
    if (target !== open) coarse.push(target);
    Bucket.merge(target, bucket);
  }
  series.buckets = [...coarse, ...within(series.buckets, untilMs, Number.POSITIVE_INFINITY)];
  series.coarseUntilMs = untilMs;
}

function within(buckets: readonly OpenBucket[], fromMs: number, toMs: number): OpenBucket[] {
  return buckets.slice(firstFrom(buckets, fromMs), firstFrom(buckets, toMs));
}

/** Index of the first bucket at or after a time, by halving. */
function firstFrom(buckets: readonly MetricBucket[], timeMs: number): number {
  let low = 0;
  let high = buckets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((buckets[middle]?.atMs ?? 0) < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

const dumpSeries = ({ id, newestMs, coarseUntilMs, buckets }: Series): DumpedSeries => ({
  ...id,
  newestMs,
  coarseUntilMs,
  buckets: buckets.map(Bucket.dump),
});

const loadSeries = ({ namespace, name, dimensions, ...rest }: DumpedSeries): Series => ({
  id: { namespace, name, dimensions },
  newestMs: rest.newestMs,
  coarseUntilMs: rest.coarseUntilMs,
  buckets: rest.buckets.map(Bucket.load),
});

const floor = (ms: number, stepMs: number): number => Math.floor(ms / stepMs) * stepMs;
