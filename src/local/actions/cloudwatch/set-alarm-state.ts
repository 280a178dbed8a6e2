import type { SetAlarmStateCommandInput } from '@aws-sdk/client-cloudwatch';
import { type CloudWatchWorld, changeState, find } from '../../alarms/transition';
import { insist, oneOf, required, within } from './constraints';
import { cloudWatchError } from './errors';

/** Lasts until the alarm is evaluated next; of a composite alarm, until one of its children changes. */
export function setAlarmState(world: CloudWatchWorld, input: SetAlarmStateCommandInput): object {
  const { AlarmName, StateValue, StateReason, StateReasonData } = input;
  insist([
    required('alarmName', AlarmName),
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
  changeState(world.alarms, entry, {
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
