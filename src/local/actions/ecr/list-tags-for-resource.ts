/**
 * ListTagsForResource: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ListTagsForResource.html
 * @stored
 */
import type { ListTagsForResourceRequest, ListTagsForResourceResponse } from '@aws-sdk/client-ecr';
import { findTagged } from '../../registry/tagged';
import type { Action } from '../../world';

export const listTagsForResource: Action<ListTagsForResourceRequest, ListTagsForResourceResponse> = (
  world,
  input,
) => ({
  tags: Object.entries(findTagged(world, input).resourceTags).map(([Key, Value]) => ({ Key, Value })),
});
