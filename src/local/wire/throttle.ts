/**
 * The calls a second that AWS lets one account make in one region, in world time. Lambda (its quotas page): GetFunction 100,
 * GetPolicy 15, and 15 for every other control-plane call together. CloudWatch counts each operation by itself.
 */
import type { Clock } from '../../core/ports';
import { throttled } from './disturb';
import { cloudWatchLimits, ecrLimits, logsLimits } from './limits';
import type { Service } from './services';

const limits = { GetFunction: 100, GetPolicy: 15, others: 15 } as const;

/** What runs code is limited by concurrency instead. */
const dataPlane = new Set(['Invoke', 'InvokeAsync', 'InvokeWithResponseStream']);

/** A bucket holds two seconds' worth: at high speed, a few real milliseconds on the way push calls a second closer together. */
const burstS = 2;

interface Bucket {
  tokens: number;
  atMs: number;
}

/** Knows services by their names alone. */
export type Admit = (service: Pick<Service, 'name'>, operation: string) => void;

export function createThrottle(clock: Clock): Admit {
  const buckets = new Map<string, Bucket>();
  return (service, operation) => {
    const share = shareOf(service.name, operation);
    if (!share) return;
    const nowMs = clock.monotonicMs();
    const full = share.perSecond * burstS;
    const bucket = buckets.get(share.name) ?? { tokens: full, atMs: nowMs };
    const refilled = bucket.tokens + ((nowMs - bucket.atMs) / 1000) * share.perSecond;
    const tokens = Math.min(refilled, full);
    if (tokens < 1) throw throttled(service.name);
    buckets.set(share.name, { tokens: tokens - 1, atMs: nowMs });
  };
}

interface Share {
  readonly name: string;
  readonly perSecond: number;
}

function shareOf(service: Service['name'], operation: string): Share | null {
  if (service === 'lambda') return lambdaShareOf(operation);
  const limitsOf = { monitoring: cloudWatchLimits, logs: logsLimits, ecr: ecrLimits }[service];
  const perSecond = limitsOf?.[operation];
  return perSecond === undefined ? null : { name: `${service} ${operation}`, perSecond };
}

function lambdaShareOf(operation: string): Share | null {
  if (dataPlane.has(operation)) return null;
  const name = operation === 'GetFunction' || operation === 'GetPolicy' ? operation : 'others';
  return { name: `lambda ${name}`, perSecond: limits[name] };
}
