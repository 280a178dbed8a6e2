/** 1, 5, 10, 20, 30 s for high-resolution metrics, else whole minutes. */
export function isPeriod(period: number | undefined): boolean {
  return period !== undefined && ([1, 5, 10, 20, 30].includes(period) || (period > 0 && period % 60 === 0));
}

/** AWS rounds the start of a request down to the whole minute, or to the period when that is shorter. Epoch ms. */
export function startOf(time: Date | undefined, period: number): number {
  const stepMs = Math.min(period, 60) * 1000;
  return Math.floor((time?.getTime() ?? 0) / stepMs) * stepMs;
}
