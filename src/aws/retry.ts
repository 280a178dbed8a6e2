import { ShipitError } from '../core/errors';
import type { Clock, Ids } from '../core/ports';
import { retryAfterMs, statusOf } from './errors';

/**
 * - `read`: sent again after anything that may pass; for questions, and for writes that are as good the second time.
 * - `throttled`: a write that is sent again only when AWS said that it did not look at it.
 * - `never`: an alias write. It may have had its effect, and it may be the wrong thing to do by the time it is sent
 *   again, so whoever decided it decides once more.
 */
export type Retries = 'read' | 'throttled' | 'never';

/** Where AWS does not answer at all, more tries would only put off the word that somebody has to check the network. */
const attemptsInSilence = 5;
/** Of a busy account many calls are refused in a row: with two in five, so many are once in two million calls. */
const attempts = 16;
const baseMs = 200;
const capMs = 5000;
/** AWS may ask for more patience than `capMs`, but not for an unbounded amount. */
const askedCapMs = 20_000;

/** Full jitter on the Clock: of many callers that were refused together, few come back together. */
export async function withRetries<T>(
  tools: { readonly clock: Clock; readonly ids: Ids },
  retries: Retries,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let failures = 1; failures < attempts; failures += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!mayPass(error, retries)) throw error;
      if (!isAnswer(error) && failures >= attemptsInSilence) throw error;
      const backoffMs = tools.ids.jitter() * Math.min(capMs, baseMs * 2 ** failures);
      const askedMs = Math.min(askedCapMs, retryAfterMs(error) ?? 0);
      await new Promise<void>((resolve) => {
        tools.clock.after(Math.max(backoffMs, askedMs), resolve);
      });
    }
  }
  return attempt();
}

function mayPass(error: unknown, retries: Retries): boolean {
  if (retries === 'never') return false;
  if (ShipitError.is(error, 'throttled')) return true;
  return retries === 'read' && ShipitError.is(error, 'timedOut', 'unavailable');
}

/** Whether it was AWS that said so. */
const isAnswer = (error: unknown): boolean =>
  ShipitError.is(error, 'throttled') || (ShipitError.is(error, 'unavailable') && statusOf(error) !== null);
