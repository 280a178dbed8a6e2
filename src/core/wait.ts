/** To wait on the Clock. */
import type { Clock } from './ports';

interface Patience {
  readonly clock: Pick<Clock, 'after'>;
  /** Ctrl-C: nobody waits any longer. */
  readonly stop: AbortSignal;
}

/** Ends early when it is stopped, and at once when it was before. */
export function pause({ clock, stop }: Patience, ms: number): Promise<void> {
  if (stop.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const wake = () => {
      cancel();
      stop.removeEventListener('abort', wake);
      resolve();
    };
    const cancel = clock.after(ms, wake);
    stop.addEventListener('abort', wake);
  });
}
