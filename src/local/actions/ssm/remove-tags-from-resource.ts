/**
 * RemoveTagsFromResource: docs.aws.amazon.com/systems-manager/latest/APIReference/API_RemoveTagsFromResource.html
 * @stored Of parameters alone.
 */
import type { RemoveTagsFromResourceRequest } from '@aws-sdk/client-ssm';
import { findTagged } from '../../parameters/tags';
import type { Action } from '../../world';

export const removeTagsFromResource: Action<RemoveTagsFromResourceRequest, object> = (world, input) => {
  const parameter = findTagged(world, input);
  const left = Object.entries(parameter.tags).filter(([key]) => !input.TagKeys?.includes(key));
  parameter.tags = Object.fromEntries(left);
  return {};
};
