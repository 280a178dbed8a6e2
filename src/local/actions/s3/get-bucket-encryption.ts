/**
 * GetBucketEncryption: docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketEncryption.html
 * @stored A bucket without a configuration has the standard one.
 */
import type { GetBucketEncryptionOutput, GetBucketEncryptionRequest } from '@aws-sdk/client-s3';
import { findBucket } from '../../objects/find';
import type { Action } from '../../world';

type Configuration = GetBucketEncryptionOutput['ServerSideEncryptionConfiguration'];

const byItself: Configuration = {
  Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false }],
};

export const getBucketEncryption: Action<GetBucketEncryptionRequest, GetBucketEncryptionOutput> = (
  world,
  input,
) => {
  const given = findBucket(world, input).settings.get('encryption') as Configuration;
  return { ServerSideEncryptionConfiguration: given ?? byItself };
};
