/**
 * DeleteMetricFilter: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteMetricFilter.html.
 * @emulated
 */
import type { DeleteMetricFilterRequest } from '@aws-sdk/client-cloudwatch-logs';
import { refusal } from '../../logs/errors';
import { insistOnFilter } from '../../logs/filters';
import { findGroup } from '../../logs/find';
import type { Action } from '../../world';

export const deleteMetricFilter: Action<DeleteMetricFilterRequest, object> = (world, input) => {
  insistOnFilter(input.filterName, '');
  const group = findGroup(world, input.logGroupName);
  if (!group.metricFilters.delete(input.filterName ?? ''))
    throw refusal.missing('The specified metric filter does not exist.');
  return {};
};
