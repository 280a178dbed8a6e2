/**
 * GetBucketVersioning: docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketVersioning.html
 * @emulated
 */
import type { GetBucketVersioningOutput, GetBucketVersioningRequest } from '@aws-sdk/client-s3';
import { findBucket } from '../../objects/find';
import type { Action } from '../../world';

export const getBucketVersioning: Action<GetBucketVersioningRequest, GetBucketVersioningOutput> = (
  world,
  input,
) => {
  const { versioning } = findBucket(world, input);
  return versioning === null ? {} : { Status: versioning };
};
