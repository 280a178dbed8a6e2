/**
 * DeleteAlarmMuteRule: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteAlarmMuteRule.html
 * @stored
 */
import type { DeleteAlarmMuteRuleCommandInput } from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { insist, required, within } from './constraints';

/** One that does not exist counts as deleted. */
export function deleteAlarmMuteRule(
  { monitors }: Pick<World, 'monitors'>,
  { AlarmMuteRuleName: name }: DeleteAlarmMuteRuleCommandInput,
): object {
  insist([required('alarmMuteRuleName', name), within('alarmMuteRuleName', name, [1, 255])]);
  monitors.muteRules.delete(name ?? '');
  return {};
}
