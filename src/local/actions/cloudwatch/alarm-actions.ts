import type {
  DisableAlarmActionsCommandInput,
  EnableAlarmActionsCommandInput,
} from '@aws-sdk/client-cloudwatch';
import { type CloudWatchWorld, find } from '../../alarms/transition';
import { insist, required, within } from './constraints';

export function enableAlarmActions(world: CloudWatchWorld, input: EnableAlarmActionsCommandInput): object {
  return setEnabled(world, input, true);
}

export function disableAlarmActions(world: CloudWatchWorld, input: DisableAlarmActionsCommandInput): object {
  return setEnabled(world, input, false);
}

/** Names that do not exist are passed over. */
function setEnabled(
  world: CloudWatchWorld,
  { AlarmNames }: EnableAlarmActionsCommandInput,
  enabled: boolean,
): object {
  insist([required('alarmNames', AlarmNames), within('alarmNames', AlarmNames, [1, 100])]);
  for (const name of AlarmNames ?? []) {
    const entry = find(world.alarms, name);
    if (entry) Object.assign(entry, { definition: { ...entry.definition, ActionsEnabled: enabled } });
  }
  return {};
}
