/**
 * UploadPartCopy: docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html
 * @emulated
 */
import type { UploadPartCopyOutput, UploadPartCopyRequest } from '@aws-sdk/client-s3';
import { seconds } from '../../objects/conditions';
import { findSource } from '../../objects/copies';
import { refusal } from '../../objects/errors';
import { findBucket } from '../../objects/find';
import { putPart } from '../../objects/parts';
import { sumView } from '../../objects/view';
import type { Action } from '../../world';

export const uploadPartCopy: Action<UploadPartCopyRequest, UploadPartCopyOutput> = async (world, input) => {
  const bucket = findBucket(world, input);
  const source = findSource(world, input);
  const { pieces, size } = source.version.content;
  const range = rangeOf(input.CopySourceRange, size);
  const { blobs } = world.objects;
  const chunks: Uint8Array[] = [];
  for await (const chunk of blobs.stream(pieces, range)) chunks.push(chunk);
  const nowMs = world.clock.nowMs();
  const part = await putPart({ blobs, bucket, nowMs }, input, Buffer.concat(chunks));
  const { ChecksumType: _type, ...sum } = sumView(part.checksum);
  return {
    CopyPartResult: { ETag: `"${part.etag}"`, LastModified: new Date(seconds(nowMs)), ...sum },
    ServerSideEncryption: 'AES256',
    ...(source.bucket.versioning === null ? {} : { CopySourceVersionId: source.version.versionId }),
  };
};

/** Both ends are named, and lie in the source. */
function rangeOf(text: string | undefined, size: number): { first: number; last: number } {
  if (text === undefined) return { first: 0, last: size - 1 };
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(text) ?? [];
  const range = { first: Number(first), last: Number(last) };
  if (first === undefined || range.first > range.last)
    throw refusal.argument(
      'The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy',
    );
  if (range.last >= size)
    throw refusal.argument(`Range specified is not valid for source object of size: ${size}`);
  return range;
}
