/** Functions that make one number of a time series, or one time series of an array. */
import { finite, type Point, scalar, type TimeSeries, type Value } from './values';

/** Of the values that are there; `of` is how many there would be if none were missing. */
type Reduction = (values: readonly number[], of: number) => number;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const least = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((a, b) => Math.min(a, b));
const most = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((a, b) => Math.max(a, b));

/** Missing values count as 0 in an average, and as nothing elsewhere. Standard deviation is of the whole population. */
const reductions: { readonly [name: string]: Reduction } = {
  AVG: (values, of) => sum(values) / of,
  SUM: sum,
  MIN: least,
  MAX: most,
  DATAPOINT_COUNT: (values) => values.length,
  STDDEV(values) {
    const mean = sum(values) / values.length;
    return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / values.length);
  },
};

export const reducers: readonly string[] = Object.keys(reductions);

/** Of a time series the number, of an array the time series; null for a number. */
export function reduce(name: string, value: Value): Value | null {
  const reduction = reductions[name];
  if (!reduction || value.kind === 'scalar') return null;
  if (value.kind === 'series') return scalar(reduceSeries(name, value.series));
  const { items } = value;
  const points = [...columnsOf(items)].map(
    ([atMs, values]): Point => ({ atMs, value: reduction(values, items.length) }),
  );
  points.sort((a, b) => a.atMs - b.atMs);
  const periodMs = Math.max(0, ...items.map((item) => item.periodMs));
  return { kind: 'series', series: { label: name, periodMs, points: finite(points), source: null } };
}

/** NaN when there is nothing to take it of. */
export function reduceSeries(name: string, { points }: Pick<TimeSeries, 'points'>): number {
  const values = points.map((point) => point.value);
  return reductions[name]?.(values, values.length) ?? Number.NaN;
}

function columnsOf(items: readonly TimeSeries[]): Map<number, number[]> {
  const columns = new Map<number, number[]>();
  for (const { atMs, value } of items.flatMap((item) => item.points)) {
    const column = columns.get(atMs);
    if (column) column.push(value);
    else columns.set(atMs, [value]);
  }
  return columns;
}
