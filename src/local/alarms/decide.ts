/**
 * The decision of one metric alarm, pure. Source: CloudWatch User Guide, "Configuring how CloudWatch alarms treat
 * missing data", whose tables are the tests. Real data points always come before filled ones, also older real ones
 * from the longer evaluation range, so an alarm looks at the last data again for a while after a metric stopped.
 */
import type { AlarmStateValue } from './book';

/** One period of the evaluation range; null when the metric has no data point there. */
export interface RangePoint {
  /** Start of the period, epoch ms. */
  readonly atMs: number;
  readonly value: number | null;
  readonly sampleCount: number;
}

export type Missing = 'missing' | 'ignore' | 'breaching' | 'notBreaching';

export type Comparison =
  | 'GreaterThanThreshold'
  | 'GreaterThanOrEqualToThreshold'
  | 'LessThanThreshold'
  | 'LessThanOrEqualToThreshold';

export interface Criteria {
  readonly comparison: Comparison;
  readonly threshold: number;
  /** N of EvaluationPeriods. */
  readonly periods: number;
  /** M of DatapointsToAlarm. */
  readonly toAlarm: number;
  readonly missing: Missing;
  /** With fewer samples a data point says too little to change the state; 0 to take any. */
  readonly enoughSamples: number;
}

export interface Decision {
  readonly state: AlarmStateValue;
  /** What was looked at, oldest first: the real points, and the missing ones that were filled. */
  readonly evaluated: readonly RangePoint[];
}

interface RealPoint extends RangePoint {
  readonly value: number;
}

/** `range` is the evaluation range, oldest first, one entry a period. */
export function decide(range: readonly RangePoint[], criteria: Criteria, current: AlarmStateValue): Decision {
  const real = range.filter(isReal).slice(-criteria.periods);
  const filled = criteria.periods - real.length;
  const evaluated = [...real, ...newestMissing(range, filled)].sort((a, b) => a.atMs - b.atMs);
  if (real.some((point) => point.sampleCount < criteria.enoughSamples)) return { state: current, evaluated };
  const bad = real.filter((point) => breaches(point.value, criteria)).length;
  if (filled > 0 && criteria.missing === 'breaching')
    return { state: bad + filled >= criteria.toAlarm ? 'ALARM' : 'OK', evaluated };
  if (bad >= criteria.toAlarm) return { state: 'ALARM', evaluated };
  if (filled === 0 || criteria.missing === 'notBreaching') return { state: 'OK', evaluated };
  return { state: undecided(range, criteria) ?? current, evaluated };
}

/** How many periods AWS looks back: documented as 5 for 3, otherwise only as "more than" the evaluation periods. */
export const rangeLength = (periods: number): number => periods + 2;

export function breaches(value: number, { comparison, threshold }: Criteria): boolean {
  switch (comparison) {
    case 'GreaterThanThreshold':
      return value > threshold;
    case 'GreaterThanOrEqualToThreshold':
      return value >= threshold;
    case 'LessThanThreshold':
      return value < threshold;
    case 'LessThanOrEqualToThreshold':
      return value <= threshold;
  }
}

/** Too few breaching points, and missing ones that stay missing. Null keeps the state. */
function undecided(range: readonly RangePoint[], criteria: Criteria): AlarmStateValue | null {
  const real = range.filter(isReal);
  const ignore = criteria.missing === 'ignore';
  if (real.length === 0) return ignore ? null : 'INSUFFICIENT_DATA';
  if (real.length < criteria.toAlarm && isPremature(range, criteria)) return ignore ? null : 'ALARM';
  return ignore && real.every((point) => breaches(point.value, criteria)) ? null : 'OK';
}

/** The oldest breaching point has the age of M periods, and all that came after it breaches or is missing. */
function isPremature(range: readonly RangePoint[], criteria: Criteria): boolean {
  const isBad = (point: RangePoint): boolean => isReal(point) && breaches(point.value, criteria);
  const lastGood = range.findLastIndex((point) => isReal(point) && !isBad(point));
  const firstBad = range.findIndex((point, index) => index > lastGood && isBad(point));
  return firstBad >= 0 && range.length - firstBad >= criteria.toAlarm;
}

const isReal = (point: RangePoint): point is RealPoint => point.value !== null;

function newestMissing(range: readonly RangePoint[], count: number): RangePoint[] {
  return count <= 0 ? [] : range.filter((point) => !isReal(point)).slice(-count);
}
