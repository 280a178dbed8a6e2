/**
 * ListObjectsV2: docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 * @emulated
 */
import type { ListObjectsV2Output, ListObjectsV2Request } from '@aws-sdk/client-s3';
import { currentAfter, listed, ownerOf } from '../../objects/current';
import { refusal } from '../../objects/errors';
import { findBucket } from '../../objects/find';
import { encoder, listView, pageOf, sizeOf } from '../../objects/listing';
import type { Action } from '../../world';

export const listObjectsV2: Action<ListObjectsV2Request, ListObjectsV2Output> = (world, input) => {
  const bucket = findBucket(world, input);
  const encoded = encoder(input);
  const after = afterOf(input);
  const max = sizeOf('max-keys', input.MaxKeys);
  const page = pageOf(currentAfter(bucket, after), input, { after, max });
  const owner = input.FetchOwner ? { Owner: ownerOf(world) } : {};
  const { ContinuationToken, StartAfter } = input;
  return {
    Name: bucket.name,
    ...listView(input, page),
    MaxKeys: max,
    KeyCount: page.entries.length + page.prefixes.length,
    ...(page.entries.length > 0
      ? { Contents: page.entries.map((entry) => ({ ...listed(entry, encoded), ...owner })) }
      : {}),
    ...(ContinuationToken === undefined ? {} : { ContinuationToken }),
    ...(StartAfter === undefined ? {} : { StartAfter: encoded(StartAfter) }),
    ...(page.next === null ? {} : { NextContinuationToken: Buffer.from(page.next).toString('base64url') }),
  };
};

/** A token wins over a key to start after. */
function afterOf({ ContinuationToken: token, StartAfter }: ListObjectsV2Request): string {
  if (token === undefined) return StartAfter ?? '';
  const key = Buffer.from(token, 'base64url');
  if (token !== '' && key.toString('base64url') === token) return key.toString('utf8');
  throw refusal.argument('The continuation token provided is incorrect', {
    ArgumentName: 'continuation-token',
  });
}
