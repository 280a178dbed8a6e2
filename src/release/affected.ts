/** Which aliases a rollback moves: a release under way goes back whole. */
import type { FunctionSpec } from '../config/project';
import type { AliasState } from '../core/lambda';
import { releaseOf } from './back';

export interface Standing {
  readonly spec: FunctionSpec;
  readonly alias: AliasState;
}

/** Named functions with all of the release they are in; without names, what moves now, else the release that moved last. */
export function affected(named: readonly FunctionSpec[], standings: readonly Standing[]): Standing[] {
  const chosen = named.length > 0 ? standings.filter(({ spec }) => named.includes(spec)) : latest(standings);
  const moving = new Set(
    chosen.flatMap(({ alias }) => (releaseOf(alias)?.open ? [releaseOf(alias)?.release] : [])),
  );
  return standings.filter((standing) => {
    const member = releaseOf(standing.alias);
    const together = member !== null && moving.has(member.release) && (member.open || member.promoted);
    return chosen.includes(standing) || together;
  });
}

/** Release ids sort by time. */
function latest(standings: readonly Standing[]): Standing[] {
  const known = standings.flatMap((standing) => {
    const release = releaseOf(standing.alias);
    return release ? [{ standing, ...release }] : [];
  });
  const moving = known.filter(({ open }) => open);
  if (moving.length > 0) return moving.map(({ standing }) => standing);
  const last = known
    .map(({ release }) => release)
    .sort()
    .at(-1);
  const members = known.filter(({ release }) => release === last);
  // What is back already, or was new in that release, has nowhere to go and must not hold up the others.
  const promoted = members.filter((member) => member.promoted);
  return (promoted.length > 0 ? promoted : members).map(({ standing }) => standing);
}
