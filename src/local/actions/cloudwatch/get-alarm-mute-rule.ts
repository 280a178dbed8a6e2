/**
 * GetAlarmMuteRule: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetAlarmMuteRule.html
 * @stored It is never shown as ACTIVE.
 */
import type { GetAlarmMuteRuleCommandInput, GetAlarmMuteRuleOutput } from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { insist, required, within } from './constraints';
import { cloudWatchError } from './errors';
import { muteRuleView } from './mute-rules';

export function getAlarmMuteRule(
  world: Pick<World, 'monitors' | 'clock' | 'account' | 'region'>,
  { AlarmMuteRuleName: name }: GetAlarmMuteRuleCommandInput,
): GetAlarmMuteRuleOutput {
  insist([required('alarmMuteRuleName', name), within('alarmMuteRuleName', name, [1, 255])]);
  const rule = world.monitors.muteRules.get(name ?? '');
  if (!rule) throw cloudWatchError('noResource', `The alarm mute rule ${name} does not exist.`);
  const { Tags: _, ...definition } = rule.definition;
  return { ...definition, ...muteRuleView(world, rule) };
}
