/**
 * The questions shipit asks the outside. Each has one real adapter (aws/, disk/, ui/) and one over the simulated
 * world (simulation/). What a caller may rely on stands here as a contract; errors are ShipitErrors by code.
 *
 * Common to every port that calls AWS: `accessDenied`, `expiredCredentials` and `throttled` had no effect;
 * `timedOut` and `unavailable` may or may not have had one (or may yet have); `invalid` is a refusal by AWS.
 */
import type { Event } from './events';
import type { FunctionConfig, LiveFunction, PublishedVersion } from './function';
import type { AliasRef, Digest, Percent } from './values';

/** Lambda functions and their versions. Waits are not in here: callers look again on the Clock. */
export interface Functions {
  /** Null when the function, or the version or alias named by the qualifier, is not there. 100 calls a second. */
  look(functionName: string, qualifier?: string): Promise<LiveFunction | null>;
  /** `alreadyExists` when somebody was first: the lock of a first deploy. Answers while the function is Pending. */
  create(functionName: string, config: FunctionConfig, zip: Uint8Array): Promise<LiveFunction>;
  /** `preconditionFailed` when the revision is stale, `conflict` while another update runs. Answers InProgress. */
  update(functionName: string, change: FunctionChange, revisionId: string): Promise<LiveFunction>;
  /** An unchanged $LATEST gives the version that exists. `invalid` when $LATEST has another digest. */
  publish(functionName: string, expect: PublishExpectation): Promise<LiveFunction>;
  /** Every published version, oldest first. */
  versions(functionName: string): Promise<PublishedVersion[]>;
}

export type FunctionChange =
  | { readonly code: Uint8Array }
  /** Only declared keys; what is absent is left alone. */
  | { readonly config: Partial<FunctionConfig> };

export interface PublishExpectation {
  readonly digest: Digest;
  readonly revisionId: string;
  readonly description: string;
}

/** Aliases: the record and the weights, always read and written together. */
export interface Aliases {
  /** Null when there is no such alias. */
  read(ref: AliasRef): Promise<AliasState | null>;
  /** `alreadyExists` when somebody was first. */
  create(ref: AliasRef, target: AliasTarget): Promise<AliasState>;
  /** Writes all four fields at once. `preconditionFailed` when the revision is stale, `notFound` without the alias. */
  write(ref: AliasRef, target: AliasTarget, revisionId: string): Promise<AliasState>;
}

export interface AliasTarget {
  /** The version that gets what the additional one does not. */
  readonly version: string;
  readonly additional: { readonly version: string; readonly weight: Percent } | null;
  readonly description: string;
}

export interface AliasState extends AliasTarget {
  readonly revisionId: string;
}

/** Runs one version once, for smoke tests. */
export interface Invoker {
  /** A function error is an answer, not an exception. `notFound` without the version. */
  invoke(functionName: string, qualifier: string, payload: string): Promise<Invocation>;
}

export interface Invocation {
  readonly executedVersion: string | null;
  /** `Handled` or `Unhandled` when the function failed, else null. */
  readonly functionError: string | null;
  readonly payload: string;
}

/** CloudWatch alarms of every kind. */
export interface Alarms {
  /** Unknown names are silently absent, as at AWS: the caller counts what came back. Any number of names. */
  read(names: readonly string[]): Promise<AlarmReading[]>;
}

export interface AlarmReading {
  readonly name: string;
  readonly state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
  readonly reason: string;
  /** Since when it has this state, epoch ms. */
  readonly sinceMs: number;
  /** Some of its data could not be read: such an alarm never counts as passed. */
  readonly partial: boolean;
  /** Length of the data it looks at; null for composite alarms. */
  readonly windowMs: number | null;
}

/** CloudWatch metrics, as sums per minute. */
export interface Metrics {
  /**
   * Invocations, Errors and Throttles of single versions behind an alias, summed over [fromMs, toMs).
   * One answer per question, in the order asked. A part that could not be read is `unavailable`, never a zero.
   */
  counts(questions: readonly CountQuestion[], fromMs: number, toMs: number): Promise<Counts[]>;
}

export interface CountQuestion extends AliasRef {
  readonly version: string;
}

export interface Counts {
  readonly invocations: number;
  readonly errors: number;
  readonly throttles: number;
}

/** Who calls, and until when. `noCredentials` when nobody is logged in. */
export interface Identity {
  whoami(): Promise<Caller>;
}

export interface Caller {
  readonly account: string;
  readonly arn: string;
  readonly region: string;
  /** Epoch ms; null when the credentials do not end. */
  readonly expiresAtMs: number | null;
}

/** What reaches a function around its alias: a canary would not move such traffic. */
export interface Triggers {
  /** A function or alias that is not there has none. What may not be read is named, never taken for absent. */
  look(ref: AliasRef): Promise<TriggerReading>;
}

export interface TriggerReading {
  /** One line each: event sources, the function URL and policy statements of the unqualified function. */
  readonly bypasses: readonly string[];
  /** Provisioned concurrency stands on the alias: it follows each write within minutes, not at once. */
  readonly provisioned: boolean;
  /** The API actions for which access was denied, as IAM names them. */
  readonly unread: readonly string[];
}

/** What happened in each release, append-only, each entry with the hash of the one before. */
export interface Journal {
  append(release: string, event: Event): Promise<void>;
  /** Oldest first; empty when there is none. */
  read(release: string): Promise<Event[]>;
}

/** Files below the project's folder. Paths are absolute. `badArtifact` for what is neither file nor folder. */
export interface Files {
  read(path: string): Promise<Uint8Array>;
  /** Null when there is nothing. Links are reported, never followed. */
  stat(path: string): Promise<FileStat | null>;
  /** Every file below a folder, sorted by path, as paths relative to it with `/`. */
  walk(path: string): Promise<FileStat[]>;
  /** Writes whole or not at all; makes the folder when it is missing. */
  write(path: string, bytes: string | Uint8Array): Promise<void>;
}

export interface FileStat {
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly size: number;
  readonly executable: boolean;
}

/** Time. Nothing else may ask what time it is or wait. */
export interface Clock {
  /** Wall time, epoch ms; may jump. */
  nowMs(): number;
  /** Never goes back; for measuring how long something took. */
  monotonicMs(): number;
  /** Calls back once after `ms`; the answer cancels. */
  after(ms: number, then: () => void): () => void;
}

/** Identifiers and chance. */
export interface Ids {
  /** Sorts by time. 26 characters. */
  ulid(): string;
  /** Eight hex digits. */
  nonce(): string;
  /** At least 0, below 1. */
  jitter(): number;
}

/** Where events go to be shown. Must not throw and must not wait. */
export interface Report {
  tell(event: Event): void;
}

/** All of them: what a story is given. */
export interface Ports {
  readonly functions: Functions;
  readonly aliases: Aliases;
  readonly invoker: Invoker;
  readonly alarms: Alarms;
  readonly metrics: Metrics;
  readonly identity: Identity;
  readonly triggers: Triggers;
  readonly journal: Journal;
  readonly files: Files;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly report: Report;
}
