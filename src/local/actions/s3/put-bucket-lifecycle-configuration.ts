/**
 * PutBucketLifecycleConfiguration: docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html
 * @stored Nothing expires.
 */
import type { PutBucketLifecycleConfigurationRequest } from '@aws-sdk/client-s3';
import { putConfiguration } from '../../objects/configurations';
import type { Action } from '../../world';

export const putBucketLifecycleConfiguration: Action<PutBucketLifecycleConfigurationRequest, object> = (
  world,
  input,
) => putConfiguration(world, input, ['lifecycle', input.LifecycleConfiguration?.Rules]);
