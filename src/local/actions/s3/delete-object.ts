/**
 * DeleteObject: docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html
 * @emulated
 */
import type { DeleteObjectOutput, DeleteObjectRequest } from '@aws-sdk/client-s3';
import { insistOnWrite } from '../../objects/conditions';
import { findBucket } from '../../objects/find';
import { insistOnKey } from '../../objects/names';
import { removeObject } from '../../objects/versions';
import type { Action } from '../../world';

export const deleteObject: Action<DeleteObjectRequest, DeleteObjectOutput> = (world, input) => {
  const bucket = findBucket(world, input);
  const key = insistOnKey(input.Key);
  insistOnWrite(bucket, key, { IfMatch: input.IfMatch });
  return removeObject(world, bucket, { key, versionId: input.VersionId });
};
