/** What is released is what was built, and what is needed is not taken away. */
import { Digest } from '../../../src/core/values';
import type { SimulatedWorld } from '../../../src/simulation/world';
import type { Invariant } from '../played';
import { Plays } from '../played';
import { newCode } from '../scene';

/** S8: what is recorded as the candidate is what was built. */
export const sameDigest: Invariant = ({ world }) =>
  world.history.filter(Plays.ours).flatMap(({ key, after }) => {
    const candidate = Plays.openOf(after)?.candidate;
    if (!candidate) return [];
    const versions = world.functions.get(key.split(':')[0] ?? '')?.versions ?? [];
    const found = versions.find(({ version }) => version === candidate);
    return !found || found.digest === built
      ? []
      : [`S8: ${key} got version ${candidate}, which is not what was built`];
  });

const built = Digest.of(newCode);

/** S9: no version is deleted that an alias or an open record names, nor the one just left. */
export const keptVersions: Invariant = ({ world }) =>
  world.changes.flatMap(({ atMs, by, what }) => {
    const [, name, version] = /^remove (\S+):(\d+)$/.exec(what) ?? [];
    if (!name || !version || by === 'foreign') return [];
    const why = needed(world, `${name}:live`, { atMs, version });
    return why === null ? [] : [`S9: ${by} removed ${name}:${version}, ${why}`];
  });

function needed(
  world: SimulatedWorld,
  key: string,
  { atMs, version }: { atMs: number; version: string },
): string | null {
  const state = Plays.stateAt(world, key, atMs);
  if (state?.version === version || state?.additional?.version === version) return 'which its alias names';
  const record = Plays.recordOf(state);
  if (record.kind === 'open') {
    const { baseline, candidate, previous } = record.record;
    return [baseline, candidate, previous].includes(version) ? 'which an open record names' : null;
  }
  return record.kind === 'done' && record.record.previous === version ? 'which was just left' : null;
}
