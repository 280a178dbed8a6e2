/**
 * SetAlarmState: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_SetAlarmState.html
 * @emulated Lasts until the alarm is evaluated next; of a composite alarm, until one of its children changes.
 */
import type { SetAlarmStateCommandInput } from '@aws-sdk/client-cloudwatch';
import { find } from '../../alarms/composite';
import { type CloudWatchWorld, changeState } from '../../alarms/transition';
import { insist, oneOf, required, within } from './constraints';
import { cloudWatchError } from './errors';

export function setAlarmState(world: CloudWatchWorld, input: SetAlarmStateCommandInput): object {
  const { AlarmName, StateValue, StateReason, StateReasonData } = input;
  insist([
    required('alarmName', AlarmName),
    within('alarmName', AlarmName, [1, 255]),
    required('stateValue', StateValue),
    oneOf('stateValue', StateValue, ['INSUFFICIENT_DATA', 'ALARM', 'OK']),
    required('stateReason', StateReason),
    within('stateReason', StateReason, [0, 1023]),
    within('stateReasonData', StateReasonData, [0, 4000]),
  ]);
  const entry = find(world.alarms, AlarmName ?? '');
  if (!entry || !StateValue) throw cloudWatchError('noAlarm', '');
  if (StateReasonData && !isJson(StateReasonData))
    throw cloudWatchError('invalidFormat', 'StateReasonData was not syntactically valid JSON.');
  changeState(world, entry, {
    state: StateValue,
    reason: StateReason ?? '',
    reasonData: StateReasonData ?? '',
    atMs: world.clock.nowMs(),
  });
  return {};
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
