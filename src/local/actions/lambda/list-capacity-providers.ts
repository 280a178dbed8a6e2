/**
 * ListCapacityProviders: docs.aws.amazon.com/lambda/latest/api/API_ListCapacityProviders.html
 * @stored
 */
import type { ListCapacityProvidersRequest, ListCapacityProvidersResponse } from '@aws-sdk/client-lambda';
import { capacityView } from '../../lambda/capacity-form';
import { Check, insist } from '../../lambda/constraints';
import { nextMarker, pageOf } from '../../lambda/paging';
import type { Action } from '../../world';

const state = Check.oneOf(['Pending', 'Active', 'Failed', 'Deleting']);

export const listCapacityProviders: Action<ListCapacityProvidersRequest, ListCapacityProvidersResponse> = (
  world,
  input,
) => {
  insist(state('state', input.State));
  const all = (input.State ?? 'Active') === 'Active' ? [...world.capacity.entries.values()] : [];
  const { items, next } = pageOf(all, input);
  const CapacityProviders = items.map((entry) => capacityView(entry, 'Active'));
  return { CapacityProviders, ...nextMarker(next) };
};
