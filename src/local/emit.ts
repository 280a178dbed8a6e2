/**
 * Lambda's own metrics, put when an invocation is over but with the time of its start, as AWS does: the data point of a
 * long invocation arrives in the past (docs.aws.amazon.com/lambda/latest/dg, "Types of metrics").
 *
 * Errors and Throttles are put as 0 for what went well, as is commonly seen. AWS documents it nowhere, so nothing that
 * reads these metrics may rely on it: no data point means none, too.
 */
import type { Route } from './lambda/route';
import type { MetricId } from './metrics/store';
import type { World } from './world';

export interface Emitted {
  readonly startedMs: number;
  /** Real milliseconds, without the cold start. */
  readonly durationMs: number;
  readonly failed: boolean;
}

export function emitInvocation(world: World, route: Route, { startedMs, durationMs, failed }: Emitted): void {
  put(world, route, [
    count('Invocations', 1, startedMs),
    count('Errors', failed ? 1 : 0, startedMs),
    count('Throttles', 0, startedMs),
    { name: 'Duration', value: Math.round(durationMs * 100) / 100, unit: 'Milliseconds', atMs: startedMs },
  ]);
}

/** A request that was refused for want of concurrency counts as neither an invocation nor an error. */
export function emitThrottle(world: World, route: Route, atMs: number): void {
  put(world, route, [count('Throttles', 1, atMs)]);
}

interface Sample {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly atMs: number;
}

const count = (name: string, value: number, atMs: number): Sample => ({ name, value, unit: 'Count', atMs });

function put(world: World, route: Route, samples: readonly Sample[]): void {
  const sets = dimensionSets(route);
  for (const sample of samples)
    for (const dimensions of sets)
      world.metrics.put({ namespace: 'AWS/Lambda', ...sample, dimensions, count: 1 });
}

/** The Region; the function; what was called; and, behind an alias, the version that ran: the series of a canary. */
function dimensionSets({ entry, ref, alias, version }: Route): MetricId['dimensions'][] {
  const FunctionName = entry.name;
  const Resource = ref.qualifier === null ? FunctionName : `${FunctionName}:${ref.qualifier}`;
  const sets: MetricId['dimensions'][] = [{}, { FunctionName }, { FunctionName, Resource }];
  if (alias) sets.push({ FunctionName, Resource, ExecutedVersion: version.version });
  return sets;
}
