import { ShipitError } from '../core/errors';
import type { LiveFunction } from '../core/function';
import type { Functions, Versions } from '../core/lambda';
import { type Lasting, unheard } from '../core/lasting';
import type { Clock } from '../core/ports';
import { pause } from '../core/wait';

/** SnapStart and image functions take minutes; longer than this and somebody should look. */
const limitMs = 15 * 60_000;
const firstMs = 1000;
const longestMs = 5000;

export interface Subject {
  readonly functionName: string;
  /** A version, or null for $LATEST. */
  readonly qualifier: string | null;
}

export interface Waiting {
  readonly functions: Functions;
  readonly clock: Clock;
  /** Ctrl-C: nobody waits any longer. */
  readonly stop: AbortSignal;
  /** Says so when it lasts; absent where nobody is told. */
  readonly lasting?: Lasting;
}

/**
 * Looks until Lambda says Active and no update is under way. The waiters of the SDK back off to five minutes and
 * take every error for "not yet", so the poller is our own. `functionFailed`, `stateTimeout` and `interrupted` end it.
 */
export function waitUntilReady(ports: Waiting, subject: Subject): Promise<LiveFunction> {
  const { lasting = unheard } = ports;
  return lasting(`${nameOf(subject)} to become Active`, () => lookUntilReady(ports, subject));
}

async function lookUntilReady(ports: Waiting, subject: Subject): Promise<LiveFunction> {
  const deadlineMs = ports.clock.monotonicMs() + limitMs;
  for (
    let pauseMs = firstMs;
    ports.clock.monotonicMs() < deadlineMs;
    pauseMs = Math.min(longestMs, pauseMs * 1.5)
  ) {
    if (ports.stop.aborted)
      throw new ShipitError('interrupted', `stopped while waiting for ${nameOf(subject)}`);
    const live = await ports.functions.look(subject.functionName, subject.qualifier ?? undefined);
    if (live === null)
      throw new ShipitError('notFound', `${nameOf(subject)} went away while it was being released`);
    if (isReady(live)) return live;
    failIfFailed(live, subject);
    await pause(ports, pauseMs);
  }
  throw new ShipitError('stateTimeout', `${nameOf(subject)} is not ready after ${limitMs / 60_000} minutes`);
}

/**
 * A version, before anything else is done with it: its snapshot or its network may take minutes, and may fail. One that
 * failed is taken away: as long as it is there, publishing the same again would give it again, for ever.
 */
export async function waitForVersion(
  ports: Waiting & { readonly versions: Versions },
  functionName: string,
  version: string,
): Promise<void> {
  const subject = { functionName, qualifier: version };
  const live = await waitUntilReady(ports, subject).catch(async (error: unknown) => {
    if (ShipitError.is(error, 'functionFailed'))
      await ports.versions.remove(functionName, version).catch(unlessKnown);
    throw error;
  });
  // Of any other version the first request brings it back; without its snapshot that request fails.
  if (live.state !== 'Inactive' || live.config.snapStart !== 'PublishedVersions') return;
  throw new ShipitError('functionFailed', `the snapshot of ${nameOf(subject)} is gone: it is Inactive`, {
    hint: `Invoke it once (aws lambda invoke --function-name ${functionName} --qualifier ${version} out.json), wait until it is Active, and run the command again.`,
  });
}

/** That it could not be made ready is the error to tell. */
function unlessKnown(error: unknown): void {
  if (!ShipitError.is(error)) throw error;
}

/** Inactive counts as ready: the next invocation wakes it. */
const isReady = (live: LiveFunction): boolean =>
  (live.state === 'Active' || live.state === 'Inactive') &&
  (live.lastUpdate === null || live.lastUpdate === 'Successful');

function failIfFailed(live: LiveFunction, subject: Subject): void {
  if (live.state !== 'Failed' && live.lastUpdate !== 'Failed') return;
  throw new ShipitError(
    'functionFailed',
    `Lambda could not make ${nameOf(subject)} ready: ${live.because ?? 'no reason given'}`,
  );
}

const nameOf = (subject: Subject): string =>
  subject.qualifier ? `${subject.functionName}:${subject.qualifier}` : subject.functionName;
