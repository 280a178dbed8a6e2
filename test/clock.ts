/** A clock that stands still until a test moves it. It is a world clock too, so the local AWS can run on it. */

interface Timer {
  readonly atMs: number;
  readonly order: number;
  readonly then: () => void;
}

export class FakeClock {
  readonly speed = 1;
  readonly jumps = true;
  private timers: Timer[] = [];
  private order = 0;
  private startMs: number;
  private currentMs: number;
  /** Whoever holds the clock: it may not be moved by `runUntil` meanwhile. */
  holds = 0;

  constructor(startMs: number) {
    this.startMs = startMs;
    this.currentMs = startMs;
  }

  nowMs(): number {
    return this.currentMs;
  }

  monotonicMs(): number {
    return this.currentMs - this.startMs;
  }

  setSpeed(): void {}

  hold(): () => void {
    this.holds += 1;
    let released = false;
    return () => {
      if (!released) this.holds -= 1;
      released = true;
    };
  }

  after(ms: number, then: () => void): () => void {
    const timer = { atMs: this.currentMs + Math.max(0, ms), order: this.order++, then };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  /** Runs every timer that falls due within `ms`, in order, letting promises settle after each. */
  async advance(ms: number): Promise<void> {
    const endMs = this.currentMs + ms;
    for (let next = this.due(endMs); next; next = this.due(endMs)) {
      this.fire(next);
      await settle();
    }
    this.currentMs = endMs;
    await settle();
  }

  /**
   * Jumps from timer to timer, whenever nobody holds the clock, until the work is over.
   * Everything that waits for the real outside must hold the clock, or time runs away from it.
   */
  async runUntil<T>(work: Promise<T>): Promise<T> {
    let over = false;
    const done = work.finally(() => {
      over = true;
    });
    done.catch(() => undefined);
    for (let idle = 0; !over; ) {
      await nextTurn();
      idle = this.holds === 0 ? idle + 1 : 0;
      if (idle < quietTurns) continue;
      idle = 0;
      const next = this.due(Number.POSITIVE_INFINITY);
      if (next) this.fire(next);
    }
    return done;
  }

  private due(untilMs: number): Timer | null {
    let first: Timer | null = null;
    for (const timer of this.timers)
      if (timer.atMs <= untilMs && (!first || before(timer, first))) first = timer;
    return first;
  }

  private fire(timer: Timer): void {
    this.timers = this.timers.filter((other) => other !== timer);
    this.currentMs = Math.max(this.currentMs, timer.atMs);
    timer.then();
  }
}

/** How many turns of the event loop without a hold count as quiet: a socket's answer needs a few to reach its reader. */
const quietTurns = 8;

const before = (a: Timer, b: Timer): boolean => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await nextTurn();
}
