/**
 * Provisioned concurrency of versions. It stands on the version and never on the alias, where it would follow each write
 * within minutes: a version has its own before it gets traffic, and keeps it until nobody serves it any more.
 */
import { ShipitError } from '../core/errors';
import type { Aliases, Capacity, CapacityState } from '../core/lambda';
import { type Lasting, unheard } from '../core/lasting';
import type { Clock } from '../core/ports';
import { pause } from '../core/wait';

export interface CapacityPorts {
  readonly capacity: Capacity;
  readonly clock: Clock;
  /** Ctrl-C: ends the wait. Absent where nobody can press it, or where somebody else ends the wait. */
  readonly stop?: AbortSignal;
  /** Says so when it lasts; absent where nobody is told. */
  readonly lasting?: Lasting;
}

export interface CapacityOf {
  readonly functionName: string;
  readonly version: string;
  /** Environments; 0 for none. */
  readonly amount: number;
}

/** It begins after a minute or two and makes 6000 environments a minute; longer than this and somebody should look. */
const limitMs = 20 * 60_000;
const firstMs = 5000;
const longestMs = 15_000;

/** How many environments a version needs for its share of the traffic: one at least, and none where there are none to share. */
export function capacityFor(total: number, weight: number): number {
  if (total === 0) return 0;
  // In tenths of a percent, for 0.1 is no binary fraction and must not make one environment more.
  return Math.max(1, Math.ceil((total * Math.round(weight * 10)) / 1000));
}

/**
 * Until so many are ready, or more: another alias may need more of the same version. `functionFailed` when they cannot
 * start, and then the version has none, so that whoever comes next finds nothing half made; `stateTimeout` after 20 min.
 */
export function readyCapacity(ports: CapacityPorts, of: CapacityOf): Promise<void> {
  return settle(ports, of, ({ requested }) => requested >= of.amount);
}

/** Until there are exactly so many: 0 takes them away. */
export async function setCapacity(ports: CapacityPorts, of: CapacityOf): Promise<void> {
  const { functionName, version, amount } = of;
  if (amount === 0) return ports.capacity.remove(functionName, version);
  return settle(ports, of, ({ requested }) => requested === amount);
}

/** Unless an alias names the version, which would run cold without it. True when there is none any more. */
export async function dropCapacity(
  ports: { readonly capacity: Capacity; readonly aliases: Aliases },
  { functionName, version }: Pick<CapacityOf, 'functionName' | 'version'>,
): Promise<boolean> {
  const aliases = await ports.aliases.list(functionName);
  const isNamed = aliases.some((alias) => alias.version === version || alias.additional?.version === version);
  if (isNamed) return false;
  await ports.capacity.remove(functionName, version);
  return true;
}

async function settle(
  ports: CapacityPorts,
  of: CapacityOf,
  isEnough: (state: CapacityState) => boolean,
): Promise<void> {
  if (of.amount === 0) return;
  const { lasting = unheard } = ports;
  const what = `provisioned concurrency ${of.amount} of version ${of.version}`;
  await lasting(what, () => untilEnough(ports, of, isEnough));
}

async function untilEnough(
  ports: CapacityPorts,
  of: CapacityOf,
  isEnough: (state: CapacityState) => boolean,
): Promise<void> {
  const { clock, stop = new AbortController().signal } = ports;
  const deadlineMs = clock.monotonicMs() + limitMs;
  let written = false;
  for (
    let pauseMs = firstMs;
    clock.monotonicMs() < deadlineMs;
    pauseMs = Math.min(longestMs, pauseMs * 1.5)
  ) {
    if (stop.aborted)
      throw new ShipitError('interrupted', `stopped while waiting for the capacity of ${nameOf(of)}`);
    const state = await unlessPassing(() => ports.capacity.read(of.functionName, of.version));
    if (state?.status === 'READY' && isEnough(state)) return;
    if (state?.status === 'FAILED' && written) await fail(ports, of, state);
    const isComing = written || (state?.status === 'IN_PROGRESS' && isEnough(state));
    if (state !== undefined && !isComing) written = await write(ports, of);
    await pause({ clock, stop }, pauseMs);
  }
  throw new ShipitError(
    'stateTimeout',
    `the provisioned concurrency of ${nameOf(of)} is not ready after ${limitMs / 60_000} minutes`,
  );
}

/** False when its answer was lost: the next look says what became of it. */
async function write({ capacity }: CapacityPorts, of: CapacityOf): Promise<boolean> {
  try {
    const done = await unlessPassing(async () => {
      await capacity.write(of.functionName, of.version, of.amount);
      return true;
    });
    return done === true;
  } catch (error) {
    if (!ShipitError.is(error, 'conflict')) throw error;
    throw new ShipitError('conflict', error.message, { cause: error, hint: conflictHint });
  }
}

const conflictHint =
  'Take the provisioned concurrency off the aliases of this function: it stands on the version, by `provisionedConcurrency` in the project file.';

async function fail({ capacity }: CapacityPorts, of: CapacityOf, state: CapacityState): Promise<never> {
  const message = `Lambda could not start ${of.amount} environments of ${nameOf(of)} ahead: ${state.because}`;
  await unlessPassing(() => capacity.remove(of.functionName, of.version));
  throw new ShipitError('functionFailed', message);
}

/** Undefined when the call failed in a way that may be over at the next: nobody gives up a wait of minutes for it. */
async function unlessPassing<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (ShipitError.is(error, 'timedOut', 'unavailable', 'throttled')) return undefined;
    throw error;
  }
}

const nameOf = ({ functionName, version }: CapacityOf): string => `${functionName}:${version}`;
