/**
 * A release whose owner is dead gets another one. Dead is whose lease nobody renewed for as long as it lasts, by the own
 * clock: wall clocks of two machines are never compared. The new owner writes every alias with a higher epoch, the leader
 * first, and only then moves anything: from then on whatever the old one still sends is refused by its revision.
 */
import { ShipitError } from '../core/errors';
import type { Aliases, AliasState } from '../core/lambda';
import type { Clock, Ids } from '../core/ports';
import { Record } from '../core/record';
import type { AliasRef } from '../core/values';
import { pause } from '../core/wait';
import { sight } from '../release/alias';
import type { Standing } from '../release/found';
import { backOff, type Crew, Crews } from './crew';
import type { Lane, Written } from './lane';
import { limits } from './limits';

type WatchPorts = { readonly aliases: Aliases; readonly clock: Clock };

export interface Watched {
  readonly ref: AliasRef;
  readonly seen: AliasState;
  readonly leaseS: number;
  readonly stop: AbortSignal;
}

/** True when its owner wrote nothing for one lease; false as soon as he does, or when somebody says stop. */
export async function outlived(ports: WatchPorts, { ref, seen, leaseS, stop }: Watched): Promise<boolean> {
  const untilMs = ports.clock.monotonicMs() + leaseS * 1000;
  for (let leftMs = leaseS * 1000; !stop.aborted; leftMs = untilMs - ports.clock.monotonicMs()) {
    await pause({ ...ports, stop }, Math.min(limits.pollMs, Math.max(leftMs, limits.retryMs)));
    const read = await readQuietly(ports, ref);
    if (read === 'gone' || (read !== null && !isSilent(read, seen))) return false;
    // Only a look that was answered after the lease says that nobody renewed it.
    if (read !== null && ports.clock.monotonicMs() >= untilMs) return !stop.aborted;
  }
  return false;
}

/** A wish from outside is no sign of the owner. */
const isSilent = (read: AliasState, seen: AliasState): boolean =>
  ['same', 'touched'].includes(sight(read, seen, []));

/** Null when it could not be read just now. */
async function readQuietly({ aliases }: WatchPorts, ref: AliasRef): Promise<AliasState | 'gone' | null> {
  try {
    return (await aliases.read(ref)) ?? 'gone';
  } catch (error) {
    if (ShipitError.is(error, 'throttled', 'timedOut', 'unavailable')) return null;
    throw error;
  }
}

/** What became of each alias. `closed`: its release is over there, whoever closed it. */
export type TakenOver = 'ours' | 'closed' | 'lost';

export interface Inheritance {
  readonly taken: ReadonlyMap<Lane, TakenOver>;
  /** As each alias stood before the first write of the new owner: the last word of the old one, which it may not have told. */
  readonly found: readonly Standing[];
}

/** `owned` when another process was faster at the leader: then nothing was written. */
export async function takeOver(crew: Crew): Promise<Inheritance> {
  const taken = new Map<Lane, TakenOver>();
  const found = new Map<Lane, AliasState>();
  crew.desk.inherit(Crews.leader(crew).wish);
  for (const lane of crew.lanes) {
    const result = await takeOne(crew, lane, found);
    if (lane === Crews.leader(crew) && lane.taken?.kind === 'takenOver')
      throw new ShipitError('owned', `${lane.taken.because}, so it was not taken over`);
    taken.set(lane, result);
  }
  return { taken, found: [...found].map(([{ at }, state]) => ({ ...at, state })) };
}

async function takeOne(crew: Crew, lane: Lane, found: Map<Lane, AliasState>): Promise<TakenOver> {
  const { clock } = crew.ports;
  found.set(lane, lane.known);
  const deadlineMs = clock.monotonicMs() + limits.blindMs;
  for (let failures = 0; clock.monotonicMs() < deadlineMs; failures += 1) {
    const written = await lane.write(() => {
      const standing = lane.standing(clock.nowMs());
      return standing && Crews.open(crew, lane, standing);
    });
    if (written.kind === 'written') return 'ours';
    if (written.kind === 'skipped') return 'closed';
    if (written.kind === 'again') await patience(crew.ports, written, failures);
    else if (lane.readopt(crew.owner.epoch, lane === Crews.leader(crew))) found.set(lane, lane.known);
    else if (!isClosed(crew, lane)) return 'lost';
    else {
      found.set(lane, lane.seen ?? lane.known);
      return 'closed';
    }
  }
  throw new ShipitError('timedOut', `${lane.name} could not be taken over: AWS does not answer`);
}

async function patience(
  ports: { readonly clock: Clock; readonly ids: Ids },
  { error }: Extract<Written, { kind: 'again' }>,
  failures: number,
): Promise<void> {
  const passing = ['throttled', 'timedOut', 'unavailable', 'preconditionFailed', 'conflict'];
  if (error && !passing.includes(error.code)) throw error;
  await backOff(ports, failures);
}

/** The old owner, or a rollback by hand, closed it while it was being taken. */
function isClosed({ owner }: Crew, { seen }: Lane): boolean {
  const parsed = Record.parse(seen?.description ?? '');
  return parsed.kind === 'done' && parsed.record.release === owner.release;
}
