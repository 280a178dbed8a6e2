import type { DimensionFilter, ListMetricsCommandInput, ListMetricsOutput } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchWorld } from '../../alarms/transition';
import type { MetricId } from '../../metrics/store';
import { insist, oneOf, within } from './constraints';
import { page } from './paging';

const twoWeeksMs = 14 * 24 * 3_600_000;
const threeHoursMs = 3 * 3_600_000;

/** Metrics with data in the last two weeks. New ones show at once; at AWS it takes up to 15 minutes. */
export function listMetrics(world: CloudWatchWorld, input: ListMetricsCommandInput): ListMetricsOutput {
  insist([
    oneOf('recentlyActive', input.RecentlyActive, ['PT3H']),
    within('dimensions', input.Dimensions, [0, 10]),
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
