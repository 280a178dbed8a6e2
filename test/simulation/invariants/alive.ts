/** How soon a bad candidate is gone. */
import { Digest } from '../../../src/core/values';
import { AliasTargets } from '../../../src/release/alias';
import type { AliasWrite } from '../../../src/simulation/world';
import type { Cast, Invariant, Played } from '../played';
import { Plays } from '../played';
import { aliasKey } from '../release';

const pollMs = 15_000;
const leaseMs = 120_000;
/** The calls of the restore themselves. */
const callsMs = 1000;

export interface Recovery {
  /** From the alarm to the last alias at its baseline, in polls; null when nothing was to be recovered. */
  readonly alivePolls: number | null;
  /** From the death of the owner to one version on every alias, or to somebody who drives again. */
  readonly killedMs: number | null;
}

/** L1: with a live owner and no faults, everything is at the baseline two polls after the alarm, or was closed before anybody could see it. */
export const ownerAlive: Invariant = ({ world, release, cast, facts, outcomes }) => {
  const { alarmAtMs } = facts;
  const owner = cast.find(({ role }) => role === 'owner');
  // Nobody watches what is new.
  const isWatched = release.members.some(({ key, isNew }) => key === facts.alarmOf && !isNew);
  if (!facts.calm || facts.crippled || alarmAtMs === null || !owner || !isWatched) return [];
  // Whoever stopped where he was asked to has left, and said that nobody watches.
  if (outcomes.get(owner.name) === 'waiting') return [];
  const limitMs = alarmAtMs + 2 * pollMs + callsMs;
  const keys = release.members.map(({ key }) => aliasKey(key));
  if (keys.some((key) => isHeld(world, key, alarmAtMs) || isHeld(world, key, limitMs))) return [];
  if (world.scheduler.nowMs() < limitMs || !Plays.awake(owner, alarmAtMs, limitMs)) return [];
  return keys
    .filter((key) => isExposed(world, key, alarmAtMs) && isExposed(world, key, limitMs))
    .filter((key) => release.rollbackScope === 'release' || key === aliasKey(facts.alarmOf ?? ''))
    .filter((key) => !world.writesOf(key).some(({ by, atMs }) => by === 'foreign' && atMs <= limitMs))
    .map((key) => `L1: ${key} is exposed ${limitMs - alarmAtMs} ms after its alarm`);
};

/** L2: with a dead owner and a watcher, one lease, one poll and two polls later. */
export const ownerKilled: Invariant = (played) => {
  const { facts, cast, world } = played;
  const watchers = cast.filter(({ role }) => role === 'watcher');
  // Whoever moves or wipes an alias is a sign of life too, until he is known for a stranger.
  const isDisturbed = world.history.some(({ by }) => by === 'foreign');
  if (watchers.length === 0 || !facts.calm || isDisturbed) return [];
  const tookMs = killedMs(played);
  if (tookMs === null || tookMs <= leaseMs + 3 * pollMs + callsMs) return [];
  return [`L2: the aliases had two versions ${Math.round(tookMs)} ms after their owner died`];
};

/** L3: a live owner whose record is intact never ends as `lost`. */
export const neverLost: Invariant = ({ cast, outcomes, world }) =>
  cast
    .filter(({ name, role }) => role !== 'hand' && outcomes.get(name) === 'lost')
    .flatMap(({ name, trace }) => {
      // An heir may have lost what he never wrote: somebody had it before he came.
      const isHeir = trace.events.some(({ event }) => event.type === 'release.takenOver');
      const keys = world.history.filter(({ by }) => isHeir || by === name).map(({ key }) => key);
      const mine = new Set(keys);
      const fromMs = isHeir ? 0 : (world.history.find(({ by }) => by === name)?.atMs ?? 0);
      const taken = world.history.some(
        (write) =>
          ![name, 'setup'].includes(write.by) &&
          write.atMs >= fromMs &&
          mine.has(write.key) &&
          !Plays.isWish(write),
      );
      return taken ? [] : [`L3: ${name} ended as lost, and nobody had taken anything`];
    });

/** L3: nobody is taken over who has written within his lease, but whoever left on purpose. Who wakes up in that moment was silent before. */
export const onlyTheSilent: Invariant = ({ world }) =>
  world.history.flatMap(({ key, by, atMs, before, after }) => {
    const [was, now] = [Plays.openOf(before), Plays.openOf(after)];
    const isTakeOver = was && now && was.release === now.release && was.owner !== now.owner;
    if (!isTakeOver || was.leader !== Digest.short(key) || was.wish?.what === 'hold') return [];
    const times = world
      .writesOf(key)
      .filter((write) => write.atMs < atMs && isBy(write, was.owner))
      .map((write) => write.atMs);
    const last = [...times.slice(-4), atMs];
    const silentMs = Math.max(...last.map((time, index) => time - (last[index - 1] ?? time)));
    return silentMs >= was.leaseS * 1000
      ? []
      : [`L3: ${by} took over ${key}, whose owner had been silent for ${Math.round(silentMs)} ms`];
  });

