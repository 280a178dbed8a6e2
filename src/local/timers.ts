/** Timers of a clock whose time can change its course: one real timer stands for the earliest, and is set anew at changes. */
import type { Clock } from '../core/ports';

export interface Timers {
  /** The answer cancels. */
  add(dueMs: number, then: () => void): () => void;
  /** To be called when time has changed its course. */
  arm(): void;
  /** Nothing runs any more, nor is anything taken. */
  close(): void;
}

export interface TimersOptions {
  readonly real: Clock;
  readonly nowMs: () => number;
  /** Real milliseconds until so much time of this clock has passed; null while it stands still. */
  readonly realMsUntil: (ms: number) => number | null;
}

interface Timer {
  readonly dueMs: number;
  readonly order: number;
  readonly then: () => void;
}

export function createTimers({ real, nowMs, realMsUntil }: TimersOptions): Timers {
  const pending = new Set<Timer>();
  let order = 0;
  let closed = false;
  let cancel = (): void => undefined;
  const arm = (): void => {
    cancel();
    const next = earliest(pending);
    const waitMs = next ? realMsUntil(next.dueMs - nowMs()) : null;
    cancel = waitMs === null ? () => undefined : real.after(Math.max(0, waitMs), run);
  };
  /** Only what was there at the start runs, so that a timer that sets itself anew at once cannot run for ever. */
  const run = (): void => {
    const due = [...pending].filter((timer) => timer.dueMs <= nowMs()).sort(byTime);
    for (const timer of due) if (pending.delete(timer)) timer.then();
    arm();
  };
  return {
    add(dueMs, then) {
      if (closed) return () => undefined;
      const timer = { dueMs, order: order++, then };
      pending.add(timer);
      arm();
      return () => {
        if (pending.delete(timer)) arm();
      };
    },
    arm,
    close() {
      closed = true;
      pending.clear();
      cancel();
    },
  };
}

const byTime = (a: Timer, b: Timer): number => a.dueMs - b.dueMs || a.order - b.order;

function earliest(timers: Iterable<Timer>): Timer | null {
  let first: Timer | null = null;
  for (const timer of timers) if (!first || byTime(timer, first) < 0) first = timer;
  return first;
}
