/**
 * DescribeMetricFilters: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeMetricFilters.html.
 * @emulated
 */
import type {
  DescribeMetricFiltersRequest,
  DescribeMetricFiltersResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { insist } from '../../logs/constraints';
import { refusal } from '../../logs/errors';
import { insistOnPrefix } from '../../logs/filters';
import { findGroup } from '../../logs/find';
import { sortedGroups } from '../../logs/group-view';
import { fifty, page } from '../../logs/paging';
import type { MetricFilterEntry } from '../../logs/store';
import type { Action } from '../../world';

const nameLength = Check.length(0, 255);

export const describeMetricFilters: Action<DescribeMetricFiltersRequest, DescribeMetricFiltersResponse> = (
  world,
  input,
) => {
  const { logGroupName, filterNamePrefix: prefix, metricName, metricNamespace } = input;
  insistOnPrefix(prefix);
  insist(nameLength('metricName', metricName), nameLength('metricNamespace', metricNamespace));
  if ((metricName === undefined) !== (metricNamespace === undefined))
    throw refusal.invalid('metricName and metricNamespace must be specified together.');
  const groups = logGroupName === undefined ? sortedGroups(world) : [findGroup(world, logGroupName)];
  const found = groups.flatMap((group) =>
    sorted(group.metricFilters.values()).map((entry) => ({ group: group.name, entry })),
  );
  const wanted = found.filter(
    ({ entry }) => entry.name.startsWith(prefix ?? '') && feeds(entry, metricName, metricNamespace),
  );
  const { items, nextToken } = page(wanted, fifty(input));
  const metricFilters = items.map(({ group, entry }) => ({
    filterName: entry.name,
    filterPattern: entry.pattern,
    metricTransformations: [...entry.transformations],
    creationTime: entry.createdMs,
    logGroupName: group,
    applyOnTransformedLogs: false,
  }));
  return { metricFilters, nextToken };
};

const sorted = (entries: Iterable<MetricFilterEntry>): MetricFilterEntry[] =>
  [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));

const feeds = (
  { transformations }: MetricFilterEntry,
  name: string | undefined,
  namespace: string | undefined,
): boolean =>
  name === undefined ||
  transformations.some(
    ({ metricName, metricNamespace }) => metricName === name && metricNamespace === namespace,
  );
