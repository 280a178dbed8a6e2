/**
 * ListDashboards: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListDashboards.html
 * @stored
 */
import type { ListDashboardsCommandInput, ListDashboardsOutput } from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { dashboardArn } from './dashboards';
import { page } from './paging';

export function listDashboards(
  world: Pick<World, 'monitors' | 'account'>,
  { DashboardNamePrefix: prefix = '', NextToken }: ListDashboardsCommandInput,
): ListDashboardsOutput {
  const all = [...world.monitors.dashboards.values()].filter(({ name }) => name.startsWith(prefix));
  all.sort((a, b) => (a.name < b.name ? -1 : 1));
  const { items, nextToken } = page(all, { token: NextToken, size: 1000 });
  const DashboardEntries = items.map(({ name, body, modifiedMs }) => ({
    DashboardName: name,
    DashboardArn: dashboardArn(world, name),
    LastModified: new Date(modifiedMs),
    Size: Buffer.byteLength(body),
  }));
  return { DashboardEntries, ...(nextToken ? { NextToken: nextToken } : {}) };
}
