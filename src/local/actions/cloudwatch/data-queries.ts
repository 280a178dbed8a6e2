/** What GetMetricData takes. */
import type { GetMetricDataCommandInput, MetricDataQuery, MetricStat } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchWorld } from '../../alarms/transition';
import { parseStatistic } from '../../metrics/statistics';
import { insist, oneOf, required, within } from './constraints';
import { cloudWatchError } from './errors';
import { metricProblems } from './metric-members';
import { metricNames } from './metric-names';
import { matching } from './patterns';
import { isPeriod } from './periods';

export const largestPage = 100_800;
const mostQueries = 500;

export function checkDataQueries(world: CloudWatchWorld, input: GetMetricDataCommandInput): void {
  const { MetricDataQueries: queries = [], StartTime, EndTime } = input;
  insist([
    required('metricDataQueries', input.MetricDataQueries),
    required('startTime', StartTime),
    required('endTime', EndTime),
    oneOf('scanBy', input.ScanBy, ['TimestampDescending', 'TimestampAscending']),
    within('maxDatapoints', input.MaxDatapoints, [1, largestPage]),
    matching('labelOptions.timezone', input.LabelOptions?.Timezone, '[+-][0-9]{4}'),
    ...queries.flatMap((query, index) => problemsOf(query, `metricDataQueries.${index + 1}.member.`)),
  ]);
  insist([within('metricDataQueries', queries, [1, Number.POSITIVE_INFINITY])]);
  if (queries.length > mostQueries)
    refuse(`The collection MetricDataQueries must not have a size greater than ${mostQueries}.`);
  if (StartTime && EndTime && StartTime >= EndTime)
    refuse('The parameter StartTime must be less than the parameter EndTime.');
  const ids = new Set<string>();
  queries.forEach((query, index) => {
    checkQuery(world, query, `MetricDataQueries.member.${index + 1}`);
    if (ids.has(query.Id ?? ''))
      refuse(`The values for parameter id in MetricDataQueries are not unique: ${query.Id}.`);
    ids.add(query.Id ?? '');
  });
}

function problemsOf({ Id, Expression, Period, MetricStat: stat }: MetricDataQuery, prefix: string) {
  return [
    required(`${prefix}id`, Id),
    within(`${prefix}id`, Id, [1, 255]),
    within(`${prefix}expression`, Expression, [1, 2048]),
    within(`${prefix}period`, Period, [1, 2 ** 31 - 1]),
    ...(stat ? statProblems(stat, `${prefix}metricStat.`) : []),
  ];
}

const statProblems = (stat: MetricStat, prefix: string): (string | null)[] => [
  required(`${prefix}metric`, stat.Metric),
  ...metricProblems(`${prefix}metric.`, stat.Metric ?? {}),
  required(`${prefix}period`, stat.Period),
  required(`${prefix}stat`, stat.Stat),
  oneOf(`${prefix}unit`, stat.Unit, metricNames.units),
];

function checkQuery({ account }: CloudWatchWorld, query: MetricDataQuery, place: string): void {
  const { Id, MetricStat: stat, Expression, Period, AccountId } = query;
  if (!/^[a-z]\w*$/.test(Id ?? ''))
    refuse(
      `The value ${Id} for parameter ${place}.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.`,
    );
  if (AccountId !== undefined && AccountId !== account)
    refuse('Metrics of other accounts are not available in the local AWS.');
  if ((stat === undefined) === (Expression === undefined))
    refuse(`Exactly one of the parameters ${place}.MetricStat and ${place}.Expression must be specified.`);
  const known = '1, 5, 10, 20, 30 or a multiple of 60';
  if (Period !== undefined && !isPeriod(Period)) refuse(`The parameter ${place}.Period must be ${known}.`);
  if (!stat) return;
  if (!stat.Metric?.MetricName || !stat.Metric.Namespace)
    refuse(`The parameter ${place}.MetricStat is required.`);
  if (!isPeriod(stat.Period)) refuse(`The parameter ${place}.MetricStat.Period must be ${known}.`);
  if (!parseStatistic(stat.Stat ?? ''))
    refuse(`The value ${stat.Stat} for parameter ${place}.MetricStat.Stat is not supported.`);
}

function refuse(message: string): never {
  throw cloudWatchError('validation', message);
}
