/**
 * UntagResource: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_UntagResource.html
 * @stored
 */
import type { UntagResourceRequest } from '@aws-sdk/client-ecr';
import { given } from '../../registry/checks';
import { findTagged } from '../../registry/tagged';
import type { Action } from '../../world';

export const untagResource: Action<UntagResourceRequest, object> = (world, input) => {
  const repository = findTagged(world, input);
  const keys = given('tagKeys', input.tagKeys);
  const left = Object.entries(repository.resourceTags).filter(([key]) => !keys.includes(key));
  repository.resourceTags = Object.fromEntries(left);
  return {};
};
