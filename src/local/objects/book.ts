/** Buckets, the versions of their objects, and uploads in parts: what S3 keeps, but for the bytes. */
import type { Kept } from '../kept';
import type { Blob, BlobStore } from './blobs';

export interface ObjectBook extends Kept {
  readonly buckets: Map<string, Bucket>;
  readonly blobs: BlobStore;
  /** Throws AwsError NoSuchBucket, NoSuchKey or NoSuchVersion. */
  read(bucket: string, key: string, versionId: string | null): Promise<Uint8Array>;
  /** As PutObject does. Throws AwsError NoSuchBucket. */
  write(bucket: string, key: string, bytes: Uint8Array): Promise<void>;
}

export interface Bucket {
  readonly name: string;
  readonly createdMs: number;
  /** Null until somebody has set it. */
  versioning: 'Enabled' | 'Suspended' | null;
  /** By key, the newest version first; no list is empty. */
  readonly objects: Map<string, readonly ObjectVersion[]>;
  readonly uploads: Map<string, Upload>;
  /** Configurations that are kept and given back, by name. */
  readonly settings: Map<string, unknown>;
  /** Keys in the order of their bytes; null when it has to be found anew. */
  sorted: readonly string[] | null;
}

export type Tags = Readonly<{ [key: string]: string }>;

export interface ObjectVersion {
  /** `null` as a text for versions from times without versioning. */
  readonly versionId: string;
  readonly modifiedMs: number;
  /** Null for a delete marker. */
  readonly content: Content | null;
  tags: Tags;
}

export interface Content {
  /** Without quotes. */
  readonly etag: string;
  readonly size: number;
  readonly pieces: readonly Blob[];
  /** Of an object that was uploaded in parts. */
  readonly parts: readonly PartSummary[] | null;
  readonly checksum: Checksum;
  readonly settings: Settings;
}

interface PartSummary {
  readonly number: number;
  readonly size: number;
  readonly checksum: Checksum;
}

export interface Checksum {
  readonly algorithm: Algorithm;
  readonly type: 'FULL_OBJECT' | 'COMPOSITE';
  readonly value: string;
}

export type Algorithm = 'CRC32' | 'CRC32C' | 'CRC64NVME' | 'SHA1' | 'SHA256' | 'SHA512' | 'MD5';

/** What comes with an object in headers, under the names of the SDK. */
export interface Settings {
  readonly Metadata: Readonly<{ [name: string]: string }>;
  readonly headers: Readonly<{ [member: string]: string }>;
  readonly expiresMs: number | null;
}

export interface Upload {
  readonly id: string;
  readonly key: string;
  readonly initiatedMs: number;
  readonly settings: Settings;
  readonly tags: Tags;
  /** What its parts are summed with, and whether the sum is of the whole or of the parts' sums. */
  readonly algorithm: Algorithm;
  readonly type: Checksum['type'];
  /** False when nobody named an algorithm, so that parts may come with any. */
  readonly named: boolean;
  readonly parts: Map<number, Part>;
}

export interface Part extends PartSummary {
  readonly etag: string;
  readonly pieces: readonly Blob[];
  readonly modifiedMs: number;
}
