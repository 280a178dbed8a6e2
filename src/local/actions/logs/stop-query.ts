/**
 * StopQuery: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StopQuery.html.
 * @emulated
 */
import type { StopQueryRequest, StopQueryResponse } from '@aws-sdk/client-cloudwatch-logs';
import { refusal } from '../../logs/errors';
import { findQuery, statusOf } from '../../logs/queries';
import type { Action } from '../../world';

export const stopQuery: Action<StopQueryRequest, StopQueryResponse> = (world, { queryId }) => {
  const query = findQuery(world.logs, queryId);
  const status = statusOf(world, query);
  if (status !== 'Scheduled' && status !== 'Running')
    throw refusal.invalid(`The specified query has already ended: its status is ${status}.`);
  query.cancelled = true;
  return { success: true };
};
