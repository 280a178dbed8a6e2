/**
 * PutObject: docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
 * @emulated A body has at most 256 MiB; access control lists, object lock and customer-provided keys are not here.
 */
import type { PutObjectOutput, PutObjectRequest } from '@aws-sdk/client-s3';
import { checkedSum } from '../../objects/checksums';
import { insistOnWrite } from '../../objects/conditions';
import { bytesOf, contentOf } from '../../objects/content';
import { findBucket } from '../../objects/find';
import { insistOnKey } from '../../objects/names';
import { settingsOf } from '../../objects/settings';
import { tagsOfHeader } from '../../objects/tags';
import { addVersion } from '../../objects/versions';
import { writtenView } from '../../objects/written';
import type { Action } from '../../world';

export const putObject: Action<PutObjectRequest, PutObjectOutput> = async (world, input) => {
  findBucket(world, input);
  const key = insistOnKey(input.Key);
  const bytes = bytesOf(input.Body);
  const checksum = checkedSum(bytes, input);
  const settings = settingsOf(input);
  const tags = tagsOfHeader(input.Tagging);
  return world.objects.blobs.keep(bytes, (blob) => {
    const bucket = findBucket(world, input);
    insistOnWrite(bucket, key, input);
    const content = contentOf(bytes, blob, { checksum, settings });
    return writtenView(bucket, addVersion(world, bucket, { key, content, tags }), content);
  });
};
