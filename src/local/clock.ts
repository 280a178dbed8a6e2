/** The clock of a world that runs on this machine: real time, so many times as fast, and at rest while somebody holds it. */
import type { Clock } from '../core/ports';
import { createTimers, type Timers } from './timers';
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
  /** Timers that are left run no more: they would hold up the end of the process. */
  close(): void;
}

/** Real milliseconds that one hold can last. */
const longestHoldMs = 1000;

export function createWorldClock(options: WorldClockOptions): RunningClock {
  return new Running(options);
}

class Running implements RunningClock {
  speed: number;
  private readonly real: Clock;
  private readonly startMs: number;
  /** Where the present stretch of time began: in world time and on the real clock. */
  private fromMs: number;
  private fromRealMs: number;
  private holds = 0;
  private readonly timers: Timers;

  constructor({ real, startMs, speed }: WorldClockOptions) {
    this.real = real;
    this.startMs = startMs;
    this.speed = speed;
    this.fromMs = startMs;
    this.fromRealMs = real.monotonicMs();
    const nowMs = () => this.nowMs();
    const realMsUntil = (ms: number) => (this.holds > 0 ? null : ms / this.speed);
    this.timers = createTimers({ real, nowMs, realMsUntil });
  }

  nowMs(): number {
    if (this.holds > 0) return this.fromMs;
    return this.fromMs + Math.max(0, this.real.monotonicMs() - this.fromRealMs) * this.speed;
  }

  monotonicMs(): number {
    return this.nowMs() - this.startMs;
  }

  after(ms: number, then: () => void): () => void {
    return this.timers.add(this.nowMs() + Math.max(0, ms), then);
  }

  setSpeed(speed: number): void {
    this.change(() => {
      this.speed = speed;
    });
  }

  setAhead(toMs: number): void {
    this.change(() => {
      this.fromMs = Math.max(this.fromMs, toMs);
    });
  }

  close(): void {
    this.timers.close();
  }

  hold(): () => void {
    this.changeHolds(1);
    let held = true;
    const release = (): void => {
      cancel();
      if (held) this.changeHolds(-1);
      held = false;
    };
    const cancel = this.real.after(longestHoldMs, release);
    return release;
  }

  private changeHolds(by: number): void {
    this.change(() => {
      this.holds += by;
    });
  }

  /** Whatever changes the course of time starts a new stretch from where time is now. */
  private change(how: () => void): void {
    this.fromMs = this.nowMs();
    this.fromRealMs = this.real.monotonicMs();
    how();
    this.timers.arm();
  }
}
