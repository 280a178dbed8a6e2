/**
 * ListTagsForResource: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListTagsForResource.html
 * @emulated Alarms have tags, and nothing else has.
 */
import type { ListTagsForResourceCommandInput, ListTagsForResourceOutput } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchWorld } from '../../alarms/transition';
import { taggedAt } from './tagged';

export function listTagsForResource(
  world: CloudWatchWorld,
  input: ListTagsForResourceCommandInput,
): ListTagsForResourceOutput {
  const { tags } = taggedAt(world, input.ResourceARN);
  return { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
}
