/**
 * Metrics embedded in log events: docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/
 * CloudWatch_Embedded_Metric_Format_Specification.html. What does not fit the specification gives no metric, and no error.
 */
import type { MetricId, MetricPoint } from '../metrics/store';

type Members = { readonly [name: string]: unknown };

interface Directive {
  readonly namespace: string;
  readonly dimensionSets: readonly MetricId['dimensions'][];
  readonly metrics: readonly Members[];
}

const most = { dimensions: 30, metrics: 100, values: 100, nameLength: 1024, namespaceLength: 255 } as const;
const pastMs = 14 * 24 * 3_600_000;
const futureMs = 2 * 3_600_000;

const units = new Set(
  ['Seconds', 'Microseconds', 'Milliseconds', 'Percent', 'Count', 'Count/Second', 'None'].concat(
    ['Bytes', 'Kilobytes', 'Megabytes', 'Gigabytes', 'Terabytes', 'Bits', 'Kilobits', 'Megabits']
      .concat(['Gigabits', 'Terabits'])
      .flatMap((unit) => [unit, `${unit}/Second`]),
  ),
);

interface Times {
  /** World time. */
  readonly nowMs: number;
  /** The writer's clock at that time, when it has one of its own. */
  readonly writerMs: number | null;
}

/** No function runs longer, so what its clock showed during an invocation is no older. */
const longestRunMs = 15 * 60_000;
const roundingMs = 1000;

/**
 * A function reads its own clock, which a fast world leaves behind. What that clock has shown lately is taken to the
 * world's time. A time of the world, out of an event, is ahead of the clock of the function and stays.
 */
function worldTimeOf(atMs: number, { nowMs, writerMs }: Times): number {
  if (writerMs === null || atMs < writerMs - longestRunMs || atMs > writerMs + roundingMs) return atMs;
  return atMs + nowMs - writerMs;
}

/** Data points of one message. */
export function embeddedMetrics(message: string, times: Times): MetricPoint[] {
  const root = parse(message);
  const metadata = asMembers(root?._aws);
  if (!root || !metadata) return [];
  const { Timestamp: saidMs, CloudWatchMetrics: directives } = metadata;
  if (typeof saidMs !== 'number') return [];
  const atMs = worldTimeOf(saidMs, times);
  if (!(atMs >= times.nowMs - pastMs && atMs <= times.nowMs + futureMs)) return [];
  return asList(directives).flatMap((directive) => {
    const read = readDirective(root, asMembers(directive));
    return read ? pointsOf(root, read, atMs) : [];
  });
}

/** An event is JSON, after the prefix that Lambda gives to lines of text at most. */
function parse(message: string): Members | null {
  if (!message.includes('"CloudWatchMetrics"')) return null;
  const text = message.replace(/^\S+Z\t\S+\t(?:[A-Z]+\t)?(?=\{)/, '');
  if (!/^\s*\{/.test(text)) return null;
  try {
    return asMembers(JSON.parse(text));
  } catch {
    return null;
  }
}

function readDirective(root: Members, directive: Members | null): Directive | null {
  const namespace = directive?.Namespace;
  if (!directive || !isName(namespace, most.namespaceLength) || /^(AWS\/|:)/.test(namespace)) return null;
  const sets = asList(directive.Dimensions).map((names) => dimensionsOf(root, names));
  const metrics = asList(directive.Metrics).map(asMembers).slice(0, most.metrics);
  return { namespace, dimensionSets: sets.filter(isThere), metrics: metrics.filter(isThere) };
}

/** Null when a name has no text in the event. */
function dimensionsOf(root: Members, names: unknown): MetricId['dimensions'] | null {
  if (!Array.isArray(names) || names.length > most.dimensions) return null;
  const entries = names.map((name) => [name, typeof name === 'string' ? root[name] : null] as const);
  if (!entries.every(([, value]) => isName(value, most.nameLength))) return null;
  return Object.fromEntries(entries as (readonly [string, string])[]);
}

function pointsOf(
  root: Members,
  { namespace, dimensionSets, metrics }: Directive,
  atMs: number,
): MetricPoint[] {
  const points: MetricPoint[] = [];
  for (const { Name: name, Unit, StorageResolution } of metrics) {
    if (!isName(name, most.nameLength)) continue;
    const unit = typeof Unit === 'string' && units.has(Unit) ? Unit : 'None';
    const metric = { namespace, name, unit, atMs, count: 1, highResolution: StorageResolution === 1 };
    for (const value of valuesOf(root[name]))
      for (const dimensions of dimensionSets) points.push({ ...metric, dimensions, value });
  }
  return points;
}

const valuesOf = (value: unknown): number[] =>
  (Array.isArray(value) ? value.slice(0, most.values) : [value]).filter(
    (each): each is number => typeof each === 'number' && Math.abs(each) <= 2 ** 360,
  );

const isName = (value: unknown, longest: number): value is string =>
  typeof value === 'string' &&
  value.trim() !== '' &&
  value.length <= longest &&
  !/[\u0000-\u001f]/.test(value);

const isThere = <T>(value: T | null): value is T => value !== null;

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const asMembers = (value: unknown): Members | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : null;
