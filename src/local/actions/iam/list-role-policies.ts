/**
 * ListRolePolicies: docs.aws.amazon.com/IAM/latest/APIReference/API_ListRolePolicies.html
 * @stored
 */
import type { ListRolePoliciesRequest, ListRolePoliciesResponse } from '@aws-sdk/client-iam';
import { findRole } from '../../iam/find';
import { pageOf } from '../../iam/paging';
import type { Action } from '../../world';

export const listRolePolicies: Action<ListRolePoliciesRequest, ListRolePoliciesResponse> = (world, input) => {
  const { items, more } = pageOf([...findRole(world, input.RoleName).inline.keys()].sort(), input);
  return { PolicyNames: [...items], ...more };
};
