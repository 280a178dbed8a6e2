/**
 * DeleteObjectTagging: docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectTagging.html
 * @emulated
 */
import type { DeleteObjectTaggingOutput, DeleteObjectTaggingRequest } from '@aws-sdk/client-s3';
import { anyVersionOf, findBucket } from '../../objects/find';
import { insistOnKey } from '../../objects/names';
import { versionIdOf } from '../../objects/versions';
import type { Action } from '../../world';

export const deleteObjectTagging: Action<DeleteObjectTaggingRequest, DeleteObjectTaggingOutput> = (
  world,
  input,
) => {
  const bucket = findBucket(world, input);
  const version = anyVersionOf(bucket, insistOnKey(input.Key), input.VersionId ?? null);
  version.tags = {};
  return versionIdOf(bucket, version);
};
