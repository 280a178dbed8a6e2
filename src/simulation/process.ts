/** One process of the simulated world: it may die, freeze and wake up again, and its wall clock may be wrong. */
import type { Clock } from '../core/ports';
import type { Scheduler } from './scheduler';

export class Process {
  /** When it died; null while it lives. */
  diedMs: number | null = null;
  /** How far its wall clock is from the world's. */
  wallOffsetMs = 0;
  /** From when to when it was frozen. */
  readonly freezes: { readonly fromMs: number; readonly untilMs: number }[] = [];
  readonly clock: Clock;
  private isFrozen = false;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly scheduler: Scheduler,
    readonly name: string,
  ) {
    this.clock = {
      nowMs: () => scheduler.nowMs() + this.wallOffsetMs,
      monotonicMs: () => scheduler.nowMs() - scheduler.startMs,
      after: (ms, then) => this.timer(ms, then),
    };
  }

  get alive(): boolean {
    return this.diedMs === null;
  }

  /** Nothing calls it back any more, and nothing that it still tells is heard. */
  die(): void {
    this.diedMs ??= this.scheduler.nowMs();
    this.waiting = [];
  }

  /** As SIGSTOP: what comes meanwhile, timers too, waits until it goes on. The monotonic clock does not stop. */
  freeze(ms: number): void {
    if (this.isFrozen || !this.alive) return;
    this.isFrozen = true;
    const fromMs = this.scheduler.nowMs();
    this.freezes.push({ fromMs, untilMs: fromMs + ms });
    this.scheduler.after(ms, () => this.wake());
  }

  /** Something reaches the process: now, when it wakes up, or never. */
  receive(then: () => void): void {
    if (!this.alive) return;
    if (this.isFrozen) this.waiting.push(then);
    else then();
  }

  private wake(): void {
    this.isFrozen = false;
    const came = this.waiting;
    this.waiting = [];
    for (const then of came) this.scheduler.after(0, () => this.receive(then));
  }

  /** One that is cancelled while it waits for the process to wake up does not come either. */
  private timer(ms: number, then: () => void): () => void {
    let wanted = true;
    const cancel = this.scheduler.after(ms, () => this.receive(() => wanted && then()));
    return () => {
      wanted = false;
      cancel();
    };
  }
}
