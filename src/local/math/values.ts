/** What an expression is made of while it is evaluated: numbers, time series, and arrays of time series. */
import type { MetricId } from '../metrics/store';

export interface Point {
  /** Start of the period, epoch ms. */
  readonly atMs: number;
  readonly value: number;
}

export interface TimeSeries {
  /** What a legend would call it. */
  readonly label: string;
  readonly periodMs: number;
  /** Oldest first; what is missing has no point. */
  readonly points: readonly Point[];
  /** The metric that it shows; null for what was calculated from several. */
  readonly source: Source | null;
}

export interface Source {
  readonly id: MetricId;
  readonly stat: string;
}

export type Value =
  | { readonly kind: 'scalar'; readonly value: number }
  | { readonly kind: 'series'; readonly series: TimeSeries }
  | { readonly kind: 'array'; readonly items: readonly TimeSeries[] };

export const scalar = (value: number): Value => ({ kind: 'scalar', value });

/** The same calculation on a time series, or on each of an array. */
export function onEach(value: Value, change: (series: TimeSeries) => readonly Point[]): Value | null {
  const changed = (series: TimeSeries): TimeSeries => ({ ...series, points: finite(change(series)) });
  if (value.kind === 'series') return { kind: 'series', series: changed(value.series) };
  return value.kind === 'array' ? { kind: 'array', items: value.items.map(changed) } : null;
}

/** A calculation without a result, such as a division by zero, leaves no point. */
export const finite = (points: readonly Point[]): readonly Point[] =>
  points.every(({ value }) => Number.isFinite(value))
    ? points
    : points.filter(({ value }) => Number.isFinite(value));
