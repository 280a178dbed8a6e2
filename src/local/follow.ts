/**
 * The world's clock as another process sees it. Between looks it is an estimate, which never goes back; the server's
 * clock may have stood still meanwhile, so no timer fires before the server has said that its time has come.
 */
import type { Clock } from '../core/ports';
import type { Connection } from './connection';
import { createTimers } from './timers';

export interface FollowedClock extends Clock {
  /** Looks again now: the estimate is right at this moment. */
  sync(): Promise<void>;
}

interface Reading {
  readonly nowMs: number;
  readonly speed: number;
}

/** An estimate that is older than this is looked up again before a timer is believed, real milliseconds. */
const freshMs = 5;

/** Answers once the first look has succeeded. When the server is gone time goes on, so that waits end and calls can fail. */
export async function followWorldClock(connection: Connection, real: Clock): Promise<FollowedClock> {
  let reading = await look(connection);
  let readAtMs = real.monotonicMs();
  let shownMs = reading.nowMs;
  const firstMs = reading.nowMs;
  const nowMs = (): number => {
    shownMs = Math.max(shownMs, reading.nowMs + (real.monotonicMs() - readAtMs) * reading.speed);
    return shownMs;
  };
  const sync = async (): Promise<void> => {
    const next = await look(connection);
    reading = next;
    readAtMs = real.monotonicMs();
    timers.arm();
  };
  const timers = createTimers({ real, nowMs, realMsUntil: (ms) => ms / reading.speed });
  const reached = (dueMs: number): boolean =>
    reading.nowMs + (real.monotonicMs() - readAtMs) * reading.speed >= dueMs;
  const after = (ms: number, then: () => void): (() => void) => {
    const dueMs = nowMs() + Math.max(0, ms);
    let cancelled = false;
    let cancel = (): void => undefined;
    const check = async (): Promise<void> => {
      const gone = real.monotonicMs() - readAtMs > freshMs && (await sync().then(...settled));
      if (cancelled) return;
      if (gone || (real.monotonicMs() - readAtMs <= freshMs && reached(dueMs))) then();
    };
    cancel = timers.add(dueMs, () => void check());
    return () => {
      cancelled = true;
      cancel();
    };
  };
  return { nowMs, monotonicMs: () => nowMs() - firstMs, after, sync };
}
