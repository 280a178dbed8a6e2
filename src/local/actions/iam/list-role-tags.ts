/**
 * ListRoleTags: docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoleTags.html
 * @stored
 */
import type { ListRoleTagsRequest, ListRoleTagsResponse } from '@aws-sdk/client-iam';
import { findRole } from '../../iam/find';
import { pageOf } from '../../iam/paging';
import { tagList } from '../../iam/views';
import type { Action } from '../../world';

export const listRoleTags: Action<ListRoleTagsRequest, ListRoleTagsResponse> = (world, input) => {
  const { items, more } = pageOf(tagList(findRole(world, input.RoleName).tags), input);
  return { Tags: [...items], ...more };
};
