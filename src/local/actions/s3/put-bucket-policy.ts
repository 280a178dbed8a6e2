/**
 * PutBucketPolicy: docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 * @stored Kept as text; nobody is refused by it.
 */
import type { PutBucketPolicyRequest } from '@aws-sdk/client-s3';
import { putConfiguration } from '../../objects/configurations';
import type { Action } from '../../world';

export const putBucketPolicy: Action<PutBucketPolicyRequest, object> = (world, input) =>
  putConfiguration(world, input, ['policy', input.Policy]);
