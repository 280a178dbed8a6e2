/**
 * TagResource: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_TagResource.html
 * @emulated Alarms have tags, and nothing else has.
 */
import type { TagResourceCommandInput } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchWorld } from '../../alarms/transition';
import { tagProblems } from './alarm-members';
import { insist, required } from './constraints';
import { tagsOf } from './entries';
import { cloudWatchError } from './errors';
import { taggedAt } from './tagged';

export function tagResource(world: CloudWatchWorld, input: TagResourceCommandInput): object {
  insist([required('tags', input.Tags), ...tagProblems(input.Tags)]);
  const entry = taggedAt(world, input.ResourceARN);
  const tags = { ...entry.tags, ...tagsOf(input.Tags) };
  if (Object.keys(tags).length > 50)
    throw cloudWatchError('invalidValue', 'A resource can have at most 50 tags.');
  entry.tags = tags;
  return {};
}
