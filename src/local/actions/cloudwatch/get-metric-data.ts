import type {
  GetMetricDataCommandInput,
  GetMetricDataOutput,
  MetricDataQuery,
  MetricDataResult,
  MetricStat,
} from '@aws-sdk/client-cloudwatch';
import { dimensionsOf } from '../../alarms/definition';
import type { CloudWatchWorld } from '../../alarms/transition';
import { readSeries, type Series, type SeriesPoint } from '../../metrics/series';
import { parseStatistic } from '../../metrics/statistics';
import { insist, oneOf, required, within } from './constraints';
import { cloudWatchError } from './errors';
import { offsetOf, tokenOf } from './paging';
import { isPeriod, startOf } from './periods';

const largestPage = 100_800;

/** Start inclusive, end exclusive, newest first unless asked otherwise; metric math is refused. */
export function getMetricData(world: CloudWatchWorld, input: GetMetricDataCommandInput): GetMetricDataOutput {
  check(input);
  const queries = input.MetricDataQueries ?? [];
  const labels = labelsOf(queries);
  const answers = queries.flatMap((query, index) => {
    if (query.ReturnData === false || !query.MetricStat) return [];
    const series = read(world, input, query.MetricStat);
    return [{ Id: query.Id, Label: labels[index], series }];
  });
  const from = offsetOf(input.NextToken);
  const to = from + (input.MaxDatapoints ?? largestPage);
  let seen = 0;
  const results = answers.map(({ series, ...head }): MetricDataResult => {
    const inOrder = input.ScanBy === 'TimestampAscending' ? series.points : [...series.points].reverse();
    const shown = inOrder.slice(Math.max(0, from - seen), Math.max(0, to - seen));
    seen += inOrder.length;
    return {
      ...head,
      ...valuesOf(shown),
      ...messagesOf(series),
      StatusCode: seen > to ? 'PartialData' : 'Complete',
    };
  });
  return { MetricDataResults: results, Messages: [], ...(seen > to ? { NextToken: tokenOf(to) } : {}) };
}

function check(input: GetMetricDataCommandInput): void {
  const { MetricDataQueries: queries, StartTime, EndTime } = input;
  insist([
    required('metricDataQueries', queries),
    required('startTime', StartTime),
    required('endTime', EndTime),
    within('metricDataQueries', queries, [1, 500]),
    oneOf('scanBy', input.ScanBy, ['TimestampDescending', 'TimestampAscending']),
    within('maxDatapoints', input.MaxDatapoints, [1, largestPage]),
  ]);
  if (StartTime && EndTime && StartTime >= EndTime)
    throw cloudWatchError('validation', 'The parameter StartTime must be less than the parameter EndTime.');
  const ids = new Set<string>();
  queries?.forEach((query, index) => {
    checkQuery(query, `MetricDataQueries.member.${index + 1}`);
    if (ids.has(query.Id ?? ''))
      throw cloudWatchError(
        'validation',
        `The values for parameter id in MetricDataQueries are not unique: ${query.Id}.`,
      );
    ids.add(query.Id ?? '');
  });
}

function checkQuery({ Id, MetricStat, Expression }: MetricDataQuery, place: string): void {
  if (!/^[a-z]\w{0,254}$/.test(Id ?? ''))
    throw cloudWatchError(
      'validation',
      `The value ${Id} for parameter ${place}.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.`,
    );
  if (Expression !== undefined)
    throw cloudWatchError(
      'validation',
      `Error in expression '${Id}': metric math is not available in the local AWS.`,
    );
  if (!MetricStat?.Metric?.MetricName || !MetricStat.Metric.Namespace)
    throw cloudWatchError('validation', `The parameter ${place}.MetricStat is required.`);
  if (!isPeriod(MetricStat.Period))
    throw cloudWatchError(
      'validation',
      `The parameter ${place}.MetricStat.Period must be 1, 5, 10, 20, 30 or a multiple of 60.`,
    );
  if (!parseStatistic(MetricStat.Stat ?? ''))
    throw cloudWatchError(
      'validation',
      `The value ${MetricStat.Stat} for parameter ${place}.MetricStat.Stat is not supported.`,
    );
}

function read(world: CloudWatchWorld, input: GetMetricDataCommandInput, stat: MetricStat): Series {
  const statistic = parseStatistic(stat.Stat ?? '');
  const period = stat.Period ?? 60;
  if (!statistic) return { points: [], units: [] };
  return readSeries(world.metrics, {
    id: {
      namespace: stat.Metric?.Namespace ?? '',
      name: stat.Metric?.MetricName ?? '',
      dimensions: dimensionsOf(stat.Metric?.Dimensions),
    },
    statistic,
    periodMs: period * 1000,
    fromMs: startOf(input.StartTime, period),
    toMs: input.EndTime?.getTime() ?? 0,
    unit: stat.Unit ?? null,
  });
}

/** What was not named is labelled by the metric, and by statistic and period where these differ (recorded behaviour). */
function labelsOf(queries: readonly MetricDataQuery[]): string[] {
  const differ = (of: (stat: MetricStat) => unknown): boolean =>
    new Set(queries.flatMap(({ MetricStat: stat }) => (stat ? [of(stat)] : []))).size > 1;
  const [byStat, byPeriod] = [differ((stat) => stat.Stat), differ((stat) => stat.Period)];
  return queries.map(({ Label, MetricStat: stat }) => {
    const parts = [
      stat?.Metric?.MetricName,
      byStat ? stat?.Stat : undefined,
      byPeriod ? stat?.Period : undefined,
    ];
    return Label ?? parts.filter((part) => part !== undefined).join(' ');
  });
}

const valuesOf = (points: readonly SeriesPoint[]): Pick<MetricDataResult, 'Timestamps' | 'Values'> => ({
  Timestamps: points.map((point) => new Date(point.atMs)),
  Values: points.map((point) => point.value),
});

function messagesOf({ units }: Series): Pick<MetricDataResult, 'Messages'> {
  const value = `Multiple units returned: '[${units.join(', ')}]'`;
  return units.length > 1 ? { Messages: [{ Code: 'MultipleUnits', Value: value }] } : {};
}
