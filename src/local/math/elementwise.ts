/** Functions that change each point of a time series, or of each time series of an array. */
import type { Point } from './values';

type Change = (points: readonly Point[]) => readonly Point[];

const each =
  (change: (value: number) => number): Change =>
  (points) =>
    points.map(({ atMs, value }) => ({ atMs, value: change(value) }));

/** From each point and the one before it; the first has none. */
const between =
  (change: (now: Point, before: Point) => number): Change =>
  (points) =>
    points.flatMap((point, index) => {
      const before = points[index - 1];
      return before ? [{ atMs: point.atMs, value: change(point, before) }] : [];
    });

const seconds = (now: Point, before: Point): number => (now.atMs - before.atMs) / 1000;

function runningSum(points: readonly Point[]): Point[] {
  let total = 0;
  return points.map(({ atMs, value }) => {
    total += value;
    return { atMs, value: total };
  });
}

export const changes: { readonly [name: string]: Change } = {
  ABS: each(Math.abs),
  CEIL: each(Math.ceil),
  FLOOR: each(Math.floor),
  LOG: each(Math.log),
  LOG10: each(Math.log10),
  DIFF: between((now, before) => now.value - before.value),
  DIFF_TIME: between(seconds),
  RATE: between((now, before) => (now.value - before.value) / seconds(now, before)),
  RUNNING_SUM: runningSum,
};

/** Of the time of a point, in UTC; Monday is day 1. */
export const calendar: { readonly [name: string]: (at: Date) => number } = {
  MINUTE: (at) => at.getUTCMinutes(),
  HOUR: (at) => at.getUTCHours(),
  DAY: (at) => at.getUTCDay() || 7,
  DATE: (at) => at.getUTCDate(),
  MONTH: (at) => at.getUTCMonth() + 1,
  YEAR: (at) => at.getUTCFullYear(),
  EPOCH: (at) => at.getTime() / 1000,
};
