/**
 * ListMetrics: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html
 * @emulated A new metric is listed at once, where AWS takes up to 15 minutes; linked accounts do not exist.
 */
import type { DimensionFilter, ListMetricsCommandInput, ListMetricsOutput } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchWorld } from '../../alarms/transition';
import type { MetricId } from '../../metrics/store';
import { insist, oneOf, required, within } from './constraints';
import { page } from './paging';
import { atMost, matching } from './patterns';

const twoWeeksMs = 14 * 24 * 3_600_000;
const threeHoursMs = 3 * 3_600_000;

/** Metrics with data in the last two weeks. */
export function listMetrics(world: CloudWatchWorld, input: ListMetricsCommandInput): ListMetricsOutput {
  insist([
    oneOf('recentlyActive', input.RecentlyActive, ['PT3H']),
    within('namespace', input.Namespace, [1, 255]),
    matching('namespace', input.Namespace, '[^:].*'),
    within('metricName', input.MetricName, [1, 255]),
    atMost('dimensions', input.Dimensions, 10),
    ...(input.Dimensions ?? []).flatMap(({ Name, Value }, index) => [
      required(`dimensions.${index + 1}.member.name`, Name),
      within(`dimensions.${index + 1}.member.name`, Name, [1, 255]),
      within(`dimensions.${index + 1}.member.value`, Value, [1, 1024]),
    ]),
  ]);
  const activeMs = input.RecentlyActive ? threeHoursMs : twoWeeksMs;
  const sinceMs = world.clock.nowMs() - activeMs;
  const found = world.metrics.list().filter(({ id, newestMs }) => newestMs >= sinceMs && matches(id, input));
  const { items, nextToken } = page(found, { token: input.NextToken, size: 500 });
  const Metrics = items.map(({ id }) => ({
    Namespace: id.namespace,
    MetricName: id.name,
    Dimensions: Object.entries(id.dimensions).map(([Name, Value]) => ({ Name, Value })),
  }));
  return { Metrics, ...(nextToken ? { NextToken: nextToken } : {}) };
}

function matches(id: MetricId, { Namespace, MetricName, Dimensions = [] }: ListMetricsCommandInput): boolean {
  if (Namespace !== undefined && Namespace !== id.namespace) return false;
  if (MetricName !== undefined && MetricName !== id.name) return false;
  const has = ({ Name = '', Value }: DimensionFilter): boolean =>
    Object.hasOwn(id.dimensions, Name) && (Value === undefined || id.dimensions[Name] === Value);
  return Dimensions.every(has);
}
