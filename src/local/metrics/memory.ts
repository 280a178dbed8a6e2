/**
 * Metrics in memory, coarser as they grow old, as at AWS: seconds for three hours, minutes for 15 days, five minutes for
 * 63 days, hours for 455. Writes are cheap: most go to the newest bucket. When all of it grows too large, minutes and
 * five minutes are kept for less long.
 */
import { Bucket, type OpenBucket } from './bucket';
import { retentionMs } from './retention';
import type { DumpedSeries, MetricBucket, MetricId, MetricMoment, MetricStore } from './store';

const minuteMs = 60_000;
const coarseMs = 5 * minuteMs;
const hourMs = 60 * minuteMs;

/** Buckets and their single values together. */
const mostHeld = 300_000;
/** How many new buckets there are between two looks at how many there are. */
const lookEvery = 5000;
const shortest = 1 / 128;

/** A bucket that starts before one of these times spans as long as it says. */
interface Tiers {
  minuteUntilMs: number;
  coarseUntilMs: number;
  hourUntilMs: number;
}

interface Series extends Tiers {
  readonly id: MetricId;
  newestMs: number;
  /** Oldest first. */
  buckets: OpenBucket[];
}

interface Shelf {
  readonly series: Map<string, Series>;
  /** Of the time that AWS keeps minutes and five minutes. */
  share: number;
  added: number;
}

export function createMetricStore(): MetricStore {
  const shelf: Shelf = { series: new Map(), share: 1, added: 0 };
  const { series } = shelf;
  const bucketFor = (point: MetricMoment): OpenBucket => bucketOf(shelf, seriesOf(series, point), point);
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
      shelf.share = 1;
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

const start: Tiers = { minuteUntilMs: 0, coarseUntilMs: 0, hourUntilMs: 0 };

function seriesOf(all: Map<string, Series>, { namespace, name, dimensions }: MetricId): Series {
  const key = keyOf({ namespace, name, dimensions });
  const found = all.get(key);
  if (found) return found;
  const made = { id: { namespace, name, dimensions }, newestMs: 0, ...start, buckets: [] };
  all.set(key, made);
  return made;
}

function bucketOf(shelf: Shelf, series: Series, point: MetricMoment): OpenBucket {
  series.newestMs = Math.max(series.newestMs, point.atMs);
  const place = placeOf(series, point);
  return place.found ?? addBucket(shelf, series, point);
}

/** What is old is joined first, for a bucket that was joined to others takes no more samples. */
function addBucket(shelf: Shelf, series: Series, point: MetricMoment): OpenBucket {
  age(series, shelf.share);
  shelf.added += 1;
  if (shelf.added % lookEvery === 0) makeRoom(shelf);
  const { atMs, index, found } = placeOf(series, point);
  if (found) return found;
  const made = Bucket.empty(atMs, point.unit);
  series.buckets.splice(index, 0, made);
  return made;
}

interface Place {
  readonly atMs: number;
  readonly index: number;
  readonly found?: OpenBucket;
}

/** From the newest backwards, for most samples are new. */
function placeOf(series: Series, point: MetricMoment): Place {
  const atMs = floor(point.atMs, stepAt(series, point));
  let index = series.buckets.length;
  for (; index > 0; index -= 1) {
    const before = series.buckets[index - 1];
    if (before?.atMs === atMs && before.unit === point.unit) return { atMs, index: index - 1, found: before };
    if (!before || before.atMs < atMs) break;
  }
  return { atMs, index };
}

function stepAt(
  { minuteUntilMs, coarseUntilMs, hourUntilMs }: Tiers,
  { atMs, highResolution }: MetricMoment,
): number {
  if (atMs < hourUntilMs) return hourMs;
  if (atMs < coarseUntilMs) return coarseMs;
  return highResolution && atMs >= minuteUntilMs ? 1000 : minuteMs;
}

/** Keeps fine buckets for half as long until everything fits, or there is nothing left to give up. */
function makeRoom(shelf: Shelf): void {
  const all = [...shelf.series.values()];
  while (shelf.share > shortest && sizeOf(all) > mostHeld) {
    shelf.share /= 2;
    for (const series of all) age(series, shelf.share);
  }
}

const sizeOf = (all: readonly Series[]): number =>
  all.reduce((total, { buckets }) => buckets.reduce((sum, { values }) => sum + 1 + values.size, total), 0);

/** Seconds become minutes, minutes five minutes, those hours, and what is older than all goes. */
function age(series: Series, share: number): void {
  const { newestMs } = series;
  const tiers: Tiers = {
    minuteUntilMs: floor(newestMs - retentionMs.second, hourMs / 12),
    coarseUntilMs: floor(newestMs - Math.max(retentionMs.minute * share, retentionMs.second), hourMs),
    hourUntilMs: floor(newestMs - Math.max(retentionMs.fiveMinutes * share, retentionMs.second), hourMs),
  };
  if (coarsen(series, 'hourUntilMs', { untilMs: tiers.hourUntilMs, stepMs: hourMs }))
    series.buckets = within(series.buckets, newestMs - retentionMs.hour, Number.POSITIVE_INFINITY);
  coarsen(series, 'coarseUntilMs', { untilMs: tiers.coarseUntilMs, stepMs: coarseMs });
  coarsen(series, 'minuteUntilMs', { untilMs: tiers.minuteUntilMs, stepMs: minuteMs });
}

/** Only what has grown old since the last time is touched. */
function coarsen(
  series: Series,
  tier: keyof Tiers,
  { untilMs, stepMs }: { readonly untilMs: number; readonly stepMs: number },
): boolean {
  const sinceMs = series[tier];
  if (untilMs <= sinceMs) return false;
  series[tier] = untilMs;
  const from = firstFrom(series.buckets, sinceMs);
  const to = firstFrom(series.buckets, untilMs);
  if (to === from) return true;
  const joined = join(series.buckets.slice(from, to), stepMs);
  if (joined.length < to - from)
    series.buckets = [...series.buckets.slice(0, from), ...joined, ...series.buckets.slice(to)];
  return true;
}

function join(buckets: readonly OpenBucket[], stepMs: number): OpenBucket[] {
  const joined: OpenBucket[] = [];
  for (const bucket of buckets) {
    const atMs = floor(bucket.atMs, stepMs);
    const open = joined.findLast((other) => other.atMs !== atMs || other.unit === bucket.unit);
    const target = open?.atMs === atMs ? open : Bucket.empty(atMs, bucket.unit);
    if (target !== open) joined.push(target);
    Bucket.merge(target, bucket);
  }
  return joined;
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

const dumpSeries = ({ id, buckets, ...rest }: Series): DumpedSeries => ({
  ...id,
  ...rest,
  buckets: buckets.map(Bucket.dump),
});

const loadSeries = ({ namespace, name, dimensions, buckets, ...rest }: DumpedSeries): Series => ({
  id: { namespace, name, dimensions },
  ...start,
  ...rest,
  buckets: buckets.map(Bucket.load),
});

const floor = (ms: number, stepMs: number): number => Math.floor(ms / stepMs) * stepMs;
