/** Where a rollback goes, and that nothing holds it up. */
import type { EventOf } from '../../../src/core/events';
import type { Cast, Invariant, Played } from '../played';
import { Plays } from '../played';
import { aliasKey } from '../release';

/** A write and a look that were under way, twice, for a heartbeat may stand in line too; then the restore has its turn. */
const turnMs = 45_000;

/** S3: whoever goes back goes to what held all traffic when the release claimed the alias. */
export const rollbackTarget: Invariant = ({ world }) => {
  const first = new Map<string, string>();
  return world.history.filter(Plays.ours).flatMap(({ key, before, after }) => {
    const open = Plays.openOf(after);
    if (open) {
      const id = `${open.release} ${key}`;
      if (!first.has(id)) first.set(id, before?.version ?? '');
      return first.get(id) === open.baseline ? [] : [`S3: ${key} took ${open.baseline} for its baseline`];
    }
    const was = Plays.openOf(before);
    if (!was || !after || Plays.releaseOf(after) !== was.release) return [];
    const allowed = [was.candidate, first.get(`${was.release} ${key}`)];
    return allowed.includes(after.version) && after.additional === null
      ? []
      : [`S3: ${key} went back to ${after.version}`];
  });
};

/** S7: once it goes back nothing is asked but ownership: each alias has its write at once, and it does not end before all are there. */
export const neverBlocked: Invariant = (played) =>
  played.cast.flatMap((cast) => {
    const claimed = played.release.members
      .map(({ key }) => aliasKey(key))
      .filter((key) => isOurs(played, cast, key));
    const stuck =
      played.outcomes.get(cast.name) === 'stuck' && !played.facts.refused && !played.facts.crippled;
    return [
      ...(stuck ? [`S7: ${cast.name} gave up, and nothing was refused`] : []),
      ...claimed.flatMap((key) => waited(played, cast, key)),
      ...claimed.flatMap((key) => leftBehind(played, cast, key)),
    ];
  });

/** When the rollout of an alias turned back; where functions go back one by one, each has its own. */
function turnedAt({ release }: Played, { trace }: Cast, key: string): number | null {
  const turned = trace.events.find(
    ({ event }) =>
      event.type === 'rollout.restoring' &&
      (release.rollbackScope === 'release' ||
        release.members.some((one) => aliasKey(one.key) === key && event.rollout.endsWith(`(${one.key})`))),
  );
  return turned?.atMs ?? null;
}

/** Some alias of it was written by this process. */
const isOurs = ({ world }: Played, { name }: Cast, key: string): boolean =>
  world.writesOf(key).some(({ by, after }) => by === name && Plays.openOf(after) !== null);

function waited(played: Played, cast: Cast, key: string): string[] {
  const { world, facts } = played;
  const fromMs = turnedAt(played, cast, key);
  if (fromMs === null) return [];
  const untilMs = fromMs + turnMs;
  const state = Plays.stateAt(world, key, fromMs);
  const open = Plays.openOf(state);
  const isIts = open !== null && open.release === releaseId(cast);
  if (!isIts || facts.skewed || !Plays.awake(cast, fromMs, untilMs)) return [];
  const written = cast.trace.issued.some(
    (issue) => issue.key === key && issue.atMs >= fromMs && issue.atMs <= untilMs,
  );
  const last = world.writesOf(key).findLast((write) => write.atMs <= untilMs && !Plays.isWish(write));
  const changed = last?.by !== cast.name;
  return written || changed
    ? []
    : [`S7: ${cast.name} goes back and did not write ${key} within ${turnMs} ms`];
}

/** Who says that it went back has nothing left with traffic on the candidate. */
function leftBehind({ world, release, outcomes, endedMs, facts }: Played, cast: Cast, key: string): string[] {
  // Where calls were refused, a record could not be closed, and said so.
  if (facts.refused) return [];
  if (!['rolledBack', 'aborted'].includes(outcomes.get(cast.name) ?? '')) return [];
  const atMs = endedMs.get(cast.name) ?? 0;
  const state = Plays.stateAt(world, key, atMs);
  const open = Plays.openOf(state);
  // Where functions go back one by one, others may stay where they were asked to stop.
  const stays = release.members.some(
    (other) => Plays.openOf(Plays.stateAt(world, aliasKey(other.key), atMs))?.wish?.what === 'hold',
  );
  return open &&
    !stays &&
    open.release === releaseId(cast) &&
    open.candidate &&
    Plays.exposure(state, open.candidate) > 0
    ? [`S7: ${cast.name} ended with ${key} still on its way`]
    : [];
}

const releaseId = ({ trace }: Cast): string | null =>
  trace.events.flatMap(({ event }) => (isStart(event) ? [event.release] : [])).at(-1) ?? null;

const isStart = (event: { type: string }): event is EventOf<'release.started' | 'release.takenOver'> =>
  event.type === 'release.started' || event.type === 'release.takenOver';
