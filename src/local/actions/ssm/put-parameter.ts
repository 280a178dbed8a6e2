/**
 * PutParameter: docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
 * @emulated Policies are kept and not acted upon; an AMI id is not looked up.
 */
import type { PutParameterRequest, PutParameterResult } from '@aws-sdk/client-ssm';
import { refusal } from '../../parameters/errors';
import { insistOnName } from '../../parameters/names';
import { tagsOver } from '../../parameters/tags';
import { addVersion, versionOf } from '../../parameters/write';
import type { Action } from '../../world';

export const putParameter: Action<PutParameterRequest, PutParameterResult> = (world, input) => {
  const name = insistOnName(input.Name);
  const { parameters } = world.parameters;
  if (input.Overwrite && input.Tags && input.Tags.length > 0)
    throw refusal.invalid(
      "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.",
    );
  const before = parameters.get(name);
  if (before && !input.Overwrite)
    throw refusal.named(
      'ParameterAlreadyExists',
      'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
    );
  const version = versionOf(input, before, world.clock.nowMs());
  const tags = tagsOver(before?.tags ?? {}, input.Tags);
  if (before) addVersion(before, version);
  else parameters.set(name, { name, versions: [version], tags });
  return { Version: version.version, Tier: version.tier };
};
