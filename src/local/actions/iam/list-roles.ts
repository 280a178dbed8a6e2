/**
 * ListRoles: docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html
 * @emulated
 */
import type { ListRolesRequest, ListRolesResponse } from '@aws-sdk/client-iam';
import { pageOf } from '../../iam/paging';
import { roleView } from '../../iam/views';
import type { Action } from '../../world';

export const listRoles: Action<ListRolesRequest, ListRolesResponse> = (world, input) => {
  const { PathPrefix: prefix = '/' } = input;
  const all = [...world.roles.roles.values()].filter(({ path }) => path.startsWith(prefix));
  const { items, more } = pageOf(
    all.sort((a, b) => (a.name < b.name ? -1 : 1)),
    input,
  );
  return { Roles: items.map((role) => roleView(role, 'listed')), ...more };
};
