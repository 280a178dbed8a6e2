import type { Digest } from './values';

/** What a project file can say about a function's configuration, in the units of AWS. */
export interface FunctionConfig {
  readonly runtime: string;
  readonly handler: string;
  readonly role: string;
  readonly memorySize: number;
  /** Seconds. */
  readonly timeout: number;
  readonly environment: Readonly<{ [name: string]: string }>;
}

/** What a key is when nobody ever set it: what `null` in a project file means. */
export const awsDefaults = {
  memorySize: 128,
  timeout: 3,
  environment: {},
} as const satisfies Partial<FunctionConfig>;

export interface PublishedVersion {
  readonly version: string;
  readonly digest: Digest;
  readonly config: FunctionConfig;
  /** ARN of the dead-letter queue; an alias with two versions demands the same for both. */
  readonly deadLetter: string | null;
}

/** What Lambda says about a function, a version, or the version an alias serves. */
export interface LiveFunction extends PublishedVersion {
  readonly arn: string;
  readonly revisionId: string;
  readonly state: string;
  /** Null where Lambda leaves it out, as while creating. */
  readonly lastUpdate: string | null;
  /** Why it is in that state, for people. */
  readonly because: string | null;
}
