/** Who holds an alias, for whoever finds it taken: who, which release, since when, and whether anybody still keeps it. */
import { commandFor, placedCommand } from '../core/command';
import type { OpenRecord } from '../core/record';
import type { Whereabouts } from '../core/told';
import { Ulid } from '../core/ulid';
import { Duration } from '../core/values';
import { leaderAmong, leaderOf, type Standing } from './leader';
import type { Plan } from './plan';

/**
 * When the lease of a release ends, epoch ms. Only the leader's is renewed: a follower's stands still while its owner
 * lives. Null when the leader is not among those that were looked at, so that nobody can say.
 */
export function leaseUntilMs(record: OpenRecord, standings: readonly Standing[]): number | null {
  const leader = leaderOf(record, standings);
  return leader && leader.leaseUntilS * 1000;
}

/**
 * One that its owner left on purpose is kept for whoever approves it, lease or not. Where the leader is closed already,
 * nobody renews a lease for the others: their own says how long somebody may still be closing them.
 */
function keptUntilMs(record: OpenRecord, standings: readonly Standing[]): number | null {
  const leader = leaderOf(record, standings);
  if (leader?.wish?.what === 'hold') return leader.dueS * 1000;
  if (leader === null && leaderAmong(record, standings) !== null) return record.leaseUntilS * 1000;
  return leaseUntilMs(record, standings);
}

/**
 * The release that stands in the way of a plan and that nobody keeps any more, by what its records say: its lease is over,
 * or its owner has left it on purpose. Null when there is none, and when anybody may still keep one.
 */
export function deadRelease({ functions }: Pick<Plan, 'functions'>, nowMs: number): string | null {
  const standings = functions.map(({ ref, live: { record } }) => ({ ref, record }));
  const held = functions.flatMap(({ action, live: { record } }) =>
    action === 'update' && record.kind === 'open' ? [record.record] : [],
  );
  const [first] = held;
  if (!first) return null;
  const lives = held.some((record) => {
    const untilMs = keptUntilMs(record, standings);
    return untilMs === null || untilMs > nowMs;
  });
  return lives ? null : first.release;
}

interface Words {
  readonly nowMs: number;
  /** Flags by which it is meant here; null where nobody knows them. */
  readonly where: Whereabouts | null;
  /** The command that ends it. */
  readonly rollback: string;
}

/** One line, with the way out. */
export function describeHolder(
  record: OpenRecord,
  standings: readonly Standing[],
  { nowMs, where, rollback }: Words,
): string {
  const age = Duration.format(seconds(nowMs - Ulid.timeMs(record.release)));
  const who = `${record.by} rolls out release ${record.release.slice(-6)}, begun ${age} ago`;
  const leader = leaderOf(record, standings);
  if (leader?.wish?.what === 'hold') return `${who}, ${heldWords(leader, nowMs, where)}`;
  const leaseMs = leaseUntilMs(record, standings);
  if (leaseMs === null)
    return `${who}; another alias of that release holds its lease: wait, or end it with \`${rollback}\``;
  if (leaseMs > nowMs)
    return `${who}, lease until ${new Date(leaseMs).toISOString()}: wait, or end it with \`${rollback}\``;
  return `${who}, and its lease is over, so its owner seems dead: deploy and \`${placedCommand('attach', where)}\` take it over, \`${rollback}\` ends it`;
}

function heldWords({ weight, dueS, release }: OpenRecord, nowMs: number, where: Whereabouts | null): string {
  const until = new Date(dueS * 1000).toISOString();
  if (dueS * 1000 <= nowMs)
    return `left at ${weight}% and approved by nobody until ${until}: the next deploy takes it back`;
  const meant = { where, release: where === null ? null : release.slice(-6), step: null };
  return `left at ${weight}% until ${until} for somebody to approve: \`${commandFor('approve', meant)}\`, or end it with \`${commandFor('abort', meant)}\``;
}

const seconds = (ms: number): Duration => Duration.of(Math.max(0, Math.round(ms / 1000)) * 1000);
