/**
 * Where artifacts are kept at AWS and elsewhere: ports, under the contracts of ports.ts.
 */
import type { ImageBlob, Manifest, RepositoryAddress, SignedObject, StoredObject, Zip } from './code';

/** Zips in S3, each under a key that its digest names, so that nothing is uploaded twice. */
export interface Depot {
  /** Null when it is not there. `accessDenied` also for a bucket of another account. */
  find(place: DepotPlace): Promise<StoredObject | null>;
  /** In parts where it is large; each part is tried again by itself. `told` hears how many bytes have arrived. */
  put(place: DepotPlace, zip: Zip, told: (bytes: number) => void): Promise<StoredObject>;
  /** Makes the bucket, private and encrypted, with versions; one of the caller's own is left as it is. `alreadyExists` when it is somebody else's. */
  makeBucket(bucket: string): Promise<'made' | 'there'>;
}

export interface DepotPlace {
  readonly bucket: string;
  readonly key: string;
  /** Hex SHA-256 of the bytes. */
  readonly sha256: string;
  /** Twelve digits; nothing is written into, or read from, a bucket of somebody else. */
  readonly owner: string;
}

/** AWS Signer. Who signs keeps a record beside the code, so that nothing is signed twice: a second signature is another zip. */
export interface Signers {
  /** What stands in the way of signing anything there; null when nothing does. */
  obstacle(place: SigningPlace): Promise<'noProfile' | 'noBucket' | 'noVersions' | null>;
  /** What was signed before; null where nobody did. `badArtifact` for a record that none of us wrote. */
  find(zip: UnsignedZip): Promise<SignedObject | null>;
  /**
   * Starts a job and waits for it. Where somebody else signed the same at the same moment, it is theirs that counts.
   * `invalid` when the job fails, `stateTimeout` when it does not end, `interrupted` when it is stopped.
   */
  sign(zip: UnsignedZip, source: StoredObject, stop: AbortSignal): Promise<SignedObject>;
}

export interface SigningPlace {
  /** Of AWS Signer. */
  readonly profile: string;
  readonly bucket: string;
  /** Without slashes at its ends; may be empty. */
  readonly prefix: string;
  /** Twelve digits; nothing is written into, or read from, a bucket of somebody else. */
  readonly owner: string;
}

export interface UnsignedZip extends SigningPlace {
  /** Hex SHA-256 of the bytes without signature. */
  readonly sha256: string;
}

/** Who somebody is to a registry. */
export interface RegistryLogin {
  /** `<token>` where the password is a token that is exchanged for others. */
  readonly username: string;
  readonly password: string;
  /** Where the registry is asked; null where its host says so. */
  readonly url: string | null;
}

/** Container registries, by the HTTP API of the OCI distribution specification. */
export interface Registries {
  /** By tag or digest; null when there is none. The digest is checked. `badArtifact` for what is not what it says. */
  manifest(repository: RepositoryAddress, reference: string): Promise<Manifest | null>;
  has(repository: RepositoryAddress, digest: string): Promise<boolean>;
  /** From that byte on. `notFound` without it. Checked at its end when it is read from its first byte: `badArtifact`. */
  blob(repository: RepositoryAddress, digest: string, fromByte: number): AsyncIterable<Uint8Array>;
  /**
   * Streams it there unless it is there, goes on where a connection broke, and takes it from where the registry has it
   * already. `told` hears how many of its bytes have arrived. Ask for all blobs at once: a few are sent side by side.
   */
  push(repository: RepositoryAddress, blob: ImageBlob, told: (bytes: number) => void): Promise<void>;
  /** Under its digest, or a tag. `alreadyExists` where the tag may not move and names another image. */
  tag(repository: RepositoryAddress, reference: string, manifest: Manifest): Promise<void>;
}

/** Repositories of ECR: in the account and region of the release, or elsewhere by ARN. */
export interface Repositories {
  /** Null when there is none. */
  find(repository: string): Promise<Repository | null>;
  /** Tags that never move, and a scan of what is pushed. `alreadyExists` when somebody was first. */
  create(name: string, tags: Readonly<{ [name: string]: string }>): Promise<Repository>;
  /** Lets Lambda pull; what else the policy says stays. */
  letLambdaPull(repository: Repository): Promise<void>;
  /** Every image there, newest first. */
  images(repository: Repository): Promise<RepositoryImage[]>;
  /** Those that are not there are no error. */
  remove(repository: Repository, digests: readonly string[]): Promise<void>;
  /** What the scan of an image found; null while it is not done. */
  findings(repository: Repository, digest: string): Promise<Findings | null>;
}

export interface Repository {
  readonly arn: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  /** As Lambda takes it, without tag: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders`. */
  readonly uri: string;
}

export interface RepositoryImage {
  readonly digest: string;
  readonly tags: readonly string[];
  readonly pushedMs: number;
}

export type Severity = 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW';

export interface Findings {
  /** `COMPLETE`, or why there are none, such as `UNSUPPORTED_IMAGE`. */
  readonly status: string;
  readonly found: readonly { readonly name: string; readonly severity: string; readonly about: string }[];
}
