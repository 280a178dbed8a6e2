/**
 * GetDashboard: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetDashboard.html
 * @stored
 */
import type { GetDashboardCommandInput, GetDashboardOutput } from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { dashboardArn, noDashboard } from './dashboards';
import { cloudWatchError } from './errors';

export function getDashboard(
  world: Pick<World, 'monitors' | 'account'>,
  { DashboardName: name = '' }: GetDashboardCommandInput,
): GetDashboardOutput {
  if (name === '') throw cloudWatchError('missing', 'The parameter DashboardName is required.');
  const dashboard = world.monitors.dashboards.get(name);
  if (!dashboard) throw noDashboard(`Dashboard ${name} does not exist`);
  return { DashboardArn: dashboardArn(world, name), DashboardBody: dashboard.body, DashboardName: name };
}
