/**
 * UploadPart: docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html
 * @emulated A part has at most 256 MiB.
 */
import type { UploadPartOutput, UploadPartRequest } from '@aws-sdk/client-s3';
import { bytesOf } from '../../objects/content';
import { findBucket } from '../../objects/find';
import { putPart } from '../../objects/parts';
import { sumView } from '../../objects/view';
import type { Action } from '../../world';

export const uploadPart: Action<UploadPartRequest, UploadPartOutput> = async (world, input) => {
  const bucket = findBucket(world, input);
  const { blobs } = world.objects;
  const nowMs = world.clock.nowMs();
  const part = await putPart({ blobs, bucket, nowMs }, input, bytesOf(input.Body));
  const { ChecksumType: _type, ...sum } = sumView(part.checksum);
  return { ETag: `"${part.etag}"`, ServerSideEncryption: 'AES256', ...sum };
};
