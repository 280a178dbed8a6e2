/** What is told of artifacts: how they are built, uploaded, pushed and proved. */

/** The state of the project that something was made of. Null where nobody knows. */
export interface Source {
  readonly commit: string | null;
  /** Files of the project are not as they were committed. */
  readonly dirty: boolean | null;
}

/** Versions of what builds, by name: `shipit`, `node`, `esbuild`. */
export type Tools = Readonly<{ [name: string]: string }>;

/** One thing that a scan found in an image. */
export interface FindingTold {
  readonly name: string;
  readonly severity: string;
  readonly about: string;
}

/** `same`: it runs what was built. `different`: it runs something else; `unknown` when nothing says what was built. */
export type Proof = 'same' | 'different' | 'unknown';

/** A package in a bundle, or the project's own code. */
export interface BundlePart {
  /** Null for the project's own. */
  readonly name: string | null;
  /** How much of it is in the bundle, and of how many files. */
  readonly bytes: number;
  readonly files: number;
}

export interface ArtifactShapes {
  /** What a bundle is made of, the largest first. */
  'bundle.analyzed': { key: string; bytes: number; parts: readonly BundlePart[] };
  /** It begins; told of what may take its time, and never journalled. */
  'artifact.building': { key: string; what: 'python' | 'image' | 'bundle' };
  /** One line that a program of the project wrote while it built. */
  'build.said': { key: string; line: string };
  'build.ran': { key: string; command: string; tookMs: number };
  /** On its way to S3 or to a registry: so many of all bytes have arrived. */
  'artifact.sending': { key: string; to: string; sentBytes: number; bytes: number };
  /** It is there; `sentBytes` is 0 where all of it was there before. */
  'artifact.sent': { key: string; to: string; sentBytes: number };
  /** By AWS Signer; `to` is where the signed zip lies. */
  'artifact.signed': { key: string; profile: string; to: string; digest: string };
  'image.scanned': { key: string; uri: string; status: string; findings: readonly FindingTold[] };
  /** Digests of images that nothing runs any more. */
  'images.pruned': { key: string; repository: string; images: readonly string[] };
  /** `named`: the project file names it already. */
  'bucket.kept': { bucket: string; what: 'made' | 'there'; named: boolean };
  /** A list of what is in an artifact was written, beside its manifest. */
  'sbom.written': { key: string; file: string; components: number };
  'audit.read': { key: string; by: string; findings: readonly FindingTold[] };
  'code.verified': {
    key: string;
    version: string;
    proof: Proof;
    /** Of what runs. */
    digest: string;
    because: string;
    /** `~ index.js`, `+ lib/new.js`, `- lib/old.js`, from what was built to what runs. */
    files: readonly string[];
  };
}
