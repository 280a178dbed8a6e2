/**
 * Makes code and configuration live as a version. Each call carries the revision read just before; a call whose answer
 * was lost is settled by looking at what is there, because a blind second try would fail its own precondition.
 */

import type { Code } from '../core/code';
import { ShipitError } from '../core/errors';
import { awsDefaults, type FunctionConfig, type LiveFunction } from '../core/function';
import type { FunctionChange, Versions } from '../core/lambda';
import { unheard } from '../core/lasting';
import type { Digest } from '../core/values';
import { pause } from '../core/wait';
import { canonical } from '../plan/form';
import { attempts, untilThere } from './made';
import { type Subject, type Waiting, waitForVersion, waitUntilReady } from './ready';

export interface Wanted {
  readonly functionName: string;
  readonly code: Code;
  readonly digest: Digest;
  /** Whole, as far as it is known. */
  readonly config: Partial<FunctionConfig>;
  /** The keys of it that may be written; the others are left as they are. */
  readonly declared: readonly (keyof FunctionConfig)[];
  /** Of a function that is made. */
  readonly tags: Readonly<{ [name: string]: string }>;
  readonly codeSigning: string | null;
  /** Becomes the version's description; null copies that of $LATEST. */
  readonly description: string | null;
  /** Its role was made a moment ago, and Lambda may not know it yet. */
  readonly freshRole: boolean;
  /** Called when the function was made and is ready, before its first version is. */
  readonly whenMade: () => Promise<void>;
}

export interface Made {
  readonly version: string;
  readonly did: readonly ('created' | 'code' | 'configuration')[];
}

export interface Publishing extends Waiting {
  readonly versions: Versions;
}

/** code -> wait -> config -> wait -> publish -> verify. `latest` is what was looked at for the plan; null creates. */
export async function publish(ports: Publishing, wanted: Wanted, latest: LiveFunction | null): Promise<Made> {
  const did: Made['did'][number][] = [];
  let live = latest ?? (await create(ports, wanted));
  if (latest === null) did.push('created');
  if (!hasCode(live, wanted)) {
    const architecture = wanted.config.architecture ?? live.config.architecture;
    const edit = { code: wanted.code, architecture };
    live = await change(ports, wanted, { live, change: edit, holds: (now) => hasCode(now, wanted) });
    did.push('code');
  }
  const keys = differing(live, wanted);
  if (keys.length > 0) {
    const edit = { config: { ...live.config, ...wanted.config }, keys };
    const holds = (now: LiveFunction) => differing(now, wanted).length === 0;
    live = await change(ports, wanted, { live, change: edit, holds });
    did.push('configuration');
  }
  return { version: await publishVersion(ports, wanted, live), did };
}

async function create(ports: Publishing, wanted: Wanted): Promise<LiveFunction> {
  const { functionName, code, tags, codeSigning } = wanted;
  const made = { config: complete(wanted), code, tags, codeSigning };
  await untilThere({
    make: () => despiteFreshRole(ports, wanted, () => ports.functions.create(functionName, made)),
    find: async (lost) => (lost && (await isOurs(ports, wanted)) ? functionName : null),
  });
  await waitUntilReady(ports, latestOf(wanted));
  await wanted.whenMade();
  return waitUntilReady(ports, latestOf(wanted));
}

/** A creation whose answer was lost: only the very bytes we sent can be ours. */
async function isOurs(ports: Publishing, wanted: Wanted): Promise<boolean> {
  const live = await ports.functions.look(wanted.functionName);
  return live !== null && hasCode(live, wanted) && differing(live, wanted).length === 0;
}

/** What Lambda demands for a new function; everything else has a default of AWS. */
function complete({ functionName, config, code }: Wanted): FunctionConfig {
  const image = 'imageUri' in code ? { runtime: '', handler: '' } : {};
  const { runtime, handler, role, ...rest } = { ...image, ...config };
  if (runtime === undefined || handler === undefined || role === undefined) {
    const missing = Object.entries({ runtime, handler, role }).filter(([, value]) => value === undefined);
    const names = missing.map(([key]) => `\`${key}\``).join(', ');
    throw new ShipitError(
      'badConfig',
      `${functionName} does not exist yet and the project file gives no ${names} for it`,
    );
  }
  return { ...awsDefaults, ...rest, runtime, handler, role };
}

/** AWS support speaks of up to 15 minutes, most roles are known within 15 seconds; three minutes are patience enough. */
const freshRoleMs = 180_000;
const freshRolePauseMs = 3000;

/**
 * Lambda refuses a role that was just made as one that it cannot assume, for seconds or minutes. That refusal can be
 * told from others by its text alone, and texts change: so any refusal of a value is tried again, for a while.
 */
