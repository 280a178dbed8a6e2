/** What is kept and shown of what was done. */
import { latestEffectMs } from '../../../src/simulation/faults';
import type { AliasWrite } from '../../../src/simulation/world';
import type { Invariant, Played } from '../played';
import { Plays } from '../played';
import { secretValue } from '../scene';

/**
 * S10: every accepted write of an alias has exactly one event in the journal. A process that died takes what it knew with
 * it, and a write whose answer was lost is known only to who saw it afterwards.
 */
export const everyWriteTold: Invariant = (played) => {
  const told = toldRevisions(played);
  const byTwo = toldByTwo(played);
  const twice = [...told].filter(([revision, count]) => count > (byTwo.has(revision) ? 2 : 1));
  return [
    ...twice.map(([revision]) => `S10: the journal has ${revision} ${told.get(revision)} times`),
    ...played.cast.flatMap((cast) => {
      if (!cast.process.alive || cast.role === 'asker') return [];
      const known = new Set([...cast.trace.answered, ...builtUpon(played, cast.name)]);
      return [...known]
        .filter((revision) => !told.has(revision))
        .map((revision) => `S10: ${cast.name} wrote ${revision} and the journal does not have it`);
    }),
  ];
};

/**
 * A wish on top of a write whose answer was lost: its owner tells of the revision that he sees. Two who go back by hand
 * at the same moment write the very same, so that each takes it for his. And so does whoever finds what he wrote, without
 * having heard so, after another had claimed the alias and given it back as it was.
 */
function toldByTwo({ world, cast }: Played): ReadonlySet<string> {
  const hands = new Set(cast.filter(({ role }) => role === 'hand').map(({ name }) => name));
  const found = world.history.filter(
    (write) => Plays.isWish(write) || (hands.size > 1 && hands.has(write.by)) || isGivenBack(write, world),
  );
  return new Set(found.flatMap(({ after }) => (after ? [after.revisionId] : [])));
}

const isGivenBack = ({ key, by, atMs, after }: AliasWrite, world: Played['world']): boolean =>
  world
    .writesOf(key)
    .some(
      (write) =>
        Plays.ours(write) && write.by !== by && write.atMs < atMs && Plays.isSame(write.after, after),
    );

function toldRevisions({ world }: Played): Map<string, number> {
  const told = new Map<string, number>();
  for (const events of world.journals.values())
    for (const event of events)
      if (event.type === 'alias.written') told.set(event.toRevision, (told.get(event.toRevision) ?? 0) + 1);
  return told;
}

/** Revisions of a process on which it wrote again itself. */
const builtUpon = ({ world }: Played, name: string): string[] =>
  world.history.flatMap(({ by, key, before }) => {
    if (by !== name || before === null) return [];
    const written = world.writesOf(key).find(({ after }) => after?.revisionId === before.revisionId);
    return written?.by === name ? [before.revisionId] : [];
  });

/** S11: who was refused has changed nothing; a claim that was given back stands in the history as a pair. */
export const refusalsAreSilent: Invariant = ({ world, outcomes, cast }) =>
  cast.flatMap(({ name, trace }) => {
    if (outcomes.get(name) !== 'refused') return [];
    // What it took over before is another release, with an end of its own.
    const inherited = new Set(
      trace.events.flatMap(({ event }) => (event.type === 'release.takenOver' ? [event.release] : [])),
    );
    const over = trace.events.flatMap(({ atMs, event }) =>
      event.type === 'release.finished' && inherited.has(event.release ?? '') ? [atMs] : [],
    );
    const sinceMs = Math.max(Number.NEGATIVE_INFINITY, ...over);
    // A call of the take-over that nobody waited for any more may take capacity or an old version away as late as this.
    const isLate = (what: string, atMs: number): boolean =>
      /^(?:capacity 0 for |remove \S+:\d+$)/.test(what) && atMs <= sinceMs + latestEffectMs;
    const changed = world.changes
      .filter(({ by, atMs, what }) => by === name && atMs > sinceMs && !isLate(what, atMs))
      .map(({ what }) => what);
    const moved = world.history.filter(
      ({ by, before, after }) =>
        by === name &&
        Plays.routeOf(before) !== Plays.routeOf(after) &&
        !inherited.has(Plays.releaseOf(after) ?? ''),
    );
    return [...changed, ...moved.map(({ key }) => `move ${key}`)].map(
      (what) => `S11: ${name} was refused and did ${what}`,
    );
  });

/** S12: no secret in anything that is shown or kept. Observations are counts and names, and many. */
export const secretsStayIn: Invariant = ({ cast }) =>
  cast.flatMap(({ name, trace }) =>
    trace.events
      .filter(({ event }) => event.type !== 'rollout.observed')
      .filter(({ event }) => JSON.stringify(event).includes(secretValue))
      .map(({ event }) => `S12: ${name} told a secret in ${event.type}`),
  );
