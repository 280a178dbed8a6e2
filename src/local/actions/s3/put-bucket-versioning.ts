/**
 * PutBucketVersioning: docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html
 * @emulated Without MFA delete.
 */
import type { PutBucketVersioningRequest } from '@aws-sdk/client-s3';
import { refusal } from '../../objects/errors';
import { findBucket } from '../../objects/find';
import type { Action } from '../../world';

export const putBucketVersioning: Action<PutBucketVersioningRequest, object> = (world, input) => {
  const status = input.VersioningConfiguration?.Status;
  if (status !== 'Enabled' && status !== 'Suspended') throw refusal.malformed();
  findBucket(world, input).versioning = status;
  return {};
};
