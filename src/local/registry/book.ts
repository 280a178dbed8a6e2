/** Repositories of container images, their layers and uploads: what ECR keeps. Bytes lie in a store of blobs, manifests too. */
import type { ImageScanFinding as Finding } from '@aws-sdk/client-ecr';
import type { Kept } from '../kept';
import type { Blob, BlobStore } from '../objects/blobs';

export interface RegistryBook extends Kept, ImageLibrary {
  readonly repositories: Map<string, Repository>;
  readonly blobs: BlobStore;
  /** Of the registry as a whole, under the names of their operations: kept and given back. */
  readonly settings: Map<string, unknown>;
  /** What scans will find, by repository, or by repository and digest (`orders@sha256:…`). */
  readonly findings: Map<string, readonly Finding[]>;
  /** What passwords and addresses of layers are signed with; nobody else has it. */
  secret(): string;
}

/** The images of the registry as Lambda sees them. */
export interface ImageLibrary {
  /**
   * The image behind `<account>.dkr.ecr.<region>.amazonaws.com/<repository>` or `127.0.0.1:<port>/<repository>`, with
   * `:tag`, `@sha256:…` or both; null when it is not there.
   */
  resolve(uri: string): Promise<ResolvedImage | null>;
  /** Whether it would be found, without a look at it. */
  has(uri: string): boolean;
  /** The bytes of a layer as they were pushed, compressed or not; they stay while they are read. */
  readLayer(layer: ImageLayer): AsyncIterable<Uint8Array>;
}

export interface ResolvedImage {
  /** `sha256:` and 64 hex digits, of the manifest. */
  readonly digest: string;
  /** Of the manifest; an index has neither config nor layers. */
  readonly mediaType: string;
  /** Of config and layers, as they were pushed. */
  readonly sizeBytes: number;
  /** In Lambda's words, `x86_64` or `arm64`; any other as the image has it; empty when nothing says it. */
  readonly architecture: string;
  readonly repository: string;
  /** Empty for an index. */
  readonly configMediaType: string;
  readonly config: ImageConfig | null;
  /** From the lowest to the highest. */
  readonly layers: readonly ImageLayer[];
}

export interface ImageLayer {
  /** `sha256:` and 64 hex digits, of the bytes as they were pushed. */
  readonly digest: string;
  readonly mediaType: string;
  readonly size: number;
  /** Where the bytes lie; handed to `readLayer`. */
  readonly pieces: readonly Blob[];
}

/** The member `config` of an image's configuration, without what nobody runs by. */
export interface ImageConfig {
  readonly Env: readonly string[];
  readonly Entrypoint: readonly string[];
  readonly Cmd: readonly string[];
  readonly WorkingDir: string;
  readonly User: string;
}

export type TagMutability = 'MUTABLE' | 'IMMUTABLE' | 'MUTABLE_WITH_EXCLUSION' | 'IMMUTABLE_WITH_EXCLUSION';

export interface Repository {
  readonly name: string;
  readonly createdMs: number;
  mutability: TagMutability;
  /** Wildcards of tags for which the opposite holds. */
  exclusions: readonly string[];
  scanOnPush: boolean;
  readonly encryption: { readonly encryptionType: 'AES256' | 'KMS' | 'KMS_DSSE'; readonly kmsKey?: string };
  /** Texts of JSON. */
  policy: string | null;
  lifecycle: Lifecycle | null;
  preview: LifecyclePreview | null;
  resourceTags: Readonly<{ [key: string]: string }>;
  /** By digest. */
  readonly layers: Map<string, Layer>;
  /** By digest. */
  readonly images: Map<string, StoredImage>;
  /** Digest by tag. */
  readonly tags: Map<string, string>;
  readonly uploads: Map<string, Upload>;
}

export interface Lifecycle {
  readonly text: string;
  /** Null until it was evaluated. */
  evaluatedMs: number | null;
}

export interface LifecyclePreview {
  readonly text: string;
  readonly startedMs: number;
  readonly expired: readonly Expiry[];
}

export interface Expiry {
  readonly digest: string;
  readonly tags: readonly string[];
  readonly pushedMs: number;
  readonly priority: number;
}

export interface Layer {
  readonly digest: string;
  readonly size: number;
  readonly pieces: readonly Blob[];
}

export interface StoredImage {
  readonly digest: string;
  readonly mediaType: string;
  /** Media type of the config, or what the manifest says of itself. */
  readonly artifactType: string | null;
  readonly manifest: Blob;
  readonly pushedMs: number;
  pulledMs: number | null;
  /** Of config and layers. */
  readonly sizeBytes: number;
  /** Config and layers. */
  readonly layers: readonly string[];
  /** Images that an index names. */
  readonly children: readonly string[];
  readonly subject: string | null;
  scan: Scan | null;
}

export interface Scan {
  readonly startedMs: number;
  readonly findings: readonly Finding[];
}

export interface Upload {
  readonly id: string;
  readonly startedMs: number;
  readonly pieces: readonly Blob[];
  readonly size: number;
}
