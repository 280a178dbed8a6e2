/**
 * The world's clock as another process sees it. Between looks it is an estimate, which never goes back; the server's
 * clock may have stood still meanwhile, so no timer fires before the server has said that its time has come.
 */
import type { Clock } from '../core/ports';
import { type Connection, control } from './connection';

interface Reading {
  readonly nowMs: number;
  readonly speed: number;
}

/** Speed may be changed by others: how long a timer sleeps at most before it looks again, real milliseconds. */
const longestSleepMs = 1000;

/** So that a world that stands still is not asked without pause, real milliseconds. */
const shortestSleepMs = 2;

/** Answers once the first look has succeeded. When the server is gone time goes on, so that waits end and calls can fail. */
export async function followWorldClock(connection: Connection): Promise<Clock> {
  const { real } = connection;
  const view = new View(real, await look(connection));
  const startMs = view.nowMs();
  const sync = createSync(connection, view);
  const after = (ms: number, then: () => void): (() => void) => {
    const dueMs = view.nowMs() + Math.max(0, ms);
    let cancel = (): void => undefined;
    let over = false;
    const sleep = (): void => {
      const sleepMs = Math.min(Math.max(view.realMsUntil(dueMs), shortestSleepMs), longestSleepMs);
      cancel = real.after(sleepMs, () => void sync().then(check));
    };
    const check = (): void => {
      if (over) return;
      over = view.certainMs() >= dueMs;
      if (over) then();
      else sleep();
    };
    sleep();
    return () => {
      over = true;
      cancel();
    };
  };
  return { nowMs: () => view.nowMs(), monotonicMs: () => view.nowMs() - startMs, after };
}

/** What was last said, and what may be concluded from it. */
class View {
  private readAtMs: number;
  private shownMs: number;
  private gone = false;

  constructor(
    private readonly real: Clock,
    private reading: Reading,
  ) {
    this.readAtMs = real.monotonicMs();
    this.shownMs = reading.nowMs;
  }

  nowMs(): number {
    this.shownMs = Math.max(this.shownMs, this.estimateMs());
    return this.shownMs;
  }

  /** World time that has been reached for certain. */
  certainMs(): number {
    return this.gone ? this.nowMs() : this.reading.nowMs;
  }

  realMsUntil(dueMs: number): number {
    return (dueMs - this.estimateMs()) / this.reading.speed;
  }

  update(reading: Reading | null): void {
    this.gone = reading === null;
    if (!reading) return;
    this.reading = reading;
    this.readAtMs = this.real.monotonicMs();
  }

  private estimateMs(): number {
    return this.reading.nowMs + (this.real.monotonicMs() - this.readAtMs) * this.reading.speed;
  }
}

/** Timers that wake together share one look. */
function createSync(connection: Connection, view: View): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= look(connection)
      .then(
        (reading) => view.update(reading),
        () => view.update(null),
      )
      .finally(() => {
        running = null;
      });
    return running;
  };
}

async function look(connection: Connection): Promise<Reading> {
  const { nowMs, speed } = (await control(connection, { method: 'GET', path: '/_shipit/clock' })) as Reading;
  if (!Number.isFinite(nowMs) || !(speed > 0)) throw new Error('The local AWS did not answer with its clock');
  return { nowMs, speed };
}
