import type { BundlePart } from '../core/built';
import type { BuiltImage, Zip } from '../core/code';
import type { Digest } from '../core/values';
import type { Signing } from './signing';

export interface Remark {
  readonly what: string;
  readonly hint: string;
}

/** What runs, known to its last byte before any of it is uploaded. */
export interface Artifact {
  /** A zip, an image that is in its repository, or one that is yet to be pushed. */
  readonly code: { readonly zip: Zip } | { readonly imageUri: string } | { readonly image: BuiltImage };
  /** The one Lambda will report as CodeSha256, unless it is signed: base64 of a zip's SHA-256, the hex digest of an image. */
  readonly digest: Digest;
  /** Absent where it is sent unsigned. */
  readonly signing?: Signing;
  /** How many files are in it, or were added to the base of an image; 0 where nobody knows. */
  readonly files: number;
  /** Of the zip, or of all that an image has to be pushed with; 0 for one that is there. */
  readonly bytes: number;
  /** Of all files together; 0 for an image. */
  readonly unzippedBytes: number;
  /** It was made before, of the same files. */
  readonly reused: boolean;
  /** What somebody should know who built it; nothing is wrong with it. */
  readonly remarks?: readonly Remark[];
  /** What a bundle is made of, the largest first; absent for all else. */
  readonly parts?: readonly BundlePart[];
}
