/**
 * Virtual time: a queue of moments, ties broken by the seed. Between two moments every promise settles, so the same seed
 * gives the same order of everything.
 */
import { createChance } from '../core/chance';
import type { Clock } from '../core/ports';

interface Moment {
  readonly atMs: number;
  readonly tie: number;
  readonly order: number;
  readonly then: () => void;
}

export class Scheduler {
  readonly chance: () => number;
  private readonly moments = new Set<Moment>();
  private order = 0;
  private currentMs: number;

  constructor(
    seed: number,
    readonly startMs: number,
  ) {
    this.chance = createChance(seed);
    this.currentMs = startMs;
  }

  nowMs(): number {
    return this.currentMs;
  }

  /** Calls back once at now + ms; the answer cancels. */
  after(ms: number, then: () => void): () => void {
    const moment = { atMs: this.currentMs + Math.max(0, ms), tie: this.chance(), order: this.order++, then };
    this.moments.add(moment);
    return () => this.moments.delete(moment);
  }

  /** Runs until `over` says so, nothing is left to happen, or the time is up; answers whether it was over. */
  async run(over: () => boolean, untilMs: number): Promise<boolean> {
    await settle();
    while (!over()) {
      const next = this.earliest();
      if (!next || next.atMs > untilMs) return over();
      this.moments.delete(next);
      this.currentMs = next.atMs;
      next.then();
      await settle();
    }
    return true;
  }

  private earliest(): Moment | null {
    let first: Moment | null = null;
    for (const moment of this.moments) if (!first || isBefore(moment, first)) first = moment;
    return first;
  }
}

/** One process: when it has died, nothing calls it back any more. */
export class Process {
  alive = true;
  constructor(
    private readonly scheduler: Scheduler,
    readonly name: string,
  ) {}

  get clock(): Clock {
    return {
      nowMs: () => this.scheduler.nowMs(),
      monotonicMs: () => this.scheduler.nowMs() - this.scheduler.startMs,
      after: (ms, then) => this.scheduler.after(ms, () => this.alive && then()),
    };
  }
}

function isBefore(a: Moment, b: Moment): boolean {
  if (a.atMs !== b.atMs) return a.atMs < b.atMs;
  return a.tie !== b.tie ? a.tie < b.tie : a.order < b.order;
}

/** One turn of the event loop empties the queue of microtasks, however long it is. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
