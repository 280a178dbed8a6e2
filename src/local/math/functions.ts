/** The functions of metric math whose arguments are values; those that take words and texts are in `forms.ts`. */
import { calendar, changes } from './elementwise';
import { gridOf, type Range } from './grid';
import { unsupported } from './problem';
import { reduce, reducers } from './reduce';
import { onEach, type Point, scalar, type TimeSeries, type Value } from './values';

export interface Setting {
  readonly range: Range;
  /** Of a time series that no metric has given one. */
  readonly periodMs: number;
}

/** Null when it does not take such arguments. */
type Act = (args: readonly Value[], setting: Setting) => Value | null;

export function callFunction(name: string, args: readonly Value[], setting: Setting): Value {
  const result = functions[name]?.(args, setting) ?? null;
  if (!result) throw unsupported(name, args);
  return result;
}

export const isFunction = (name: string): boolean => Object.hasOwn(functions, name);

const functions: { readonly [name: string]: Act } = {
  ...entries(Object.keys(changes), (name) => ([value, ...rest]) => {
    const change = changes[name];
    return value && change && rest.length === 0 ? onEach(value, ({ points }) => change(points)) : null;
  }),
  ...entries(
    reducers,
    (name) =>
      ([value, ...rest]) =>
        value && rest.length === 0 ? reduce(name, value) : null,
  ),
  ...entries(Object.keys(calendar), (name) => ([value, ...rest], { range }) => {
    const part = calendar[name];
    if (value?.kind !== 'series' || !part || rest.length > 0) return null;
    return withPoints(
      value.series,
      everywhere(range, value.series.periodMs, (atMs) => part(new Date(atMs))),
    );
  }),
  FIRST: ([value, ...rest]) => (rest.length === 0 ? itemAt(value, 0) : null),
  LAST: ([value, ...rest]) => (rest.length === 0 ? itemAt(value, -1) : null),
  METRIC_COUNT: ([value, ...rest]) =>
    value?.kind === 'array' && rest.length === 0 ? scalar(value.items.length) : null,
  REMOVE_EMPTY: ([value, ...rest]) =>
    value?.kind === 'array' && rest.length === 0
      ? { kind: 'array', items: value.items.filter(({ points }) => points.length > 0) }
      : null,
  SLICE: ([value, from, to, ...rest]) => {
    if (value?.kind !== 'array' || from?.kind !== 'scalar' || rest.length > 0) return null;
    if (to && to.kind !== 'scalar') return null;
    return { kind: 'array', items: value.items.slice(from.value, to?.value) };
  },
  TIME_SERIES: ([value, ...rest], { range, periodMs }) => {
    if (value?.kind !== 'scalar' || rest.length > 0) return null;
    const points = Number.isFinite(value.value) ? everywhere(range, periodMs, () => value.value) : [];
    return { kind: 'series', series: { label: '', periodMs, points, source: null } };
  },
};

function entries(names: readonly string[], make: (name: string) => Act): { [name: string]: Act } {
  return Object.fromEntries(names.map((name) => [name, make(name)]));
}

function itemAt(value: Value | undefined, index: number): Value | null {
  if (value?.kind !== 'array') return null;
  const series = value.items.at(index);
  return { kind: 'series', series: series ?? { label: '', periodMs: 60_000, points: [], source: null } };
}

const withPoints = (series: TimeSeries, points: readonly Point[]): Value => ({
  kind: 'series',
  series: { ...series, points },
});

const everywhere = (range: Range, periodMs: number, valueAt: (atMs: number) => number): Point[] =>
  gridOf(range, periodMs).map((atMs) => ({ atMs, value: valueAt(atMs) }));
