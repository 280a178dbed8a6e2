/** What metric and composite alarms have in common when they are made. */
import type { Tag } from '@aws-sdk/client-cloudwatch';
import type { AnyAlarmEntry } from '../../alarms/book';
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
  { name, type, definition }: AnyAlarmEntry,
  what: 'created' | 'updated' | 'deleted',
): void {
  record(world.alarms, {
    alarm: name,
    type,
    item: 'ConfigurationUpdate',
    atMs: world.clock.nowMs(),
    summary: `Alarm "${name}" ${what}`,
    data: JSON.stringify({ version: '1.0', type: kinds[what], [`${what}Alarm`]: definition }),
  });
}

const kinds = { created: 'Create', updated: 'Update', deleted: 'Delete' };
