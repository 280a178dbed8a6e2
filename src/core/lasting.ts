/** Whoever watches hears what is waited for, once it lasts: nobody should have to guess whether shipit still works. */
import type { Event } from './events';
import type { Clock } from './ports';

interface Heard {
  readonly clock: Clock;
  readonly tell: (event: Event) => unknown;
  /** Of the function, or `layer <key>`. */
  readonly key: string;
}

/** Runs the work; while it lasts, tells what is waited for: `version 5 to become Active`. */
export type Lasting = <T>(what: string, work: () => Promise<T>) => Promise<T>;

const firstMs = 5000;
/** Each time it is told later, for what took minutes will take more of them. */
const longestMs = 60_000;

export function lastingFor({ clock, tell, key }: Heard): Lasting {
  return async (what, work) => {
    const startMs = clock.monotonicMs();
    let pauseMs = firstMs;
    const say = (): void => {
      const waitedMs = Math.round(clock.monotonicMs() - startMs);
      tell({ v: 1, type: 'function.waiting', at: clock.nowMs(), key, what, waitedMs });
      pauseMs = Math.min(longestMs, pauseMs * 2);
      cancel = clock.after(pauseMs, say);
    };
    let cancel = clock.after(pauseMs, say);
    try {
      return await work();
    } finally {
      cancel();
    }
  };
}

/** For whoever has nobody to tell. */
export const unheard: Lasting = (_what, work) => work();
