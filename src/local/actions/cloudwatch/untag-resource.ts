/**
 * UntagResource: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_UntagResource.html
 * @emulated Alarms have tags, and nothing else has.
 */
import type { UntagResourceCommandInput } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchWorld } from '../../alarms/transition';
import { insist, required, within } from './constraints';
import { taggedAt } from './tagged';

export function untagResource(
  world: CloudWatchWorld,
  { ResourceARN, TagKeys }: UntagResourceCommandInput,
): object {
  insist([
    required('tagKeys', TagKeys),
    ...(TagKeys ?? []).map((key, index) => within(`tagKeys.${index + 1}.member`, key, [1, 128])),
  ]);
  const entry = taggedAt(world, ResourceARN);
  entry.tags = Object.fromEntries(Object.entries(entry.tags).filter(([key]) => !TagKeys?.includes(key)));
  return {};
}
