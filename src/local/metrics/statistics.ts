/**
 * CloudWatch's statistics over buckets of samples. Percentiles are nearest-rank: AWS does not publish its formula.
 * Source for the names: CloudWatch User Guide, "CloudWatch statistics definitions".
 */
import type { MetricBucket, StatisticSet } from './store';

export type Statistic =
  | { readonly kind: 'SampleCount' | 'Sum' | 'Average' | 'Minimum' | 'Maximum' }
  | { readonly kind: 'percentile'; readonly percent: number }
  | {
      readonly kind: 'TM' | 'WM' | 'TC' | 'TS' | 'PR';
      readonly from: Bound | null;
      readonly to: Bound | null;
    };

/** Of a trimmed range: a share of the samples, or a value. */
interface Bound {
  readonly unit: 'percent' | 'value';
  readonly amount: number;
}

type Sample = readonly [value: number, count: number];

/**
 * Reads `Sum`, `p99.9`, `tm90`, `TM(2%:98%)`, `PR(:300)`, `IQM`. Null for anything else: lower case goes with one number,
 * upper case with a range.
 */
export function parseStatistic(text: string): Statistic | null {
  if (isSimple(text)) return { kind: text };
  if (text === 'IQM') return { kind: 'TM', from: percent(25), to: percent(75) };
  const short = /^(p|tm|wm|tc|ts)(\d{1,3}(?:\.\d{1,10})?)$/.exec(text);
  if (short?.[1] && short[2]) return parseShort(short[1], Number(short[2]));
  const range = /^(TM|WM|TC|TS|PR)\(([^:()]*):([^:()]*)\)$/.exec(text);
  return range?.[1] ? parseRange(range[1], range[2] ?? '', range[3] ?? '') : null;
}

/**
 * Null when there are no samples, when the single values that it takes are not known, or when it takes single values and
 * one of them is negative.
 */
export function statisticOf(statistic: Statistic, buckets: readonly MetricBucket[]): number | null {
  if (buckets.length === 0) return null;
  const total = totalOf(buckets);
  if (isSimple(statistic.kind)) return simple[statistic.kind](total);
  if (total.minimum < 0 || buckets.some((bucket) => !bucket.complete)) return null;
  const samples = sortedSamples(buckets);
  if (statistic.kind === 'percentile') return percentileOf(samples, total.sampleCount, statistic.percent);
  return ranged(statistic as Ranged, samples, total.sampleCount);
}

export function totalOf(buckets: readonly MetricBucket[]): StatisticSet {
  let [sampleCount, sum] = [0, 0];
  let [minimum, maximum] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { summary } of buckets) {
    sampleCount += summary.sampleCount;
    sum += summary.sum;
    minimum = Math.min(minimum, summary.minimum);
    maximum = Math.max(maximum, summary.maximum);
  }
  return { sampleCount, sum, minimum, maximum };
}

const simple = {
  SampleCount: (set: StatisticSet) => set.sampleCount,
  Sum: (set: StatisticSet) => set.sum,
  Average: (set: StatisticSet) => set.sum / set.sampleCount,
  Minimum: (set: StatisticSet) => set.minimum,
  Maximum: (set: StatisticSet) => set.maximum,
};

const isSimple = (text: string): text is keyof typeof simple => Object.hasOwn(simple, text);

type Ranged = Extract<Statistic, { from: Bound | null }>;

const percent = (amount: number): Bound => ({ unit: 'percent', amount });

function parseShort(prefix: string, amount: number): Statistic | null {
  if (amount > 100) return null;
  if (prefix === 'p') return { kind: 'percentile', percent: amount };
  return { kind: prefix.toUpperCase() as 'TM' | 'WM' | 'TC' | 'TS', from: null, to: percent(amount) };
}

function parseRange(kind: string, fromText: string, toText: string): Statistic | null {
  const [from, to] = [parseBound(fromText), parseBound(toText)];
  if (from === undefined || to === undefined || (!from && !to)) return null;
  if (from && to && (from.unit !== to.unit || from.amount >= to.amount)) return null;
  if (kind === 'PR' && (from?.unit === 'percent' || to?.unit === 'percent')) return null;
  return { kind: kind as Ranged['kind'], from, to };
}

function parseBound(text: string): Bound | null | undefined {
  if (text === '') return null;
  const parts = /^(\d+(?:\.\d{1,10})?)(%?)$/.exec(text);
  if (!parts) return undefined;
  const bound: Bound = { unit: parts[2] ? 'percent' : 'value', amount: Number(parts[1]) };
  return bound.unit === 'percent' && (bound.amount < 0 || bound.amount > 100) ? undefined : bound;
}

function sortedSamples(buckets: readonly MetricBucket[]): Sample[] {
  const counts = new Map<number, number>();
  for (const { values } of buckets)
    for (const [value, count] of values) counts.set(value, (counts.get(value) ?? 0) + count);
  return [...counts].sort((a, b) => a[0] - b[0]);
}

/** The smallest value that has at least this share of the samples at or below it. */
function percentileOf(samples: readonly Sample[], sampleCount: number, share: number): number | null {
  const rank = (share * sampleCount) / 100 - 1e-9;
  let seen = 0;
  for (const [value, count] of samples) {
    seen += count;
    if (seen >= rank) return value;
  }
  return samples.at(-1)?.[0] ?? null;
}

function ranged(statistic: Ranged, samples: readonly Sample[], sampleCount: number): number | null {
  const { kind } = statistic;
  if (kind === 'WM') return winsorized(statistic, samples, sampleCount);
  const [count, sum] = sumOf(trimmed(statistic, samples, sampleCount));
  if (kind === 'TC') return count;
  if (kind === 'TS') return sum;
  if (kind === 'PR') return (count / sampleCount) * 100;
  return count === 0 ? null : sum / count;
}

/** Of values the lower bound is exclusive and the upper one inclusive; a share cuts through the samples at its rank. */
function trimmed({ from, to }: Ranged, samples: readonly Sample[], sampleCount: number): Sample[] {
  if ((from ?? to)?.unit === 'value')
    return samples.filter(([value]) => (!from || value > from.amount) && (!to || value <= to.amount));
  const lowRank = ((from?.amount ?? 0) * sampleCount) / 100;
  const highRank = ((to?.amount ?? 100) * sampleCount) / 100;
  let seen = 0;
  return samples.map(([value, count]): Sample => {
    const inside = Math.min(seen + count, highRank) - Math.max(seen, lowRank);
    seen += count;
    return [value, Math.max(0, inside)];
  });
}

/** What lies outside the range counts as its edge. */
function winsorized({ from, to }: Ranged, samples: readonly Sample[], sampleCount: number): number {
  const edge = ({ unit, amount }: Bound): number =>
    unit === 'value' ? amount : (percentileOf(samples, sampleCount, amount) ?? amount);
  const low = from ? edge(from) : Number.NEGATIVE_INFINITY;
  const high = to ? edge(to) : Number.POSITIVE_INFINITY;
  return (
    sumOf(samples.map(([value, count]) => [Math.min(Math.max(value, low), high), count]))[1] / sampleCount
  );
}

function sumOf(samples: readonly Sample[]): [count: number, sum: number] {
  let [count, sum] = [0, 0];
  for (const [value, times] of samples) {
    count += times;
    sum += value * times;
  }
  return [count, sum];
}
