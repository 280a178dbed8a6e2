/**
 * Makes code and configuration live as a version. Each call carries the revision read just before; a call whose answer
 * was lost is settled by looking at what is there, because a blind second try would fail its own precondition.
 */
import { ShipitError } from '../core/errors';
import type { FunctionConfig, LiveFunction } from '../core/function';
import type { FunctionChange } from '../core/ports';
import type { Digest } from '../core/values';
import { type Subject, type Waiting, waitUntilReady } from './ready';

export interface Wanted {
  readonly functionName: string;
  readonly zip: Uint8Array;
  readonly digest: Digest;
  /** Only declared keys. */
  readonly config: Partial<FunctionConfig>;
  /** Becomes the version's description. */
  readonly description: string;
}

export interface Made {
  readonly version: string;
  readonly did: readonly ('created' | 'code' | 'configuration')[];
}

const attempts = 4;

/** code -> wait -> config -> wait -> publish -> verify. `latest` is what was looked at for the plan; null creates. */
export async function publish(ports: Waiting, wanted: Wanted, latest: LiveFunction | null): Promise<Made> {
  const did: Made['did'][number][] = [];
  let live = latest ?? (await create(ports, wanted));
  if (latest === null) did.push('created');
  if (live.digest !== wanted.digest) {
    live = await change(ports, wanted, {
      live,
      change: { code: wanted.zip },
      holds: (now) => now.digest === wanted.digest,
    });
    did.push('code');
  }
  if (!hasConfig(live, wanted.config)) {
    live = await change(ports, wanted, {
      live,
      change: { config: wanted.config },
      holds: (now) => hasConfig(now, wanted.config),
    });
    did.push('configuration');
  }
  return { version: await publishVersion(ports, wanted, live), did };
}

async function create(ports: Waiting, wanted: Wanted): Promise<LiveFunction> {
  const config = complete(wanted);
  try {
    await ports.functions.create(wanted.functionName, config, wanted.zip);
  } catch (error) {
    const ours = ShipitError.is(error, 'timedOut', 'unavailable') && (await isOurs(ports, wanted));
    if (!ours) throw error;
  }
  return waitUntilReady(ports, latestOf(wanted));
}

/** A creation whose answer was lost: only the very bytes we sent can be ours. */
async function isOurs(ports: Waiting, wanted: Wanted): Promise<boolean> {
  const live = await ports.functions.look(wanted.functionName);
  return live !== null && live.digest === wanted.digest && hasConfig(live, wanted.config);
}

/** What Lambda demands for a new function; everything else has a default of AWS. */
function complete(wanted: Wanted): FunctionConfig {
  const { runtime, handler, role } = wanted.config;
  if (runtime === undefined || handler === undefined || role === undefined) {
    const missing = Object.entries({ runtime, handler, role }).filter(([, value]) => value === undefined);
    const names = missing.map(([key]) => `\`${key}\``).join(', ');
    throw new ShipitError(
      'badConfig',
      `${wanted.functionName} does not exist yet and the project file gives no ${names} for it`,
    );
  }
  const { memorySize = 128, timeout = 3, environment = {} } = wanted.config;
  return { runtime, handler, role, memorySize, timeout, environment };
}

interface Edit {
  readonly live: LiveFunction;
  readonly change: FunctionChange;
  readonly holds: (live: LiveFunction) => boolean;
}

async function change(ports: Waiting, wanted: Wanted, edit: Edit): Promise<LiveFunction> {
  let live = edit.live;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const failure = await attempted(() =>
      ports.functions.update(wanted.functionName, edit.change, live.revisionId),
    );
    const now = await waitUntilReady(ports, latestOf(wanted));
    if (edit.holds(now)) return now;
    if (failure === null || !ShipitError.is(failure, 'timedOut', 'unavailable'))
      throw movedMeanwhile(wanted, failure);
    live = now;
  }
  throw new ShipitError('timedOut', `${wanted.functionName} could not be updated in ${attempts} tries`);
}

async function publishVersion(ports: Waiting, wanted: Wanted, latest: LiveFunction): Promise<string> {
  let live = latest;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const expect = { digest: wanted.digest, revisionId: live.revisionId, description: wanted.description };
    try {
      const published = await ports.functions.publish(wanted.functionName, expect);
      if (published.digest !== wanted.digest) throw movedMeanwhile(wanted, null);
      await waitUntilReady(ports, { functionName: wanted.functionName, qualifier: published.version });
      return published.version;
    } catch (error) {
      if (!ShipitError.is(error, 'timedOut', 'unavailable', 'preconditionFailed', 'conflict')) throw error;
      live = await waitUntilReady(ports, latestOf(wanted));
      if (live.digest !== wanted.digest || !hasConfig(live, wanted.config))
        throw movedMeanwhile(wanted, error);
    }
  }
  throw new ShipitError('timedOut', `${wanted.functionName} could not be published in ${attempts} tries`);
}

async function attempted(call: () => Promise<unknown>): Promise<unknown> {
  try {
    await call();
    return null;
  } catch (error) {
    if (!ShipitError.is(error, 'timedOut', 'unavailable', 'preconditionFailed', 'conflict')) throw error;
    return error;
  }
}

const movedMeanwhile = (wanted: Wanted, cause: unknown): ShipitError =>
  new ShipitError('publishMismatch', `${wanted.functionName} changed while it was being released`, { cause });

const latestOf = (wanted: Wanted): Subject => ({ functionName: wanted.functionName, qualifier: null });

/** Whether every declared key already has the declared value. */
function hasConfig(live: LiveFunction, config: Partial<FunctionConfig>): boolean {
  const { environment, ...plain } = config;
  const same = Object.entries(plain).every(
    ([key, value]) => live.config[key as keyof typeof plain] === value,
  );
  return same && (environment === undefined || sameMap(live.config.environment, environment));
}

function sameMap(a: Readonly<{ [key: string]: string }>, b: Readonly<{ [key: string]: string }>): boolean {
  return (
    Object.keys(a).length === Object.keys(b).length &&
    Object.entries(a).every(([key, value]) => b[key] === value)
  );
}
