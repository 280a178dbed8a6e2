/**
 * ListTags: docs.aws.amazon.com/lambda/latest/api/API_ListTags.html
 * @emulated
 */
import type { ListTagsRequest, ListTagsResponse } from '@aws-sdk/client-lambda';
import { findTagged } from '../../lambda/tags';
import type { Action } from '../../world';

export const listTags: Action<ListTagsRequest, ListTagsResponse> = (world, { Resource }) => ({
  Tags: { ...findTagged(world, Resource).tags },
});
