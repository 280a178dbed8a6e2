/**
 * The warm-up period of a new alarm: it stays in INSUFFICIENT_DATA until its metric has filled the evaluation window, or
 * until the period is over. Source: CloudWatch User Guide, "Alarm warm-up periods".
 */
import type { MetricAlarmEntry } from './book';
import type { RangePoint } from './decide';
import { meaningOf } from './definition';

interface Look {
  readonly range: readonly RangePoint[];
  readonly atMs: number;
}

/** Ends the warm-up when its time has come. */
export function isWarmingUp(entry: MetricAlarmEntry, look: Look): boolean {
  if (!entry.warmUp) return false;
  if (!isOver(entry, entry.warmUp, look)) return true;
  entry.warmUp = null;
  return false;
}

function isOver(
  { definition }: MetricAlarmEntry,
  warmUp: NonNullable<MetricAlarmEntry['warmUp']>,
  { range, atMs }: Look,
): boolean {
  const { WarmUpConfiguration: configuration } = definition;
  if (!configuration) return true;
  const forMs = (configuration.WarmUpPeriodDurationInMinutes ?? 0) * 60_000;
  if (atMs >= warmUp.sinceMs + forMs) return true;
  if (configuration.OnlyStartEvaluatingAfterWarmUpPeriodEnds) return false;
  const { periodMs, stepMs, criteria } = meaningOf(definition);
  const hasNewest = range.at(-1)?.value != null;
  if (hasNewest) warmUp.firstDataMs ??= atMs - stepMs;
  return hasNewest && atMs - (warmUp.firstDataMs ?? atMs) >= periodMs * criteria.periods;
}
