/** What a metric alarm's definition means: which metric it watches, and when it breaches. */
import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { parseStatistic, type Statistic } from '../metrics/statistics';
import type { MetricId } from '../metrics/store';
import type { Comparison, Criteria, Missing } from './decide';

export interface Watched {
  readonly id: MetricId;
  readonly statistic: Statistic;
  /** `Sum` or `p99`, as given. */
  readonly statisticName: string;
  readonly periodMs: number;
  readonly unit: string | null;
}

/** Of an alarm that PutMetricAlarm accepted. */
export function watchedBy(definition: PutMetricAlarmCommandInput): Watched {
  const query = definition.Metrics?.find((metric) => metric.ReturnData !== false)?.MetricStat;
  const { Namespace, MetricName, Dimensions } = query?.Metric ?? definition;
  const statisticName = query?.Stat ?? definition.Statistic ?? definition.ExtendedStatistic ?? '';
  const statistic = parseStatistic(statisticName);
  const period = query?.Period ?? definition.Period;
  if (!statistic || period === undefined) throw new Error(`alarm ${definition.AlarmName} watches nothing`);
  return {
    id: { namespace: Namespace ?? '', name: MetricName ?? '', dimensions: dimensionsOf(Dimensions) },
    statistic,
    statisticName,
    periodMs: period * 1000,
    unit: query?.Unit ?? definition.Unit ?? null,
  };
}

export function criteriaOf(definition: PutMetricAlarmCommandInput): Criteria {
  const periods = definition.EvaluationPeriods ?? 1;
  const { id, statistic } = watchedBy(definition);
  return {
    comparison: definition.ComparisonOperator as Comparison,
    threshold: definition.Threshold ?? 0,
    periods,
    toAlarm: definition.DatapointsToAlarm ?? periods,
    missing: (definition.TreatMissingData ?? defaultMissing(id)) as Missing,
    enoughSamples: definition.EvaluateLowSampleCountPercentile === 'ignore' ? enoughFor(statistic) : 0,
  };
}

export function dimensionsOf(
  dimensions: readonly { Name?: string | undefined; Value?: string | undefined }[] | undefined,
): { [name: string]: string } {
  return Object.fromEntries((dimensions ?? []).map(({ Name, Value }) => [Name ?? '', Value ?? '']));
}

/** Alarms on DynamoDB's metrics keep their state when nobody says otherwise. */
const defaultMissing = (id: MetricId): Missing => (id.namespace === 'AWS/DynamoDB' ? 'ignore' : 'missing');

/** 10/(1-p) samples from the median up, 10/p below it; p99 takes 1,000. */
function enoughFor(statistic: Statistic): number {
  if (statistic.kind !== 'percentile') return 0;
  const { percent } = statistic;
  if (percent <= 0 || percent >= 100) return 0;
  return Math.round(1000 / (percent >= 50 ? 100 - percent : percent));
}
