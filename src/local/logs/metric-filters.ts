/**
 * Metric filters at work: each matching event is a data point at the event's time. A minute in which events came in and
 * none matched has the default value once, when there is one.
 */
import type { MetricTransformation } from '@aws-sdk/client-cloudwatch-logs';
import type { MetricId, MetricStore } from '../metrics/store';
import { createFollowing } from './pattern/match';
import { invalidPattern, type Matched, parsePattern } from './pattern/pattern';
import type { Arrival, LogEvent, MetricFilterEntry } from './store';

interface Counter {
  readonly match: ReturnType<typeof createFollowing>;
  /** The minute that has a data point of this filter already. */
  minute: number;
}

const minuteMs = 60_000;

/** What to do with each arrival. */
export function createMetricFilters(metrics: MetricStore): (arrival: Arrival) => void {
  const counters = new WeakMap<MetricFilterEntry, Counter>();
  const counterOf = (filter: MetricFilterEntry): Counter => {
    const known = counters.get(filter);
    if (known) return known;
    const counter = { match: createFollowing(parsePattern(filter.pattern, invalidPattern)), minute: -1 };
    counters.set(filter, counter);
    return counter;
  };
  return ({ group, events }) => {
    for (const filter of group.metricFilters.values()) count(metrics, counterOf(filter), { filter, events });
  };
}

function count(
  metrics: MetricStore,
  counter: Counter,
  { filter, events }: { filter: MetricFilterEntry; events: readonly LogEvent[] },
): void {
  const matches = counter.match(events.map(({ message }) => message));
  for (const [index, { atMs }] of events.entries()) {
    const matched = matches[index] ?? null;
    const minute = Math.floor(atMs / minuteMs);
    if (matched || counter.minute < minute)
      for (const transformation of filter.transformations)
        put(metrics, transformation, { atMs, value: sampleOf(transformation, matched), matched });
    counter.minute = Math.max(counter.minute, minute);
  }
}

interface Sample {
  readonly atMs: number;
  readonly value: number | null;
  readonly matched: Matched | null;
}

function put(
  metrics: MetricStore,
  transformation: MetricTransformation,
  { atMs, value, matched }: Sample,
): void {
  const { metricNamespace: namespace = '', metricName: name = '', unit = 'None' } = transformation;
  const dimensions = matched ? dimensionsOf(transformation, matched) : {};
  if (value === null || dimensions === null) return;
  metrics.put({ namespace, name, dimensions, atMs, unit, value, count: 1 });
}

/** A number as it stands, or what a selector finds when that is a number. */
function sampleOf(
  { metricValue = '', defaultValue }: MetricTransformation,
  matched: Matched | null,
): number | null {
  if (!matched) return defaultValue ?? null;
  const found = metricValue.startsWith('$') ? matched.value(metricValue) : metricValue;
  const value = found === null || found === '' ? Number.NaN : Number(found);
  return Number.isFinite(value) ? value : null;
}

/** Null when one of them is not in the event: such an event gives no data point. */
function dimensionsOf(
  { dimensions = {} }: MetricTransformation,
  matched: Matched,
): MetricId['dimensions'] | null {
  const found = Object.entries(dimensions).map(
    ([name, selector]) => [name, matched.value(selector)] as const,
  );
  if (found.some(([, value]) => value === null || value === '')) return null;
  return Object.fromEntries(found.map(([name, value]) => [name, String(value)]));
}
