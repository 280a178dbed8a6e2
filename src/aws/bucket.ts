import type { BucketLocationConstraint } from '@aws-sdk/client-s3';
import { ShipitError } from '../core/errors';
import type { Connections } from './connections';
import { sdk } from './sdk';
import { repeatable, type Send } from './sender';

/** Makes a bucket in the region of everything else. True when it was not there; `alreadyExists` when it is somebody else's. */
export async function createBucket(connections: Connections, send: Send, bucket: string): Promise<boolean> {
  const region = await connections.region();
  const LocationConstraint = region as BucketLocationConstraint;
  const where = region === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint } };
  try {
    await send({
      ...repeatable(`CreateBucket s3://${bucket}`, null),
      creates: true,
      send: () => connections.s3().send(new (sdk.s3().CreateBucketCommand)({ Bucket: bucket, ...where })),
    });
    return true;
  } catch (error) {
    if (!isOwn(error)) throw error;
    return false;
  }
}

/** S3 tells a bucket of one's own from one of somebody else by the name of the error alone. */
function isOwn(error: unknown): boolean {
  if (!ShipitError.is(error, 'alreadyExists')) return false;
  const { name } = (error.cause ?? {}) as { readonly name?: unknown };
  return name === 'BucketAlreadyOwnedByYou';
}
