/**
 * AddTagsToResource: docs.aws.amazon.com/systems-manager/latest/APIReference/API_AddTagsToResource.html
 * @stored Of parameters alone.
 */
import type { AddTagsToResourceRequest } from '@aws-sdk/client-ssm';
import { findTagged, tagsOver } from '../../parameters/tags';
import type { Action } from '../../world';

export const addTagsToResource: Action<AddTagsToResourceRequest, object> = (world, input) => {
  const parameter = findTagged(world, input);
  parameter.tags = tagsOver(parameter.tags, input.Tags);
  return {};
};
