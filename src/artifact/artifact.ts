import type { Digest } from '../core/values';

/** Bytes to run. The digest is the one Lambda will report as CodeSha256. */
export interface Artifact {
  readonly zip: Uint8Array;
  readonly digest: Digest;
  /** How many files are in it. */
  readonly files: number;
}
