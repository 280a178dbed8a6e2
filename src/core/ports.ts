/**
 * The questions shipit asks the outside; those about functions stand in lambda.ts. Each has one real adapter and one over the
 * simulated world. What a caller may rely on stands here as a contract; errors are ShipitErrors by code.
 *
 * Common to every port that calls AWS: `accessDenied`, `expiredCredentials` and `throttled` had no effect;
 * `timedOut` and `unavailable` may or may not have had one (or may yet have); `invalid` is a refusal by AWS.
 */
import type { Bundler, Staging } from './building';
import type { Event } from './events';
import type { Files } from './files';
import type {
  Aliases,
  Capacity,
  Functions,
  Invoker,
  Layers,
  Roles,
  Settings,
  Triggers,
  Versions,
} from './lambda';
import type { Cache, Packing } from './packing';
import type { Depot, Registries, Repositories, Signers } from './stores';
import type { AliasRef } from './values';

export type { FileDigest, FileStat, Files } from './files';

/** What references of a project file lead to. Null when it is not there. */
export interface Lookups {
  /** `secret` when it is a SecureString. */
  parameter(name: string): Promise<{ readonly value: string; readonly secret: boolean } | null>;
  secret(name: string): Promise<string | null>;
  stackOutput(stack: string, output: string): Promise<string | null>;
  object(bucket: string, key: string): Promise<Uint8Array | null>;
}

/** CloudWatch alarms of every kind. */
export interface Alarms {
  /** Unknown names are silently absent, as at AWS: the caller counts what came back. Any number of names. */
  read(names: readonly string[]): Promise<AlarmReading[]>;
  /** Names of all alarms that begin so. */
  named(prefix: string): Promise<string[]>;
  /** Makes it, or writes its whole definition; its state stays until it is evaluated again. */
  put(alarm: AlarmDefinition): Promise<void>;
  /** Those that are not there are no error. Any number of names. */
  remove(names: readonly string[]): Promise<void>;
}

/** An alarm that shipit makes. */
export interface AlarmDefinition extends AliasRef {
  readonly name: string;
  readonly kind: 'errors' | 'throttles' | 'p99';
  /** Of the one version behind the alias; null for all that goes through it. */
  readonly version: string | null;
  /** Percent of failed requests, throttled requests a minute, or milliseconds: in ALARM above it. */
  readonly threshold: number;
  /** In ALARM once it was above in so many of the last minutes that it looks at. */
  readonly breaching: number;
  readonly minutes: number;
  readonly description: string;
  /** Given to an alarm that is made; one that is there keeps its own. */
  readonly tags: Readonly<{ [name: string]: string }>;
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
   * Invocations and Errors of single versions behind an alias, summed over [fromMs, toMs).
   * One answer per question, in the order asked. A part that could not be read is `unavailable`, never a zero.
   */
  counts(questions: readonly CountQuestion[], fromMs: number, toMs: number): Promise<Counts[]>;
}

export interface CountQuestion extends AliasRef {
  readonly version: string;
  /** How long requests took is asked, too. */
  readonly latency?: true;
}

export interface Counts {
  readonly invocations: number;
  readonly errors: number;
  /** 99 of 100 requests took no longer, in the last minute with requests; absent where there were none, or nobody asked. */
  readonly p99Ms?: number;
}

/** Who calls, and until when. `noCredentials` when nobody is logged in. */
export interface Identity {
  whoami(): Promise<Caller>;
}

export interface Caller {
  readonly account: string;
  readonly arn: string;
  readonly region: string;
  /** Epoch ms; null when the credentials do not end, are renewed in time, or do not say. */
  readonly expiresAtMs: number | null;
  /** A key of a user that others can read, or a session that does not say when it ends. */
  readonly worry: 'longLivedInCi' | 'endUnknown' | 'endUnknownInCi' | null;
}

/** What happened in each release, append-only, each entry with the hash of the one before. A write is `timedOut` after 2 s of real time, and may be done yet. */
export interface Journal {
  append(release: string, event: Event): Promise<void>;
  /** Oldest first; empty when there is none. */
  read(release: string): Promise<Event[]>;
  /** Ids of the releases that are kept, newest first. */
  releases(): Promise<string[]>;
}

/** Other programs of this machine, never through a shell. */
export interface Processes {
  /**
   * Null when there is no such program. `timedOut` when it does not end in time, and `interrupted` when it is stopped:
   * it is killed with all that it started. `unavailable` when the system cannot start one.
   */
  run(argv: readonly string[], options: RunOptions): Promise<Ran | null>;
}

export interface RunOptions {
  /** Absolute. */
  readonly cwd: string;
  readonly timeoutMs: number;
  /** What it reads on its standard input; null for nothing. */
  readonly input: string | null;
  /** Whether it may act as the caller. */
  readonly credentials: boolean;
  /** Variables beside those of the environment; one that is undefined is taken away. */
  readonly variables: Readonly<{ [name: string]: string | undefined }>;
  readonly stop?: AbortSignal;
  /** Hears each line as it is written, of both streams. */
  readonly hear?: (line: string) => void;
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** HTTP to whoever the project file names. */
export interface Web {
  /**
   * Any status is an answer. `timedOut`, `interrupted` when it is stopped, `unavailable` when nobody answers, `refused` for an address that is no http(s)
   * or that only a machine of AWS may ask (link-local). Redirects are not followed. Bodies are cut at 1 MB, or at `mostBytes`.
   */
  request(request: WebRequest): Promise<WebAnswer>;
}

export interface WebRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<{ [name: string]: string }>;
  readonly body: string | null;
  readonly timeoutMs: number;
  readonly mostBytes?: number;
  readonly stop?: AbortSignal;
}

export interface WebAnswer {
  readonly status: number;
  readonly body: string;
}

/** Word to people and machines that subscribed at AWS. */
export interface Bulletins {
  /** SNS. */
  publish(topicArn: string, subject: string, text: string): Promise<void>;
  /** EventBridge, source `shipit`. */
  put(bus: string, detailType: string, detail: object): Promise<void>;
}

/** Those whom the project names, told of its releases. A notice that fails disturbs nobody: neither of these throws. */
export interface Notices {
  /** Takes what a release tells. What is worth a notice is sent beside it; nobody waits. */
  hear(release: string, event: Event): void;
  /** Once all that was sent has arrived or failed, or after 5 s. */
  settled(): Promise<void>;
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
  readonly versions: Versions;
  readonly settings: Settings;
  readonly layers: Layers;
  readonly roles: Roles;
  readonly lookups: Lookups;
  readonly aliases: Aliases;
  readonly capacity: Capacity;
  readonly invoker: Invoker;
  readonly alarms: Alarms;
  readonly metrics: Metrics;
  readonly identity: Identity;
  readonly triggers: Triggers;
  readonly journal: Journal;
  readonly files: Files;
  readonly packing: Packing;
  readonly cache: Cache;
  readonly bundler: Bundler;
  readonly staging: Staging;
  readonly processes: Processes;
  readonly web: Web;
  readonly registries: Registries;
  readonly bulletins: Bulletins;
  readonly depot: Depot;
  readonly signers: Signers;
  readonly repositories: Repositories;
  readonly notices: Notices;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly report: Report;
}