/** A process is known by its nonce; whoever writes a wish leaves that of the owner. */
const isBy = ({ before, after }: AliasWrite, owner: string): boolean =>
  Plays.openOf(after)?.owner === owner && Plays.withoutWish(before) !== Plays.withoutWish(after);

export const recoveryOf = (played: Played): Recovery => {
  const tookMs = aliveMs(played);
  return { alivePolls: tookMs === null ? null : tookMs / pollMs, killedMs: killedMs(played) };
};

/** Only where the alarm found traffic on a candidate whose owner lived until it was gone, and nothing else was in the way. */
function aliveMs({ world, release, cast, facts, outcomes }: Played): number | null {
  const { alarmAtMs, refused, blind, crippled } = facts;
  const owner = cast.find(({ role }) => role === 'owner');
  const isDisturbed = refused || blind || crippled || world.history.some(({ by }) => by === 'foreign');
  if (alarmAtMs === null || !owner || isDisturbed || outcomes.get(owner.name) === 'waiting') return null;
  const watched = release.members.filter(
    ({ key, isNew }) => !isNew && (release.rollbackScope === 'release' || key === facts.alarmOf),
  );
  const keys = watched.map(({ key }) => aliasKey(key));
  const isOf = watched.some(({ key }) => key === facts.alarmOf);
  const exposed = keys.filter((key) => isExposed(world, key, alarmAtMs));
  if (exposed.length === 0 || !isOf) return null;
  const goneMs = Math.max(...keys.map((key) => goneAt(world, key, alarmAtMs)));
  if (!Plays.awake(owner, alarmAtMs, goneMs)) return null;
  const wentBack = exposed.every((key) => !isPromoted(world, key, goneMs));
  return wentBack ? goneMs - alarmAtMs : null;
}

/** By whoever drives it, rival or owner. */
const isHeld = (world: Played['world'], key: string, atMs: number): boolean =>
  Plays.openOf(Plays.stateAt(world, key, atMs))?.wish?.what === 'hold';

const isExposed = (world: Played['world'], key: string, atMs: number): boolean => {
  const state = Plays.stateAt(world, key, atMs);
  const open = Plays.openOf(state);
  return open !== null && open.candidate !== null && Plays.exposure(state, open.candidate) > 0;
};

/** The first moment from which on nothing of an open release is exposed. */
function goneAt(world: Played['world'], key: string, fromMs: number): number {
  const times = [fromMs, ...world.writesOf(key).flatMap(({ atMs }) => (atMs > fromMs ? [atMs] : []))];
  return times.find((atMs) => !isExposed(world, key, atMs)) ?? world.scheduler.nowMs();
}

function isPromoted(world: Played['world'], key: string, atMs: number): boolean {
  const record = Plays.recordOf(Plays.stateAt(world, key, atMs));
  return record.kind === 'done' && record.record.bad === null && record.record.previous !== null;
}

function killedMs({ world, release, cast }: Played): number | null {
  const owner = cast.find(({ role }) => role === 'owner');
  const diedMs = owner?.process.diedMs ?? null;
  if (!owner || diedMs === null) return null;
  const keys = release.members.map(({ key }) => aliasKey(key));
  const isHis = (key: string) =>
    world.writesOf(key).findLast((write) => write.atMs <= diedMs && !Plays.isWish(write))?.by === owner.name;
  if (!keys.some((key) => isSplit(world, key, diedMs) && isHis(key))) return null;
  if (world.history.some(({ by, atMs }) => by === 'foreign' && atMs > diedMs)) return null;
  const times = world.history.flatMap(({ atMs }) => (atMs > diedMs ? [atMs] : []));
  const over = times.find(
    (atMs) =>
      keys.every((key) => !isSplit(world, key, atMs)) || isDriven(world, keys, { owner, atMs, diedMs }),
  );
  return (over ?? world.scheduler.nowMs()) - diedMs;
}

/** By its release; what a stranger has split is his, and what was left on purpose is kept so. */
function isSplit(world: Played['world'], key: string, atMs: number): boolean {
  const state = Plays.stateAt(world, key, atMs);
  const open = Plays.openOf(state);
  if (!state?.additional || !open || !AliasTargets.isAsRecorded(state)) return false;
  return ![...world.aliases.keys()].some(
    (other) => Plays.openOf(Plays.stateAt(world, other, atMs))?.wish?.what === 'hold',
  );
}

/** Somebody else holds the release with a newer epoch. */
const isDriven = (
  world: Played['world'],
  keys: readonly string[],
  { owner, atMs, diedMs }: { owner: Cast; atMs: number; diedMs: number },
): boolean =>
  keys.some((key) => {
    const now = Plays.openOf(Plays.stateAt(world, key, atMs));
    const before = Plays.openOf(Plays.stateAt(world, key, diedMs));
    return (
      now !== null &&
      before !== null &&
      now.epoch > before.epoch &&
      now.owner !== before.owner &&
      owner !== null
    );
  });
