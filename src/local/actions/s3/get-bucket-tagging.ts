/**
 * GetBucketTagging: docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketTagging.html
 * @stored
 */
import type { GetBucketTaggingOutput, GetBucketTaggingRequest } from '@aws-sdk/client-s3';
import { getConfiguration } from '../../objects/configurations';
import type { Action } from '../../world';

export const getBucketTagging: Action<GetBucketTaggingRequest, GetBucketTaggingOutput> = (world, input) => ({
  TagSet: getConfiguration(world, input, 'tagging'),
});
