/**
 * The calls a second that AWS lets one account make in one region (Lambda quotas): GetFunction 100, GetPolicy 15, and 15
 * for every other control-plane call together, in world time.
 */
import type { Clock } from '../../core/ports';
import { AwsError } from '../errors';

const limits = { GetFunction: 100, GetPolicy: 15, others: 15 } as const;

/** What runs code is limited by concurrency instead. */
const dataPlane = new Set(['Invoke', 'InvokeAsync', 'InvokeWithResponseStream']);

/** A bucket holds two seconds' worth: at high speed, a few real milliseconds on the way push calls a second closer together. */
const burstS = 2;

interface Bucket {
  tokens: number;
  atMs: number;
}

export function createThrottle(clock: Clock): (operation: string) => void {
  const buckets = new Map<keyof typeof limits, Bucket>();
  return (operation) => {
    if (dataPlane.has(operation)) return;
    const name = operation === 'GetFunction' || operation === 'GetPolicy' ? operation : 'others';
    const nowMs = clock.monotonicMs();
    const bucket = buckets.get(name) ?? { tokens: limits[name] * burstS, atMs: nowMs };
    const refilled = bucket.tokens + ((nowMs - bucket.atMs) / 1000) * limits[name];
    const tokens = Math.min(refilled, limits[name] * burstS);
    if (tokens < 1) throw tooMany();
    buckets.set(name, { tokens: tokens - 1, atMs: nowMs });
  };
}

const tooMany = (): AwsError =>
  new AwsError('TooManyRequestsException', 429, {
    message: 'Rate Exceeded.',
    members: { Reason: 'CallerRateLimitExceeded' },
    headers: { 'retry-after': '1' },
  });
