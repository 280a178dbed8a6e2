import type { Clock } from '../core/ports';

/** Node fires a longer timer at once. */
const longestTimerMs = 2 ** 31 - 1;

/** The time of this machine. Nothing else in shipit may ask for it or wait for it. */
export function createClock(): Clock {
  return {
    nowMs: () => Date.now(),
    monotonicMs: () => performance.now(),
    after(ms, then) {
      let timer: NodeJS.Timeout;
      const wait = (leftMs: number): void => {
        const partMs = Math.min(leftMs, longestTimerMs);
        timer = setTimeout(() => (leftMs > partMs ? wait(leftMs - partMs) : then()), partMs);
      };
      wait(Math.max(0, ms));
      return () => clearTimeout(timer);
    },
  };
}
