/** The labels that CloudWatch gives to what was not named: what tells it from the others. */
import type { MetricDataQuery, MetricStat } from '@aws-sdk/client-cloudwatch';
import type { MetricId } from '../metrics/store';

/** By the metric, and by statistic and period where these differ (recorded behaviour). */
export function labelsOf(queries: readonly MetricDataQuery[]): string[] {
  const differ = (of: (stat: MetricStat) => unknown): boolean =>
    new Set(queries.flatMap(({ MetricStat: stat }) => (stat ? [of(stat)] : []))).size > 1;
  const [byStat, byPeriod] = [differ((stat) => stat.Stat), differ((stat) => stat.Period)];
  return queries.map(({ Id, MetricStat: stat }) => {
    if (!stat) return Id ?? '';
    const parts = [
      stat.Metric?.MetricName,
      byStat ? stat.Stat : undefined,
      byPeriod ? stat.Period : undefined,
    ];
    return parts.filter((part) => part !== undefined).join(' ');
  });
}

/** Of metrics that were found together: the values in which they differ, or else their name. */
export function foundLabels(found: readonly MetricId[]): string[] {
  const names = [...new Set(found.flatMap(({ dimensions }) => Object.keys(dimensions)))];
  const properties = [
    ({ namespace }: MetricId): string => namespace,
    ...names.map(
      (name) =>
        ({ dimensions }: MetricId): string =>
          (Object.hasOwn(dimensions, name) ? dimensions[name] : '') ?? '',
    ),
    ({ name }: MetricId): string => name,
  ];
  const telling = properties.filter((of) => new Set(found.map(of)).size > 1);
  return found.map((id) => {
    const label = telling.map((of) => of(id)).filter((part) => part !== '');
    return label.length > 0 ? label.join(' ') : id.name;
  });
}
