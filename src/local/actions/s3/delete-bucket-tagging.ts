/**
 * DeleteBucketTagging: docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketTagging.html
 * @stored
 */
import type { DeleteBucketTaggingRequest } from '@aws-sdk/client-s3';
import { deleteConfiguration } from '../../objects/configurations';
import type { Action } from '../../world';

export const deleteBucketTagging: Action<DeleteBucketTaggingRequest, object> = (world, input) =>
  deleteConfiguration(world, input, 'tagging');
