/** How periods lie in time. Source: the API reference of GetMetricData. */
const minuteMs = 60_000;

/** Periods are counted from the start of a request, rounded down to the whole minute, or to the period when that is shorter. */
export function startOf(timeMs: number, periodMs: number): number {
  const stepMs = Math.min(periodMs, minuteMs);
  return Math.floor(timeMs / stepMs) * stepMs;
}

/** 1, 5, 10, 20, 30 s for high-resolution metrics, else whole minutes. */
export function isPeriod(periodS: number | undefined): boolean {
  return (
    periodS !== undefined && ([1, 5, 10, 20, 30].includes(periodS) || (periodS > 0 && periodS % 60 === 0))
  );
}
