/** From the names in a request to bucket and version. */
import { AwsError } from '../errors';
import type { World } from '../world';
import type { Bucket, Content, ObjectVersion } from './book';
import { missing, refusal } from './errors';

export interface BucketRef {
  readonly Bucket?: string | undefined;
  readonly ExpectedBucketOwner?: string | undefined;
}

export type FullVersion = ObjectVersion & { readonly content: Content };

export function bucketOf(buckets: ReadonlyMap<string, Bucket>, name: string): Bucket {
  const bucket = buckets.get(name);
  if (!bucket) throw missing.bucket(name);
  return bucket;
}

/** The bucket is the account's own, or nobody's. */
export function findBucket({ objects, account }: World, { Bucket, ExpectedBucketOwner }: BucketRef): Bucket {
  const bucket = bucketOf(objects.buckets, Bucket ?? '');
  if (ExpectedBucketOwner !== undefined && ExpectedBucketOwner !== account) throw refusal.denied();
  return bucket;
}

/** The current version when none is named. A delete marker is no object. */
export function versionOf(bucket: Bucket, key: string, versionId: string | null | undefined): FullVersion {
  const version = anyVersionOf(bucket, key, versionId ?? null);
  const { content } = version;
  if (content) return { ...version, content };
  if (versionId) throw isMarker(version);
  const headers = markerHeaders(version);
  const { message, members, status, name } = missing.key(key);
  throw new AwsError(name, status, { message, members, headers });
}

/** Delete markers too. */
export function anyVersionOf(bucket: Bucket, key: string, versionId: string | null): ObjectVersion {
  if (versionId === '') throw refusal.argument('Version id cannot be the empty string');
  const versions = bucket.objects.get(key) ?? [];
  const found = versionId === null ? versions[0] : versions.find((one) => one.versionId === versionId);
  if (found) return found;
  throw versionId === null ? missing.key(key) : missing.version(key, versionId);
}

const isMarker = (version: ObjectVersion): AwsError =>
  new AwsError('MethodNotAllowed', 405, {
    message: 'The specified method is not allowed against this resource.',
    headers: {
      ...markerHeaders(version),
      allow: 'DELETE',
      'last-modified': new Date(version.modifiedMs).toUTCString(),
    },
  });

const markerHeaders = ({ versionId }: ObjectVersion): { [header: string]: string } => ({
  'x-amz-delete-marker': 'true',
  'x-amz-version-id': versionId,
});
