/**
 * ListTagsForResource: docs.aws.amazon.com/systems-manager/latest/APIReference/API_ListTagsForResource.html
 * @stored Of parameters alone.
 */
import type { ListTagsForResourceRequest, ListTagsForResourceResult } from '@aws-sdk/client-ssm';
import { findTagged } from '../../parameters/tags';
import type { Action } from '../../world';

export const listTagsForResource: Action<ListTagsForResourceRequest, ListTagsForResourceResult> = (
  world,
  input,
) => ({
  TagList: Object.entries(findTagged(world, input).tags).map(([Key, Value]) => ({ Key, Value })),
});
