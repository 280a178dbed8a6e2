/**
 * PutObjectTagging: docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html
 * @emulated
 */
import type { PutObjectTaggingOutput, PutObjectTaggingRequest } from '@aws-sdk/client-s3';
import { anyVersionOf, findBucket } from '../../objects/find';
import { insistOnKey } from '../../objects/names';
import { tagsOf } from '../../objects/tags';
import { versionIdOf } from '../../objects/versions';
import type { Action } from '../../world';

export const putObjectTagging: Action<PutObjectTaggingRequest, PutObjectTaggingOutput> = (world, input) => {
  const bucket = findBucket(world, input);
  const version = anyVersionOf(bucket, insistOnKey(input.Key), input.VersionId ?? null);
  version.tags = tagsOf(input.Tagging?.TagSet);
  return versionIdOf(bucket, version);
};
