import { ShipitError } from '../core/errors';
import type { Aliases, AliasState } from '../core/lambda';
import type { Clock, Ids } from '../core/ports';
import { AliasRef } from '../core/values';
import { AliasTargets } from '../release/alias';
import { type Destination, isThere } from '../release/back';
import { backOff } from './crew';
import { limits } from './limits';

type BackPorts = { readonly aliases: Aliases; readonly clock: Clock; readonly ids: Ids };

/** Decides again from what stands there now: a heartbeat or a step may have come between. */
export type Decide = (alias: AliasState) => Destination | string;

/** What stood there before and stands there now. `wrote`: a write of ours did it, and not somebody else's meanwhile. */
export interface WentBack {
  readonly from: AliasState;
  readonly now: AliasState;
  readonly destination: Destination;
  readonly wrote: boolean;
}

/**
 * Writes until the alias is where it should be. One call when nobody interferes; each stale revision costs one more pair.
 * Throws `stuck` when AWS refuses for good, and `lost` when there is nowhere to go any more or nothing to move.
 */
export async function writeBack(
  ports: BackPorts,
  ref: AliasRef,
  start: { alias: AliasState; decide: Decide },
): Promise<WentBack> {
  let alias = start.alias;
  const startMs = ports.clock.monotonicMs();
  for (let failures = 0; ; failures += 1) {
    const destination = start.decide(alias);
    if (typeof destination === 'string')
      throw new ShipitError('lost', `${AliasRef.key(ref)}: ${destination}`);
    let isAbsent = false;
    try {
      const now = await ports.aliases.write(ref, destination.target, alias.revisionId);
      return { from: alias, now, destination, wrote: true };
    } catch (error) {
      if (!(error instanceof ShipitError)) throw error;
      isAbsent = error.code === 'notFound';
      const passing = ['throttled', 'timedOut', 'unavailable', 'preconditionFailed', 'conflict'].includes(
        error.code,
      );
      if (!passing && ports.clock.monotonicMs() - startMs > limits.stuckMs) throw stuck(ref, error);
      if (error.code !== 'preconditionFailed' || failures > 0) await backOff(ports, failures);
    }
    const read = await readAgain(ports, ref);
    if (read && isThere(read, destination)) {
      const wrote = AliasTargets.same(read, destination.target);
      return { from: alias, now: read, destination, wrote };
    }
    // Each of both may be late; together they are right.
    if (read === null && isAbsent) throw new ShipitError('lost', `${AliasRef.key(ref)} was deleted`);
    if (read) alias = read;
  }
}

/** The first look of somebody who wants back: tried as long as a blind rollout would wait, then the error stands. */
export async function readPatiently(ports: BackPorts, ref: AliasRef): Promise<AliasState | null> {
  const startMs = ports.clock.monotonicMs();
  for (let failures = 0; ; failures += 1) {
    try {
      return await ports.aliases.read(ref);
    } catch (error) {
      const passing = ShipitError.is(error, 'throttled', 'timedOut', 'unavailable');
      if (!passing || ports.clock.monotonicMs() - startMs > limits.blindMs) throw error;
      await backOff(ports, failures);
    }
  }
}

/** Undefined when it cannot be read just now: the next write fails its precondition and we come back here. */
async function readAgain(ports: BackPorts, ref: AliasRef): Promise<AliasState | null | undefined> {
  try {
    return await ports.aliases.read(ref);
  } catch (error) {
    if (error instanceof ShipitError) return undefined;
    throw error;
  }
}

const stuck = (ref: AliasRef, cause: ShipitError): ShipitError =>
  new ShipitError('stuck', `${AliasRef.key(ref)} could not be moved: ${cause.message}`, { cause });
