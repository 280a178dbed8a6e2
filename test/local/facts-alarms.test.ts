/** Recorded facts about alarms and their errors, through the SDK and in the bytes of the wire. */
import {
  type CompositeAlarm,
  DeleteAlarmsCommand,
  DescribeAlarmsCommand,
  type MetricAlarm,
  PutCompositeAlarmCommand,
  PutMetricAlarmCommand,
  type PutMetricAlarmCommandInput,
  PutMetricDataCommand,
  SetAlarmStateCommand,
  type StateValue,
} from '@aws-sdk/client-cloudwatch';
import { account, type LocalAws, openLocalAws, refusalOf, region } from './world';

const minuteMs = 60_000;
let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
});
afterEach(() => aws.close());

const metric = { Namespace: 'Shop', MetricName: 'Failures' };
const plain: PutMetricAlarmCommandInput = {
  AlarmName: 'failures',
  ...{ ...metric, Statistic: 'Sum', Period: 60, EvaluationPeriods: 1 },
  ...{ Threshold: 21, ComparisonOperator: 'GreaterThanThreshold' },
};
const put = (changes: Partial<PutMetricAlarmCommandInput> = {}) =>
  aws.cloudwatch.send(new PutMetricAlarmCommand({ ...plain, ...changes }));
const compose = (AlarmName: string, AlarmRule: string) =>
  aws.cloudwatch.send(new PutCompositeAlarmCommand({ AlarmName, AlarmRule }));
const set = (AlarmName: string, StateValue: StateValue) =>
  aws.cloudwatch.send(new SetAlarmStateCommand({ AlarmName, StateValue, StateReason: 'drill' }));
const fail = (Value: number) =>
  aws.cloudwatch.send(
    new PutMetricDataCommand({
      Namespace: metric.Namespace,
      MetricData: [{ MetricName: metric.MetricName, Value, Unit: 'Count', Timestamp: now() }],
    }),
  );
const now = (): Date => new Date(aws.clock.nowMs());

async function alarm(name = 'failures'): Promise<MetricAlarm & CompositeAlarm> {
  const { MetricAlarms = [], CompositeAlarms = [] } = await aws.cloudwatch.send(
    new DescribeAlarmsCommand({ AlarmNames: [name], AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] }),
  );
  return MetricAlarms[0] ?? CompositeAlarms[0] ?? {};
}

const invalid = { name: 'ValidationException', status: 400 };

describe('the state of an alarm', () => {
  test('is unknown at first, in recorded words, and kept when the alarm is put again', async () => {
    await put();
    expect(await alarm()).toMatchObject({
      StateValue: 'INSUFFICIENT_DATA',
      StateReason: 'Unchecked: Initial alarm creation',
    });
    await set('failures', 'ALARM');
    await put({ Threshold: 3, AlarmDescription: undefined });
    expect(await alarm()).toMatchObject({ StateValue: 'ALARM', StateReason: 'drill', Threshold: 3 });
  });

  test('that was set by hand lasts until the next evaluation', async () => {
    await put({ TreatMissingData: 'notBreaching' });
    await aws.clock.advance(minuteMs / 2);
    await set('failures', 'ALARM');
    await aws.clock.advance(minuteMs / 2 - 1);
    expect((await alarm()).StateValue).toBe('ALARM');
    await aws.clock.advance(1);
    expect((await alarm()).StateValue).toBe('OK');
  });

  test('is looked at every minute, over a window that slides by one', async () => {
    await put({ Period: 300, Threshold: 4, TreatMissingData: 'notBreaching' });
    const seen: (string | undefined)[] = [];
    for (const failures of [2, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0]) {
      if (failures > 0) await fail(failures);
      await aws.clock.advance(minuteMs);
      seen.push((await alarm()).StateValue);
    }
    expect(seen.indexOf('ALARM')).toBe(4);
    expect(seen.at(5)).toBe('OK');
  });
});

