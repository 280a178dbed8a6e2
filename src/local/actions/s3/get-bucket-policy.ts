/**
 * GetBucketPolicy: docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicy.html
 * @stored
 */
import type { GetBucketPolicyOutput, GetBucketPolicyRequest } from '@aws-sdk/client-s3';
import { getConfiguration } from '../../objects/configurations';
import type { Action } from '../../world';

export const getBucketPolicy: Action<GetBucketPolicyRequest, GetBucketPolicyOutput> = (world, input) => ({
  Policy: getConfiguration(world, input, 'policy'),
});
