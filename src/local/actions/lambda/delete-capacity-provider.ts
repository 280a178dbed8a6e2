/**
 * DeleteCapacityProvider: docs.aws.amazon.com/lambda/latest/api/API_DeleteCapacityProvider.html
 * @stored Refused while a function version has it.
 */
import type { DeleteCapacityProviderRequest, DeleteCapacityProviderResponse } from '@aws-sdk/client-lambda';
import { findCapacity, versionsOn } from '../../lambda/capacity';
import { capacityView } from '../../lambda/capacity-form';
import { refusal } from '../../lambda/errors';
import type { Action } from '../../world';

export const deleteCapacityProvider: Action<DeleteCapacityProviderRequest, DeleteCapacityProviderResponse> = (
  world,
  input,
) => {
  const entry = findCapacity(world, input.CapacityProviderName);
  if (versionsOn(world, entry).length > 0)
    throw refusal.conflict(`Capacity provider ${entry.arn} is in use by at least one function version.`);
  world.capacity.entries.delete(entry.name);
  return { CapacityProvider: capacityView(entry, 'Deleting') };
};
