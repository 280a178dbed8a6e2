/**
 * TagResource: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_TagResource.html
 * @stored
 */
import type { TagResourceRequest } from '@aws-sdk/client-ecr';
import { given } from '../../registry/checks';
import { tagsOver } from '../../registry/repositories';
import { findTagged } from '../../registry/tagged';
import type { Action } from '../../world';

export const tagResource: Action<TagResourceRequest, object> = (world, input) => {
  const repository = findTagged(world, input);
  repository.resourceTags = tagsOver(repository.resourceTags, given('tags', input.tags));
  return {};
};
