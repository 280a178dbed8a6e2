/** Configurations of buckets that are kept and given back, and not acted upon. */

import type { AwsError } from '../errors';
import type { World } from '../world';
import { refusal } from './errors';
import { type BucketRef, findBucket } from './find';

export type Configuration = 'policy' | 'publicAccessBlock' | 'encryption' | 'lifecycle' | 'tagging';

const absent: { readonly [name in Configuration]: readonly [code: string, message: string] } = {
  policy: ['NoSuchBucketPolicy', 'The bucket policy does not exist'],
  publicAccessBlock: [
    'NoSuchPublicAccessBlockConfiguration',
    'The public access block configuration was not found',
  ],
  encryption: [
    'ServerSideEncryptionConfigurationNotFoundError',
    'The server side encryption configuration was not found',
  ],
  lifecycle: ['NoSuchLifecycleConfiguration', 'The lifecycle configuration does not exist'],
  tagging: ['NoSuchTagSet', 'The TagSet does not exist'],
};

/** An empty configuration is none. */
export function putConfiguration(
  world: World,
  ref: BucketRef,
  what: readonly [Configuration, unknown],
): object {
  const [name, value] = what;
  if (value === undefined || value === null || value === '') throw refusal.malformed();
  findBucket(world, ref).settings.set(name, value);
  return {};
}

export function getConfiguration<T>(world: World, ref: BucketRef, name: Configuration): T {
  const bucket = findBucket(world, ref);
  const value = bucket.settings.get(name);
  if (value === undefined) throw none(bucket.name, name);
  return value as T;
}

export function deleteConfiguration(world: World, ref: BucketRef, name: Configuration): object {
  findBucket(world, ref).settings.delete(name);
  return {};
}

function none(bucket: string, name: Configuration): AwsError {
  const [code, message] = absent[name];
  return refusal.refused([code, 404], message, { BucketName: bucket });
}
