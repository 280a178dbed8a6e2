/**
 * DescribeQueries: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeQueries.html.
 * @emulated The last thousand queries since the start of the process.
 */
import type {
  DescribeQueriesRequest,
  DescribeQueriesResponse,
  QueryInfo,
} from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { insist, member } from '../../logs/constraints';
import { page } from '../../logs/paging';
import { type Query, statusOf } from '../../logs/queries';
import type { Action, World } from '../../world';

const isStatus = Check.oneOf([
  'Scheduled',
  'Running',
  'Complete',
  'Failed',
  'Cancelled',
  'Timeout',
  'Unknown',
]);

/** Newest first. */
export const describeQueries: Action<DescribeQueriesRequest, DescribeQueriesResponse> = (world, input) => {
  const { logGroupName, status, nextToken: token, maxResults: limit, queryLanguage } = input;
  insist(isStatus('status', status));
  if (logGroupName !== undefined) member.groupName(logGroupName);
  const found = [...world.logs.queries.values()]
    .reverse()
    .filter(
      (query) =>
        (logGroupName === undefined || query.groups.includes(logGroupName)) &&
        (queryLanguage ?? 'CWLI') === 'CWLI' &&
        statusOf(world, query) === (status ?? statusOf(world, query)),
    );
  const of = { token, limit, field: 'maxResults', most: 1000, usual: 1000 };
  const { items, nextToken } = page(found, of);
  return { queries: items.map((query) => viewOf(world, query)), nextToken };
};

/** With its sources in front of what was asked for (recorded). */
function viewOf(world: World, query: Query): QueryInfo {
  const { id, text, groups, startMs, endMs, createdMs } = query;
  const sources = groups.map((name) => `"${name}"`).join(',');
  return {
    queryLanguage: 'CWLI',
    queryId: id,
    queryString: `SOURCE ${sources} START=${startMs} END=${endMs - 1} | ${text}`,
    status: statusOf(world, query),
    createTime: createdMs,
    logGroupName: groups[0],
  };
}
