/**
 * PutDashboard: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html
 * @stored The body is checked to be JSON with well-formed widgets; nothing is drawn.
 */
import type { PutDashboardCommandInput, PutDashboardOutput } from '@aws-sdk/client-cloudwatch';
import { AwsError } from '../../errors';
import { dashboardProblems } from '../../monitors/dashboard-body';
import type { World } from '../../world';
import { cloudWatchError } from './errors';

export function putDashboard(
  { monitors, clock }: Pick<World, 'monitors' | 'clock'>,
  { DashboardName: name = '', DashboardBody: body = '' }: PutDashboardCommandInput,
): PutDashboardOutput {
  if (name === '') throw cloudWatchError('missing', 'The parameter DashboardName is required.');
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(name))
    throw cloudWatchError(
      'invalidValue',
      `The value ${name} for field DashboardName contains invalid characters. It can only contain alphanumerics, dash (-) and underscore (_).\n`,
    );
  if (body === '') throw cloudWatchError('missing', 'The parameter DashboardBody is required.');
  const problems = dashboardProblems(body);
  if (!problems) throw invalid('The field DashboardBody must be a valid JSON object', []);
  const count = `${problems.length} validation ${problems.length === 1 ? 'error' : 'errors'}`;
  const told = problems.map(({ DataPath, Message }) => ({ dataPath: DataPath, message: Message }));
  if (problems.length > 0)
    throw invalid(`The dashboard body is invalid, there are ${count}: ${JSON.stringify(told)}`, problems);
  monitors.dashboards.set(name, { name, body, modifiedMs: clock.nowMs() });
  return { DashboardValidationMessages: [] };
}

const invalid = (message: string, dashboardValidationMessages: readonly object[]): AwsError =>
  new AwsError('DashboardInvalidInputError', 400, {
    message,
    members: { Type: null, dashboardValidationMessages },
  });
