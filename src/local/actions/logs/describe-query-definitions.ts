/**
 * DescribeQueryDefinitions: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeQueryDefinitions.html.
 * @stored
 */
import type {
  DescribeQueryDefinitionsRequest,
  DescribeQueryDefinitionsResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import { page } from '../../logs/paging';
import type { Action } from '../../world';

export const describeQueryDefinitions: Action<
  DescribeQueryDefinitionsRequest,
  DescribeQueryDefinitionsResponse
> = ({ logs }, { queryDefinitionNamePrefix: prefix, nextToken: token, maxResults: limit }) => {
  const found = [...logs.definitions.values()]
    .filter(({ name }) => name.startsWith(prefix ?? ''))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const of = { token, limit, field: 'maxResults', most: 1000, usual: 1000 };
  const { items, nextToken } = page(found, of);
  const queryDefinitions = items.map(({ id, name, queryString, logGroupNames, modifiedMs }) => ({
    queryLanguage: 'CWLI' as const,
    queryDefinitionId: id,
    name,
    queryString,
    lastModified: modifiedMs,
    logGroupNames: [...logGroupNames],
  }));
  return { queryDefinitions, nextToken };
};
