/** Mute rules as they are shown. */
import type { AlarmMuteRuleSummary } from '@aws-sdk/client-cloudwatch';
import type { MuteRule } from '../../monitors/book';
import type { World } from '../../world';

type Place = Pick<World, 'account' | 'region' | 'clock'>;

/** Whether one is in force just now is not looked at. */
export function muteRuleView(
  { account, region, clock }: Place,
  { definition, updatedMs }: MuteRule,
): AlarmMuteRuleSummary {
  const { Name, ExpireDate, Rule } = definition;
  const expired = ExpireDate !== undefined && ExpireDate.getTime() <= clock.nowMs();
  const once = Rule?.Schedule?.Expression?.startsWith('at(') === true;
  return {
    AlarmMuteRuleArn: `arn:aws:cloudwatch:${region}:${account}:alarm-mute-rule:${Name}`,
    ...(ExpireDate ? { ExpireDate } : {}),
    Status: expired ? 'EXPIRED' : 'SCHEDULED',
    MuteType: once ? 'ONE_TIME' : 'RECURRING',
    LastUpdatedTimestamp: new Date(updatedMs),
  };
}
