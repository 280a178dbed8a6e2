/** What EnableAlarmActions and DisableAlarmActions do. */
import type { EnableAlarmActionsCommandInput } from '@aws-sdk/client-cloudwatch';
import { find } from '../../alarms/composite';
import type { CloudWatchWorld } from '../../alarms/transition';
import { insist, required, within } from './constraints';
import { recordConfiguration } from './entries';

/** Names that do not exist are passed over. */
export function setAlarmActions(
  world: CloudWatchWorld,
  { AlarmNames }: EnableAlarmActionsCommandInput,
  enabled: boolean,
): object {
  insist([
    required('alarmNames', AlarmNames),
    within('alarmNames', AlarmNames, [0, 100]),
    ...(AlarmNames ?? []).map((name, index) => within(`alarmNames.${index + 1}.member`, name, [1, 255])),
  ]);
  const configurationUpdatedMs = world.clock.nowMs();
  for (const name of AlarmNames ?? []) {
    const entry = find(world.alarms, name);
    if (!entry || (entry.definition.ActionsEnabled ?? true) === enabled) continue;
    const definition = { ...entry.definition, ActionsEnabled: enabled };
    Object.assign(entry, { definition, configurationUpdatedMs });
    recordConfiguration(world, entry, 'updated');
  }
  return {};
}
