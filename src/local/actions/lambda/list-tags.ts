/** ListTags: docs.aws.amazon.com/lambda/latest/api/API_ListTags.html. */
import type { ListTagsRequest, ListTagsResponse } from '@aws-sdk/client-lambda';
import { findTagged } from '../../lambda/tags';
import type { Action } from '../../world';

export const listTags: Action<ListTagsRequest, ListTagsResponse> = (world, input) => ({
  Tags: findTagged(world, input.Resource ?? '').entry.tags,
});
