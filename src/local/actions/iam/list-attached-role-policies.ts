/**
 * ListAttachedRolePolicies: docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedRolePolicies.html
 * @stored
 */
import type { ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse } from '@aws-sdk/client-iam';
import { findRole } from '../../iam/find';
import { pageOf } from '../../iam/paging';
import type { Action } from '../../world';

export const listAttachedRolePolicies: Action<
  ListAttachedRolePoliciesRequest,
  ListAttachedRolePoliciesResponse
> = (world, input) => {
  const { PathPrefix: prefix = '/' } = input;
  const all = [...findRole(world, input.RoleName).attached].filter((arn) =>
    arn.slice(arn.indexOf(':policy/') + 7).startsWith(prefix),
  );
  const { items, more } = pageOf(all, input);
  const policies = items.map((arn) => ({ PolicyName: arn.slice(arn.lastIndexOf('/') + 1), PolicyArn: arn }));
  return { AttachedPolicies: policies, ...more };
};
