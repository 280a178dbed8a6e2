/** That it ends, and how. */
import type { OpenRecord } from '../../../src/core/record';
import { AliasTargets } from '../../../src/release/alias';
import type { Invariant, Played } from '../played';
import { Plays } from '../played';
import { aliasKey } from '../release';

const leaseMs = 120_000;
/** Until a guard has looked, waited one lease and restored. */
const graceMs = 90_000;

/** L4: no alias stays split without a live owner where somebody guards; what a stranger has moved is his. */
export const noOrphans: Invariant = ({ world, release, facts, cast }) => {
  const watched = cast.some(({ role, process }) => role === 'watcher' && process.alive);
  if (!facts.guarded || !watched) return [];
  const nowMs = world.scheduler.nowMs();
  return release.members
    .map(({ key }) => aliasKey(key))
    .filter((key) => {
      const state = world.aliases.get(key) ?? null;
      const open = Plays.openOf(state);
      const isIts = state !== null && AliasTargets.isAsRecorded(state);
      return open !== null && isIts && state.additional && nowMs > keptUntilMs(open) + leaseMs + graceMs;
    })
    .map((key) => `L4: ${key} is split and its lease is long over`);
};

const keptUntilMs = ({ wish, dueS, leaseUntilS }: OpenRecord): number =>
  1000 * (wish?.what === 'hold' ? dueS : leaseUntilS);

/** L5: every rollout ends. */
export const itEnds: Invariant = ({ ended, cast, outcomes }) =>
  ended
    ? []
    : cast
        .filter(({ name, process }) => process.alive && !outcomes.has(name))
        .map(({ name }) => `L5: ${name} did not end`)
        .concat(cast.length === 0 ? ['L5: nobody ended'] : []);

/** Where it ended: what a crash may not add to. A first alias has nothing to go back to. */
export function fateOf({ world, release }: Played): string {
  const moving = release.members.filter(({ isNew }) => !isNew);
  const sides = moving.map(({ key }) => {
    const state = world.aliases.get(aliasKey(key)) ?? null;
    const record = Plays.recordOf(state);
    if (!state) return 'absent';
    if (state.additional) return 'split';
    return record.kind === 'open' ? `open on ${state.version}` : state.version;
  });
  return [...new Set(sides)].sort().join(' and ');
}

/** L6: killing and resuming anywhere ends in the same set of outcomes as no kill. */
export const sameFates = (played: Played, allowed: ReadonlySet<string>): string[] => {
  const fate = fateOf(played);
  return allowed.has(fate)
    ? []
    : [`L6: it ended ${fate}, and without the crash ${[...allowed].join(' or ')}`];
};
