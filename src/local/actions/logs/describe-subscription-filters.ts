/**
 * DescribeSubscriptionFilters: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeSubscriptionFilters.html.
 * @emulated
 */
import type {
  DescribeSubscriptionFiltersRequest,
  DescribeSubscriptionFiltersResponse,
  SubscriptionFilter,
} from '@aws-sdk/client-cloudwatch-logs';
import { insistOnPrefix } from '../../logs/filters';
import { findGroup } from '../../logs/find';
import { fifty, page } from '../../logs/paging';
import type { SubscriptionEntry } from '../../logs/store';
import type { Action } from '../../world';

export const describeSubscriptionFilters: Action<
  DescribeSubscriptionFiltersRequest,
  DescribeSubscriptionFiltersResponse
> = (world, input) => {
  const { filterNamePrefix: prefix } = input;
  insistOnPrefix(prefix);
  const group = findGroup(world, input.logGroupName);
  const found = [...group.subscriptions.values()]
    .filter(({ name }) => name.startsWith(prefix ?? ''))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const { items, nextToken } = page(found, fifty(input));
  return { subscriptionFilters: items.map((entry) => viewOf(entry, group.name)), nextToken };
};

const viewOf = (entry: SubscriptionEntry, logGroupName: string): SubscriptionFilter => ({
  filterName: entry.name,
  logGroupName,
  filterPattern: entry.pattern,
  destinationArn: entry.destinationArn,
  ...(entry.roleArn === null ? {} : { roleArn: entry.roleArn }),
  distribution: entry.distribution as SubscriptionFilter['distribution'],
  applyOnTransformedLogs: false,
  creationTime: entry.createdMs,
});
