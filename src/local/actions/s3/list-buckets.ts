/**
 * ListBuckets: docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html
 * @emulated
 */
import type { ListBucketsOutput, ListBucketsRequest } from '@aws-sdk/client-s3';
import { seconds } from '../../objects/conditions';
import { ownerOf } from '../../objects/current';
import { refusal } from '../../objects/errors';
import { byKey } from '../../objects/keys';
import type { Action } from '../../world';

const most = 10_000;

export const listBuckets: Action<ListBucketsRequest, ListBucketsOutput> = (world, input) => {
  const { Prefix: prefix = '', MaxBuckets: max = most, BucketRegion: region = world.region } = input;
  if (!(max >= 1 && max <= most)) throw refusal.argument(`max-buckets must be between 1 and ${most}`);
  const after = Buffer.from(input.ContinuationToken ?? '', 'base64url').toString('utf8');
  const found = [...world.objects.buckets.values()]
    .filter(({ name }) => region === world.region && name.startsWith(prefix) && name > after)
    .sort((a, b) => byKey(a.name, b.name));
  const page = found.slice(0, max);
  const last = found.length > page.length ? page.at(-1) : undefined;
  return {
    Buckets: page.map(({ name, createdMs }) => ({
      Name: name,
      CreationDate: new Date(seconds(createdMs)),
      BucketRegion: world.region,
      BucketArn: `arn:aws:s3:::${name}`,
    })),
    Owner: ownerOf(world),
    ...(last ? { ContinuationToken: Buffer.from(last.name).toString('base64url') } : {}),
    ...(input.Prefix === undefined ? {} : { Prefix: input.Prefix }),
  };
};
