/**
 * HeadBucket: docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html
 * @emulated
 */
import type { HeadBucketOutput, HeadBucketRequest } from '@aws-sdk/client-s3';
import { findBucket } from '../../objects/find';
import type { Action } from '../../world';

export const headBucket: Action<HeadBucketRequest, HeadBucketOutput> = (world, input) => {
  const { name } = findBucket(world, input);
  return { BucketRegion: world.region, BucketArn: `arn:aws:s3:::${name}`, AccessPointAlias: false };
};
