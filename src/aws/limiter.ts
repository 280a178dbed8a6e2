import type { Clock } from '../core/ports';

/** The limits AWS sets per account and region, in calls a second (Lambda, CloudWatch and CloudWatch Logs quotas). */
const perSecond = {
  /** Everything of Lambda but GetFunction, GetPolicy and Invoke, together. */
  lambda: 15,
  getFunction: 100,
  getPolicy: 15,
  describeAlarms: 9,
  putMetricAlarm: 3,
  deleteAlarms: 3,
  getMetricData: 500,
  describeLogGroups: 10,
  createLogGroup: 10,
  /** And to take one away. */
  putRetentionPolicy: 5,
} as const;

export type Bucket = keyof typeof perSecond;

/** What stands first in the queue: going back, then other writes, then questions. */
export type Priority = 'restore' | 'write' | 'read';

const ranks: Readonly<Record<Priority, number>> = { restore: 0, write: 1, read: 2 };

/** One for the whole process, or its parts would exceed the limit together. */
export interface Limiter {
  /** Settles when the call may be made; never rejects. First come, first served within a priority. */
  take(bucket: Bucket, priority: Priority): Promise<void>;
}

export function createLimiter(clock: Clock): Limiter {
  const windows = new Map<Bucket, Window>();
  return {
    take(bucket, priority) {
      const window = windows.get(bucket) ?? new Window(clock, perSecond[bucket]);
      windows.set(bucket, window);
      return window.take(ranks[priority]);
    },
  };
}

interface Waiting {
  readonly rank: number;
  readonly go: () => void;
}

const windowMs = 1000;

/** At most `limit` in any second, wherever that second begins: a bucket that refills would let twice as many through. */
class Window {
  private readonly queue: Waiting[] = [];
  private readonly takenMs: number[] = [];
  private timed = false;

  constructor(
    private readonly clock: Clock,
    private readonly limit: number,
  ) {}

  take(rank: number): Promise<void> {
    return new Promise((resolve) => {
      const behind = this.queue.findIndex((other) => other.rank > rank);
      this.queue.splice(behind < 0 ? this.queue.length : behind, 0, { rank, go: resolve });
      this.drain();
    });
  }

  private drain(): void {
    const nowMs = this.clock.monotonicMs();
    while (this.queue.length > 0 && this.waitMs(nowMs) <= 0) {
      this.takenMs.push(nowMs);
      if (this.takenMs.length > this.limit) this.takenMs.shift();
      this.queue.shift()?.go();
    }
    if (this.queue.length > 0) this.drainLater(this.waitMs(nowMs));
  }

  private drainLater(ms: number): void {
    if (this.timed) return;
    this.timed = true;
    this.clock.after(ms, () => {
      this.timed = false;
      this.drain();
    });
  }

  private waitMs(nowMs: number): number {
    const oldest = this.takenMs.length < this.limit ? undefined : this.takenMs[0];
    return oldest === undefined ? 0 : oldest + windowMs - nowMs;
  }
}
