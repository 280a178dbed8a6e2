/** Credentials that end: kept while they are good, and asked for anew before they are not. */
import type { Credentials } from '@aws-sdk/client-sts';
import { ShipitError } from '../core/errors';
import { tellHidden } from '../core/hidden';
import type { Clock } from '../core/ports';

export interface SessionKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}

export interface Renewal {
  readonly clock: Pick<Clock, 'nowMs' | 'monotonicMs'>;
  /** Hears of a session that could not be renewed while it still lives, once; it is tried again. */
  readonly warn: (message: string, hint: string) => void;
}

/** The SDK begins to ask again five minutes before the end; whoever asks without it is early as well. */
const earlyMs = 10 * 60_000;
/** With less than this left, whoever asks waits for the new ones: their request would arrive too late. */
const shortMs = 30_000;
const pauseMs = 15_000;

/**
 * One renewal at a time, beside the calls: they go on with the old credentials while these are good, so a rollout does not
 * stand still when nobody gives out new ones for a while.
 */
export function renewed(
  ask: () => Promise<SessionKeys>,
  { clock, warn }: Renewal,
): () => Promise<SessionKeys> {
  let held: SessionKeys | null = null;
  let asking: Promise<SessionKeys> | null = null;
  let againMs = Number.NEGATIVE_INFINITY;
  let told = false;
  const leftMs = (): number => (held === null ? 0 : held.expiration.getTime() - clock.nowMs());
  const orOld = (error: unknown): SessionKeys => {
    if (held === null || leftMs() <= 0 || !ShipitError.is(error)) throw error;
    againMs = clock.monotonicMs() + pauseMs;
    const end = held.expiration.toISOString();
    if (!told) warn(`the session of AWS was not renewed: ${error.message}; it ends at ${end}`, error.hint);
    told = true;
    return held;
  };
  const renew = (): Promise<SessionKeys> => {
    asking ??= ask()
      .then((keys) => {
        tellHidden([keys.secretAccessKey, keys.sessionToken]);
        held = keys;
        told = false;
        return keys;
      })
      .catch(orOld)
      .finally(() => {
        asking = null;
      });
    return asking;
  };
  return async () => {
    if (held === null || leftMs() <= 0) return renew();
    const mayAsk = leftMs() <= earlyMs && clock.monotonicMs() >= againMs;
    if (mayAsk && leftMs() <= shortMs) return renew();
    // What is no known error is a bug, and shows when the old ones have ended.
    if (mayAsk) renew().catch(() => {});
    return held;
  };
}

/** Of an answer of STS. */
export function keysOf(credentials: Credentials | undefined, call: string): SessionKeys {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = credentials ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration)
    throw new ShipitError('unavailable', `${call}: the answer has no credentials`);
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    expiration: Expiration,
  };
}
