/**
 * The tables of the CloudWatch User Guide, "Configuring how CloudWatch alarms treat missing data", with real alarms over
 * real data: every row, every column, from every state that the alarm may have been in.
 */
import {
  DescribeAlarmsCommand,
  type MetricAlarm,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
  SetAlarmStateCommand,
  type StateValue,
} from '@aws-sdk/client-cloudwatch';
import { type LocalAws, openLocalAws } from './world';

const minuteMs = 60_000;
const treatments = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;
const states = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const satisfies readonly StateValue[];

/** `keep` is whatever the state was; `calm` is anything but ALARM for an alarm that was not in it. */
type Expected = StateValue | 'keep' | 'calm';
type Cells = readonly [
  missing: Expected,
  ignore: Expected,
  breaching: Expected | null,
  notBreaching: Expected,
];

/** Oldest first: `0` is within the threshold, `X` breaches it, `-` is missing. */
const rows: readonly (readonly [toAlarm: number, signs: string, ...expected: Cells])[] = [
  [3, '0 - X - X', 'OK', 'OK', 'OK', 'OK'],
  [3, '0 - - - -', 'OK', 'OK', 'OK', 'OK'],
  [3, '- - - - -', 'INSUFFICIENT_DATA', 'keep', 'ALARM', 'OK'],
  [3, '0 X X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  [3, '- - X - -', 'ALARM', 'keep', 'ALARM', 'OK'],
  [2, '0 - X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  [2, '0 0 X 0 X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  [2, '0 - X - -', 'OK', 'OK', 'ALARM', 'OK'],
  [2, '- - - - 0', 'OK', 'OK', 'ALARM', 'OK'],
  [2, '- - - X -', 'ALARM', 'keep', 'ALARM', 'OK'],
  // Premature: one bad minute is not yet as old as the data points that it takes.
  [3, '- - - - X', 'calm', 'keep', null, 'OK'],
  [3, '- - - X -', 'calm', 'keep', null, 'OK'],
  // Once it is, everything newer must be bad or missing.
  [3, '- X - - -', 'ALARM', 'keep', 'ALARM', 'OK'],
  [3, 'X - - - -', 'ALARM', 'keep', 'ALARM', 'OK'],
  [3, '- X 0 - -', 'OK', 'OK', 'OK', 'OK'],
  // Sparse data: older points that are real count before any that is filled in.
  [3, 'X - X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  [3, 'X X - - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  [3, 'X X - 0 -', 'OK', 'OK', 'OK', 'OK'],
  [2, 'X X - 0 -', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  [3, '0 0 X X X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  [2, 'X X 0 0 0', 'OK', 'OK', 'OK', 'OK'],
];

interface Cell {
  readonly name: string;
  readonly toAlarm: number;
  readonly signs: string;
  readonly treatment: (typeof treatments)[number];
  readonly from: StateValue;
  readonly expected: Expected;
}

/** Without those that are not on record. */
const cells: readonly Cell[] = rows.flatMap(([toAlarm, signs, ...expectations], row) =>
  treatments.flatMap((treatment, column) => {
    const expected = expectations[column] ?? null;
    if (expected === null) return [];
    return states.map((from) => ({
      name: `${row} ${treatment} ${from}`,
      ...{ toAlarm, signs, treatment, from, expected },
    }));
  }),
);

let aws: LocalAws;
let alarms: Map<string, MetricAlarm>;
beforeAll(async () => {
  aws = await openLocalAws();
  for (const [row, [, signs]] of rows.entries()) await putData(`row ${row}`, signs);
  for (const cell of cells) await putAlarm(cell);
  await aws.clock.advance(minuteMs);
  alarms = await describeAll();
});
afterAll(() => aws.close());

/** The last sign is for the minute that is about to begin. */
async function putData(MetricName: string, signs: string): Promise<void> {
  const nowMs = aws.clock.nowMs();
  const points = signs.split(' ').flatMap((sign, index) => {
    const Timestamp = new Date(nowMs - (4 - index) * minuteMs);
    return sign === '-' ? [] : [{ MetricName, Timestamp, Value: sign === 'X' ? 9 : 1 }];
  });
  if (points.length > 0)
    await aws.cloudwatch.send(new PutMetricDataCommand({ Namespace: 'Shop', MetricData: points }));
}

async function putAlarm({ name, toAlarm, treatment, from }: Cell): Promise<void> {
  await aws.cloudwatch.send(
    new PutMetricAlarmCommand({
      ...{ AlarmName: name, Namespace: 'Shop', MetricName: `row ${name.split(' ')[0]}` },
      ...{ Statistic: 'Sum', Period: 60, EvaluationPeriods: 3, DatapointsToAlarm: toAlarm },
      ...{ Threshold: 5, ComparisonOperator: 'GreaterThanThreshold', TreatMissingData: treatment },
    }),
  );
  await aws.cloudwatch.send(
    new SetAlarmStateCommand({ AlarmName: name, StateValue: from, StateReason: 'a state to begin with' }),
  );
}

async function describeAll(): Promise<Map<string, MetricAlarm>> {
  const all = new Map<string, MetricAlarm>();
  for (let at = 0; at < cells.length; at += 100) {
    const AlarmNames = cells.slice(at, at + 100).map(({ name }) => name);
    const { MetricAlarms = [] } = await aws.cloudwatch.send(new DescribeAlarmsCommand({ AlarmNames }));
    for (const alarm of MetricAlarms) all.set(alarm.AlarmName ?? '', alarm);
  }
  return all;
}

test('every cell has its alarm', () => {
  expect(alarms.size).toBe(cells.length);
});

test.each(cells)('$toAlarm of 3, $signs, missing data as $treatment, from $from: $expected', (cell) => {
  const { StateValue: state, StateReason: reason } = alarms.get(cell.name) ?? {};
  if (cell.expected === 'calm') expect(['OK', 'INSUFFICIENT_DATA']).toContain(state);
  else expect(state).toBe(cell.expected === 'keep' ? cell.from : cell.expected);
  expect(reason === 'a state to begin with').toBe(state === cell.from);
});
