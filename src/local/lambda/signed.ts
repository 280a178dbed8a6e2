/** What a version shows of who has signed its code. */
import type { World } from '../world';
import type { StoredCode, VersionConfig } from './book';

/** What a version shows of the signature of its code; nothing of code that nobody has signed. */
export function signatureOf({ signer }: World, digest: string): Pick<StoredCode, SignatureMember> {
  const signature = signer.signatures.get(digest);
  return signature
    ? { SigningProfileVersionArn: signature.profileVersionArn, SigningJobArn: signature.jobArn }
    : {};
}

type SignatureMember = 'SigningProfileVersionArn' | 'SigningJobArn';

/** Code that is there, to be laid under other code: that need not be signed. */
export function unsigned(config: VersionConfig): VersionConfig {
  const { SigningProfileVersionArn: _profile, SigningJobArn: _job, ...rest } = config;
  return rest;
}
