import type { Code } from '../core/lambda';
import type { Digest } from '../core/values';

/** What runs, ready to be uploaded. */
export interface Artifact {
  /** Null once it was let go of: a rollout may wait for hours, and nobody needs the bytes of hundreds of functions then. */
  code: Code | null;
  /** The one Lambda will report as CodeSha256: base64 of a zip's SHA-256, the hex digest of an image. */
  readonly digest: Digest;
  /** How many files are in it; 0 for an image. */
  readonly files: number;
  /** Of the zip; 0 for an image. */
  readonly bytes: number;
  /** Of all files together; 0 for an image. */
  readonly unzippedBytes: number;
}
