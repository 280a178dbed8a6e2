/**
 * RemoveTargets: docs.aws.amazon.com/eventbridge/latest/APIReference/API_RemoveTargets.html
 * @emulated
 */
import type { RemoveTargetsRequest, RemoveTargetsResponse } from '@aws-sdk/client-eventbridge';
import { findBus, findRule } from '../../buses/find';
import type { Action } from '../../world';

export const removeTargets: Action<RemoveTargetsRequest, RemoveTargetsResponse> = (world, input) => {
  const { targets } = findRule(findBus(world, input.EventBusName), input.Rule);
  for (const id of input.Ids ?? []) targets.delete(id);
  return { FailedEntryCount: 0, FailedEntries: [] };
};
