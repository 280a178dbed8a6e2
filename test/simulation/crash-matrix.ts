/** Every call of a rollout, and what happens when its process ends there or sleeps past its lease. */
import type { CutKind } from '../../src/simulation/faults';
import type { Canonical } from './canonical';
import { violations } from './invariants/all';
import { fateOf, sameFates } from './invariants/ends';
import { type Play, play } from './play';
import { baselineOf } from './release';
import { type Takeover, takeovers } from './takeover';

const seed = 1;
const hows: readonly CutKind[] = ['crash', 'crashWithEffect', 'crashLate', 'pause'];

export interface CutCase {
  readonly name: string;
  readonly call: number;
  readonly how: CutKind;
  readonly takeover: Takeover;
}

/** Every call of the rollout as it goes without a cut, in every way, with everybody who may come. */
export async function cutsOf({ name, script }: Canonical): Promise<CutCase[]> {
  const { ownerCalls } = await play(seed, script);
  return ownerCalls.flatMap((called, index) =>
    hows.flatMap((how) =>
      takeovers.map((takeover) => ({
        name: `${name} / ${index + 1} ${called} / ${how} / ${takeover}`,
        call: index + 1,
        how,
        takeover,
      })),
    ),
  );
}

const fates = new Map<string, Promise<ReadonlySet<string>>>();

/** As it ends by itself, or restored: whoever died before the claim has changed nothing. */
function fatesOf({ name, script, also }: Canonical): Promise<ReadonlySet<string>> {
  const known = fates.get(name);
  if (known) return known;
  const found = play(seed, script).then(
    (played) => new Set([fateOf(played), baselineOf(script.release), ...also]),
  );
  fates.set(name, found);
  return found;
}

export async function playCut(
  canonical: Canonical,
  { call, how, takeover }: CutCase,
): Promise<{ played: Play; broken: readonly string[] }> {
  const played = await play(seed, { ...canonical.script, cut: { call, how }, takeover });
  const broken = [...violations(played), ...sameFates(played, await fatesOf(canonical))];
  return { played, broken };
}
