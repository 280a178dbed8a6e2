/**
 * PutBucketTagging: docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketTagging.html
 * @stored
 */
import type { PutBucketTaggingRequest } from '@aws-sdk/client-s3';
import { putConfiguration } from '../../objects/configurations';
import type { Action } from '../../world';

export const putBucketTagging: Action<PutBucketTaggingRequest, object> = (world, input) =>
  putConfiguration(world, input, ['tagging', input.Tagging?.TagSet]);
