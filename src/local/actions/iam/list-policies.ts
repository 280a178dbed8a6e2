/**
 * ListPolicies: docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicies.html
 * @stored Only policies of the account.
 */
import type { ListPoliciesRequest, ListPoliciesResponse } from '@aws-sdk/client-iam';
import { pageOf } from '../../iam/paging';
import { policyView } from '../../iam/views';
import type { Action } from '../../world';

export const listPolicies: Action<ListPoliciesRequest, ListPoliciesResponse> = (world, input) => {
  const { PathPrefix: prefix = '/', Scope: scope = 'All', OnlyAttached: onlyAttached = false } = input;
  const own = scope === 'AWS' ? [] : [...world.roles.policies.values()];
  const views = own
    .filter(({ path }) => path.startsWith(prefix))
    .map((policy) => policyView(world, policy))
    .filter(({ AttachmentCount = 0 }) => !onlyAttached || AttachmentCount > 0);
  const { items, more } = pageOf(views, input);
  const listed = items.map(({ Description: _left, Tags: _out, ...view }) => view);
  return { Policies: listed, ...more };
};
