import { Worker } from 'node:worker_threads';
import { type Done, type Failed, type Job, toLetter, workerText } from './pieces';

export type Answer =
  | { readonly done: Done; readonly failed?: undefined }
  | { readonly failed: Failed | Error; readonly done?: undefined };

interface Hand {
  readonly worker: Worker;
  /** What it was given and has not answered yet. */
  readonly under: Map<number, (answer: Answer) => void>;
}

/** With one job at work and another at hand no worker waits for the main thread. */
export const jobsAtHand = 2;

/** Worker threads that take jobs in the order of the calls. They keep the process alive only while there is work. */
export class Crew {
  private readonly hands: Hand[] = [];
  private readonly waiting: { readonly job: Job; readonly then: (answer: Answer) => void }[] = [];
  private given = 0;

  constructor(readonly most: number) {}

  start(): void {
    for (let missing = this.most - 1 - this.hands.length; missing > 0; missing -= 1) this.hire();
  }

  run(job: Job): Promise<Answer> {
    return new Promise((then) => {
      this.waiting.push({ job, then });
      this.giveOut();
    });
  }

  private giveOut(): void {
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      const hand = this.free();
      if (hand === null) {
        this.waiting.unshift(next);
        return;
      }
      this.give(hand, next.job, next.then);
    }
  }

  /** A new worker before a second job for one that is busy. */
  private free(): Hand | null {
    const [least] = [...this.hands].sort((a, b) => a.under.size - b.under.size);
    if (least && least.under.size === 0) return least;
    if (this.hands.length < this.most) return this.hire();
    return least && least.under.size < jobsAtHand ? least : null;
  }

  private give({ worker, under }: Hand, job: Job, then: (answer: Answer) => void): void {
    this.given += 1;
    under.set(this.given, then);
    worker.ref();
    worker.postMessage(toLetter(this.given, job));
  }

  /** Without the flags and variables of this process: what it loads first is none of the worker's business. */
  private hire(): Hand {
    const worker = new Worker(workerText(), { eval: true, execArgv: [], env: {}, trackUnmanagedFds: false });
    const hand: Hand = { worker, under: new Map() };
    worker.on('message', ({ id, ...answer }: Answer & { id: number }) =>
      this.take(hand, id, answer as Answer),
    );
    worker.on('error', (error) => this.lose(hand, error));
    worker.on('exit', () => this.lose(hand, new Error('a worker thread ended')));
    worker.unref();
    this.hands.push(hand);
    return hand;
  }

  private take({ worker, under }: Hand, id: number, answer: Answer): void {
    under.get(id)?.(answer);
    under.delete(id);
    if (under.size === 0) worker.unref();
    this.giveOut();
  }

  private lose(hand: Hand, error: Error): void {
    const index = this.hands.indexOf(hand);
    if (index >= 0) this.hands.splice(index, 1);
    for (const then of hand.under.values()) then({ failed: error });
    hand.under.clear();
    this.giveOut();
  }
}
