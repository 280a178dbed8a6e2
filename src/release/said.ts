/** How a release ended as the journal has it, for whoever sees from outside that nothing of it is open any more. */
import type { Event, EventOf } from '../core/events';
import { exitCodes } from '../core/outcome';
import type { Ports } from '../core/ports';
import { pause } from '../core/wait';
import { eventsAtHand } from './stories';

type Finished = EventOf<'release.finished'>;

interface Asked {
  readonly release: string;
  readonly stop: AbortSignal;
}

/** Between its last write of an alias and its last word an owner may tidy up, and say so now and then. */
const quietMs = 30_000;
const lookMs = 1000;
const mostLooks = 300;

/**
 * Null where no journal at hand has its beginning, or none says the end in time. Who goes back by hand says so at once; the
 * owner, if it lives, sees that and has the last word.
 */
export async function saidEnd(
  { journal, clock }: Pick<Ports, 'journal' | 'clock'>,
  { release, stop }: Asked,
): Promise<Finished | null> {
  let [known, sinceMs] = [0, clock.monotonicMs()];
  let said: Finished | null = null;
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const events = await eventsAtHand(journal, release);
    said = endIn(events) ?? said;
    if (events.length > known) [known, sinceMs] = [events.length, clock.monotonicMs()];
    const isWorthWaiting = known > 0 && clock.monotonicMs() - sinceMs < quietMs && !stop.aborted;
    if (!isWorthWaiting || (said !== null && !said.byHand)) break;
    await pause({ clock, stop }, lookMs);
  }
  return said && fromOutside(said);
}

/** A signal that ended its owner ended nobody who looked on. */
export const fromOutside = (said: Finished): Finished => ({ ...said, exitCode: exitCodes[said.outcome] });

/** Since somebody drove it last. */
function endIn(events: readonly Event[]): Finished | null {
  const begun = events.findLastIndex(
    ({ type }) => type === 'release.started' || type === 'release.takenOver',
  );
  const ends = events
    .slice(begun + 1)
    .filter((event): event is Finished => event.type === 'release.finished' && event.outcome !== 'waiting');
  return ends.findLast(({ byHand }) => !byHand) ?? ends.at(-1) ?? null;
}
