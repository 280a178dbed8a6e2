/** Tags of parameters, which are the only resources here that have some. */
import type { Tag } from '@aws-sdk/client-ssm';
import { Check } from '../lambda/constraints';
import type { World } from '../world';
import type { Parameter } from './book';
import { insist, refusal } from './errors';

const most = 50;
const [key, value] = [Check.length(1, 128), Check.length(0, 256)];

interface TagRequest {
  readonly ResourceType?: string | undefined;
  readonly ResourceId?: string | undefined;
}

export function findTagged({ parameters }: World, { ResourceType, ResourceId = '' }: TagRequest): Parameter {
  if (ResourceType !== 'Parameter')
    throw refusal.named('InvalidResourceType', `${ResourceType} is not a valid resource type.`);
  const parameter = parameters.parameters.get(ResourceId) ?? parameters.parameters.get(`/${ResourceId}`);
  if (!parameter)
    throw refusal.named(
      'InvalidResourceId',
      `The resource ID "${ResourceId}" is not valid. Verify the ID and try again.`,
    );
  return parameter;
}

export function tagsOver(tags: Parameter['tags'], list: readonly Tag[] | undefined): Parameter['tags'] {
  const given = (list ?? []).map(({ Key = '', Value = '' }): [string, string] => [Key, Value]);
  insist(...given.flatMap(([name, text]) => [key('tags.key', name), value('tags.value', text)]));
  const all = { ...tags, ...Object.fromEntries(given) };
  if (Object.keys(all).length > most)
    throw refusal.named('TooManyTagsError', `The maximum number of tags is ${most}.`);
  return all;
}
