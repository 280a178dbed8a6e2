/**
 * Operators between numbers, time series and arrays. Between two time series a point that one of them lacks counts as 0;
 * a division by zero leaves no point (CloudWatch User Guide, "Using math expressions with CloudWatch metrics").
 */

import { unsupported } from './problem';
import type { Operator } from './tree';
import { finite, onEach, type Point, scalar, type TimeSeries, type Value } from './values';

type Calculation = (left: number, right: number) => number;

const arithmetic: { readonly [operator: string]: Calculation } = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => (right === 0 ? Number.NaN : left / right),
  '^': (left, right) => left ** right,
};

const truth =
  (holds: (left: number, right: number) => boolean): Calculation =>
  (left, right) =>
    Number.isNaN(left) || Number.isNaN(right) ? Number.NaN : Number(holds(left, right));

const logic: { readonly [operator: string]: Calculation } = {
  '==': truth((left, right) => left === right),
  '!=': truth((left, right) => left !== right),
  '<=': truth((left, right) => left <= right),
  '>=': truth((left, right) => left >= right),
  '<': truth((left, right) => left < right),
  '>': truth((left, right) => left > right),
  '&&': truth((left, right) => left !== 0 && right !== 0),
  '||': truth((left, right) => left !== 0 || right !== 0),
};

/** Comparison and logic know no arrays. */
export function operate(operator: Operator, left: Value, right: Value): Value {
  const calculate = arithmetic[operator] ?? logic[operator] ?? (() => Number.NaN);
  const arrays = [left, right].filter(({ kind }) => kind === 'array').length;
  if (arrays === 2 || (arrays === 1 && !Object.hasOwn(arithmetic, operator)))
    throw unsupported(operator === '&&' ? 'AND' : operator === '||' ? 'OR' : operator, [left, right]);
  if (left.kind === 'scalar' && right.kind === 'scalar') return scalar(calculate(left.value, right.value));
  if (left.kind === 'array') return overArray(left.items, (item) => combine(item, right, calculate));
  if (right.kind === 'array') return overArray(right.items, (item) => combine(left, item, calculate));
  return combine(left, right, calculate);
}

export function negate(value: Value): Value {
  const negative = ({ points }: TimeSeries): Point[] => mapped(points, (one) => -one);
  return onEach(value, negative) ?? scalar(value.kind === 'scalar' ? -value.value : Number.NaN);
}

function overArray(items: readonly TimeSeries[], change: (item: Value) => Value): Value {
  const changed = items.map((series): TimeSeries => {
    const result = change({ kind: 'series', series });
    if (result.kind !== 'series') return series;
    return { ...result.series, label: series.label, source: series.source };
  });
  return { kind: 'array', items: changed };
}

function combine(left: Value, right: Value, calculate: Calculation): Value {
  if (left.kind === 'series' && right.kind === 'series') {
    const points = zip(left.series.points, right.series.points, calculate);
    const periodMs = Math.max(left.series.periodMs, right.series.periodMs);
    const { label } = left.series;
    return { kind: 'series', series: { label, periodMs, points: finite(points), source: null } };
  }
  const number = left.kind === 'scalar' ? left.value : Number.NaN;
  if (right.kind === 'series') return withPoints(right.series, (value) => calculate(number, value));
  const second = right.kind === 'scalar' ? right.value : Number.NaN;
  if (left.kind === 'series') return withPoints(left.series, (value) => calculate(value, second));
  throw unsupported('operator', [left, right]);
}

const withPoints = (series: TimeSeries, change: (value: number) => number): Value => ({
  kind: 'series',
  series: { ...series, points: finite(mapped(series.points, change)) },
});

const mapped = (points: readonly Point[], change: (value: number) => number): Point[] =>
  points.map(({ atMs, value }) => ({ atMs, value: change(value) }));

/** Where either has a point, in the order of time. */
function zip(left: readonly Point[], right: readonly Point[], calculate: Calculation): Point[] {
  const points: Point[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [one, other] = [left[i], right[j]];
    const atMs = Math.min(one?.atMs ?? Number.POSITIVE_INFINITY, other?.atMs ?? Number.POSITIVE_INFINITY);
    const inLeft = one?.atMs === atMs;
    const inRight = other?.atMs === atMs;
    points.push({ atMs, value: calculate(inLeft ? one.value : 0, inRight ? other.value : 0) });
    i += Number(inLeft);
    j += Number(inRight);
  }
  return points;
}
