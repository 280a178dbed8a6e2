/** Logs in memory: bounded in bytes over the whole world, the events that came first going first. */
import type { Clock } from '../../core/ports';
import { bytesOf, dropOldest, totalBytes } from './bound';
import { dumpGroups, type LogDump, loadGroup } from './dump';
import { byPosition } from './ids';
import type { Arrival, LogEvent, LogGroup, LogLine, LogStore, LogStream, NewGroup } from './store';

export interface LogStoreOptions {
  readonly clock: Pick<Clock, 'nowMs'>;
  /** Bytes of events that are held. */
  readonly mostBytes: number;
}

const dayMs = 24 * 3_600_000;

const asLambdaMakes: NewGroup = {
  kmsKeyId: null,
  groupClass: 'STANDARD',
  deletionProtected: false,
  tags: {},
};

export const createLogStore = (options: LogStoreOptions): LogStore => new Memory(options);

class Memory implements LogStore {
  readonly groups: LogStore['groups'] = new Map();
  readonly policies: LogStore['policies'] = new Map();
  readonly definitions: LogStore['definitions'] = new Map();
  readonly queries: LogStore['queries'] = new Map();
  private readonly followers = new Set<(arrival: Arrival) => void>();
  private last = 0;
  /** At least what is held; counted anew when it reaches the bound, because streams and groups go without a word. */
  private bytes = 0;

  constructor(private readonly options: LogStoreOptions) {}

  addGroup(name: string, made: NewGroup): LogGroup {
    const group: LogGroup = {
      ...made,
      name,
      createdMs: this.nowMs(),
      retentionDays: null,
      streams: new Map(),
      metricFilters: new Map(),
      subscriptions: new Map(),
    };
    this.groups.set(name, group);
    return group;
  }

  addStream(group: LogGroup, name: string): LogStream {
    const createdMs = this.nowMs();
    const stream = { name, createdMs, events: [], firstMs: null, lastMs: null, lastIngestedMs: null };
    group.streams.set(name, stream);
    return stream;
  }

  put(groupName: string, streamName: string, lines: readonly LogLine[]): void {
    const group = this.groups.get(groupName) ?? this.addGroup(groupName, asLambdaMakes);
    const stream = group.streams.get(streamName) ?? this.addStream(group, streamName);
    const [first] = lines;
    if (!first) return;
    const { writerMs = null } = first;
    const ingestedMs = this.nowMs();
    const events = lines.map(({ atMs, message }) => {
      this.last += 1;
      return { number: this.last, atMs: Math.floor(atMs), ingestedMs, message };
    });
    events.sort(byPosition);
    insert(stream, events);
    this.bytes += totalBytes(events);
    this.keepWithinBounds();
    for (const follower of [...this.followers]) follower({ group, stream, events, writerMs });
  }

  streamsOf(group: LogGroup): readonly LogStream[] {
    const streams = [...group.streams.values()];
    if (group.retentionDays === null) return streams;
    const fromMs = this.nowMs() - group.retentionDays * dayMs;
    for (const stream of streams) {
      if ((stream.events[0]?.atMs ?? fromMs) >= fromMs) continue;
      stream.events = stream.events.filter((event) => event.atMs >= fromMs);
    }
    return streams;
  }

  follow(then: (arrival: Arrival) => void): () => void {
    this.followers.add(then);
    return () => this.followers.delete(then);
  }

  dump(): LogDump {
    return {
      last: this.last,
      groups: dumpGroups(this.groups),
      policies: [...this.policies.values()],
      definitions: [...this.definitions.values()],
    };
  }

  load(dump: unknown): void {
    const { last, groups, policies, definitions } = dump as LogDump;
    this.clear();
    this.last = last;
    for (const group of groups) this.groups.set(group.name, loadGroup(group));
    for (const policy of policies) this.policies.set(policy.name, policy);
    for (const definition of definitions) this.definitions.set(definition.id, definition);
    this.bytes = this.heldBytes();
  }

  clear(): void {
    for (const map of [this.groups, this.policies, this.definitions, this.queries]) map.clear();
    this.bytes = 0;
  }

  private nowMs(): number {
    return Math.floor(this.options.clock.nowMs());
  }

  private keepWithinBounds(): void {
    const { mostBytes } = this.options;
    if (this.bytes <= mostBytes) return;
    for (const group of this.groups.values()) this.streamsOf(group);
    this.bytes = this.heldBytes();
    const over = this.bytes - mostBytes;
    if (over > 0) this.bytes -= dropOldest(this.groups.values(), over + mostBytes / 8);
  }

  private heldBytes(): number {
    let bytes = 0;
    for (const { streams } of this.groups.values())
      for (const { events } of streams.values()) for (const event of events) bytes += bytesOf(event);
    return bytes;
  }
}

/** Nearly always at the end. */
function insert(stream: LogStream, events: readonly LogEvent[]): void {
  const [first] = events;
  const newest = events.at(-1);
  if (!first || !newest) return;
  const before = stream.events.at(-1);
  for (const event of events) stream.events.push(event);
  if (before && byPosition(first, before) < 0) stream.events.sort(byPosition);
  stream.firstMs = Math.min(stream.firstMs ?? first.atMs, first.atMs);
  stream.lastMs = Math.max(stream.lastMs ?? newest.atMs, newest.atMs);
  stream.lastIngestedMs = newest.ingestedMs;
}
