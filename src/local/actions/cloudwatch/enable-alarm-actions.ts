/**
 * EnableAlarmActions: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_EnableAlarmActions.html
 * @emulated
 */
import type { EnableAlarmActionsCommandInput } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchWorld } from '../../alarms/transition';
import { setAlarmActions } from './set-alarm-actions';

export function enableAlarmActions(world: CloudWatchWorld, input: EnableAlarmActionsCommandInput): object {
  return setAlarmActions(world, input, true);
}
