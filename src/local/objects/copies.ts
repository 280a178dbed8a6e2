/** The source of a copy: `bucket/key?versionId=id`, percent-encoded, in one header. */
import type { World } from '../world';
import type { Bucket } from './book';
import type { Conditions } from './conditions';
import { insistOnSource } from './conditions';
import { refusal } from './errors';
import { type FullVersion, findBucket, versionOf } from './find';

interface CopyRequest {
  readonly CopySource?: string | undefined;
  readonly CopySourceIfMatch?: string | undefined;
  readonly CopySourceIfNoneMatch?: string | undefined;
  readonly CopySourceIfModifiedSince?: Date | undefined;
  readonly CopySourceIfUnmodifiedSince?: Date | undefined;
  readonly ExpectedSourceBucketOwner?: string | undefined;
}

export interface CopySource {
  readonly bucket: Bucket;
  readonly key: string;
  readonly version: FullVersion;
  /** Null when the current version was meant. */
  readonly versionId: string | null;
}

/** Bytes that one copy may have. */
const mostBytes = 5 * 1024 ** 3;

export function findSource(world: World, input: CopyRequest): CopySource {
  const [path = '', versionId] = (input.CopySource ?? '').split('?versionId=');
  const [, name = '', key = ''] = /^\/?([^/]+)\/(.+)$/s.exec(decoded(path)) ?? [];
  if (key === '') throw refusal.argument('Invalid copy source object key');
  const bucket = findBucket(world, {
    Bucket: name,
    ExpectedBucketOwner: input.ExpectedSourceBucketOwner,
  });
  const version = versionOf(bucket, key, versionId);
  insistOnSource(version, conditionsOf(input));
  if (version.content.size > mostBytes)
    throw refusal.request(
      `The specified copy source is larger than the maximum allowable size for a copy source: ${mostBytes}`,
    );
  return { bucket, key, version, versionId: versionId ?? null };
}

const conditionsOf = (input: CopyRequest): Conditions => ({
  IfMatch: input.CopySourceIfMatch,
  IfNoneMatch: input.CopySourceIfNoneMatch,
  IfModifiedSince: input.CopySourceIfModifiedSince,
  IfUnmodifiedSince: input.CopySourceIfUnmodifiedSince,
});

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw refusal.argument('Invalid copy source encoding.');
  }
}
