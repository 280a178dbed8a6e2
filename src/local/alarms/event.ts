/**
 * The event that an alarm sends to a Lambda function (recorded form). Source: CloudWatch User Guide, "Invoke a Lambda
 * function from an alarm".
 */
import { createHash } from 'node:crypto';
import type { MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import type { AlarmMoment, AnyAlarmEntry, CompositeAlarmEntry, MetricAlarmEntry, Transition } from './book';
import { dimensionsOf } from './definition';
import { timestamp } from './forms';
import type { Place } from './notification';

export function eventOf(entry: AnyAlarmEntry, { from }: Transition, { account, region }: Place): string {
  const state = {
    state: entry.state,
    reason: entry.stateReason,
    reasonData: entry.stateReasonData,
    atMs: entry.stateUpdatedMs,
  };
  return JSON.stringify({
    source: 'aws.cloudwatch',
    alarmArn: entry.arn,
    accountId: account,
    time: timestamp(entry.stateUpdatedMs),
    region,
    alarmData: {
      alarmName: entry.name,
      state: stateOf(state),
      previousState: stateOf(from),
      configuration: {
        description: entry.definition.AlarmDescription,
        ...(entry.type === 'MetricAlarm' ? { metrics: metricsOf(entry) } : ruleOf(entry)),
      },
    },
  });
}

const stateOf = ({ state, reason, reasonData, atMs }: AlarmMoment): object => ({
  value: state,
  reason,
  reasonData: reasonData === '' ? undefined : reasonData,
  timestamp: timestamp(atMs),
});

const ruleOf = ({ definition }: CompositeAlarmEntry): object => ({
  alarmRule: definition.AlarmRule,
  actionsSuppressor: definition.ActionsSuppressor,
  actionsSuppressorWaitPeriod: definition.ActionsSuppressorWaitPeriod,
  actionsSuppressorExtensionPeriod: definition.ActionsSuppressorExtensionPeriod,
});

function metricsOf({ definition, arn }: MetricAlarmEntry): object[] {
  if (definition.Metrics) return definition.Metrics.map(queryOf);
  const { Namespace, MetricName, Dimensions, Period, Unit } = definition;
  const Stat = definition.Statistic ?? definition.ExtendedStatistic;
  const Metric = { Namespace, MetricName, Dimensions };
  return [queryOf({ Id: idOf(arn), MetricStat: { Metric, Period, Stat, Unit } })];
}

const queryOf = (query: MetricDataQuery): object => ({
  id: query.Id,
  expression: query.Expression,
  label: query.Label,
  metricStat: query.MetricStat && {
    metric: {
      namespace: query.MetricStat.Metric?.Namespace,
      name: query.MetricStat.Metric?.MetricName,
      dimensions: dimensionsOf(query.MetricStat.Metric?.Dimensions),
    },
    period: query.MetricStat.Period,
    stat: query.MetricStat.Stat,
    unit: query.MetricStat.Unit,
  },
  returnData: query.ReturnData !== false,
});

/** AWS gives the only metric an id of its own making, a UUID. */
function idOf(arn: string): string {
  const hex = createHash('sha256').update(arn).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
