/**
 * Whether an invocation may run now: reserved concurrency, what the functions without it share, provisioned concurrency
 * and what spills over it, and, with limits on, ten invocations a second for each unit of concurrency
 * (docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html). Processes of this machine are no part of it.
 */
import { emitConcurrency, emitCount } from '../emit';
import { AwsError } from '../errors';
import type { ProvisionedEntry } from '../lambda/book';
import { unreservedConcurrency } from '../lambda/concurrency';
import { provisionedTotal } from '../lambda/provisionable';
import type { Route } from '../lambda/route';
import type { World } from '../world';
import { createGauge, type FunctionLoad, type Gauge, shift } from './load';

export interface Admission {
  /** Null where nothing is provisioned. */
  readonly provisioned: 'served' | 'spilled' | null;
  /** The invocation is over. */
  leave(): void;
}

/** So many invocations a second for each unit of concurrency. */
const perUnit = 10;

/** Below this nobody who reserves nothing is ever refused: so much always stays. */
const neverRefused = 100;

/** Throws 429 TooManyRequestsException, which counts as a throttle. Asynchronous invocations have no rate. */
export function admit(world: World, route: Route, asynchronous: boolean): Admission {
  const load = world.load.of(route.entry);
  const place = placeOf(route, load);
  const served = place !== null && place.gauge.running < place.entry.available;
  const reason =
    (served ? null : refusalOf(world, route, load)) ??
    (world.limits && !asynchronous ? rateRefusalOf(world, route, load) : null);
  if (reason !== null) {
    emitCount(world, route, 'Throttles');
    throw throttled(reason);
  }
  const count = counter(world, route, served ? place : null);
  count(1);
  return {
    provisioned: place === null ? null : served ? 'served' : 'spilled',
    leave: () => count(-1),
  };
}

interface Place {
  readonly entry: ProvisionedEntry;
  readonly gauge: Gauge;
}

/** What was called may have it, or the version behind it. The old environments serve while new ones are prepared. */
function placeOf({ entry, ref, version }: Route, load: FunctionLoad): Place | null {
  if (entry.provisioned.size === 0) return null;
  const has = (key: string): boolean => (entry.provisioned.get(key)?.available ?? 0) > 0;
  const key = [ref.qualifier ?? '$LATEST', version.version].find(has);
  const found = key === undefined ? undefined : entry.provisioned.get(key);
  if (key === undefined || !found) return null;
  const gauge = load.provisioned.get(key) ?? createGauge();
  load.provisioned.set(key, gauge);
  return { entry: found, gauge };
}

function refusalOf(world: World, { entry }: Route, load: FunctionLoad): string | null {
  const { reservedConcurrency: reserved } = entry;
  if (reserved !== null) {
    const full = load.onDemand >= reserved - provisionedTotal(entry);
    return full ? 'ReservedFunctionConcurrentInvocationLimitExceeded' : null;
  }
  const { unreservedOnDemand } = world.load;
  const full = unreservedOnDemand >= neverRefused && unreservedOnDemand >= unreservedConcurrency(world);
  return full ? 'ConcurrentInvocationLimitExceeded' : null;
}

/** A bucket that holds one second's worth. */
function rateRefusalOf(world: World, { entry }: Route, load: FunctionLoad): string | null {
  const { reservedConcurrency: reserved } = entry;
  const perSecond = perUnit * (reserved ?? unreservedConcurrency(world));
  const atMs = world.clock.monotonicMs();
  const { allowance } = load;
  const refilled = allowance ? allowance.left + ((atMs - allowance.atMs) / 1000) * perSecond : perSecond;
  const left = Math.min(refilled, perSecond);
  load.allowance = { left: left >= 1 ? left - 1 : left, atMs };
  if (left >= 1) return null;
  return reserved === null
    ? 'FunctionInvocationRateLimitExceeded'
    : 'ReservedFunctionInvocationRateLimitExceeded';
}

/** What a function reserves when an invocation begins is what it is counted under until it ends. */
function counter(world: World, route: Route, place: Place | null): (by: 1 | -1) => void {
  const { load } = world;
  const own = load.of(route.entry);
  const unreserved = route.entry.reservedConcurrency === null;
  return (by) => {
    const change = { by, nowMs: world.clock.nowMs() };
    shift(load.account, change, emitConcurrency.account(world));
    shift(own.all, change, emitConcurrency.function(world, route));
    if (unreserved) shift(load.unreserved, change, emitConcurrency.unreserved(world));
    if (place) shift(place.gauge, change, emitConcurrency.provisioned(world, route, place.entry.available));
    else own.onDemand += by;
    if (unreserved && !place) load.unreservedOnDemand += by;
  };
}

const throttled = (Reason: string): AwsError =>
  new AwsError('TooManyRequestsException', 429, {
    message: 'Rate Exceeded.',
    members: { Reason },
    headers: { 'retry-after': '1' },
  });