describe('the reason of a state', () => {
  test('names the data point and the threshold, the day first, and as data', async () => {
    await put({ Unit: 'Count' });
    await fail(21.5);
    await aws.clock.advance(minuteMs);
    const { StateReason, StateReasonData = '' } = await alarm();
    expect(StateReason).toBe(
      'Threshold Crossed: 1 datapoint [21.5 (20/11/26 12:00:00)] was greater than the threshold (21.0).',
    );
    expect(Object.keys(JSON.parse(StateReasonData))).toEqual([
      ...['version', 'queryDate', 'startDate', 'unit', 'statistic', 'period', 'recentDatapoints'],
      ...['threshold', 'evaluatedDatapoints'],
    ]);
  });

  test('says how many of how many when the alarm asks for so many', async () => {
    const below = { ComparisonOperator: 'LessThanOrEqualToThreshold', Threshold: 70 } as const;
    await put({ ...below, Statistic: 'Average', DatapointsToAlarm: 1 });
    await set('failures', 'OK');
    await fail(6.04);
    await aws.clock.advance(minuteMs);
    expect((await alarm()).StateReason).toBe(
      'Threshold Crossed: 1 out of the last 1 datapoints [6.04 (20/11/26 12:00:00)] was less than or equal to the threshold (70.0) (minimum 1 datapoint for OK -> ALARM transition).',
    );
  });

  test('says what was made of missing data', async () => {
    await put({ EvaluationPeriods: 2, TreatMissingData: 'breaching' });
    await aws.clock.advance(minuteMs);
    expect((await alarm()).StateReason).toBe(
      'Threshold Crossed: no datapoints were received for 2 periods and 2 missing datapoints were treated as [Breaching].',
    );
  });

  test('of a composite alarm names the alarms behind it', async () => {
    await put();
    await compose('any', 'ALARM("failures")');
    await set('failures', 'ALARM');
    const { StateValue, StateReasonData = '' } = await alarm('any');
    expect(StateValue).toBe('ALARM');
    expect(JSON.parse(StateReasonData)).toMatchObject({
      triggeringAlarms: [
        { arn: `arn:aws:cloudwatch:${region}:${account}:alarm:failures`, state: { value: 'ALARM' } },
      ],
    });
  });
});

test.each([
  ['ALARM("a") AND NOT OK("b")', { a: 'ALARM', b: 'ALARM' }, 'ALARM'],
  ['ALARM("a") AND NOT OK("b")', { a: 'ALARM', b: 'OK' }, 'OK'],
  ['AT_LEAST(2, ALARM, (a, b, c))', { a: 'ALARM', b: 'OK', c: 'ALARM' }, 'ALARM'],
  ['AT_LEAST(2, ALARM, (a, b, c))', { a: 'ALARM', b: 'OK', c: 'OK' }, 'OK'],
  ['AT_LEAST(50%, ALARM, (a, b, c))', { a: 'ALARM', b: 'ALARM', c: 'OK' }, 'ALARM'],
  ['AT_LEAST(50%, ALARM, (a, b, c))', { a: 'ALARM', b: 'OK', c: 'OK' }, 'OK'],
] as const)('the rule %s over %j gives %s', async (rule, states, expected) => {
  for (const AlarmName of ['a', 'b', 'c']) await put({ AlarmName });
  for (const [name, state] of Object.entries(states)) await set(name, state as StateValue);
  await compose('rule', rule);
  expect((await alarm('rule')).StateValue).toBe(expected);
});

describe('alarms are described', () => {
  beforeEach(async () => {
    await put();
    await compose('any', 'ALARM("failures")');
  });
  const describeNames = (AlarmNames: string[], AlarmTypes?: ('MetricAlarm' | 'CompositeAlarm')[]) =>
    aws.cloudwatch.send(new DescribeAlarmsCommand({ AlarmNames, AlarmTypes }));
  const namesOf = (alarms: readonly { AlarmName?: string | undefined }[] = []): unknown[] =>
    alarms.map(({ AlarmName }) => AlarmName);

  test('without composite ones unless asked for, and without a word of those that are not there', async () => {
    const both = ['failures', 'any', 'nobody'];
    const byDefault = await describeNames(both);
    expect([namesOf(byDefault.MetricAlarms), namesOf(byDefault.CompositeAlarms)]).toEqual([['failures'], []]);
    const all = await describeNames(both, ['MetricAlarm', 'CompositeAlarm']);
    expect([namesOf(all.MetricAlarms), namesOf(all.CompositeAlarms)]).toEqual([['failures'], ['any']]);
    expect(namesOf((await describeNames(['nobody'])).MetricAlarms)).toEqual([]);
  });

  test('a hundred at a time, and deleted a hundred at a time with one composite alarm among them', async () => {
    const names = Array.from({ length: 101 }, (_, index) => `n${index}`);
    expect(namesOf((await describeNames(names.slice(1))).MetricAlarms)).toEqual([]);
    expect(await refusalOf(describeNames(names))).toMatchObject(invalid);
    const remove = (AlarmNames: string[]) => aws.cloudwatch.send(new DeleteAlarmsCommand({ AlarmNames }));
    expect(await refusalOf(remove(names))).toMatchObject(invalid);
    await compose('other', 'ALARM("failures")');
    expect(await refusalOf(remove(['any', 'other']))).toMatchObject(invalid);
    await remove(['other']);
    await remove([...names.slice(3), 'any', 'failures']);
    expect(await alarm()).toEqual({});
  });
});

