/** What metric and composite alarms have in common when they are made. */
import type { Tag } from '@aws-sdk/client-cloudwatch';
import type { AnyAlarmEntry } from '../../alarms/book';
import { double, jsonOf } from '../../alarms/doubles';
import { timestamp } from '../../alarms/forms';
import { record } from '../../alarms/history';
import { initialReason } from '../../alarms/reason';
import type { CloudWatchWorld } from '../../alarms/transition';

export const arnOf = ({ region, account }: CloudWatchWorld, name: string): string =>
  `arn:aws:cloudwatch:${region}:${account}:alarm:${name}`;

export const freshState = (atMs: number) => ({
  state: 'INSUFFICIENT_DATA' as const,
  stateReason: initialReason,
  stateReasonData: '',
  stateUpdatedMs: atMs,
  stateTransitionedMs: atMs,
  configurationUpdatedMs: atMs,
});

export const tagsOf = (tags: readonly Tag[] | undefined): { [key: string]: string } =>
  Object.fromEntries((tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']));

export function recordConfiguration(
  world: CloudWatchWorld,
  entry: AnyAlarmEntry,
  what: 'created' | 'updated' | 'deleted',
): void {
  record(world.alarms, {
    alarm: entry.name,
    type: entry.type,
    item: 'ConfigurationUpdate',
    atMs: world.clock.nowMs(),
    summary: `Alarm "${entry.name}" ${what}`,
    data: jsonOf({ version: '1.0', type: kinds[what], [`${what}Alarm`]: told(entry) }),
  });
}

const kinds = { created: 'Create', updated: 'Update', deleted: 'Delete' };

/** The definition as the history has it: names in lower camel case, actions always (recorded form). */
function told({ name, arn, state, definition, ...entry }: AnyAlarmEntry): object {
  const { AlarmName: _, Tags: __, ActionsEnabled = true, ...rest } = definition;
  const { OKActions: okactions = [], AlarmActions = [], InsufficientDataActions = [], ...given } = rest;
  const threshold =
    'Threshold' in given && given.Threshold !== undefined ? double(given.Threshold) : undefined;
  return {
    alarmName: name,
    alarmArn: arn,
    alarmConfigurationUpdatedTimestamp: timestamp(entry.configurationUpdatedMs),
    ...(lowered(given) as object),
    ...(threshold === undefined ? {} : { threshold }),
    stateValue: state,
    stateUpdatedTimestamp: timestamp(entry.stateUpdatedMs),
    actionsEnabled: ActionsEnabled,
    alarmActions: AlarmActions,
    insufficientDataActions: InsufficientDataActions,
    okactions,
  };
}

function lowered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowered);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [
    `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`,
    lowered(member),
  ]);
  return Object.fromEntries(members);
}
