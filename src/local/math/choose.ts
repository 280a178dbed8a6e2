/** IF: takes each point from one of two, by a condition. */
import { unsupported } from './problem';
import type { Point, Value } from './values';

/** A condition that holds gives 0 where the first has no point; one that does not, no point where the second has none. */
export function choose(args: readonly Value[]): Value {
  const [condition, first, second] = args;
  if (!condition || !first || args.length > 3) throw unsupported('IF', args);
  if (args.some(({ kind }) => kind === 'array')) throw unsupported('IF', args);
  if (condition.kind === 'scalar') return chooseWhole(args, condition.value);
  if (condition.kind !== 'series') throw unsupported('IF', args);
  const [whenTrue, whenFalse] = [lookup(first, 0), second ? lookup(second, null) : () => null];
  const points = condition.series.points.flatMap(({ atMs, value }): Point[] => {
    const chosen = value !== 0 ? whenTrue(atMs) : whenFalse(atMs);
    return chosen === null || !Number.isFinite(chosen) ? [] : [{ atMs, value: chosen }];
  });
  return { kind: 'series', series: { ...condition.series, points, source: null } };
}

function chooseWhole(args: readonly Value[], condition: number): Value {
  const [, first, second] = args;
  if (first?.kind !== 'series' || (second && second.kind !== 'series')) throw unsupported('IF', args);
  if (Number.isNaN(condition)) return empty(first);
  return condition !== 0 ? first : (second ?? empty(first));
}

function empty(value: Value): Value {
  return value.kind === 'series' ? { kind: 'series', series: { ...value.series, points: [] } } : value;
}

function lookup(value: Value, missing: number | null): (atMs: number) => number | null {
  if (value.kind === 'scalar') return () => value.value;
  const points = value.kind === 'series' ? value.series.points : [];
  const values = new Map(points.map((point) => [point.atMs, point.value]));
  return (atMs) => values.get(atMs) ?? missing;
}
