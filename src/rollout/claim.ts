/**
 * Before anything else of a release is written, every alias gets an open record, weights unchanged. They are taken in
 * one order by everybody, so two releases of the same functions meet at the first one and the loser has written nothing.
 */
import { ShipitError } from '../core/errors';
import type { AliasTarget } from '../core/ports';
import { Record } from '../core/record';
import { Ulid } from '../core/ulid';
import type { Percent } from '../core/values';
import { backOff, type Crew, Crews, insist } from './crew';
import type { Lane } from './lane';
import { limits } from './limits';

/** Gives the claimed aliases back as they were; answers those that could not be given back. */
export type Unclaim = () => Promise<readonly string[]>;

/** `owned` when somebody else has an alias, or was faster; what was claimed until then is given back first. */
export async function claim(crew: Crew): Promise<Unclaim> {
  const before = new Map<Lane, AliasTarget>(crew.lanes.map((lane) => [lane, lane.known]));
  const claimed: Lane[] = [];
  const unclaim: Unclaim = () => giveBack(crew, claimed, before);
  for (const lane of crew.lanes) {
    const refused = await claimOne(crew, lane);
    if (refused === null) claimed.push(lane);
    else {
      if (refused.unsure) claimed.push(lane);
      await unclaim();
      throw new ShipitError('owned', refused.because);
    }
  }
  return unclaim;
}

const position = { step: 0, weight: 0 as Percent, phase: 'claim', bakeMs: 0 } as const;

type Refused = { readonly because: string; readonly unsure: boolean };

async function claimOne(crew: Crew, lane: Lane): Promise<Refused | null> {
  const { clock } = crew.ports;
  const deadlineMs = clock.monotonicMs() + limits.blindMs;
  for (let failures = 0; clock.monotonicMs() < deadlineMs; failures += 1) {
    const written = await lane.write(() => Crews.open(crew, lane, position));
    if (written.kind === 'written') return null;
    if (written.kind !== 'again') return { because: holderOf(crew, lane), unsure: false };
    if (written.error && !passing.includes(written.error.code)) throw written.error;
    await backOff(crew.ports, failures);
  }
  return { because: `${lane.name} could not be claimed: AWS does not answer`, unsure: true };
}

const passing = ['throttled', 'timedOut', 'unavailable', 'preconditionFailed', 'conflict'];

const holderOf = (crew: Crew, lane: Lane): string =>
  `${lane.name}: ${describeHolder(lane.seen?.description ?? '', crew.ports.clock.nowMs())}`;

async function giveBack(
  crew: Crew,
  lanes: readonly Lane[],
  before: ReadonlyMap<Lane, AliasTarget>,
): Promise<string[]> {
  const left: string[] = [];
  for (const lane of lanes) {
    const target = before.get(lane) ?? null;
    const written = await insist(crew, lane, () => target);
    if (written.kind === 'again') left.push(lane.name);
  }
  return left;
}

/** Who holds an alias, as a person wants to read it: who, which release, since when, until when. */
export function describeHolder(description: string, nowMs: number): string {
  const parsed = Record.parse(description);
  if (parsed.kind !== 'open') return 'somebody else changed it a moment ago';
  const { by, release, leaseUntilS } = parsed.record;
  const ageMinutes = Math.max(0, Math.round((nowMs - Ulid.timeMs(release)) / 60_000));
  const lease =
    leaseUntilS * 1000 > nowMs
      ? `until ${new Date(leaseUntilS * 1000).toISOString()}`
      : 'but its owner seems dead';
  return `${by} holds it for release ${release.slice(-6)}, begun ${ageMinutes} minutes ago, ${lease}`;
}
