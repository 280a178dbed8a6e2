/**
 * DisableAlarmActions: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DisableAlarmActions.html
 * @emulated
 */
import type { DisableAlarmActionsCommandInput } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchWorld } from '../../alarms/transition';
import { setAlarmActions } from './set-alarm-actions';

export function disableAlarmActions(world: CloudWatchWorld, input: DisableAlarmActionsCommandInput): object {
  return setAlarmActions(world, input, false);
}
