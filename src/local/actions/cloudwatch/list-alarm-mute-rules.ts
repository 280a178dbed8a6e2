/**
 * ListAlarmMuteRules: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListAlarmMuteRules.html
 * @stored
 */
import type { ListAlarmMuteRulesCommandInput, ListAlarmMuteRulesOutput } from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { insist, oneOf, within } from './constraints';
import { muteRuleView } from './mute-rules';
import { page } from './paging';

export function listAlarmMuteRules(
  world: Pick<World, 'monitors' | 'clock' | 'account' | 'region'>,
  { AlarmName, Statuses, MaxRecords, NextToken }: ListAlarmMuteRulesCommandInput,
): ListAlarmMuteRulesOutput {
  insist([
    within('alarmName', AlarmName, [1, 255]),
    within('maxRecords', MaxRecords, [1, 100]),
    ...(Statuses ?? []).map((status, index) =>
      oneOf(`statuses.${index + 1}.member`, status, ['SCHEDULED', 'ACTIVE', 'EXPIRED']),
    ),
  ]);
  const all = [...world.monitors.muteRules.values()]
    .filter(({ definition }) => !AlarmName || definition.MuteTargets?.AlarmNames?.includes(AlarmName))
    .map((rule) => muteRuleView(world, rule))
    .filter(({ Status }) => !Statuses || (Status && Statuses.includes(Status)));
  const { items, nextToken } = page(all, { token: NextToken, size: MaxRecords ?? 100 });
  return { AlarmMuteRuleSummaries: items, ...(nextToken ? { NextToken: nextToken } : {}) };
}
