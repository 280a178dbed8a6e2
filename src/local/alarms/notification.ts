/** What an alarm tells an SNS topic when its state changes; kept in its history. The members are recorded from AWS. */
import type { MetricDataQuery, PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import type { AnyAlarmEntry, CompositeAlarmEntry, Transition } from './book';
import { double, jsonOf } from './doubles';
import { timestamp } from './forms';
import { regionName } from './region-names';

export interface Place {
  readonly account: string;
  readonly region: string;
}

/** The message in each form that subscribers may have. */
export function notificationOf(entry: AnyAlarmEntry, { from }: Transition, place: Place): string {
  const region = regionName(place.region);
  const { definition } = entry;
  const message = jsonOf({
    AlarmName: entry.name,
    AlarmDescription: definition.AlarmDescription ?? null,
    AWSAccountId: place.account,
    AlarmConfigurationUpdatedTimestamp: timestamp(entry.configurationUpdatedMs),
    NewStateValue: entry.state,
    NewStateReason: entry.stateReason,
    StateChangeTime: timestamp(entry.stateTransitionedMs),
    Region: region,
    AlarmArn: entry.arn,
    OldStateValue: from.state,
    OKActions: definition.OKActions ?? [],
    AlarmActions: definition.AlarmActions ?? [],
    InsufficientDataActions: definition.InsufficientDataActions ?? [],
    ...(entry.type === 'MetricAlarm' ? { Trigger: triggerOf(entry.definition) } : compositePart(entry)),
  });
  return JSON.stringify({ default: message, sms: `${entry.state}: "${entry.name}" in ${region}` });
}

function triggerOf(definition: PutMetricAlarmCommandInput): object {
  const { Metrics, MetricName, Namespace, Statistic, ExtendedStatistic } = definition;
  const statistic = Statistic
    ? { StatisticType: 'Statistic', Statistic: statisticNames[Statistic] }
    : { StatisticType: 'ExtendedStatistic', ExtendedStatistic };
  const { Unit = null, Dimensions, Period } = definition;
  const metric = { MetricName, Namespace, ...statistic, Unit, Dimensions: lowerCase(Dimensions), Period };
  return {
    ...(Metrics ? { Metrics: Metrics.map(queryOf) } : metric),
    EvaluationPeriods: definition.EvaluationPeriods,
    DatapointsToAlarm: definition.DatapointsToAlarm,
    ComparisonOperator: definition.ComparisonOperator,
    Threshold: double(definition.Threshold ?? 0),
    TreatMissingData: definition.TreatMissingData ?? 'missing',
    EvaluateLowSampleCountPercentile: definition.EvaluateLowSampleCountPercentile ?? '',
  };
}

const statisticNames = {
  SampleCount: 'SAMPLE_COUNT',
  Average: 'AVERAGE',
  Sum: 'SUM',
  Minimum: 'MINIMUM',
  Maximum: 'MAXIMUM',
};

function queryOf({ MetricStat, ReturnData, ...query }: MetricDataQuery): object {
  const stat = MetricStat && {
    ...MetricStat,
    Metric: { ...MetricStat.Metric, Dimensions: lowerCase(MetricStat.Metric?.Dimensions) },
  };
  return { ...query, MetricStat: stat, ReturnData: ReturnData !== false };
}

const lowerCase = (dimensions: PutMetricAlarmCommandInput['Dimensions']): object[] =>
  (dimensions ?? []).map(({ Name, Value }) => ({ value: Value, name: Name }));

function compositePart({ definition, stateReasonData }: CompositeAlarmEntry): object {
  return { AlarmRule: definition.AlarmRule, TriggeringChildren: triggeringChildren(stateReasonData) };
}

function triggeringChildren(reasonData: string): object[] {
  const { triggeringAlarms = [] }: { triggeringAlarms?: { arn: string; state: object }[] } =
    reasonData === '' ? {} : JSON.parse(reasonData);
  return triggeringAlarms.map(({ arn, state }) => {
    const { value, timestamp: at } = state as { value?: string; timestamp?: string };
    return { Arn: arn, State: { Value: value, Timestamp: at } };
  });
}
