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
}

export interface FunctionBook {
  readonly entries: Map<string, FunctionEntry>;
  /** Last version number ever used, by function name: numbers are not reused, even after delete and create. */
  readonly lastVersion: Map<string, number>;
}
