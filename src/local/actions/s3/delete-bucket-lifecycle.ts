/**
 * DeleteBucketLifecycle: docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketLifecycle.html
 * @stored
 */
import type { DeleteBucketLifecycleRequest } from '@aws-sdk/client-s3';
import { deleteConfiguration } from '../../objects/configurations';
import type { Action } from '../../world';

export const deleteBucketLifecycle: Action<DeleteBucketLifecycleRequest, object> = (world, input) =>
  deleteConfiguration(world, input, 'lifecycle');
