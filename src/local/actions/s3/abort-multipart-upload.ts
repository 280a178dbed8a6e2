/**
 * AbortMultipartUpload: docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html
 * @emulated
 */
import type { AbortMultipartUploadRequest } from '@aws-sdk/client-s3';
import { findBucket } from '../../objects/find';
import { findUpload } from '../../objects/uploads';
import type { Action } from '../../world';

export const abortMultipartUpload: Action<AbortMultipartUploadRequest, object> = (world, input) => {
  const bucket = findBucket(world, input);
  bucket.uploads.delete(findUpload(bucket, input).id);
  return {};
};
