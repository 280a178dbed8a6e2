/** What the journal tells of a release, and whatever is added to it. Reads, and never writes. */
import { ShipitError } from './core/errors';
import type { Event } from './core/events';
import type { Ports } from './core/ports';
import { pause } from './core/wait';

export interface Retold {
  readonly release: string;
  readonly stop: AbortSignal;
  readonly tell: (event: Event) => void;
}

/** How often is looked for more. A journal that takes long to read is read more rarely: nine tenths of the time are for others. */
const lookMs = 3000;
const rest = 9;
/** Longer than any rollout may take, with all its waits. */
const longestMs = 7 * 24 * 3_600_000;

/** Until it is stopped; then once more. */
export async function retell(
  { journal, clock }: Pick<Ports, 'journal' | 'clock'>,
  { release, stop, tell }: Retold,
): Promise<void> {
  let told = 0;
  let broken = '';
  const look = async (): Promise<void> => {
    try {
      const events = await journal.read(release);
      for (const event of events.slice(told)) tell(event);
      told = Math.max(told, events.length);
    } catch (error) {
      if (!ShipitError.is(error)) throw error;
      if (error.message !== broken)
        tell({ v: 1, type: 'warning', at: clock.nowMs(), message: error.message, hint: error.hint });
      broken = error.message;
    }
  };
  const endMs = clock.monotonicMs() + longestMs;
  while (!stop.aborted && clock.monotonicMs() < endMs) {
    const begunMs = clock.monotonicMs();
    await look();
    const tookMs = clock.monotonicMs() - begunMs;
    if (!stop.aborted) await pause({ clock, stop }, Math.max(lookMs, rest * tookMs));
  }
  await look();
}
