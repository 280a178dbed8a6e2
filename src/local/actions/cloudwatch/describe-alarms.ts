/**
 * DescribeAlarms: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
 * @emulated There are no log alarms.
 */
import type { DescribeAlarmsCommandInput, DescribeAlarmsOutput } from '@aws-sdk/client-cloudwatch';
import type { AnyAlarmEntry } from '../../alarms/book';
import { childrenIn, parentsOf } from '../../alarms/composite';
import type { CloudWatchWorld } from '../../alarms/transition';
import { alarmTypes } from './alarm-types';
import { insist, oneOf, within } from './constraints';
import { cloudWatchError } from './errors';
import { page } from './paging';
import { compositeAlarmView, metricAlarmView } from './views';

const largestPage = 100;
/** Not documented; what the command-line client shows. */
const defaultPage = 50;

/** Metric alarms only, unless AlarmTypes says otherwise; names that do not exist are left out without a word. */
export function describeAlarms(
  world: CloudWatchWorld,
  input: DescribeAlarmsCommandInput,
): DescribeAlarmsOutput {
  check(input);
  const relatives = relativesOf(world, input);
  const found = relatives ?? everyAlarm(world).filter((entry) => matches(entry, input));
  const size = input.MaxRecords ?? (input.AlarmNames ? largestPage : defaultPage);
  const { items, nextToken } = page(found, { token: input.NextToken, size });
  const LogAlarms = input.AlarmTypes?.includes('LogAlarm') ? { LogAlarms: [] } : {};
  return {
    ...views(items, relatives !== null),
    ...LogAlarms,
    ...(nextToken ? { NextToken: nextToken } : {}),
  };
}

function check(input: DescribeAlarmsCommandInput): void {
  insist([
    within('alarmNames', input.AlarmNames, [0, 100]),
    ...(input.AlarmNames ?? []).map((name, index) =>
      within(`alarmNames.${index + 1}.member`, name, [1, 255]),
    ),
    within('alarmNamePrefix', input.AlarmNamePrefix, [1, 255]),
    within('actionPrefix', input.ActionPrefix, [1, 1024]),
    within('childrenOfAlarmName', input.ChildrenOfAlarmName, [1, 255]),
    within('parentsOfAlarmName', input.ParentsOfAlarmName, [1, 255]),
    within('maxRecords', input.MaxRecords, [1, largestPage]),
    oneOf('stateValue', input.StateValue, ['INSUFFICIENT_DATA', 'ALARM', 'OK']),
    ...alarmTypes.problems(input.AlarmTypes),
  ]);
  if (input.AlarmNames && input.AlarmNamePrefix !== undefined)
    throw cloudWatchError(
      'invalidCombination',
      'AlarmNamePrefix and AlarmNames must not be specified together.',
    );
  for (const member of ['ChildrenOfAlarmName', 'ParentsOfAlarmName'] as const)
    if (input[member] !== undefined) checkAlone(input, member);
}

/** Whoever asks for relatives may ask for nothing else. */
function checkAlone(input: DescribeAlarmsCommandInput, member: keyof DescribeAlarmsCommandInput): void {
  const { MaxRecords: _, NextToken: __, [member]: ___, ...others } = input;
  const other = Object.entries(others).find(([, value]) => value !== undefined)?.[0];
  if (other) throw cloudWatchError('validation', `${member} and ${other} must not be specified together.`);
}

/** Composite alarms before metric alarms, each by name. */
function everyAlarm({ alarms }: CloudWatchWorld): AnyAlarmEntry[] {
  const byName = (a: AnyAlarmEntry, b: AnyAlarmEntry): number => (a.name < b.name ? -1 : 1);
  return [...[...alarms.composite.values()].sort(byName), ...[...alarms.metric.values()].sort(byName)];
}

function matches(entry: AnyAlarmEntry, input: DescribeAlarmsCommandInput): boolean {
  if (!alarmTypes.asked(input.AlarmTypes).includes(entry.type)) return false;
  if (input.AlarmNames?.length && !input.AlarmNames.includes(entry.name)) return false;
  if (input.AlarmNamePrefix !== undefined && !entry.name.startsWith(input.AlarmNamePrefix)) return false;
  if (input.StateValue !== undefined && entry.state !== input.StateValue) return false;
  const { ActionPrefix: prefix } = input;
  const { OKActions = [], AlarmActions = [], InsufficientDataActions = [] } = entry.definition;
  const actions = [...OKActions, ...AlarmActions, ...InsufficientDataActions];
  return prefix === undefined || actions.some((action) => action.startsWith(prefix));
}

/** Null when the request asks neither for children nor for parents. */
function relativesOf(
  { alarms }: CloudWatchWorld,
  { ChildrenOfAlarmName: ofParent, ParentsOfAlarmName: ofChild }: DescribeAlarmsCommandInput,
): AnyAlarmEntry[] | null {
  if (ofChild !== undefined) return parentsOf(alarms, ofChild);
  if (ofParent === undefined) return null;
  const parent = alarms.composite.get(ofParent);
  return parent ? childrenIn(alarms, parent) : [];
}

/** Of relatives AWS tells only name, ARN and state. */
function views(entries: readonly AnyAlarmEntry[], brief: boolean): DescribeAlarmsOutput {
  const shorten = ({ name, arn, state, stateUpdatedMs }: AnyAlarmEntry) => ({
    AlarmName: name,
    AlarmArn: arn,
    StateValue: state,
    StateUpdatedTimestamp: new Date(stateUpdatedMs),
  });
  return {
    CompositeAlarms: entries.flatMap((entry) =>
      entry.type === 'CompositeAlarm' ? [brief ? shorten(entry) : compositeAlarmView(entry)] : [],
    ),
    MetricAlarms: entries.flatMap((entry) =>
      entry.type === 'MetricAlarm' ? [brief ? shorten(entry) : metricAlarmView(entry)] : [],
    ),
  };
}
