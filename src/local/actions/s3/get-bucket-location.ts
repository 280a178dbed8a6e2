/**
 * GetBucketLocation: docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html
 * @emulated
 */
import type { GetBucketLocationOutput, GetBucketLocationRequest } from '@aws-sdk/client-s3';
import { findBucket } from '../../objects/find';
import type { Action } from '../../world';

type Location = NonNullable<GetBucketLocationOutput['LocationConstraint']>;

/** us-east-1 is told as nothing. */
export const getBucketLocation: Action<GetBucketLocationRequest, GetBucketLocationOutput> = (
  world,
  input,
) => {
  findBucket(world, input);
  return world.region === 'us-east-1' ? {} : { LocationConstraint: world.region as Location };
};
