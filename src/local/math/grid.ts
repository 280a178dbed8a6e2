/** The times at which a time series without gaps has its points. */
import { startOf } from '../metrics/periods';
import { ExpressionProblem } from './problem';

export interface Range {
  /** Inclusive, epoch ms. */
  readonly startMs: number;
  /** Exclusive. */
  readonly endMs: number;
}

const mostPoints = 100_800;

export function gridOf({ startMs, endMs }: Range, periodMs: number): number[] {
  const fromMs = startOf(startMs, periodMs);
  const count = Math.ceil((endMs - fromMs) / periodMs);
  if (count > mostPoints)
    throw new ExpressionProblem(`A time series can have at most ${mostPoints} data points`);
  return Array.from({ length: Math.max(0, count) }, (_, index) => fromMs + index * periodMs);
}
