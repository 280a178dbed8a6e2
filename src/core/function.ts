import type { Secret } from './secret';
import type { Digest } from './values';

/**
 * What a version is made of beside its code, each key in the units of AWS. A project file declares some of the keys;
 * a key that it leaves out is left alone. Null is "none" where AWS knows such a thing.
 */
export interface FunctionConfig {
  /** Only when the function is made. */
  readonly packageType: 'Zip' | 'Image';
  /** Changed with the code, not with the configuration. */
  readonly architecture: 'x86_64' | 'arm64';
  /** Empty for an image. */
  readonly runtime: string;
  /** Empty for an image. */
  readonly handler: string;
  readonly role: string;
  /** Of $LATEST; a version has its own, and is compared by it only where the project file declares one. */
  readonly description: string;
  /** MB. */
  readonly memorySize: number;
  /** Seconds. */
  readonly timeout: number;
  /** MB of /tmp. */
  readonly ephemeralStorage: number;
  readonly environment: Environment;
  /** ARNs of layer versions, in their order. */
  readonly layers: readonly string[];
  readonly vpc: Vpc | null;
  readonly fileSystem: FileSystem | null;
  /** ARN of a queue or topic. */
  readonly deadLetterQueue: string | null;
  /** ARN of the key for the environment. */
  readonly kmsKey: string | null;
  readonly tracing: 'Active' | 'PassThrough';
  readonly snapStart: 'PublishedVersions' | 'None';
  readonly logFormat: 'Text' | 'JSON';
  /** Of JSON logs; null is AWS's default, INFO. Text logs have none. */
  readonly applicationLogLevel: string | null;
  readonly systemLogLevel: string | null;
  /** Null is AWS's default, `/aws/lambda/<name>`. */
  readonly logGroup: string | null;
  readonly imageConfig: ImageConfig | null;
  readonly durable: Durable | null;
  /** Only when the function is made. */
  readonly tenancy: 'PER_TENANT' | null;
  readonly capacityProvider: CapacityProvider | null;
}

/** A secret among the values is a Secret; what is read from AWS is plain text. */
export type Environment = Readonly<{ [name: string]: string | Secret }>;

export interface Vpc {
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  readonly ipv6: boolean;
}

export interface FileSystem {
  /** An access point of EFS or of S3 Files. */
  readonly arn: string;
  readonly localMountPath: string;
  /** Of S3 Files alone. */
  readonly directS3Read: 'ENABLED' | 'DISABLED' | 'AUTO' | null;
}

export interface ImageConfig {
  readonly entryPoint: readonly string[];
  readonly command: readonly string[];
  readonly workingDirectory: string | null;
}

export interface Durable {
  readonly executionTimeoutS: number;
  /** Days; null is AWS's default. */
  readonly retentionPeriod: number | null;
  readonly kmsKey: string | null;
}

export interface CapacityProvider {
  readonly arn: string;
  readonly maxConcurrency: number | null;
  readonly memoryGiBPerVCpu: number | null;
}

/** What a key is when nobody ever set it: what `null` in a project file means. */
export const awsDefaults = {
  packageType: 'Zip',
  architecture: 'x86_64',
  description: '',
  memorySize: 128,
  timeout: 3,
  ephemeralStorage: 512,
  environment: {},
  layers: [],
  vpc: null,
  fileSystem: null,
  deadLetterQueue: null,
  kmsKey: null,
  tracing: 'PassThrough',
  snapStart: 'None',
  logFormat: 'Text',
  applicationLogLevel: null,
  systemLogLevel: null,
  logGroup: null,
  imageConfig: null,
  durable: null,
  tenancy: null,
  capacityProvider: null,
} as const satisfies Omit<FunctionConfig, 'runtime' | 'handler' | 'role'>;

/** Settings of the function as a whole: no part of a version, so they hold at once for all of them and do not go back. */
export interface FunctionSettings {
  /** Without those that AWS itself sets (`aws:`) and those of shipit (`shipit:`). */
  readonly tags: Readonly<{ [name: string]: string }>;
  /** Null takes from what the account has in common. */
  readonly reservedConcurrency: number | null;
  readonly recursion: 'Allow' | 'Terminate';
  /** ARN of a code signing configuration. */
  readonly codeSigning: string | null;
  readonly runtimeManagement: RuntimeManagement;
  /** Days that its log group keeps events; null is for ever. */
  readonly logRetention: number | null;
}

export interface RuntimeManagement {
  readonly mode: 'Auto' | 'FunctionUpdate' | 'Manual';
  /** The version of the runtime, with Manual alone. */
  readonly arn: string | null;
}

export const settingDefaults = {
  tags: {},
  reservedConcurrency: null,
  recursion: 'Terminate',
  codeSigning: null,
  runtimeManagement: { mode: 'Auto', arn: null },
  logRetention: null,
} as const satisfies FunctionSettings;

export interface PublishedVersion {
  readonly version: string;
  readonly digest: Digest;
  /** Bytes of the zip; 0 for an image. */
  readonly codeBytes: number;
  readonly config: FunctionConfig;
}

/** What Lambda says about a function, a version, or the version an alias serves. */
export interface LiveFunction extends PublishedVersion {
  /** Of the function, without the version or alias that was asked for. */
  readonly arn: string;
  readonly revisionId: string;
  readonly state: string;
  /** Null where Lambda leaves it out, as while creating. */
  readonly lastUpdate: string | null;
  /** Why it is in that state, for people. */
  readonly because: string | null;
  /** All tags of the function, those of AWS and of shipit too; null when they may not be read. */
  readonly tags: Readonly<{ [name: string]: string }> | null;
  readonly reservedConcurrency: number | null;
}
