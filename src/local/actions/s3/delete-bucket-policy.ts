/**
 * DeleteBucketPolicy: docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html
 * @stored
 */
import type { DeleteBucketPolicyRequest } from '@aws-sdk/client-s3';
import { deleteConfiguration } from '../../objects/configurations';
import type { Action } from '../../world';

export const deleteBucketPolicy: Action<DeleteBucketPolicyRequest, object> = (world, input) =>
  deleteConfiguration(world, input, 'policy');
