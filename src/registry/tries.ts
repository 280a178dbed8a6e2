import { ShipitError } from '../core/errors';
import type { Clock, Ids } from '../core/ports';
import { retryAfterMs } from './refusal';

export interface Patience {
  readonly clock: Pick<Clock, 'after'>;
  readonly ids: Pick<Ids, 'jitter'>;
}

/** In a row. */
export const attempts = 5;
const baseMs = 250;
const capMs = 8000;
const askedCapMs = 30_000;

export const mayPass = (error: unknown): boolean =>
  ShipitError.is(error, 'throttled', 'timedOut', 'unavailable');

/** Before the next try, after so many failures in a row. Chance keeps apart those who were refused together. */
export function pause({ clock, ids }: Patience, failures: number, error: unknown): Promise<void> {
  const backoffMs = (0.5 + ids.jitter() / 2) * Math.min(capMs, baseMs * 2 ** (failures - 1));
  const askedMs = Math.min(askedCapMs, retryAfterMs(error));
  return new Promise((resolve) => void clock.after(Math.max(backoffMs, askedMs), resolve));
}

/** For what is as good the second time. */
export async function repeated<T>(patience: Patience, work: () => Promise<T>): Promise<T> {
  for (let failures = 1; failures < attempts; failures += 1) {
    try {
      return await work();
    } catch (error) {
      if (!mayPass(error)) throw error;
      await pause(patience, failures, error);
    }
  }
  return work();
}
