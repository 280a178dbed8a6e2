/** Who holds an alias, for whoever finds it taken: who, which release, since when, and whether anybody still keeps it. */
import type { OpenRecord, Parsed } from '../core/record';
import { Ulid } from '../core/ulid';
import { AliasRef, Digest, Duration } from '../core/values';

/** An alias that was looked at, and the record found on it. */
export interface Standing {
  readonly ref: AliasRef;
  readonly record: Parsed;
}

/**
 * When the lease of a release ends, epoch ms. Only the leader's is renewed: a follower's stands still while its owner
 * lives. Null when the leader is not among those that were looked at, so that nobody can say.
 */
export function leaseUntilMs(record: OpenRecord, standings: readonly Standing[]): number | null {
  const leader = standings.find(({ ref }) => Digest.short(AliasRef.key(ref)) === record.leader);
  const held = leader?.record;
  if (held?.kind !== 'open' || held.record.release !== record.release) return null;
  return held.record.leaseUntilS * 1000;
}

/** One line, with the way out: `rollback` is the command that ends it. */
export function describeHolder(
  record: OpenRecord,
  standings: readonly Standing[],
  { nowMs, rollback }: { readonly nowMs: number; readonly rollback: string },
): string {
  const age = Duration.format(seconds(nowMs - Ulid.timeMs(record.release)));
  const who = `${record.by} rolls out release ${record.release.slice(-6)}, begun ${age} ago`;
  const leaseMs = leaseUntilMs(record, standings);
  if (leaseMs === null)
    return `${who}; another alias of that release holds its lease: wait, or end it with \`${rollback}\``;
  if (leaseMs > nowMs)
    return `${who}, lease until ${new Date(leaseMs).toISOString()}: wait, or end it with \`${rollback}\``;
  return `${who}, and its lease is over, so its owner seems dead: \`${rollback}\` ends it`;
}

const seconds = (ms: number): Duration => Duration.of(Math.max(0, Math.round(ms / 1000)) * 1000);
