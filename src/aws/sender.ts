import type { Clock, Ids } from '../core/ports';
import { type Attempt, translate } from './errors';
import type { Bucket, Limiter, Priority } from './limiter';
import { type Retries, withRetries } from './retry';
import { asAttempt } from './tracer';

/** One call of the SDK with everything around it: whose limit it counts against, who goes first, whether it is repeated. */
interface Call<T> extends Attempt {
  /** Null for what has no limit worth watching. */
  readonly bucket: Bucket | null;
  readonly priority: Priority;
  readonly retries: Retries;
  readonly send: () => Promise<T>;
}

/** Throws ShipitErrors by the contract of the ports. */
export type Send = <T>(call: Call<T>) => Promise<T>;

interface Tools {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly limiter: Limiter;
  /** What must hold before anything is sent, such as a region. */
  readonly ready: () => Promise<unknown>;
  /** Whether each request is told, with its attempt. */
  readonly traced: boolean;
}

export function createSend(tools: Tools): Send {
  return async (call) => {
    await tools.ready();
    let attempt = 0;
    const { secrets } = call;
    return withRetries(tools, call.retries, async () => {
      if (call.bucket) await tools.limiter.take(call.bucket, call.priority);
      attempt += 1;
      const sent = tools.traced ? asAttempt({ attempt, secrets }, call.send) : call.send();
      return sent.catch((error: unknown) => {
        throw translate(error, call);
      });
    });
  };
}

/** What all questions have in common. */
export const reading = (call: string, bucket: Bucket | null) =>
  ({ call, bucket, priority: 'read', retries: 'read', creates: false, secrets: [] }) as const;

/** What writes have in common: sent again only when AWS said that it did not look at it. */
export const writing = (call: string, bucket: Bucket | null) =>
  ({ call, bucket, priority: 'write', retries: 'throttled', creates: false, secrets: [] }) as const;

/** Writes that say how something is to be, whatever it was: as good the second time, so a lost answer costs nothing. */
export const repeatable = (call: string, bucket: Bucket | null) =>
  ({ ...writing(call, bucket), retries: 'read' }) as const;
