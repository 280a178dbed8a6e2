/**
 * What shipit asks of Lambda and of the roles that functions run with: ports, under the contracts of ports.ts.
 */
import type { Code } from './code';
import type { FunctionConfig, FunctionSettings, LiveFunction, PublishedVersion } from './function';
import type { AliasRef, Digest, Percent } from './values';

/** Lambda functions. Waits are not in here: callers look again on the Clock. */
export interface Functions {
  /** Null when the function, or the version or alias named by the qualifier, is not there. 100 calls a second. */
  look(functionName: string, qualifier?: string): Promise<LiveFunction | null>;
  /**
   * $LATEST of many functions with few calls: pages of fifty when there are many, else one look a function. A function
   * that is not there has no entry. An environment that Lambda cannot decrypt is `accessDenied`.
   */
  latest(functionNames: readonly string[]): Promise<ReadonlyMap<string, PublishedVersion>>;
  /** `alreadyExists` when somebody was first: the lock of a first deploy. Answers while the function is Pending. */
  create(functionName: string, made: NewFunction): Promise<LiveFunction>;
  /** `preconditionFailed` when the revision is stale, `conflict` while another update runs. Answers InProgress. */
  update(functionName: string, change: FunctionChange, revisionId: string): Promise<LiveFunction>;
  /** The function with all its versions and aliases. One that is not there is no error. */
  remove(functionName: string): Promise<void>;
}

export interface NewFunction {
  readonly config: FunctionConfig;
  readonly code: Code;
  /** Those of shipit too. */
  readonly tags: Readonly<{ [name: string]: string }>;
  readonly codeSigning: string | null;
}

export type FunctionChange =
  | { readonly code: Code; readonly architecture: FunctionConfig['architecture'] }
  /** The whole configuration that is wanted, and the keys of it that are to be sent; the others are left alone. */
  | { readonly config: FunctionConfig; readonly keys: readonly (keyof FunctionConfig)[] };

/** Published versions: immutable, numbered, never used twice. */
export interface Versions {
  /** An unchanged $LATEST gives the version that exists. `invalid` when $LATEST has another digest. */
  publish(functionName: string, expect: PublishExpectation): Promise<LiveFunction>;
  /** Every published version, oldest first. */
  list(functionName: string): Promise<PublishedVersion[]>;
  /** The zip of a version, for showing which files differ; null for an image. */
  code(functionName: string, version: string): Promise<Uint8Array | null>;
  /** One that is not there is no error; `conflict` while an alias names it. */
  remove(functionName: string, version: string): Promise<void>;
  /** Whether durable executions still run on it: they replay on the version they started on. */
  isExecuting(functionName: string, version: string): Promise<boolean>;
}

export interface PublishExpectation {
  readonly digest: Digest;
  readonly revisionId: string;
  /** Null copies the description of $LATEST. */
  readonly description: string | null;
}

