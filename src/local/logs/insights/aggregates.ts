/** Functions over many lines at once, as `stats` has them. */
import type { Expression } from './expression';
import type { Row } from './row';
import { orNull, Value } from './value';

export type Fold = (rows: readonly Row[], values: readonly Expression[]) => Value;

interface Aggregate {
  readonly least: number;
  readonly most: number;
  readonly fold: Fold;
}

const present = (rows: readonly Row[], [of]: readonly Expression[]): Value[] =>
  rows.map((row) => of?.(row) ?? null).filter((value) => value !== null);

const numbers = (rows: readonly Row[], values: readonly Expression[]): number[] =>
  present(rows, values)
    .map(Value.number)
    .filter((value) => !Number.isNaN(value));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const mean = (values: readonly number[]): number => sum(values) / values.length;

const one = (fold: Fold): Aggregate => ({ least: 1, most: 1, fold });

/** Nearest rank. */
function percentile(values: readonly number[], percent: number): Value {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil((Math.min(100, percent) / 100) * sorted.length - 1e-9));
  return sorted[rank - 1] ?? null;
}

function deviation(values: readonly number[]): Value {
  const average = mean(values);
  return orNull(Math.sqrt(mean(values.map((value) => (value - average) ** 2))));
}

/** The greatest by the sign; the first one of equals. */
function extreme(values: readonly Value[], sign: 1 | -1): Value {
  let best: Value = null;
  for (const value of values) if (best === null || Value.compare(value, best) * sign > 0) best = value;
  return best;
}

/** By time, whatever the order of the lines. */
function byTime(rows: readonly Row[], values: readonly Expression[], sign: 1 | -1): Value {
  const timed = rows.filter((row) => values[0]?.(row) !== null && values[0]?.(row) !== undefined);
  const [first] = [...timed].sort((a, b) => sign * Value.compare(a.get('@timestamp'), b.get('@timestamp')));
  return first ? (values[0]?.(first) ?? null) : null;
}

const aggregates: { readonly [name: string]: Aggregate } = {
  count: {
    least: 0,
    most: 1,
    fold: (rows, values) => (values.length === 0 ? rows.length : present(rows, values).length),
  },
  count_distinct: one((rows, values) => new Set(present(rows, values).map(Value.text)).size),
  sum: one((rows, values) => sum(numbers(rows, values))),
  avg: one((rows, values) => orNull(mean(numbers(rows, values)))),
  min: one((rows, values) => extreme(present(rows, values), -1)),
  max: one((rows, values) => extreme(present(rows, values), 1)),
  stddev: one((rows, values) => deviation(numbers(rows, values))),
  median: one((rows, values) => percentile(numbers(rows, values), 50)),
  pct: {
    least: 2,
    most: 2,
    fold(rows, values) {
      const percent = rows[0] ? Value.number(values[1]?.(rows[0]) ?? null) : Number.NaN;
      return Number.isNaN(percent) ? null : percentile(numbers(rows, values), percent);
    },
  },
  earliest: one((rows, values) => byTime(rows, values, 1)),
  latest: one((rows, values) => byTime(rows, values, -1)),
  sortsfirst: one((rows, values) => extreme(present(rows, values), -1)),
  sortslast: one((rows, values) => extreme(present(rows, values), 1)),
};

export const aggregateNamed = (name: string): Aggregate | null =>
  Object.hasOwn(aggregates, name) ? (aggregates[name] ?? null) : null;
