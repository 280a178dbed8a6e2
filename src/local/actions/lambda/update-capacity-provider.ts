/**
 * UpdateCapacityProvider: docs.aws.amazon.com/lambda/latest/api/API_UpdateCapacityProvider.html
 * @stored
 */
import type { UpdateCapacityProviderRequest, UpdateCapacityProviderResponse } from '@aws-sdk/client-lambda';
import { findCapacity } from '../../lambda/capacity';
import { capacityRules, capacityView } from '../../lambda/capacity-form';
import { insist } from '../../lambda/constraints';
import { problemsIn } from '../../lambda/form';
import type { Action } from '../../world';

export const updateCapacityProvider: Action<UpdateCapacityProviderRequest, UpdateCapacityProviderResponse> = (
  world,
  input,
) => {
  insist(...problemsIn(input, capacityRules));
  const { CapacityProviderName, ...changes } = input;
  const entry = findCapacity(world, CapacityProviderName);
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  entry.definition = { ...entry.definition, ...Object.fromEntries(given) };
  entry.modifiedMs = world.clock.nowMs();
  return { CapacityProvider: capacityView(entry, 'Active') };
};
