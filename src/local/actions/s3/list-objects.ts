/**
 * ListObjects: docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html
 * @emulated
 */
import type { ListObjectsOutput, ListObjectsRequest } from '@aws-sdk/client-s3';
import { currentAfter, listed, ownerOf } from '../../objects/current';
import { findBucket } from '../../objects/find';
import { encoder, listView, pageOf, sizeOf } from '../../objects/listing';
import type { Action } from '../../world';

export const listObjects: Action<ListObjectsRequest, ListObjectsOutput> = (world, input) => {
  const bucket = findBucket(world, input);
  const encoded = encoder(input);
  const { Marker: after = '' } = input;
  const max = sizeOf('max-keys', input.MaxKeys);
  const page = pageOf(currentAfter(bucket, after), input, { after, max });
  const owner = { Owner: ownerOf(world) };
  return {
    Name: bucket.name,
    Marker: encoded(after),
    ...listView(input, page),
    MaxKeys: max,
    ...(page.entries.length > 0
      ? { Contents: page.entries.map((entry) => ({ ...listed(entry, encoded), ...owner })) }
      : {}),
    ...(page.next !== null && input.Delimiter ? { NextMarker: encoded(page.next) } : {}),
  };
};
