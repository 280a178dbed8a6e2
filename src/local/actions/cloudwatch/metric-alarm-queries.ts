/** What the Metrics list of PutMetricAlarm takes. */
import type { MetricDataQuery, MetricStat, PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { returnedOf } from '../../alarms/definition';
import type { CloudWatchWorld } from '../../alarms/transition';
import { checkExpressions } from '../../math/queries';
import { parseStatistic } from '../../metrics/statistics';
import { insist, oneOf, required, within } from './constraints';
import { cloudWatchError } from './errors';
import { metricProblems } from './metric-members';
import { metricNames } from './metric-names';
import { isPeriod } from './periods';

const mostMetrics = 10;
const exclusive = [
  'MetricName',
  'Namespace',
  'Dimensions',
  'Period',
  'Statistic',
  'ExtendedStatistic',
  'Unit',
] as const;

export function checkQueries(world: CloudWatchWorld, input: PutMetricAlarmCommandInput): void {
  const queries = input.Metrics ?? [];
  const both = exclusive.find((member) => input[member] !== undefined);
  if (both) refuse(`${both} must not be given together with Metrics.`);
  insist(queries.flatMap((query, index) => problemsOf(query, `metrics.${index + 1}.member.`)));
  const ids = new Set<string>();
  for (const query of queries) {
    checkQuery(world, query);
    if (ids.has(query.Id ?? ''))
      refuse(`The values for parameter id in Metrics are not unique: ${query.Id}.`);
    ids.add(query.Id ?? '');
  }
  if (queries.filter((query) => query.ReturnData !== false).length !== 1)
    refuse('Exactly one element of the metrics list should return data.');
  if (queries.filter((query) => query.MetricStat).length > mostMetrics)
    refuse(`An alarm can be based on at most ${mostMetrics} metrics.`);
  checkMath(queries);
}

/** An alarm watches one time series; a search may find any number. */
function checkMath(queries: readonly MetricDataQuery[]): void {
  const search = queries.find(({ Expression = '' }) => /\bSEARCH\s*\(/i.test(Expression));
  if (search) refuse(`Error in expression '${search.Id}': SEARCH is not supported in alarms.`);
  const id = returnedOf(queries)?.Id ?? '';
  if (checkExpressions(queries).get(id) !== 'series')
    refuse(`Error in expression '${id}': an alarm must be based on a single time series.`);
}

function problemsOf(query: MetricDataQuery, prefix: string): (string | null)[] {
  const { MetricStat: stat } = query;
  return [
    required(`${prefix}id`, query.Id),
    within(`${prefix}id`, query.Id, [1, 255]),
    within(`${prefix}expression`, query.Expression, [1, 2048]),
    within(`${prefix}period`, query.Period, [1, 2 ** 31 - 1]),
    within(`${prefix}accountId`, query.AccountId, [1, 255]),
    ...(stat ? statProblems(stat, `${prefix}metricStat.`) : []),
  ];
}

const statProblems = (stat: MetricStat, prefix: string): (string | null)[] => [
  required(`${prefix}metric`, stat.Metric),
  ...metricProblems(`${prefix}metric.`, stat.Metric ?? {}),
  required(`${prefix}period`, stat.Period),
  within(`${prefix}period`, stat.Period, [1, 2 ** 31 - 1]),
  required(`${prefix}stat`, stat.Stat),
  oneOf(`${prefix}unit`, stat.Unit, metricNames.units),
];

function checkQuery({ account }: CloudWatchWorld, query: MetricDataQuery): void {
  const { Id: id = '', MetricStat: stat, Expression, Period, AccountId } = query;
  if (!/^[a-z]\w*$/.test(id)) refuse(`Invalid metric id '${id}': it must begin with a lower case letter.`);
  if ((stat === undefined) === (Expression === undefined))
    refuse(`Exactly one of MetricStat and Expression must be given for '${id}'.`);
  if (AccountId !== undefined && AccountId !== account)
    refuse('Metrics of other accounts are not available in the local AWS.');
  if (Period !== undefined && !isPeriod(Period)) refuse(`Invalid period ${Period} for '${id}'.`);
  if (!stat) return;
  if (!stat.Metric?.MetricName || !stat.Metric.Namespace)
    refuse(`The metric of '${id}' must have a namespace and a name.`);
  if (!parseStatistic(stat.Stat ?? ''))
    refuse(`The value ${stat.Stat} for parameter Stat of '${id}' is not supported.`);
  if (!isPeriod(stat.Period)) refuse(`Invalid period ${stat.Period} for '${id}'.`);
}

function refuse(message: string): never {
  throw cloudWatchError('validation', message);
}
