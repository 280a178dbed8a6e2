/**
 * How far back periods can be asked for. Source: the API reference of GetMetricData.
 */
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long data points of a period are there: high resolution, minutes, five minutes, hours. */
export const retentionMs = {
  second: 3 * hourMs,
  minute: 15 * dayMs,
  fiveMinutes: 63 * dayMs,
  hour: 455 * dayMs,
} as const;

/** A start that lies further back is rounded down to five minutes, or to the hour. */
export function roundedStart(timeMs: number, nowMs: number): number {
  const ageMs = nowMs - timeMs;
  const stepMs = ageMs > retentionMs.fiveMinutes ? hourMs : ageMs > retentionMs.minute ? 5 * minuteMs : 1;
  return Math.floor(timeMs / stepMs) * stepMs;
}

/** Nothing is answered for a period before this time. */
export function answeredFrom(periodMs: number, nowMs: number): number {
  if (periodMs < minuteMs) return nowMs - retentionMs.second;
  if (periodMs % (5 * minuteMs) !== 0) return nowMs - retentionMs.minute;
  return nowMs - (periodMs % hourMs === 0 ? retentionMs.hour : retentionMs.fiveMinutes);
}
