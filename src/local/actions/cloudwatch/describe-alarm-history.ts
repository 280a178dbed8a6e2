/**
 * DescribeAlarmHistory: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmHistory.html
 * @emulated There are no contributors, so items about them are never found.
 */
import type {
  AlarmType,
  DescribeAlarmHistoryCommandInput,
  DescribeAlarmHistoryOutput,
} from '@aws-sdk/client-cloudwatch';
import type { AlarmHistoryEntry } from '../../alarms/book';
import { historyAt } from '../../alarms/history';
import type { CloudWatchWorld } from '../../alarms/transition';
import { alarmTypes } from './alarm-types';
import { insist, oneOf, within } from './constraints';
import { page } from './paging';

const itemTypes = [
  'ConfigurationUpdate',
  'StateUpdate',
  'Action',
  'AlarmContributorStateUpdate',
  'AlarmContributorAction',
];

/** Newest first unless asked otherwise; metric alarms only, unless AlarmTypes says otherwise; also alarms that are no more. */
export function describeAlarmHistory(
  world: CloudWatchWorld,
  input: DescribeAlarmHistoryCommandInput,
): DescribeAlarmHistoryOutput {
  insist([
    within('alarmName', input.AlarmName, [1, 255]),
    within('maxRecords', input.MaxRecords, [1, 100]),
    oneOf('historyItemType', input.HistoryItemType, itemTypes),
    oneOf('scanBy', input.ScanBy, ['TimestampDescending', 'TimestampAscending']),
    ...alarmTypes.problems(input.AlarmTypes),
  ]);
  const types = alarmTypes.asked(input.AlarmTypes);
  const found = historyAt(world.alarms, world.clock.nowMs()).filter((entry) => matches(entry, input, types));
  const inOrder = input.ScanBy === 'TimestampAscending' ? found : found.reverse();
  const { items, nextToken } = page(inOrder, { token: input.NextToken, size: input.MaxRecords ?? 100 });
  const AlarmHistoryItems = items.map((entry) => ({
    AlarmName: entry.alarm,
    AlarmType: entry.type,
    Timestamp: new Date(entry.atMs),
    HistoryItemType: entry.item,
    HistorySummary: entry.summary,
    HistoryData: entry.data,
  }));
  return { AlarmHistoryItems, ...(nextToken ? { NextToken: nextToken } : {}) };
}

function matches(
  entry: AlarmHistoryEntry,
  input: DescribeAlarmHistoryCommandInput,
  types: readonly AlarmType[],
): boolean {
  if (!types.includes(entry.type)) return false;
  if (input.AlarmName !== undefined && entry.alarm !== input.AlarmName) return false;
  if (input.HistoryItemType !== undefined && entry.item !== input.HistoryItemType) return false;
  if (input.StartDate && entry.atMs < input.StartDate.getTime()) return false;
  return !input.EndDate || entry.atMs <= input.EndDate.getTime();
}
