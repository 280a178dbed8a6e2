/**
 * Virtual time: a queue of moments, ties broken by the seed. Between two moments every promise settles, so the same seed
 * gives the same order of everything.
 */
import { createChance } from '../core/chance';

interface Moment {
  readonly atMs: number;
  readonly tie: number;
  readonly order: number;
  /** Null once it was cancelled: taking it out of the middle of the heap would cost more than passing over it. */
  act: (() => void) | null;
}

export class Scheduler {
  readonly chance: () => number;
  private readonly heap: Moment[] = [];
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
    const atMs = this.currentMs + Math.max(0, ms);
    const moment: Moment = { atMs, tie: this.chance(), order: this.order++, act: then };
    this.push(moment);
    return () => {
      moment.act = null;
    };
  }

  /** Runs until `over` says so, nothing is left to happen, or the time is up; answers whether it was over. */
  async run(over: () => boolean, untilMs: number): Promise<boolean> {
    await settle();
    while (!over()) {
      const next = this.pop();
      if (!next) return false;
      if (next.atMs > untilMs) {
        this.push(next);
        return false;
      }
      if (next.act === null) continue;
      this.currentMs = next.atMs;
      next.act();
      await settle();
    }
    return true;
  }

  private push(moment: Moment): void {
    const { heap } = this;
    let at = heap.length;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const parent = heap[up] as Moment;
      if (isBefore(parent, moment)) break;
      heap[at] = parent;
      at = up;
    }
    heap[at] = moment;
  }

  private pop(): Moment | null {
    const { heap } = this;
    const first = heap[0] ?? null;
    const last = heap.pop();
    if (first === null || last === undefined || heap.length === 0) return first;
    let at = 0;
    for (let down = this.lesser(1); down > 0 && isBefore(heap[down] as Moment, last); ) {
      heap[at] = heap[down] as Moment;
      at = down;
      down = this.lesser(at * 2 + 1);
    }
    heap[at] = last;
    return first;
  }

  /** Of two brothers in the heap the one that is earlier; 0 when there is none. */
  private lesser(left: number): number {
    const [one, other] = [this.heap[left], this.heap[left + 1]];
    if (!one) return 0;
    return other && isBefore(other, one) ? left + 1 : left;
  }
}

function isBefore(a: Moment, b: Moment): boolean {
  if (a.atMs !== b.atMs) return a.atMs < b.atMs;
  return a.tie !== b.tie ? a.tie < b.tie : a.order < b.order;
}

/** One turn of the event loop empties the queue of microtasks, however long it is. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
