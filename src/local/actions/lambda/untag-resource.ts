/**
 * UntagResource: docs.aws.amazon.com/lambda/latest/api/API_UntagResource.html
 * @emulated
 */
import type { UntagResourceRequest } from '@aws-sdk/client-lambda';
import { Check, insist } from '../../lambda/constraints';
import { findTagged } from '../../lambda/tags';
import type { Action } from '../../world';

export const untagResource: Action<UntagResourceRequest, object> = (world, { Resource, TagKeys }) => {
  const gone = TagKeys ?? [];
  insist(Check.required('tagKeys', gone.length === 0 ? undefined : gone));
  const tagged = findTagged(world, Resource);
  tagged.set(Object.fromEntries(Object.entries(tagged.tags).filter(([key]) => !gone.includes(key))));
  return {};
};
