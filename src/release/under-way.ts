/** Which releases are under way on the aliases that were looked at, and which of them is meant: pure. */
import { placedCommand } from '../core/command';
import { ShipitError } from '../core/errors';
import type { OpenRecord } from '../core/record';
import type { Whereabouts } from '../core/told';
import { AliasRef } from '../core/values';
import { leaderAmong, type Standing } from '../plan/leader';

export interface UnderWay<S extends Standing> {
  readonly release: string;
  /** Those that are open. */
  readonly members: readonly S[];
  /** The record of the first of them: all name the same leader. */
  readonly record: OpenRecord;
  /** Null when it is not among those that were looked at. */
  readonly leader: S | null;
}

/** The oldest first. */
export function underWay<S extends Standing>(looked: readonly S[]): UnderWay<S>[] {
  const releases = new Map<string, UnderWay<S>>();
  for (const one of looked) {
    if (one.record.kind !== 'open') continue;
    const { record } = one.record;
    const known = releases.get(record.release);
    const leader = leaderAmong(record, looked);
    const members = [...(known?.members ?? []), one];
    releases.set(record.release, {
      release: record.release,
      record: known?.record ?? record,
      leader,
      members,
    });
  }
  return [...releases.values()].sort((a, b) => (a.release < b.release ? -1 : 1));
}

/** The one release that is meant: `release` is the end of its id. `refused` when there is none, or more than one. */
export function theRelease<S extends Standing>(
  looked: readonly S[],
  { release: suffix, where }: { readonly release: string | null; readonly where: Whereabouts },
): UnderWay<S> {
  const all = underWay(looked);
  const fitting = suffix === null ? all : all.filter(({ release }) => release.endsWith(suffix.toUpperCase()));
  const [only, another] = fitting;
  if (only && !another) return only;
  if (only) {
    throw new ShipitError('refused', `${fitting.length} releases move: ${fitting.map(shown).join('; ')}`, {
      hint: 'Name functions of the one that is meant, or its id with --release.',
    });
  }
  if (suffix !== null && all.length > 0)
    throw new ShipitError('refused', `no release ${suffix} moves; there is ${all.map(shown).join('; ')}`, {
      hint: 'The last six characters of its id are enough.',
    });
  throw new ShipitError('refused', 'no release moves', {
    hint: `See where each alias stands: \`${placedCommand('status', where)}\`.`,
  });
}

const shown = <S extends Standing>({ release, members, record }: UnderWay<S>): string =>
  `${release.slice(-6)} by ${record.by} (${members.map(({ ref }) => AliasRef.key(ref)).join(', ')})`;
