/**
 * The events of a release as far as a report needs them. Five hundred functions that are watched for hours are looked at so
 * often that a page with all of it would be no page any more: looks that brought no news go first.
 */
import type { Event, EventOf } from '../core/events';

type Look = EventOf<'rollout.observed'>;

/** Told while something goes on, and nothing when it is over. */
const passing: readonly string[] = ['aws.called', 'artifact.sending', 'build.said', 'bundle.analyzed'];

/** Every second one goes so often, at most. */
const mostRounds = 24;

export function thinned(events: readonly Event[], mostCharacters: number): Event[] {
  const told = events.filter(({ type }) => !passing.includes(type));
  const looks = told.filter((event): event is Look => event.type === 'rollout.observed');
  const { decisive, last } = newsAmong(looks);
  let kept = looks;
  for (let round = 0; round < mostRounds && sizeOf(kept) > mostCharacters; round += 1) {
    const needed = kept.every((look) => decisive.has(look)) ? last : decisive;
    kept = everySecond(kept, needed);
  }
  const stays = new Set<Event>(kept);
  return told.filter((event) => event.type !== 'rollout.observed' || stays.has(event));
}

/** Looks that say something else than the one before, and the last of each step: its counts are what the step came to. */
function newsAmong(looks: readonly Look[]): { decisive: ReadonlySet<Look>; last: ReadonlySet<Look> } {
  const before = new Map<string, Look>();
  const decisive = new Set<Look>();
  const last = new Set<Look>();
  for (const look of looks) {
    const known = before.get(look.rollout);
    if (known && known.step !== look.step) last.add(known);
    if (!known || saysOf(known) !== saysOf(look)) decisive.add(look);
    before.set(look.rollout, look);
  }
  for (const look of before.values()) last.add(look);
  for (const look of last) decisive.add(look);
  return { decisive, last };
}

const saysOf = ({ step, verdict, alarms }: Look): string => JSON.stringify([step, verdict, alarms]);

function everySecond(looks: readonly Look[], needed: ReadonlySet<Look>): Look[] {
  let odd = false;
  return looks.filter((look) => {
    if (needed.has(look)) return true;
    odd = !odd;
    return !odd;
  });
}

const sizeOf = (looks: readonly Look[]): number =>
  looks.reduce((sum, { functions }) => sum + 200 + 200 * functions.length, 0);
