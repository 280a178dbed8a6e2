/** What Lambda runs, as values: where the bytes lie, and what an image is made of. */
import { ShipitError } from './errors';
import type { Files } from './ports';
import { Digest } from './values';

/** A zip whose bytes stay where they are until somebody needs them. */
export interface Zip {
  readonly bytes: number;
  /** All of it. `badArtifact` when it is no longer what it was. */
  read(): Promise<Uint8Array>;
  /** From the first byte up to, not including, the last. */
  part(from: number, to: number): Promise<Uint8Array>;
}

/** An object in S3; `version` null in a bucket without versions. */
export interface StoredObject {
  readonly bucket: string;
  readonly key: string;
  readonly version: string | null;
}

/** A zip that AWS Signer has signed; the digest is that of all of it, signature included. */
export interface SignedObject {
  readonly object: StoredObject;
  readonly digest: Digest;
}

/** What a function or layer is given: a zip with the call, one that lies in S3, or the address of an image with its digest. */
export type Code = { readonly zip: Zip } | { readonly object: StoredObject } | { readonly imageUri: string };

/** A zip that lies in memory. */
export const zipOfBytes = (bytes: Uint8Array): Zip => ({
  bytes: bytes.length,
  read: async () => bytes,
  part: async (from, to) => bytes.subarray(from, to),
});

/** A zip that lies in a file, known by its digest. */
export const zipAt = (
  files: Pick<Files, 'read' | 'part'>,
  path: string,
  { digest, bytes }: { readonly digest: Digest; readonly bytes: number },
): Zip => ({
  bytes,
  part: (from, to) => files.part(path, from, to),
  async read() {
    const all = await files.read(path);
    if (Digest.of(all) === digest) return all;
    const hint = 'Run the command again.';
    throw new ShipitError('badArtifact', `${path} changed since it was looked at`, { hint });
  },
});

/** A repository of a container registry: `public.ecr.aws` and `lambda/nodejs`. */
export interface RepositoryAddress {
  /** Host, and port where there is one. */
  readonly host: string;
  readonly name: string;
}

/** The bytes as they are: their SHA-256 is the image's digest. */
export interface Manifest {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** `sha256:<64 hex digits>`. */
  readonly digest: string;
}

/** An image that is known to its last byte before anything of it is pushed. */
export interface BuiltImage {
  readonly manifest: Manifest;
  /** Config and layers, in the order of the manifest. */
  readonly blobs: readonly ImageBlob[];
}

export interface ImageBlob {
  /** `sha256:<64 hex digits>`. */
  readonly digest: string;
  readonly bytes: number;
  /** Where it can be had, for a registry that takes it from there by itself; null for one that was made here. */
  readonly from: RepositoryAddress | null;
  /** From that byte on. May be called again, to go on after a broken connection. */
  read(fromByte: number): AsyncIterable<Uint8Array>;
}
