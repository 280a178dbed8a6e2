/**
 * DeleteBucket: docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html
 * @emulated
 */
import type { DeleteBucketRequest } from '@aws-sdk/client-s3';
import { refusal } from '../../objects/errors';
import { findBucket } from '../../objects/find';
import type { Action } from '../../world';

export const deleteBucket: Action<DeleteBucketRequest, object> = (world, input) => {
  const { name, objects, versioning } = findBucket(world, input);
  const all = 'The bucket you tried to delete is not empty. You must delete all versions in the bucket.';
  if (objects.size > 0)
    throw refusal.refused(
      ['BucketNotEmpty', 409],
      versioning === null ? 'The bucket you tried to delete is not empty' : all,
      { BucketName: name },
    );
  world.objects.buckets.delete(name);
  return {};
};
