/** What a metric alarm's definition means: what it watches, over which periods, and when that breaches. */
import type { MetricDataQuery, PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { parseStatistic, type Statistic } from '../metrics/statistics';
import type { MetricId } from '../metrics/store';
import type { Comparison, Criteria, Missing } from './decide';
import { type Window, windowOf } from './windows';

export type Watched =
  | {
      readonly kind: 'metric';
      readonly id: MetricId;
      readonly statistic: Statistic;
      /** `Sum` or `p99`, as given. */
      readonly statisticName: string;
      readonly unit: string | null;
    }
  | {
      readonly kind: 'queries';
      readonly queries: readonly MetricDataQuery[];
      /** The query whose result the alarm looks at. */
      readonly returned: string;
    };

export interface Meaning {
  readonly watched: Watched;
  /** Every metric that the alarm reads. */
  readonly metrics: readonly MetricId[];
  readonly criteria: Criteria;
  readonly periodMs: number;
  readonly window: Window;
  /** How often it is evaluated. */
  readonly stepMs: number;
}

const minuteMs = 60_000;
const fastMs = 10_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const known = new WeakMap<PutMetricAlarmCommandInput, Meaning>();

/** Of an alarm that PutMetricAlarm accepted. A definition is never changed, only replaced, so this is worked out once. */
export function meaningOf(definition: PutMetricAlarmCommandInput): Meaning {
  const before = known.get(definition);
  if (before) return before;
  const meaning = readMeaning(definition);
  known.set(definition, meaning);
  return meaning;
}

function readMeaning(definition: PutMetricAlarmCommandInput): Meaning {
  const watched = watchedBy(definition);
  const periodMs = periodOf(definition) * 1000;
  const metrics = watched.kind === 'metric' ? [watched.id] : watched.queries.flatMap(metricsOf);
  return {
    watched,
    metrics,
    criteria: criteriaOf(definition, watched, metrics),
    periodMs,
    window: windowOf(definition),
    stepMs: stepOf(periodMs, definition.EvaluationPeriods ?? 1),
  };
}

/** Seconds. Of several metrics the longest period counts, unless the expression has its own. */
export function periodOf({ Period, Metrics }: PutMetricAlarmCommandInput): number {
  if (!Metrics) return Period ?? 0;
  const returned = returnedOf(Metrics);
  const periods = Metrics.map((query) => query.MetricStat?.Period ?? 0);
  return returned?.MetricStat?.Period ?? returned?.Period ?? Math.max(0, ...periods);
}

export const returnedOf = (queries: readonly MetricDataQuery[]): MetricDataQuery | undefined =>
  queries.find((query) => query.ReturnData !== false);

export function dimensionsOf(
  dimensions: readonly { Name?: string | undefined; Value?: string | undefined }[] | undefined,
): { [name: string]: string } {
  return Object.fromEntries((dimensions ?? []).map(({ Name, Value }) => [Name ?? '', Value ?? '']));
}

function watchedBy(definition: PutMetricAlarmCommandInput): Watched {
  const queries = definition.Metrics ?? [];
  const returned = returnedOf(queries);
  if (returned && !returned.MetricStat)
    return { kind: 'queries', queries: queries.map(plain), returned: returned.Id ?? '' };
  const { Metric, Stat, Unit } = returned?.MetricStat ?? {};
  const { Namespace, MetricName, Dimensions } = Metric ?? definition;
  const statisticName = Stat ?? definition.Statistic ?? definition.ExtendedStatistic ?? '';
  const statistic = parseStatistic(statisticName);
  if (!statistic) throw new Error(`alarm ${definition.AlarmName} has no statistic`);
  return {
    kind: 'metric',
    id: { namespace: Namespace ?? '', name: MetricName ?? '', dimensions: dimensionsOf(Dimensions) },
    statistic,
    statisticName,
    unit: Unit ?? definition.Unit ?? null,
  };
}

const plain = (query: MetricDataQuery): MetricDataQuery => ({
  ...query,
  ReturnData: query.ReturnData !== false,
});

function metricsOf({ MetricStat }: MetricDataQuery): MetricId[] {
  const { Namespace, MetricName, Dimensions } = MetricStat?.Metric ?? {};
  return Namespace && MetricName
    ? [{ namespace: Namespace, name: MetricName, dimensions: dimensionsOf(Dimensions) }]
    : [];
}

function criteriaOf(
  definition: PutMetricAlarmCommandInput,
  watched: Watched,
  metrics: readonly MetricId[],
): Criteria {
  const periods = definition.EvaluationPeriods ?? 1;
  const ignoresFew = definition.EvaluateLowSampleCountPercentile === 'ignore' && watched.kind === 'metric';
  return {
    comparison: definition.ComparisonOperator as Comparison,
    threshold: definition.Threshold ?? 0,
    periods,
    toAlarm: definition.DatapointsToAlarm ?? periods,
    missing: missingOf(definition, metrics),
    enoughSamples: ignoresFew ? enoughFor(watched.statistic) : 0,
  };
}

/** Alarms on DynamoDB's metrics keep their state, whatever was asked for. */
const missingOf = (
  { TreatMissingData }: PutMetricAlarmCommandInput,
  metrics: readonly MetricId[],
): Missing =>
  metrics.some((id) => id.namespace === 'AWS/DynamoDB')
    ? 'ignore'
    : ((TreatMissingData ?? 'missing') as Missing);

/** 10/(1-p) samples from the median up, 10/p below it; p99 takes 1,000. */
function enoughFor(statistic: Statistic): number {
  if (statistic.kind !== 'percentile') return 0;
  const { percent } = statistic;
  if (percent <= 0 || percent >= 100) return 0;
  return Math.round(1000 / (percent >= 50 ? 100 - percent : percent));
}

function stepOf(periodMs: number, periods: number): number {
  if (periodMs < minuteMs) return fastMs;
  return periodMs * periods > dayMs ? hourMs : minuteMs;
}
