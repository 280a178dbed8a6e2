/**
 * Lambda's own metrics, put when an invocation is over but with the time of its start, as AWS does: the data point of a
 * long invocation arrives in the past (docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html).
 *
 * Errors and Throttles are put as 0 for what went well, as is commonly seen. AWS documents it nowhere, so nothing that
 * reads these metrics may rely on it: no data point means none, too.
 */
import { accountConcurrency, unreservedConcurrency } from './lambda/concurrency';
import type { Route } from './lambda/route';
import type { MetricId } from './metrics/store';
import type { World } from './world';

type Dimensions = MetricId['dimensions'];

export interface Emitted {
  readonly startedMs: number;
  /** Real milliseconds, without the cold start. */
  readonly durationMs: number;
  readonly failed: boolean;
  /** What provisioned concurrency had to do with it; null for nothing. */
  readonly provisioned: 'served' | 'spilled' | null;
}

export function emitInvocation(world: World, route: Route, emitted: Emitted): void {
  const { startedMs, durationMs, failed, provisioned } = emitted;
  const samples = [
    count('Invocations', 1, startedMs),
    count('Errors', failed ? 1 : 0, startedMs),
    count('Throttles', 0, startedMs),
    { name: 'Duration', value: Math.round(durationMs * 100) / 100, unit: 'Milliseconds', atMs: startedMs },
  ];
  if (provisioned === 'served') samples.push(count('ProvisionedConcurrencyInvocations', 1, startedMs));
  if (provisioned === 'spilled')
    samples.push(count('ProvisionedConcurrencySpilloverInvocations', 1, startedMs));
  put(world, dimensionSets(route), samples);
}

/** What happens once: `Throttles`, which count as neither invocation nor error, and what befalls asynchronous events. */
export function emitCount(world: World, route: Route, name: CountName): void {
  put(world, dimensionSets(route), [count(name, 1, world.clock.nowMs())]);
}

export type CountName =
  | 'Throttles'
  | 'AsyncEventsReceived'
  | 'AsyncEventsDropped'
  | 'DeadLetterErrors'
  | 'DestinationDeliveryFailures'
  | 'RecursiveInvocationsDropped';

/** How long an event has waited since it was accepted, at each attempt. */
export function emitEventAge(world: World, route: Route, ageMs: number): void {
  const sample = { name: 'AsyncEventAge', value: ageMs, unit: 'Milliseconds', atMs: world.clock.nowMs() };
  put(world, dimensionSets(route), [sample]);
}

type Hear = (value: number, atMs: number) => void;

/** Concurrency, of which CloudWatch has the most of each minute: for the Region and the function, or for what is provisioned. */
export const emitConcurrency = {
  account: (world: World): Hear => hear(world, 'ConcurrentExecutions', [region]),

  /** What is taken from the account besides is what others reserve and have provisioned. */
  unreserved:
    (world: World): Hear =>
    (value, atMs) => {
      const claimed = value + accountConcurrency - unreservedConcurrency(world);
      put(world, [region], [count('UnreservedConcurrentExecutions', value, atMs)]);
      put(world, [region], [count('ClaimedAccountConcurrency', claimed, atMs)]);
    },

  function: (world: World, route: Route): Hear =>
    hear(world, 'ConcurrentExecutions', dimensionSets(route).slice(1, 2)),

  provisioned:
    (world: World, route: Route, available: number): Hear =>
    (value, atMs) =>
      put(world, dimensionSets(route).slice(1), [
        count('ProvisionedConcurrentExecutions', value, atMs),
        count('ProvisionedConcurrencyUtilization', value / available, atMs),
      ]),
};

const hear =
  (world: World, name: string, sets: readonly Dimensions[]): Hear =>
  (value, atMs) =>
    put(world, sets, [count(name, value, atMs)]);

interface Sample {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly atMs: number;
}

const count = (name: string, value: number, atMs: number): Sample => ({ name, value, unit: 'Count', atMs });

function put(world: World, sets: readonly Dimensions[], samples: readonly Sample[]): void {
  for (const sample of samples)
    for (const dimensions of sets)
      world.metrics.put({ namespace: 'AWS/Lambda', ...sample, dimensions, count: 1 });
}

const region: Dimensions = {};

/** The Region; the function; what was called; and, behind an alias, the version that ran: the series of a canary. */
function dimensionSets({ entry, ref, alias, version }: Route): Dimensions[] {
  const FunctionName = entry.name;
  const Resource = ref.qualifier === null ? FunctionName : `${FunctionName}:${ref.qualifier}`;
  const sets: Dimensions[] = [region, { FunctionName }, { FunctionName, Resource }];
  if (alias) sets.push({ FunctionName, Resource, ExecutedVersion: version.version });
  return sets;
}
