/** Tags of log groups. */
import { Check } from '../lambda/constraints';
import type { World } from '../world';
import { insist, member } from './constraints';
import { logsError } from './errors';
import { findGroup, nameOf } from './find';
import type { LogGroup } from './store';

const most = 50;
const length = Check.length(1, 1011);

/** By ARN, with `:*` at its end or without. */
export function findTagged(
  world: Pick<World, 'logs' | 'account' | 'region'>,
  resourceArn: string | undefined,
): LogGroup {
  insist(Check.required('resourceArn', resourceArn), length('resourceArn', resourceArn));
  return findGroup(world, nameOf(world, resourceArn ?? ''));
}

export function addTags(group: LogGroup, tags: Readonly<{ [key: string]: string }>): void {
  member.tags(tags);
  const all = { ...group.tags, ...tags };
  if (Object.keys(all).length > most)
    throw logsError('TooManyTagsException', `A log group can have at most ${most} tags.`);
  group.tags = all;
}

export function removeTags(group: LogGroup, keys: readonly string[]): void {
  const kept = Object.entries(group.tags).filter(([key]) => !keys.includes(key));
  group.tags = Object.fromEntries(kept);
}
