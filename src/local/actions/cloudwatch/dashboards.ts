/** What the operations on dashboards share. */
import { AwsError } from '../../errors';
import type { World } from '../../world';

/** Dashboards are of no region. */
export const dashboardArn = ({ account }: Pick<World, 'account'>, name: string): string =>
  `arn:aws:cloudwatch::${account}:dashboard/${name}`;

export const noDashboard = (message: string): AwsError =>
  new AwsError('DashboardNotFoundError', 404, { message, members: { Type: null } });
