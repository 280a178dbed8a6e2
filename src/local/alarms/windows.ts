/**
 * The periods that an evaluation looks at. Source: CloudWatch User Guide, "Alarm evaluation window": a sliding window
 * ends now; a wall clock window ends where the last full hour, day or week of its time zone ended.
 */
import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { parseZone, type Zone } from './zones';

export interface Window {
  readonly kind: 'sliding' | 'wallClock';
  readonly zone: Zone;
}

/** From inclusive, to exclusive, epoch ms. */
export interface Period {
  readonly fromMs: number;
  readonly toMs: number;
}

const dayMs = 24 * 3_600_000;
const weekMs = 7 * dayMs;
/** The first Monday, for weeks begin on Mondays. */
const mondayMs = 4 * dayMs;

export function windowOf({ EvaluationWindow: window }: PutMetricAlarmCommandInput): Window {
  const zone = parseZone(window?.WallClockWindow?.Timezone ?? 'UTC') ?? (() => 0);
  return { kind: window?.WallClockWindow ? 'wallClock' : 'sliding', zone };
}

interface Span {
  readonly periodMs: number;
  readonly count: number;
  /** When the alarm is evaluated. */
  readonly atMs: number;
}

/** So many periods, oldest first, without gaps. A day may have 23 or 25 hours. */
export function periodsOf(window: Window, { periodMs, count, atMs }: Span): Period[] {
  const sliding = window.kind === 'sliding';
  const even = sliding || periodMs < dayMs;
  const startBefore = (toMs: number): number =>
    even ? toMs - periodMs : startOf(window.zone, periodMs, toMs - 1);
  const periods: Period[] = [];
  let toMs = sliding ? atMs : startOf(window.zone, periodMs, atMs);
  while (periods.length < count) {
    const fromMs = startBefore(toMs);
    periods.push({ fromMs, toMs });
    toMs = fromMs;
  }
  return periods.reverse();
}

/** Start of the calendar period that this moment lies in. */
function startOf(zone: Zone, periodMs: number, atMs: number): number {
  const offsetMs = zone(atMs);
  const shiftMs = periodMs === weekMs ? mondayMs : 0;
  const localMs = Math.floor((atMs + offsetMs - shiftMs) / periodMs) * periodMs + shiftMs;
  const startMs = localMs - offsetMs;
  const thenMs = zone(startMs);
  return thenMs === offsetMs || periodMs < dayMs ? startMs : localMs - thenMs;
}
