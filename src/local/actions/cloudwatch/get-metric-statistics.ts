import type {
  Datapoint,
  GetMetricStatisticsCommandInput,
  GetMetricStatisticsOutput,
  Statistic as StatisticName,
} from '@aws-sdk/client-cloudwatch';
import { dimensionsOf } from '../../alarms/definition';
import type { CloudWatchWorld } from '../../alarms/transition';
import { readSeries } from '../../metrics/series';
import { parseStatistic } from '../../metrics/statistics';
import { insist, oneOf, required } from './constraints';
import { cloudWatchError } from './errors';
import { isPeriod, startOf } from './periods';

const mostPoints = 1440;
const statisticNames: readonly StatisticName[] = ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'];

/** One data point a period and unit, oldest first (AWS gives them in no order). */
export function getMetricStatistics(
  world: CloudWatchWorld,
  input: GetMetricStatisticsCommandInput,
): GetMetricStatisticsOutput {
  check(input);
  const question = questionOf(input);
  const { units } = readSeries(world.metrics, { ...question, statistic: { kind: 'Sum' }, unit: null });
  const points = new Map<string, Datapoint>();
  for (const unit of units.filter((one) => input.Unit === undefined || one === input.Unit)) {
    for (const name of [...(input.Statistics ?? []), ...(input.ExtendedStatistics ?? [])]) {
      const statistic = parseStatistic(name);
      if (!statistic) continue;
      for (const { atMs, value } of readSeries(world.metrics, { ...question, statistic, unit }).points) {
        const key = `${atMs} ${unit}`;
        const point = points.get(key) ?? { Timestamp: new Date(atMs), Unit: unit as Datapoint['Unit'] };
        points.set(key, withValue(point, name, value));
      }
    }
  }
  const byTime = (a: Datapoint, b: Datapoint): number =>
    (a.Timestamp?.getTime() ?? 0) - (b.Timestamp?.getTime() ?? 0);
  return { Label: input.MetricName, Datapoints: [...points.values()].sort(byTime) };
}

function check(input: GetMetricStatisticsCommandInput): void {
  const { StartTime, EndTime, Period = 0, Statistics = [], ExtendedStatistics = [] } = input;
  insist([
    required('namespace', input.Namespace),
    required('metricName', input.MetricName),
    required('startTime', StartTime),
    required('endTime', EndTime),
    required('period', input.Period),
    ...Statistics.map((name, index) => oneOf(`statistics.${index + 1}.member`, name, statisticNames)),
  ]);
  if (Statistics.length + ExtendedStatistics.length === 0)
    throw cloudWatchError('invalidCombination', 'Must specify either Statistics or ExtendedStatistics.');
  if (StartTime && EndTime && StartTime >= EndTime)
    throw cloudWatchError('invalidValue', 'The parameter StartTime must be less than the parameter EndTime.');
  if (!isPeriod(Period))
    throw cloudWatchError(
      'invalidValue',
      'The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60.',
    );
  const unknown = ExtendedStatistics.find((name) => !parseStatistic(name));
  if (unknown !== undefined)
    throw cloudWatchError(
      'invalidValue',
      `The value ${unknown} for parameter ExtendedStatistics.member.1 is not supported.`,
    );
  const points = Math.ceil(((EndTime?.getTime() ?? 0) - (StartTime?.getTime() ?? 0)) / 1000 / Period);
  if (points > mostPoints)
    throw cloudWatchError(
      'invalidCombination',
      `You have requested up to ${points} datapoints, which exceeds the limit of ${mostPoints}. ` +
        'You may reduce the datapoints requested by increasing Period, or decreasing the time range.',
    );
}

function questionOf(input: GetMetricStatisticsCommandInput) {
  const { Period = 60 } = input;
  return {
    id: {
      namespace: input.Namespace ?? '',
      name: input.MetricName ?? '',
      dimensions: dimensionsOf(input.Dimensions),
    },
    periodMs: Period * 1000,
    fromMs: startOf(input.StartTime, Period),
    toMs: input.EndTime?.getTime() ?? 0,
  };
}

function withValue(point: Datapoint, name: string, value: number): Datapoint {
  if (statisticNames.includes(name as StatisticName)) return { ...point, [name]: value };
  return { ...point, ExtendedStatistics: { ...point.ExtendedStatistics, [name]: value } };
}
