/**
 * CloudWatch Logs as values: groups, their streams, and the events in them. What happens to an event that comes in beyond
 * being kept (metrics, subscriptions, live tails) is told to followers.
 */
import type { MetricTransformation } from '@aws-sdk/client-cloudwatch-logs';
import type { Kept } from '../kept';
import type { Query } from './queries';

/** An event as it is handed in. */
export interface LogLine {
  readonly atMs: number;
  readonly message: string;
  /** What the writer's clock shows, where that is not the world's: a function's process has the machine's. */
  readonly writerMs?: number;
}

export interface LogEvent extends Omit<LogLine, 'writerMs'> {
  /** Rises with every event of the world: events of one millisecond are in the order in which they came. */
  readonly number: number;
  readonly ingestedMs: number;
}

export interface LogStream {
  readonly name: string;
  readonly createdMs: number;
  /** By time, then by number. Replaced, never changed in place, when events go. */
  events: LogEvent[];
  /** Of every event that it ever had. */
  firstMs: number | null;
  lastMs: number | null;
  lastIngestedMs: number | null;
}

export interface LogGroup {
  readonly name: string;
  readonly createdMs: number;
  readonly kmsKeyId: string | null;
  readonly groupClass: string;
  deletionProtected: boolean;
  /** Null keeps events for ever. */
  retentionDays: number | null;
  tags: Readonly<{ [key: string]: string }>;
  readonly streams: Map<string, LogStream>;
  readonly metricFilters: Map<string, MetricFilterEntry>;
  readonly subscriptions: Map<string, SubscriptionEntry>;
}

export interface MetricFilterEntry {
  readonly name: string;
  readonly pattern: string;
  readonly transformations: readonly MetricTransformation[];
  readonly createdMs: number;
}

export interface SubscriptionEntry {
  readonly name: string;
  readonly pattern: string;
  readonly destinationArn: string;
  readonly roleArn: string | null;
  readonly distribution: string;
  readonly createdMs: number;
}

export interface ResourcePolicyEntry {
  readonly name: string;
  readonly document: string;
  readonly updatedMs: number;
}

export interface QueryDefinitionEntry {
  readonly id: string;
  readonly name: string;
  readonly queryString: string;
  readonly logGroupNames: readonly string[];
  readonly modifiedMs: number;
}

/** Events that have just come into one stream. */
export interface Arrival {
  readonly group: LogGroup;
  readonly stream: LogStream;
  /** By time, then by number. */
  readonly events: readonly LogEvent[];
  /** What the clock of their writer shows now, when it has one of its own. */
  readonly writerMs: number | null;
}

export interface NewGroup {
  readonly kmsKeyId: string | null;
  readonly groupClass: string;
  readonly deletionProtected: boolean;
  readonly tags: Readonly<{ [key: string]: string }>;
}

export interface LogStore extends Kept {
  readonly groups: Map<string, LogGroup>;
  readonly policies: Map<string, ResourcePolicyEntry>;
  readonly definitions: Map<string, QueryDefinitionEntry>;
  /** Oldest first; they end with the process. */
  readonly queries: Map<string, Query>;
  addGroup(name: string, made: NewGroup): LogGroup;
  addStream(group: LogGroup, name: string): LogStream;
  /** Makes the group and the stream when they are not there, as Lambda does for its functions. */
  put(group: string, stream: string, events: readonly LogLine[]): void;
  /** Drops what is older than the group's retention, then answers its streams. */
  streamsOf(group: LogGroup): readonly LogStream[];
  /** Told of each arrival once it is kept. Must not throw. The answer ends it. */
  follow(then: (arrival: Arrival) => void): () => void;
}
