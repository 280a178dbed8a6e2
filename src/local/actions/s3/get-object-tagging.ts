/**
 * GetObjectTagging: docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html
 * @emulated
 */
import type { GetObjectTaggingOutput, GetObjectTaggingRequest } from '@aws-sdk/client-s3';
import { findBucket, versionOf } from '../../objects/find';
import { insistOnKey } from '../../objects/names';
import { tagList } from '../../objects/tags';
import { versionIdOf } from '../../objects/versions';
import type { Action } from '../../world';

export const getObjectTagging: Action<GetObjectTaggingRequest, GetObjectTaggingOutput> = (world, input) => {
  const bucket = findBucket(world, input);
  const version = versionOf(bucket, insistOnKey(input.Key), input.VersionId);
  return { TagSet: tagList(version.tags), ...versionIdOf(bucket, version) };
};