function despiteFreshRole<T>(ports: Publishing, wanted: Wanted, call: () => Promise<T>): Promise<T> {
  const { lasting = unheard } = ports;
  if (!wanted.freshRole) return lasting('Lambda to take what was sent', call);
  return lasting('Lambda to know the role that was just made', () => untilKnown(ports, wanted, call));
}

async function untilKnown<T>(ports: Publishing, wanted: Wanted, call: () => Promise<T>): Promise<T> {
  const deadlineMs = ports.clock.monotonicMs() + freshRoleMs;
  for (let waiting = true; waiting; waiting = ports.clock.monotonicMs() < deadlineMs) {
    try {
      return await call();
    } catch (error) {
      if (!ShipitError.is(error, 'invalid')) throw error;
      await pause(ports, freshRolePauseMs);
      if (ports.stop.aborted)
        throw new ShipitError(
          'interrupted',
          `stopped while Lambda did not know the role of ${wanted.functionName}`,
        );
    }
  }
  return call();
}

interface Edit {
  readonly live: LiveFunction;
  readonly change: FunctionChange;
  readonly holds: (live: LiveFunction) => boolean;
}

async function change(ports: Publishing, wanted: Wanted, edit: Edit): Promise<LiveFunction> {
  let live = edit.live;
  let failure: unknown = null;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    failure = await attempted(() =>
      despiteFreshRole(ports, wanted, () =>
        ports.functions.update(wanted.functionName, edit.change, live.revisionId),
      ),
    );
    const now = await waitUntilReady(ports, latestOf(wanted));
    if (edit.holds(now)) return now;
    // A tag, a permission or a setting of the whole function makes a new revision too, and takes nothing from anybody.
    const mayTryAgain = ShipitError.is(failure, 'timedOut', 'unavailable') || isAsBefore(now, live);
    if (failure === null || !mayTryAgain) throw movedMeanwhile(wanted, failure);
    live = now;
  }
  throw givenUp(`${wanted.functionName} could not be updated`, failure);
}

async function publishVersion(ports: Publishing, wanted: Wanted, latest: LiveFunction): Promise<string> {
  let live = latest;
  let failure: unknown = null;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const expect = { digest: wanted.digest, revisionId: live.revisionId, description: wanted.description };
    try {
      const published = await ports.versions.publish(wanted.functionName, expect);
      if (published.digest !== wanted.digest) throw movedMeanwhile(wanted, null);
      await waitForVersion(ports, wanted.functionName, published.version);
      return published.version;
    } catch (error) {
      if (!ShipitError.is(error, 'timedOut', 'unavailable', 'preconditionFailed', 'conflict')) throw error;
      failure = error;
      live = await waitUntilReady(ports, latestOf(wanted));
      if (!hasCode(live, wanted) || differing(live, wanted).length > 0) throw movedMeanwhile(wanted, error);
    }
  }
  throw givenUp(`${wanted.functionName} could not be published`, failure);
}

/** With what AWS said the last time, and the way out of that. */
function givenUp(what: string, last: unknown): ShipitError {
  const tries = `${what} in ${attempts} tries`;
  if (!(last instanceof ShipitError)) return new ShipitError('timedOut', tries, { cause: last });
  return new ShipitError(last.code, `${tries}: ${last.message}`, { cause: last, hint: last.hint });
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

const isAsBefore = (now: LiveFunction, live: LiveFunction): boolean =>
  now.digest === live.digest && canonical(now.config) === canonical(live.config);

const movedMeanwhile = (wanted: Wanted, cause: unknown): ShipitError =>
  new ShipitError('publishMismatch', `${wanted.functionName} changed while it was being released`, { cause });

const latestOf = (wanted: Wanted): Subject => ({ functionName: wanted.functionName, qualifier: null });

/** The architecture goes with the code. */
function hasCode(live: LiveFunction, { digest, config, declared }: Wanted): boolean {
  const isBuiltFor = !declared.includes('architecture') || live.config.architecture === config.architecture;
  return live.digest === digest && isBuiltFor;
}

/** What UpdateFunctionConfiguration does not take; preflight has refused a change of the other two. */
const elsewhere: readonly (keyof FunctionConfig)[] = ['architecture', 'packageType', 'tenancy'];

/** Declared keys that do not have the value that is wanted. */
function differing(live: LiveFunction, { config, declared }: Wanted): (keyof FunctionConfig)[] {
  return declared.filter(
    (key) =>
      !elsewhere.includes(key) &&
      canonical({ [key]: live.config[key] }) !== canonical({ [key]: config[key] }),
  );
}
