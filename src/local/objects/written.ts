/** What a write of an object is answered with. */
import type { PutObjectOutput } from '@aws-sdk/client-s3';
import type { Bucket, Content, ObjectVersion } from './book';
import { versionIdOf } from './versions';
import { sumView } from './view';

export const writtenView = (bucket: Bucket, version: ObjectVersion, content: Content): PutObjectOutput => ({
  ETag: `"${content.etag}"`,
  ServerSideEncryption: 'AES256',
  ...sumView(content.checksum),
  ...versionIdOf(bucket, version),
});
