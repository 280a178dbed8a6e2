/**
 * Before anything else of a release is written, every alias gets an open record, weights unchanged. They are taken in
 * one order by everybody, so two releases of the same functions meet at the first one and the loser has written nothing.
 */
import { placedCommand } from '../core/command';
import { ShipitError } from '../core/errors';
import type { AliasTarget } from '../core/lambda';
import { Record } from '../core/record';
import type { Whereabouts } from '../core/told';
import type { Percent } from '../core/values';
import { describeHolder } from '../plan/holder';
import { backOff, type Crew, Crews, insist } from './crew';
import type { Lane } from './lane';
import { limits } from './limits';

/** Gives the claimed aliases back as they were; answers those that could not be given back. */
export type Unclaim = () => Promise<readonly string[]>;

/**
 * `owned` when somebody else has an alias, or was faster; AWS's own refusals as they are. What was claimed until then is
 * given back first. `where`: flags by which the release is meant here, for whoever has to act; null where nobody knows them.
 */
export async function claim(crew: Crew, where: Whereabouts | null): Promise<Unclaim> {
  const before = new Map<Lane, AliasTarget>(crew.lanes.map((lane) => [lane, lane.known]));
  const claimed: Lane[] = [];
  const unclaim: Unclaim = () => giveBack(crew, claimed, before);
  try {
    await claimAll(crew, claimed, where);
    return unclaim;
  } catch (error) {
    // A claim whose answer was lost may stand, or may yet land.
    claimed.push(...crew.lanes.filter((lane) => lane.isUnsettled));
    const left = await unclaim();
    throw error instanceof ShipitError && left.length > 0
      ? withLeft(
          error,
          left.map((name) => stillClaimed(name, where)),
        )
      : error;
  }
}

/** A claim that takes long, or whose process slept, may have been taken over meanwhile: the leader says so before more is claimed. */
async function claimAll(crew: Crew, claimed: Lane[], where: Whereabouts | null): Promise<void> {
  const { clock } = crew.ports;
  let heldMs = clock.monotonicMs();
  for (const lane of crew.lanes) {
    const [leader] = claimed;
    if (leader && clock.monotonicMs() - heldMs > limits.heartbeatMs) {
      heldMs = clock.monotonicMs();
      await claimOne(crew, leader, where);
    }
    await claimOne(crew, lane, where);
    claimed.push(lane);
  }
}

/** What is said of an alias that could not be given back. */
export const stillClaimed = (name: string, where: Whereabouts | null): string =>
  `${name} is still claimed; \`${placedCommand('rollback', where)}\` frees it`;

const position = { step: 0, weight: 0 as Percent, phase: 'claim', bakeMs: 0 } as const;

async function claimOne(crew: Crew, lane: Lane, where: Whereabouts | null): Promise<void> {
  const { clock } = crew.ports;
  const deadlineMs = clock.monotonicMs() + limits.blindMs;
  for (let failures = 0; clock.monotonicMs() < deadlineMs; failures += 1) {
    const written = await lane.write(() => Crews.open(crew, lane, position));
    if (written.kind === 'foreign' || written.kind === 'byHand' || written.kind === 'takenOver')
      throw new ShipitError('owned', holderOf(crew, lane, where) ?? written.because);
    if (written.kind !== 'again') return;
    if (written.error && !passing.includes(written.error.code)) throw written.error;
    await backOff(crew.ports, failures);
  }
  throw new ShipitError('timedOut', `${lane.name} could not be claimed: AWS does not answer`);
}

const passing = ['throttled', 'timedOut', 'unavailable', 'preconditionFailed', 'conflict'];

/** Null when nobody holds it now. */
function holderOf(crew: Crew, lane: Lane, where: Whereabouts | null): string | null {
  const standings = crew.lanes.map(({ at, seen, known }) => ({
    ref: at.ref,
    record: Record.parse((seen ?? known).description),
  }));
  const record = Record.parse(lane.seen?.description ?? '');
  if (record.kind !== 'open') return null;
  const words = { nowMs: crew.ports.clock.nowMs(), where, rollback: placedCommand('rollback', where) };
  return `${lane.name}: ${describeHolder(record.record, standings, words)}`;
}

function withLeft(error: ShipitError, left: readonly string[]): ShipitError {
  const { code, message, hint, cause } = error;
  return new ShipitError(code, message, { hint, cause, problems: [message, ...left] });
}

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
