/** UntagResource: docs.aws.amazon.com/lambda/latest/api/API_UntagResource.html. */
import type { UntagResourceRequest } from '@aws-sdk/client-lambda';
import { findTagged } from '../../lambda/tags';
import type { Action } from '../../world';

export const untagResource: Action<UntagResourceRequest, object> = (world, input) => {
  const { entry } = findTagged(world, input.Resource ?? '');
  const kept = Object.entries(entry.tags).filter(([key]) => !(input.TagKeys ?? []).includes(key));
  entry.tags = Object.fromEntries(kept);
  return {};
};
