/** Our definition of an alarm to the members of PutMetricAlarm. */
import type { MetricDataQuery, PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import type { AlarmDefinition } from '../core/ports';

/** Lambda's metrics come by the minute. */
const periodS = 60;

/**
 * Nobody is told by it: shipit reads its state. A minute without requests speaks against nobody, so missing data does not
 * breach, and a function that nobody calls is OK and not for ever without data.
 */
export function metricAlarm(alarm: AlarmDefinition): PutMetricAlarmCommandInput {
  return {
    AlarmName: alarm.name,
    AlarmDescription: alarm.description,
    ActionsEnabled: false,
    ComparisonOperator: 'GreaterThanThreshold',
    Threshold: alarm.threshold,
    EvaluationPeriods: alarm.minutes,
    DatapointsToAlarm: alarm.breaching,
    TreatMissingData: 'notBreaching',
    ...watched[alarm.kind](alarm),
    Tags: Object.entries(alarm.tags).map(([Key, Value]) => ({ Key, Value })),
  };
}

const watched: {
  readonly [K in AlarmDefinition['kind']]: (alarm: AlarmDefinition) => Partial<PutMetricAlarmCommandInput>;
} = {
  /** AWS does not say that it writes an Errors of 0, so one that is missing counts as that; no requests are no data. */
  errors: (alarm) => ({
    Metrics: [
      sum('e', 'Errors', alarm),
      sum('i', 'Invocations', alarm),
      { Id: 'share', Expression: '100 * FILL(e, 0) / i', Label: 'Failed requests (%)', ReturnData: true },
    ],
  }),
  throttles: (alarm) => ({ ...metric('Throttles', alarm), Statistic: 'Sum', Period: periodS }),
  /** Of a hundred requests one is the 99th percentile: what is no statistic yet leaves the alarm as it is. */
  p99: (alarm) => ({
    ...metric('Duration', alarm),
    ExtendedStatistic: 'p99',
    Period: periodS,
    EvaluateLowSampleCountPercentile: 'ignore',
  }),
};

const sum = (Id: string, name: string, alarm: AlarmDefinition): MetricDataQuery => ({
  Id,
  MetricStat: { Metric: metric(name, alarm), Period: periodS, Stat: 'Sum' },
  ReturnData: false,
});

function metric(MetricName: string, { functionName, alias, version }: AlarmDefinition) {
  const Dimensions = [
    { Name: 'FunctionName', Value: functionName },
    { Name: 'Resource', Value: `${functionName}:${alias}` },
    ...(version === null ? [] : [{ Name: 'ExecutedVersion', Value: version }]),
  ];
  return { Namespace: 'AWS/Lambda', MetricName, Dimensions };
}
