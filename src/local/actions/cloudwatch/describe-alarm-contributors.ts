/**
 * DescribeAlarmContributors: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmContributors.html
 * @emulated Always an empty list: there are no alarms on several time series.
 */
import type {
  DescribeAlarmContributorsCommandInput,
  DescribeAlarmContributorsOutput,
} from '@aws-sdk/client-cloudwatch';
import { find } from '../../alarms/composite';
import type { CloudWatchWorld } from '../../alarms/transition';
import { insist, required, within } from './constraints';
import { cloudWatchError } from './errors';
import { offsetOf } from './paging';

export function describeAlarmContributors(
  world: CloudWatchWorld,
  { AlarmName, NextToken }: DescribeAlarmContributorsCommandInput,
): DescribeAlarmContributorsOutput {
  insist([required('alarmName', AlarmName), within('alarmName', AlarmName, [1, 255])]);
  if (!find(world.alarms, AlarmName ?? ''))
    throw cloudWatchError('noResource', `The alarm ${AlarmName} does not exist.`);
  offsetOf(NextToken);
  return { AlarmContributors: [] };
}
