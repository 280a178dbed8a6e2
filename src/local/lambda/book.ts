/** Every function of the world with its versions and aliases; what the Lambda actions read and write. */

/** One version, or $LATEST. `config` has the members of the SDK's FunctionConfiguration that a user can set. */
export interface VersionEntry {
  readonly version: string;
  config: VersionConfig;
  revisionId: string;
  /** Epoch ms. */
  lastModifiedMs: number;
  state: 'Pending' | 'Active' | 'Inactive' | 'Failed';
  stateReason: string | null;
  stateReasonCode: string | null;
  /** Null where AWS leaves it out (while creating). */
  lastUpdateStatus: 'Successful' | 'Failed' | 'InProgress' | null;
  lastUpdateReason: string | null;
  lastUpdateReasonCode: string | null;
  /** What runs while an update is in progress: the code and configuration from before; else null. */
  serving: VersionConfig | null;
  /** Of a published version: $LATEST as it was then; publishing the same again gives this version. */
  publishedFrom?: VersionConfig;
}

export interface VersionConfig {
  readonly CodeSha256: string;
  readonly CodeSize: number;
  readonly Runtime: string;
  readonly Handler: string;
  readonly Role: string;
  readonly Description: string;
  /** Seconds. */
  readonly Timeout: number;
  readonly MemorySize: number;
  readonly Environment: Readonly<{ [name: string]: string }> | null;
  readonly Architectures: readonly string[];
  readonly EphemeralStorage: { readonly Size: number };
  readonly TracingConfig: { readonly Mode: string };
  readonly PackageType: string;
  readonly DeadLetterConfig: { readonly TargetArn: string } | null;
  readonly LoggingConfig: { readonly LogFormat: string; readonly LogGroup: string };
  readonly SnapStart: { readonly ApplyOn: string; readonly OptimizationStatus: string };
}

export interface AliasEntry {
  readonly name: string;
  version: string;
  /** At most one entry: version -> weight of 0 to 1. */
  weights: Readonly<{ [version: string]: number }>;
  description: string;
  revisionId: string;
}

export interface FunctionEntry {
  readonly name: string;
  readonly arn: string;
  latest: VersionEntry;
  /** Published versions by number. */
  readonly versions: Map<string, VersionEntry>;
  readonly aliases: Map<string, AliasEntry>;
  tags: Readonly<{ [key: string]: string }>;
  reservedConcurrency: number | null;
  /** Who may invoke, a document of its own for each qualifier; the unqualified function has the key `$LATEST`. */
  readonly policies: Map<string, PolicyEntry>;
  /** Function URLs, keyed as policies are. */
  readonly urls: Map<string, UrlEntry>;
  /** Provisioned concurrency by alias or version. */
  readonly provisioned: Map<string, ProvisionedEntry>;
}

export interface PolicyEntry {
  revisionId: string;
  statements: readonly PolicyStatement[];
}

export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Principal: string | Readonly<{ [kind: string]: string }>;
  readonly Action: string;
  readonly Resource: string;
  readonly Condition?: Readonly<{ [operator: string]: Readonly<{ [key: string]: string | boolean }> }>;
}

export interface UrlEntry {
  readonly FunctionUrl: string;
  readonly AuthType: string;
  readonly InvokeMode: string;
  readonly Cors: object | null;
  /** Epoch ms. */
  readonly createdMs: number;
}

export interface ProvisionedEntry {
  requested: number;
  available: number;
  status: 'IN_PROGRESS' | 'READY' | 'FAILED';
  reason: string | null;
  /** Epoch ms. */
  modifiedMs: number;
}

export interface EventSourceEntry {
  readonly uuid: string;
  /** The CreateEventSourceMapping input, with the SDK's names. */
  readonly definition: import('@aws-sdk/client-lambda').CreateEventSourceMappingCommandInput;
  readonly functionArn: string;
  state: string;
  /** Epoch ms. */
  modifiedMs: number;
}

export interface FunctionBook {
  readonly entries: Map<string, FunctionEntry>;
  /** Last version number ever used, by function name: numbers are not reused, even after delete and create. */
  readonly lastVersion: Map<string, number>;
  /** Event source mappings by UUID; they outlive their functions, as at AWS. */
  readonly eventSources: Map<string, EventSourceEntry>;
}
