/** The clock of a world that runs on this machine: real time, so many times as fast, and at rest while somebody holds it. */
import type { Clock } from '../core/ports';
import { createTimers } from './timers';
import type { WorldClock } from './world';

export interface WorldClockOptions {
  readonly real: Clock;
  /** World time at the start, epoch ms. */
  readonly startMs: number;
  /** World seconds a real second, above 0. */
  readonly speed: number;
}

/** A world clock that can be set ahead. */
export interface RunningClock extends WorldClock {
  /** Timers that fall due run at once. A time that is past changes nothing: world time never goes back. */
  setAhead(toMs: number): void;
}

/** Real milliseconds that one hold can last. */
const longestHoldMs = 1000;

export function createWorldClock({ real, startMs, speed: startSpeed }: WorldClockOptions): RunningClock {
  let speed = startSpeed;
  let fromMs = startMs;
  let fromRealMs = real.monotonicMs();
  let holds = 0;
  const nowMs = (): number =>
    holds > 0 ? fromMs : fromMs + Math.max(0, real.monotonicMs() - fromRealMs) * speed;
  const timers = createTimers({ real, nowMs, realMsUntil: (ms) => (holds > 0 ? null : ms / speed) });
  /** Whatever changes the course of time starts a new stretch from where time is now. */
  const change = (how: () => void): void => {
    fromMs = nowMs();
    fromRealMs = real.monotonicMs();
    how();
    timers.arm();
  };
  return {
    get speed() {
      return speed;
    },
    nowMs,
    monotonicMs: () => nowMs() - startMs,
    after: (ms, then) => timers.add(nowMs() + Math.max(0, ms), then),
    setSpeed: (to) =>
      change(() => {
        speed = to;
      }),
    setAhead: (toMs) =>
      change(() => {
        fromMs = Math.max(fromMs, toMs);
      }),
    hold: () => {
      change(() => {
        holds += 1;
      });
      let held = true;
      const release = (): void => {
        cancel();
        if (!held) return;
        held = false;
        change(() => {
          holds -= 1;
        });
      };
      const cancel = real.after(longestHoldMs, release);
      return release;
    },
  };
}
