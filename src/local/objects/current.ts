/** The objects of a bucket as ListObjects and ListObjectsV2 show them: no delete markers, no versions of the past. */
import type { _Object as ListedObject } from '@aws-sdk/client-s3';
import type { World } from '../world';
import type { Bucket } from './book';
import { seconds } from './conditions';
import type { FullVersion } from './find';
import { byKey, keysOf } from './keys';
import type { Entry } from './listing';

export function* currentAfter(bucket: Bucket, after: string): Generator<Entry<FullVersion>> {
  for (const key of keysOf(bucket)) {
    if (byKey(key, after) <= 0) continue;
    const version = bucket.objects.get(key)?.[0];
    const content = version?.content;
    if (version && content) yield { key, item: { ...version, content } };
  }
}

export const listed = (
  { key, item: { content, modifiedMs } }: Entry<FullVersion>,
  encoded: (text: string) => string,
): ListedObject => ({
  Key: encoded(key),
  LastModified: new Date(seconds(modifiedMs)),
  ETag: `"${content.etag}"`,
  ChecksumAlgorithm: [content.checksum.algorithm],
  ChecksumType: content.checksum.type,
  Size: content.size,
  StorageClass: (content.settings.headers.StorageClass ?? 'STANDARD') as 'STANDARD',
});

/** Everything belongs to the one account there is. */
export const ownerOf = ({ account }: World): { ID: string; DisplayName: string } => ({
  ID: account.padStart(64, '0'),
  DisplayName: 'local',
});