test.each([
  [
    { Period: 60, EvaluationPeriods: 1440 },
    { Period: 60, EvaluationPeriods: 1441 },
  ],
  [
    { Period: 3540, EvaluationPeriods: 24 },
    { Period: 3540, EvaluationPeriods: 25 },
  ],
  [
    { Period: 3600, EvaluationPeriods: 168 },
    { Period: 3600, EvaluationPeriods: 169 },
  ],
  [
    { Period: 86_400, EvaluationPeriods: 7 },
    { Period: 86_400, EvaluationPeriods: 8 },
  ],
  [
    { EvaluationPeriods: 3, DatapointsToAlarm: 3 },
    { EvaluationPeriods: 3, DatapointsToAlarm: 4 },
  ],
  [{ Period: 10 }, { Period: 15 }],
  [{ Period: 20 }, { Period: 61 }],
])('an alarm may look at %j, and not at %j', async (right, wrong) => {
  await put(right);
  expect(await refusalOf(put(wrong))).toMatchObject(invalid);
});

interface WireAnswer {
  readonly status: number;
  readonly code: string | null;
  readonly contentType: string | null;
  readonly body: object;
}

async function askCloudWatch(operation: string, body: object): Promise<WireAnswer> {
  const answer = await fetch(aws.served.endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `GraniteServiceVersion20100801.${operation}`,
      'x-amzn-query-mode': 'true',
    },
    body: JSON.stringify(body),
  });
  const { headers, status } = answer;
  return {
    status,
    code: headers.get('x-amzn-query-error'),
    contentType: headers.get('content-type'),
    body: (await answer.json()) as object,
  };
}

const dayS = 86_400;
test.each<readonly [string, object, number, string, string, string]>([
  [
    ...(['SetAlarmState', { AlarmName: 'gone', StateValue: 'INVALID', StateReason: 'x' }] as const),
    ...([400, 'ValidationException', 'ValidationError'] as const),
    "1 validation error detected: Value 'INVALID' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]",
  ],
  [
    ...(['SetAlarmState', { AlarmName: 'gone', StateValue: 'OK', StateReason: 'x' }] as const),
    ...([404, 'ResourceNotFound', 'ResourceNotFound', ''] as const),
  ],
  [
    'GetMetricStatistics',
    { ...metric, StartTime: 0, EndTime: dayS, Period: 1, Statistics: ['Sum'] },
    ...([400, 'InvalidParameterCombinationException', 'InvalidParameterCombination'] as const),
    'You have requested up to 86400 datapoints, which exceeds the limit of 1440. You may reduce the datapoints requested by increasing Period, or decreasing the time range.',
  ],
  [
    ...(['ListTagsForResource', { ResourceARN: 'no arn' }] as const),
    ...([400, 'InvalidParameterValueException', 'InvalidParameterValue'] as const),
    'Invalid arn syntax: no arn',
  ],
])('%s of %j is refused with %d %s, under %s in the header', async (...row) => {
  const [operation, body, status, type, code, message] = row;
  expect(await askCloudWatch(operation, body)).toEqual({
    ...{ status, code: `${code};Sender`, contentType: 'application/x-amz-json-1.0' },
    body: { __type: `com.amazonaws.cloudwatch.v2010_08_01#${type}`, message },
  });
});
