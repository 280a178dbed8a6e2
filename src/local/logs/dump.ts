/**
 * The logs as plain JSON. A world is written out at every change, so only the newest events are in it, up to a quarter of a
 * megabyte; everything else about groups is kept whole.
 */
import { bytesOf } from './bound';
import type { LogEvent, LogGroup, LogStream, QueryDefinitionEntry, ResourcePolicyEntry } from './store';

const keptBytes = 256 * 1024;
/** What a stream costs without its events. */
const streamBytes = 150;

export interface LogDump {
  /** Number of the event that came last. */
  readonly last: number;
  readonly groups: readonly DumpedGroup[];
  readonly policies: readonly ResourcePolicyEntry[];
  readonly definitions: readonly QueryDefinitionEntry[];
}

interface DumpedGroup extends Omit<LogGroup, 'streams' | 'metricFilters' | 'subscriptions'> {
  readonly metricFilters: readonly LogGroupFilter<'metricFilters'>[];
  readonly subscriptions: readonly LogGroupFilter<'subscriptions'>[];
  readonly streams: readonly DumpedStream[];
}

type LogGroupFilter<K extends 'metricFilters' | 'subscriptions'> =
  LogGroup[K] extends Map<string, infer Entry> ? Entry : never;

interface DumpedStream extends Omit<LogStream, 'events'> {
  readonly events: readonly (readonly [number: number, atMs: number, ingestedMs: number, message: string])[];
}

export function dumpGroups(groups: ReadonlyMap<string, LogGroup>): DumpedGroup[] {
  const streams = newestStreams([...groups.values()]);
  return [...groups.values()].map((group) => ({
    ...group,
    metricFilters: [...group.metricFilters.values()],
    subscriptions: [...group.subscriptions.values()],
    streams: [...group.streams.values()].flatMap((stream) => streams.get(stream) ?? []),
  }));
}

export const loadGroup = (dumped: DumpedGroup): LogGroup => ({
  ...dumped,
  metricFilters: new Map(dumped.metricFilters.map((entry) => [entry.name, entry])),
  subscriptions: new Map(dumped.subscriptions.map((entry) => [entry.name, entry])),
  streams: new Map(dumped.streams.map((stream) => [stream.name, loadStream(stream)])),
});

/** The streams that were written to last, each with its newest events, until the space is used up. */
function newestStreams(groups: readonly LogGroup[]): Map<LogStream, DumpedStream> {
  const streams = groups.flatMap((group) => [...group.streams.values()]);
  const newest = (stream: LogStream): number => stream.lastIngestedMs ?? stream.createdMs;
  const dumped = new Map<LogStream, DumpedStream>();
  let left = keptBytes;
  for (const stream of streams.sort((a, b) => newest(b) - newest(a))) {
    left -= streamBytes;
    if (left <= 0) break;
    const events = newestEvents(stream.events, left);
    left -= events.reduce((sum, event) => sum + bytesOf(event), 0);
    dumped.set(stream, {
      ...stream,
      events: events.map((event) => [event.number, event.atMs, event.ingestedMs, event.message]),
    });
  }
  return dumped;
}

function newestEvents(events: readonly LogEvent[], bytes: number): readonly LogEvent[] {
  let left = bytes;
  const tooOld = events.findLastIndex((event) => {
    left -= bytesOf(event);
    return left < 0;
  });
  return events.slice(tooOld + 1);
}

const loadStream = (dumped: DumpedStream): LogStream => ({
  ...dumped,
  events: dumped.events.map(([number, atMs, ingestedMs, message]) => ({ number, atMs, ingestedMs, message })),
});
