/** One alias of a release carries its lease and its mailbox; the records of the others name it. */
import type { OpenRecord, Parsed } from '../core/record';
import { AliasRef, Digest } from '../core/values';

/** An alias that was looked at, and the record found on it. */
export interface Standing {
  readonly ref: AliasRef;
  readonly record: Parsed;
}

/** The alias that a record names as the leader of its release, open or closed; null when it was not looked at. */
export const leaderAmong = <S extends { readonly ref: AliasRef }>(
  { leader }: OpenRecord,
  looked: readonly S[],
): S | null => looked.find(({ ref }) => Digest.short(AliasRef.key(ref)) === leader) ?? null;

/** Its record, while that is open; null otherwise. */
export function leaderOf(record: OpenRecord, standings: readonly Standing[]): OpenRecord | null {
  const leader = leaderAmong(record, standings)?.record;
  return leader?.kind === 'open' && leader.record.release === record.release ? leader.record : null;
}
