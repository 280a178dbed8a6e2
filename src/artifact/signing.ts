/** Code that AWS Signer signs: which it is, and by what digest Lambda knows it then. */
import type { ArtifactPlace } from '../config/code';
import type { SignedObject } from '../core/code';
import type { SigningPlace, UnsignedZip } from '../core/stores';
import { Digest } from '../core/values';
import type { Artifact } from './artifact';

export interface Signing {
  readonly profile: string;
  /** Null for what is yet to be signed. */
  readonly signed: SignedObject | null;
}

/** Null where nothing is to be signed, and without a bucket to sign it in. */
export function signingPlace(
  { bucket, prefix, signingProfile: profile }: ArtifactPlace,
  owner: string,
): SigningPlace | null {
  return bucket === null || profile === null ? null : { profile, bucket, prefix, owner };
}

export const unsignedZip = (place: SigningPlace, { digest }: Pick<Artifact, 'digest'>): UnsignedZip => ({
  ...place,
  sha256: Digest.hex(digest),
});

/** Images are not signed: AWS Signer signs zips alone. */
export const isSignable = ({ code }: Pick<Artifact, 'code'>): boolean => 'zip' in code;

/** As Lambda reports it; null for what is yet to be signed, which is like nothing that is there. */
export function reportedDigest({
  digest,
  signing,
}: {
  readonly digest: Digest;
  readonly signing?: Signing;
}): Digest | null {
  if (signing === undefined) return digest;
  return signing.signed?.digest ?? null;
}
