/**
 * GetQueryResults: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetQueryResults.html.
 * @emulated
 */
import type { GetQueryResultsRequest, GetQueryResultsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { page } from '../../logs/paging';
import { findQuery, outcomeOf, statusOf } from '../../logs/queries';
import type { Action } from '../../world';

const most = 10_000;

export const getQueryResults: Action<GetQueryResultsRequest, GetQueryResultsResponse> = (world, input) => {
  const query = findQuery(world.logs, input.queryId);
  const outcome = outcomeOf(world, query);
  const { maxItems: limit, nextToken: token } = input;
  const of = { token, limit, field: 'maxItems', most, usual: most };
  const { items, nextToken } = page(outcome?.results ?? [], of);
  return {
    queryLanguage: 'CWLI',
    results: items.map((fields) => [...fields]),
    statistics: {
      recordsMatched: outcome?.matched ?? 0,
      recordsScanned: outcome?.scanned ?? 0,
      estimatedRecordsSkipped: 0,
      bytesScanned: outcome?.bytes ?? 0,
      estimatedBytesSkipped: 0,
      logGroupsScanned: outcome ? query.groups.length : 0,
    },
    status: statusOf(world, query),
    nextToken,
  };
};
