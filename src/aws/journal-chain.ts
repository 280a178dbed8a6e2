import { ShipitError } from '../core/errors';
import type { Event } from '../core/events';
import type { Clock, Ids } from '../core/ports';

/** Where the next entry goes, and what it says of the one before. */
export interface End {
  readonly seq: number;
  readonly prev: string | null;
}

interface Waiting {
  readonly event: Event;
  readonly kept: () => void;
  readonly refused: (error: unknown) => void;
}

interface ChainPorts {
  readonly clock: Clock;
  readonly ids: Ids;
  /** Writes one entry at the end or behind it. */
  readonly write: (end: End, event: Event) => Promise<End>;
}

const baseMs = 500;
const capMs = 30_000;
/** In a row, each of several tries of its own: some ten minutes. */
const mostFailures = 24;

/**
 * The entries of one release on their way to S3, one after the other. What may pass is tried again; what AWS refuses
 * for good is told to whoever waits and stays in its place, for the chain must not have a gap: with the next entry, or
 * at the end, all of it is tried once more.
 */
export class JournalChain {
  private end: End = { seq: 0, prev: null };
  private readonly waiting: Waiting[] = [];
  private working: Promise<void> | null = null;
  private stopped = false;
  private wake: () => void = () => undefined;

  constructor(private readonly ports: ChainPorts) {}

  append(event: Event): Promise<void> {
    return new Promise((kept, refused) => {
      this.waiting.push({ event, kept, refused });
      void this.rest();
    });
  }

  rest(): Promise<void> {
    // It begins a moment later, so that whatever ends it finds the promise in its place.
    this.working ??= Promise.resolve().then(() => this.work());
    return this.working;
  }

  get left(): number {
    return this.waiting.length;
  }

  stop(): void {
    this.stopped = true;
    this.wake();
  }

  private async work(): Promise<void> {
    try {
      await this.writeAll();
    } finally {
      this.working = null;
    }
  }

  private async writeAll(): Promise<void> {
    let failures = 0;
    for (let [next] = this.waiting; next && !this.stopped; [next] = this.waiting) {
      const error = await this.write(next);
      failures = error === null ? 0 : failures + 1;
      if (error !== null && (!mayPass(error) || failures > mostFailures)) return this.refuse(error);
      if (error !== null) await this.pause(failures);
    }
  }

  /** Null when it is written. */
  private async write(next: Waiting): Promise<unknown> {
    try {
      this.end = await this.ports.write(this.end, next.event);
    } catch (error) {
      return error;
    }
    this.waiting.shift();
    next.kept();
    return null;
  }

  private refuse(error: unknown): void {
    for (const { refused } of this.waiting) refused(error);
  }

  private async pause(failures: number): Promise<void> {
    const { clock, ids } = this.ports;
    await new Promise<void>((resolve) => {
      const ms = ids.jitter() * Math.min(capMs, baseMs * 2 ** failures);
      const cancel = clock.after(ms, resolve);
      this.wake = () => {
        cancel();
        resolve();
      };
    });
  }
}

const mayPass = (error: unknown): boolean =>
  ShipitError.is(error, 'throttled', 'timedOut', 'unavailable', 'conflict');
