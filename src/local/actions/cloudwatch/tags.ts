/** Tags of alarms, by ARN. */
import type {
  ListTagsForResourceCommandInput,
  ListTagsForResourceOutput,
  TagResourceCommandInput,
  UntagResourceCommandInput,
} from '@aws-sdk/client-cloudwatch';
import type { AnyAlarmEntry } from '../../alarms/book';
import { type CloudWatchWorld, find } from '../../alarms/transition';
import { tagsOf } from './entries';
import { cloudWatchError } from './errors';

export function tagResource(world: CloudWatchWorld, input: TagResourceCommandInput): object {
  const entry = tagged(world, input.ResourceARN);
  const tags = { ...entry.tags, ...tagsOf(input.Tags) };
  if (Object.keys(tags).length > 50)
    throw cloudWatchError('invalidValue', 'A resource can have at most 50 tags.');
  entry.tags = tags;
  return {};
}

export function untagResource(world: CloudWatchWorld, input: UntagResourceCommandInput): object {
  const entry = tagged(world, input.ResourceARN);
  const kept = Object.entries(entry.tags).filter(([key]) => !input.TagKeys?.includes(key));
  entry.tags = Object.fromEntries(kept);
  return {};
}

export function listTagsForResource(
  world: CloudWatchWorld,
  input: ListTagsForResourceCommandInput,
): ListTagsForResourceOutput {
  const { tags } = tagged(world, input.ResourceARN);
  return { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
}

function tagged(world: CloudWatchWorld, arn = ''): AnyAlarmEntry {
  const entry = find(world.alarms, arn.slice(arn.indexOf(':alarm:') + ':alarm:'.length));
  if (entry?.arn !== arn) throw cloudWatchError('noResource', 'The named resource does not exist.');
  return entry;
}
