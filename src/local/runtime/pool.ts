/** Runs function code: each version in processes of its own that talk the Lambda Runtime API. */
import type { VersionEntry } from '../lambda/book';

export interface Runtime {
  /** Never throws for what the function does; throws AwsError for what Lambda itself refuses. */
  run(call: RuntimeCall): Promise<RuntimeResult>;
  /**
   * Starts as many environments of a version as it is to keep, within the bounds of this machine. False when its code
   * cannot start; throws as `run` does.
   */
  provision(of: Provision): Promise<boolean>;
  /** Ends every process of the world. */
  close(): Promise<void>;
}

export type Provision = Pick<RuntimeCall, 'functionName' | 'version'>;

export interface RuntimeCall {
  readonly functionName: string;
  /** As the function sees it in its context: with the alias when it was called by one. */
  readonly invokedArn: string;
  readonly version: VersionEntry;
  readonly payload: Uint8Array;
  readonly requestId: string;
  /** Base64, handed on as it came. */
  readonly clientContext: string | null;
  /**
   * Given each piece of a streamed response as it comes; the payload is then empty, unless it is the error that ended
   * the stream. When absent, such a response is gathered into the payload. One that is not streamed is all payload.
   */
  readonly stream?: (piece: Uint8Array, contentType: string) => void;
}

export interface RuntimeResult {
  readonly payload: Uint8Array;
  /** `Unhandled` when the function failed, else null. */
  readonly functionError: string | null;
  /** The last 4 KB of what it logged, with START, END and REPORT lines. */
  readonly logTail: string;
  /** Real milliseconds. */
  readonly durationMs: number;
  /** Real milliseconds of a cold start, else null. */
  readonly initMs: number | null;
}
