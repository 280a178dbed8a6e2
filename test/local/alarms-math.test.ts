import type { MetricDataQuery, PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { describeAlarms } from '../../src/local/actions/cloudwatch/describe-alarms';
import { describeAlarmsForMetric } from '../../src/local/actions/cloudwatch/describe-alarms-for-metric';
import { startEvaluation } from '../../src/local/alarms/evaluation';
import {
  alarmState,
  minuteMs,
  noonMs,
  putErrorAlarm,
  refusal,
  type TestWorld,
  testWorld,
} from './cloudwatch-world';

const metric = (Id: string, MetricName: string, Period: number): MetricDataQuery => ({
  Id,
  MetricStat: {
    Metric: {
      Namespace: 'AWS/Lambda',
      MetricName,
      Dimensions: [{ Name: 'FunctionName', Value: 'api' }],
    },
    Period,
    Stat: 'Sum',
  },
  ReturnData: false,
});

const plain: Partial<PutMetricAlarmCommandInput> = {
  ...{ Namespace: undefined, MetricName: undefined, Dimensions: undefined },
  ...{ Statistic: undefined, Period: undefined },
};

/** More than a tenth of the requests fail. */
function putRateAlarm(
  world: TestWorld,
  Expression: string,
  changes: Partial<PutMetricAlarmCommandInput>,
): void {
  const Metrics = [
    { Id: 'rate', Expression, Label: 'Error rate' },
    metric('errors', 'Errors', 60),
    metric('requests', 'Invocations', 60),
  ];
  putErrorAlarm(world, { ...plain, Metrics, Threshold: 0.1, ...changes });
}

function putMinute(world: TestWorld, minute: number, errors: number | null, requests: number): void {
  const put = (name: string, value: number): void =>
    world.metrics.put({
      ...{ namespace: 'AWS/Lambda', name, dimensions: { FunctionName: 'api' } },
      ...{ atMs: noonMs + minute * minuteMs, value, count: 1, unit: 'Count' },
    });
  if (errors !== null) put('Errors', errors);
  put('Invocations', requests);
}

const reasonOf = (world: TestWorld) => world.alarms.metric.get('errors');

describe('an alarm on metric math', () => {
  it('judges the result of its expression', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putRateAlarm(world, 'errors / requests', {});
    putMinute(world, 0, 1, 20);
    putMinute(world, 1, 5, 20);
    await world.clock.advance(minuteMs);
    expect(alarmState(world, 'errors')).toBe('OK');
    await world.clock.advance(minuteMs);
    expect(alarmState(world, 'errors')).toBe('ALARM');
    expect(reasonOf(world)?.stateReason).toBe(
      'Threshold Crossed: 1 datapoint [0.25 (20/11/26 12:01:00)] was greater than the threshold (0.1).',
    );
    expect(JSON.parse(reasonOf(world)?.stateReasonData ?? '')).toEqual({
      version: '1.0',
      queryDate: '2026-11-20T12:02:00.000+0000',
      startDate: '2026-11-20T12:01:00.000+0000',
      period: 60,
      recentDatapoints: [0.25],
      threshold: 0.1,
      evaluatedDatapoints: [{ timestamp: '2026-11-20T12:01:00.000+0000', value: 0.25 }],
    });
    stop();
  });

  it('has no data where its expression has no result, unless it fills that', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putRateAlarm(world, 'errors / requests', {});
    putRateAlarm(world, 'FILL(errors / requests, 0)', { AlarmName: 'filled' });
    putRateAlarm(world, 'errors', { AlarmName: 'idle', TreatMissingData: 'notBreaching' });
    await world.clock.advance(minuteMs);
    expect(['errors', 'filled', 'idle'].map((name) => alarmState(world, name))).toEqual([
      ...['INSUFFICIENT_DATA', 'OK', 'OK'],
    ]);
    stop();
  });

  it('slides with its longest period', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    const Metrics = [
      { Id: 'rate', Expression: 'errors / requests' },
      metric('errors', 'Errors', 300),
      metric('requests', 'Invocations', 300),
    ];
    putErrorAlarm(world, { ...plain, Metrics, Threshold: 0.1 });
    putMinute(world, 2, 4, 20);
    await world.clock.advance(3 * minuteMs);
    expect(reasonOf(world)?.stateReason).toContain('[0.2 (20/11/26 11:58:00)]');
    stop();
  });

  it('is shown as it was put, and not found by its metrics', () => {
    const world = testWorld();
    putRateAlarm(world, 'errors / requests', {});
    const [alarm] = describeAlarms(world, {}).MetricAlarms ?? [];
    expect(alarm?.Metrics?.map(({ Id, ReturnData }) => [Id, ReturnData])).toEqual([
      ['rate', true],
      ['errors', false],
      ['requests', false],
    ]);
    expect(alarm).not.toHaveProperty('Dimensions');
    const found = describeAlarmsForMetric(world, {
      ...{ Namespace: 'AWS/Lambda', MetricName: 'Errors' },
      Dimensions: [{ Name: 'FunctionName', Value: 'api' }],
    });
    expect(found.MetricAlarms).toEqual([]);
  });

  it.each<[what: string, metrics: MetricDataQuery[], message: string]>([
    [
      'an expression that is none',
      [{ Id: 'e', Expression: 'm +' }, metric('m', 'Errors', 60)],
      "Error in expression 'e': Invalid syntax",
    ],
    [
      'an expression over what is not there',
      [{ Id: 'e', Expression: 'm + x' }, metric('m', 'Errors', 60)],
      "Undefined variable 'x'",
    ],
    [
      'a search',
      [{ Id: 'e', Expression: "SUM(SEARCH('{AWS/Lambda} x', 'Sum', 60))", Period: 60 }],
      'SEARCH is not supported in alarms.',
    ],
    [
      'several time series',
      [{ Id: 'e', Expression: 'METRICS()' }, metric('m', 'Errors', 60)],
      'an alarm must be based on a single time series',
    ],
    [
      'Metrics Insights',
      [{ Id: 'e', Expression: 'SELECT SUM(Errors) FROM "AWS/Lambda"', Period: 60 }],
      'Metrics Insights queries are not available',
    ],
    [
      'anomaly detection',
      [{ Id: 'e', Expression: 'ANOMALY_DETECTION_BAND(m)' }, metric('m', 'Errors', 60)],
      'not available in the local AWS',
    ],
    [
      'two results',
      [
        { Id: 'e', Expression: 'm' },
        { ...metric('m', 'Errors', 60), ReturnData: true },
      ],
      'Exactly one element of the metrics list should return data.',
    ],
    ['no result', [metric('m', 'Errors', 60)], 'Exactly one element of the metrics list should return data.'],
    [
      'eleven metrics',
      [
        { Id: 'e', Expression: 'SUM(METRICS())' },
        ...Array.from({ length: 11 }, (_, n) => metric(`m${n}`, 'Errors', 60)),
      ],
      'at most 10 metrics',
    ],
    ['the same id twice', [{ Id: 'm', Expression: '1' }, metric('m', 'Errors', 60)], 'are not unique: m'],
    [
      'an id with a capital',
      [{ Id: 'E', Expression: 'm' }, metric('m', 'Errors', 60)],
      "Invalid metric id 'E'",
    ],
    [
      'another account',
      [{ ...metric('m', 'Errors', 60), ReturnData: true, AccountId: '999999999999' }],
      'Metrics of other accounts',
    ],
    ['neither metric nor expression', [{ Id: 'm' }], 'Exactly one of MetricStat and Expression'],
    [
      'a statistic that does not exist',
      [{ Id: 'm', MetricStat: { Metric: { Namespace: 'n', MetricName: 'm' }, Period: 60, Stat: 'p101' } }],
      'The value p101 for parameter Stat',
    ],
    [
      'a period that does not exist',
      [{ Id: 'm', MetricStat: { Metric: { Namespace: 'n', MetricName: 'm' }, Period: 45, Stat: 'Sum' } }],
      'Invalid period 45',
    ],
    [
      'a metric without a name',
      [{ Id: 'm', MetricStat: { Metric: {}, Period: 60, Stat: 'Sum' } }],
      'must have a namespace and a name',
    ],
  ])('can not be based on %s', (_, Metrics, message) => {
    const world = testWorld();
    const told = refusal(() => putErrorAlarm(world, { ...plain, Metrics }));
    expect(told.code).toBe('ValidationError;Sender');
    expect(told.message).toContain(message);
  });

  it.each<[Partial<PutMetricAlarmCommandInput>]>([
    [{ Namespace: 'AWS/Lambda' }],
    [{ Period: 60 }],
    [{ Statistic: 'Sum' }],
    [{ ThresholdMetricId: 'm' }],
  ])('takes no %j beside its queries', (changes) => {
    const Metrics = [{ ...metric('m', 'Errors', 60), ReturnData: true }];
    expect(refusal(() => putErrorAlarm(testWorld(), { ...plain, Metrics, ...changes })).status).toBe(400);
  });
});
