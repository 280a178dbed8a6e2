/**
 * GetQueryResults: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetQueryResults.html.
 * @emulated
 */
import type { GetQueryResultsRequest, GetQueryResultsResponse } from '@aws-sdk/client-cloudwatch-logs';
import type { Answer } from '../../logs/insights/program';
import { type PageOf, page } from '../../logs/paging';
import { findQuery, outcomeOf, statusOf } from '../../logs/queries';
import type { Action } from '../../world';

const most = 10_000;

/** Of an answer, in characters: rows of large messages could make one that fits no text. */
const largest = 32 * 1024 * 1024;

export const getQueryResults: Action<GetQueryResultsRequest, GetQueryResultsResponse> = (world, input) => {
  const query = findQuery(world.logs, input.queryId);
  const outcome = outcomeOf(world, query);
  const { maxItems: limit, nextToken: token } = input;
  const of = { token, limit, field: 'maxItems', most, usual: most };
  const { items, nextToken } = pageThatFits(outcome?.results ?? [], of);
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

type Rows = Answer['results'];

/** One row at least. */
function pageThatFits(rows: Rows, of: PageOf): { items: Rows; nextToken: string | undefined } {
  const whole = page(rows, of);
  let size = 0;
  const beyond = whole.items.findIndex((fields, index) => {
    size += fields.reduce((sum, { field, value }) => sum + field.length + value.length, 0);
    return index > 0 && size > largest;
  });
  return beyond < 0 ? whole : page(rows, { ...of, limit: beyond });
}
