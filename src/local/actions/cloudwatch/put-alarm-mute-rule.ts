/**
 * PutAlarmMuteRule: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutAlarmMuteRule.html
 * @stored No alarm is muted by it.
 */
import type { PutAlarmMuteRuleCommandInput } from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { insist, required, within } from './constraints';
import { cloudWatchError } from './errors';

export function putAlarmMuteRule(
  { monitors, clock }: Pick<World, 'monitors' | 'clock'>,
  input: PutAlarmMuteRuleCommandInput,
): object {
  const schedule = input.Rule?.Schedule;
  insist([
    required('name', input.Name),
    within('name', input.Name, [1, 255]),
    within('description', input.Description, [0, 1024]),
    required('rule', input.Rule),
    required('rule.schedule', schedule),
    required('rule.schedule.expression', schedule?.Expression),
    required('rule.schedule.duration', schedule?.Duration),
    within('muteTargets.alarmNames', input.MuteTargets?.AlarmNames, [1, 100]),
  ]);
  if (!/^(cron|at)\(.+\)$/.test(schedule?.Expression ?? ''))
    throw cloudWatchError('validation', `Invalid schedule expression: ${schedule?.Expression}`);
  if (!/^P(?=[\dT])(\d+D)?(T(\d+H)?(\d+M)?)?$/.test(schedule?.Duration ?? ''))
    throw cloudWatchError('validation', `Invalid duration: ${schedule?.Duration}`);
  monitors.muteRules.set(input.Name ?? '', { definition: input, updatedMs: clock.nowMs() });
  return {};
}