/** Aliases: the record and the weights, always read and written together. */
export interface Aliases {
  /** Null when there is no such alias. */
  read(ref: AliasRef): Promise<AliasState | null>;
  /** Every alias of a function, sorted by name; empty when it has none, and when there is no such function. */
  list(functionName: string): Promise<NamedAlias[]>;
  /** `alreadyExists` when somebody was first. */
  create(ref: AliasRef, target: AliasTarget): Promise<AliasState>;
  /** Writes all four fields at once. `preconditionFailed` when the revision is stale, `notFound` without the alias. */
  write(ref: AliasRef, target: AliasTarget, revisionId: string): Promise<AliasState>;
  /** One that is not there is no error. */
  remove(ref: AliasRef): Promise<void>;
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

export interface NamedAlias extends AliasState {
  readonly name: string;
}

/** Settings of a function as a whole. Each has its own call, so only what is asked for is read or written. */
export interface Settings {
  /** `logGroup` is where its logs go, null for the default. A function without log group keeps its logs for ever. */
  read(function_: SettingsOf, keys: readonly (keyof FunctionSettings)[]): Promise<Partial<FunctionSettings>>;
  /** Writes the keys of `wanted`. `tags` is the whole set that is wanted beside `before`, which names those to take away. */
  write(
    function_: SettingsOf,
    wanted: Partial<FunctionSettings>,
    before: Partial<FunctionSettings>,
  ): Promise<void>;
  /** Tags of shipit itself, added to those that are there. */
  mark(function_: SettingsOf, tags: Readonly<{ [name: string]: string }>): Promise<void>;
}

export interface SettingsOf {
  readonly functionName: string;
  /** Of the function, without version or alias. */
  readonly arn: string;
  readonly logGroup: string | null;
}

/** Layers: versions are immutable, numbered, and stay usable by functions that have them when they are removed. */
export interface Layers {
  /** Newest first; empty when there is no such layer. */
  versions(layerName: string): Promise<LayerVersion[]>;
  publish(layer: NewLayer): Promise<LayerVersion>;
  /** One that is not there is no error. */
  remove(layerName: string, version: number): Promise<void>;
}

export interface LayerVersion {
  readonly arn: string;
  readonly version: number;
  readonly description: string;
}

export interface NewLayer {
  readonly name: string;
  readonly content: Exclude<Code, { readonly imageUri: string }>;
  readonly description: string;
  readonly runtimes: readonly string[];
  readonly architectures: readonly string[];
  readonly license: string | null;
}

/** Execution roles. */
export interface Roles {
  /** Null when there is no such role. */
  read(roleName: string): Promise<Role | null>;
  /** `alreadyExists` when somebody was first. */
  create(role: Role): Promise<void>;
  /** Writes what differs from `before`: trust, the one inline policy, managed policies, boundary, tags. */
  update(role: Role, before: Role): Promise<void>;
  /** With its policies. One that is not there is no error. */
  remove(roleName: string): Promise<void>;
}

export interface Role {
  readonly name: string;
  /** `/` or `/teams/orders/`. */
  readonly path: string;
  /** Canonical JSON. */
  readonly trust: string;
  /** Canonical JSON of each inline policy, by name. */
  readonly policies: Readonly<{ [name: string]: string }>;
  /** ARNs, sorted. */
  readonly managed: readonly string[];
  readonly boundary: string | null;
  readonly tags: Readonly<{ [name: string]: string }>;
}

/** Provisioned concurrency of single versions. */
export interface Capacity {
  /** Null when the version has none. */
  read(functionName: string, version: string): Promise<CapacityState | null>;
  /** Answers before any of it is ready: look again. `conflict` while an alias that names the version has some of its own. */
  write(functionName: string, version: string, amount: number): Promise<void>;
  /** One that has none is no error. */
  remove(functionName: string, version: string): Promise<void>;
}

export interface CapacityState {
  readonly requested: number;
  readonly status: 'IN_PROGRESS' | 'READY' | 'FAILED';
  /** Why it failed; empty otherwise. */
  readonly because: string;
}

/** Runs one version once, for smoke tests and hooks. */
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

/** What reaches functions around their aliases: a canary would not move such traffic. */
export interface Triggers {
  /**
   * One answer per question, in the order asked; event sources of many functions with few calls. A function or alias
   * that is not there has none. What may not be read is named, never taken for absent.
   */
  look(questions: readonly TriggerQuestion[]): Promise<TriggerReading[]>;
}

export interface TriggerQuestion extends AliasRef {
  /** Whether provisioned concurrency is asked for: it matters to a split alone. */
  readonly provisioned: boolean;
}

export interface TriggerReading {
  /** One line each: event sources, the function URL and policy statements of the unqualified function. */
  readonly bypasses: readonly string[];
  /** Provisioned concurrency stands on the alias: it follows each write within minutes, not at once. False unless asked for. */
  readonly provisioned: boolean;
  /** The API actions for which access was denied, as IAM names them. */
  readonly unread: readonly string[];
}
