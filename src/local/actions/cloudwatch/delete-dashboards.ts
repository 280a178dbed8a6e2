/**
 * DeleteDashboards: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteDashboards.html
 * @stored
 */
import type { DeleteDashboardsCommandInput } from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { noDashboard } from './dashboards';
import { cloudWatchError } from './errors';

/** All or nothing. */
export function deleteDashboards(
  { monitors }: Pick<World, 'monitors'>,
  { DashboardNames: names = [] }: DeleteDashboardsCommandInput,
): object {
  if (names.length === 0) throw cloudWatchError('missing', 'The parameter DashboardNames is required.');
  const absent = names.filter((name) => !monitors.dashboards.has(name));
  if (absent.length > 0) throw noDashboard(`The specified dashboard does not exist. [${absent.join(', ')}]`);
  for (const name of names) monitors.dashboards.delete(name);
  return {};
}
