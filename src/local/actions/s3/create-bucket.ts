/**
 * CreateBucket: docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html
 * @emulated In the region of the world; access control lists and object lock are not looked at.
 */
import type { CreateBucketOutput, CreateBucketRequest } from '@aws-sdk/client-s3';
import { refusal } from '../../objects/errors';
import { insistOnBucketName } from '../../objects/names';
import type { Action, World } from '../../world';

export const createBucket: Action<CreateBucketRequest, CreateBucketOutput> = (world, input) => {
  const { Bucket: name = '', CreateBucketConfiguration: { LocationConstraint } = {} } = input;
  insistOnBucketName(name);
  insistOnRegion(world, LocationConstraint);
  const { buckets } = world.objects;
  if (buckets.has(name) && world.region !== 'us-east-1') throw alreadyOwned(name);
  if (!buckets.has(name))
    buckets.set(name, {
      name,
      createdMs: world.clock.nowMs(),
      versioning: null,
      objects: new Map(),
      uploads: new Map(),
      settings: new Map(),
      sorted: null,
    });
  return { Location: `/${name}` };
};

/** A bucket is made where it is asked for; us-east-1 is never named. */
function insistOnRegion({ region }: World, constraint: string | undefined): void {
  if (constraint === 'us-east-1')
    throw refusal.refused(
      ['InvalidLocationConstraint', 400],
      'The specified location-constraint is not valid',
      {
        LocationConstraint: constraint,
      },
    );
  if ((constraint || 'us-east-1') === region) return;
  throw refusal.refused(
    ['IllegalLocationConstraintException', 400],
    `The ${constraint || 'unspecified'} location constraint is incompatible for the region specific endpoint this request was sent to.`,
  );
}

const alreadyOwned = (name: string): Error =>
  refusal.refused(
    ['BucketAlreadyOwnedByYou', 409],
    'Your previous request to create the named bucket succeeded and you already own it.',
    { BucketName: name },
  );
