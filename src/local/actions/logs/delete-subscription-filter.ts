/**
 * DeleteSubscriptionFilter: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteSubscriptionFilter.html.
 * @emulated
 */
import type { DeleteSubscriptionFilterRequest } from '@aws-sdk/client-cloudwatch-logs';
import { refusal } from '../../logs/errors';
import { insistOnFilter } from '../../logs/filters';
import { findGroup } from '../../logs/find';
import type { Action } from '../../world';

export const deleteSubscriptionFilter: Action<DeleteSubscriptionFilterRequest, object> = (world, input) => {
  insistOnFilter(input.filterName, '');
  const group = findGroup(world, input.logGroupName);
  if (!group.subscriptions.delete(input.filterName ?? ''))
    throw refusal.missing('The specified subscription filter does not exist.');
  return {};
};
