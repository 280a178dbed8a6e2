/** Every function of the world with its versions and aliases; what the Lambda actions read and write. */
import type {
  CapacityProviderConfig,
  CreateEventSourceMappingCommandInput,
  DurableConfig,
  FileSystemConfig,
  FunctionScalingConfig,
  ImageConfig,
  RecursiveLoop,
  ResolvedS3Object,
  TenancyConfig,
  UpdateRuntimeOn,
} from '@aws-sdk/client-lambda';

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
  /** Epoch ms of its last invocation; absent when there was none. */
  usedMs?: number;
  /** When it goes over to a newer runtime; absent, automatically. */
  runtimeManagement?: { readonly UpdateRuntimeOn: UpdateRuntimeOn; readonly RuntimeVersionArn?: string };
  /** Of a version on managed instances. */
  scaling?: Readonly<FunctionScalingConfig>;
}

export interface VersionConfig {
  readonly CodeSha256: string;
  readonly CodeSize: number;
  /** Empty for an image, as its handler is. */
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
  readonly LoggingConfig: LoggingConfig;
  readonly SnapStart: { readonly ApplyOn: string; readonly OptimizationStatus: string };
  readonly VpcConfig?: VpcConfig;
  readonly FileSystemConfigs?: readonly FileSystemConfig[];
  readonly KMSKeyArn?: string;
  readonly Layers?: readonly { readonly Arn: string; readonly CodeSize: number }[];
  readonly ImageConfig?: ImageConfig;
  readonly DurableConfig?: Readonly<DurableConfig>;
  readonly CapacityProviderConfig?: Readonly<CapacityProviderConfig>;
  readonly TenancyConfig?: Readonly<TenancyConfig>;
  /** Of code that AWS Signer has signed. */
  readonly SigningProfileVersionArn?: string;
  readonly SigningJobArn?: string;
  /** Where the code came from, when it is not just a copy: GetFunction tells it, the configuration does not. */
  readonly Source?: CodeSource | null;
}

export interface LoggingConfig {
  readonly LogFormat: string;
  readonly LogGroup: string;
  /** Of the JSON format alone. */
  readonly ApplicationLogLevel?: string;
  readonly SystemLogLevel?: string;
}

export interface VpcConfig {
  readonly SubnetIds: readonly string[];
  readonly SecurityGroupIds: readonly string[];
  readonly VpcId: string;
  readonly Ipv6AllowedForDualStack: boolean;
}

/** With the names of FunctionCodeLocation. */
export interface CodeSource {
  readonly ImageUri?: string;
  readonly ResolvedImageUri?: string;
  /** An object that stays in its bucket: the function needs it for as long as it lives. */
  readonly ResolvedS3Object?: Readonly<ResolvedS3Object>;
  readonly SourceKMSKeyArn?: string;
}

/** What a version has for code. */
export type StoredCode = Pick<
  VersionConfig,
  'CodeSha256' | 'CodeSize' | 'Source' | 'SigningProfileVersionArn' | 'SigningJobArn'
>;

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
  /** `$LATEST.PUBLISHED` of a function on managed instances. */
  latestPublished?: VersionEntry;
  codeSigningConfigArn?: string;
  recursiveLoop?: RecursiveLoop;
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

/** Its revision id is that of the function, version or alias (recorded). */
export interface PolicyEntry {
  readonly statements: readonly PolicyStatement[];
  /** Of a document that was put as a whole. */
  readonly Version?: string;
  readonly Id?: string;
}

/** As AddPermission makes it; a document that was put as a whole may say more. */
export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: string | Readonly<{ [kind: string]: string | readonly string[] }>;
  readonly Action?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<{ [operator: string]: Readonly<{ [key: string]: unknown }> }>;
}

export interface UrlEntry {
  readonly FunctionUrl: string;
  readonly AuthType: string;
  readonly InvokeMode: string;
  readonly Cors: object | null;
  /** Epoch ms. */
  readonly createdMs: number;
  /** Epoch ms; absent when it was never updated. */
  readonly modifiedMs?: number;
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
  /** The CreateEventSourceMapping input with all updates, with the SDK's names. */
  definition: CreateEventSourceMappingCommandInput;
  functionArn: string;
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
