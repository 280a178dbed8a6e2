/** Profiles of AWS Signer, its jobs, and which zips they have signed. */
import type { Kept } from '../kept';

export interface SignerBook extends Kept {
  /** By name. */
  readonly profiles: Map<string, SigningProfile>;
  readonly jobs: Map<string, SigningJob>;
  /** By digest of the signed zip (base64 SHA-256). */
  readonly signatures: Map<string, Signature>;
}

export interface SigningProfile {
  readonly name: string;
  readonly version: string;
  readonly arn: string;
  readonly versionArn: string;
  readonly platformId: string;
  readonly validity: { readonly value: number; readonly type: string };
  readonly tags: Readonly<{ [key: string]: string }>;
  status: 'Active' | 'Canceled';
}

export interface SigningJob {
  readonly id: string;
  readonly profile: SigningProfile;
  readonly source: SigningSource;
  readonly createdMs: number;
  /** World time at which it is over. */
  readonly overMs: number;
  /** What came of it: where the signed object is, or why there is none. */
  readonly result: { readonly bucketName: string; readonly key: string } | { readonly reason: string };
}

export interface SigningSource {
  readonly bucketName: string;
  readonly key: string;
  readonly version: string;
}

export interface Signature {
  readonly profileVersionArn: string;
  readonly jobArn: string;
  readonly expiresMs: number;
}

interface Dump {
  readonly profiles: readonly SigningProfile[];
  readonly jobs: readonly SigningJob[];
  readonly signatures: readonly (readonly [string, Signature])[];
}

export function createSignerBook(): SignerBook {
  const profiles = new Map<string, SigningProfile>();
  const jobs = new Map<string, SigningJob>();
  const signatures = new Map<string, Signature>();
  return {
    ...{ profiles, jobs, signatures },
    dump: (): Dump => ({
      profiles: [...profiles.values()],
      jobs: [...jobs.values()],
      signatures: [...signatures],
    }),
    load(dump) {
      const kept = dump as Dump;
      for (const profile of kept.profiles) profiles.set(profile.name, profile);
      for (const job of kept.jobs) jobs.set(job.id, job);
      for (const [digest, signature] of kept.signatures) signatures.set(digest, signature);
    },
    clear() {
      for (const map of [profiles, jobs, signatures]) map.clear();
    },
  };
}
