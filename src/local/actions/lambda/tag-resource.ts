/**
 * TagResource: docs.aws.amazon.com/lambda/latest/api/API_TagResource.html
 * @emulated
 */
import type { TagResourceRequest } from '@aws-sdk/client-lambda';
import { Check, insist } from '../../lambda/constraints';
import { findTagged, insistOnTags } from '../../lambda/tags';
import type { Action } from '../../world';

export const tagResource: Action<TagResourceRequest, object> = (world, input) => {
  insist(Check.required('tags', input.Tags));
  const tagged = findTagged(world, input.Resource);
  const tags = { ...tagged.tags, ...input.Tags };
  insistOnTags(tags);
  tagged.set(tags);
  return {};
};
