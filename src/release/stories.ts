import { ShipitError } from '../core/errors';
import type { Event } from '../core/events';
import type { Journal } from '../core/ports';
import type { AskedRelease, ReleaseStory } from '../core/told';
import { storyOf } from './history';

/** Journals that are read at the same time. */
const atOnce = 20;

interface Tale {
  readonly id: string;
  /** Null where nothing is kept, or what is kept was tampered with. */
  readonly story: ReleaseStory | null;
  readonly error: ShipitError | null;
}

/** In the order of the ids, a few at a time, for as long as somebody listens. A journal that is broken hides no other. */
export async function* storiesOf(journal: Journal, ids: readonly string[]): AsyncGenerator<Tale> {
  for (let from = 0; from < ids.length; from += atOnce)
    yield* await Promise.all(ids.slice(from, from + atOnce).map((id) => taleOf(journal, id)));
}

/** What is kept of one release, as far as it can be read just now: who takes it over goes on without. */
export async function eventsAtHand(journal: Journal, release: string): Promise<Event[]> {
  try {
    return await journal.read(release);
  } catch (error) {
    if (ShipitError.is(error)) return [];
    throw error;
  }
}

/** How a release was asked for; null where no journal at hand tells. */
export async function askedFor(journal: Journal, release: string): Promise<AskedRelease | null> {
  const events = await eventsAtHand(journal, release);
  return events.find((event) => event.type === 'release.started')?.asked ?? null;
}

async function taleOf(journal: Journal, id: string): Promise<Tale> {
  try {
    const events = await journal.read(id);
    return { id, story: events.length === 0 ? null : storyOf(id, events), error: null };
  } catch (error) {
    if (!ShipitError.is(error)) throw error;
    return { id, story: null, error };
  }
}
