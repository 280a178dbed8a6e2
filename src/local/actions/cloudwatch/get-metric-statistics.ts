/**
 * GetMetricStatistics: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html
 * @emulated Percentiles are nearest-rank, for AWS does not publish its formula.
 */
import type {
  Datapoint,
  GetMetricStatisticsCommandInput,
  GetMetricStatisticsOutput,
  Statistic as StatisticName,
} from '@aws-sdk/client-cloudwatch';
import { dimensionsOf } from '../../alarms/definition';
import type { CloudWatchWorld } from '../../alarms/transition';
import { answeredFrom, roundedStart } from '../../metrics/retention';
import { readSeries, type SeriesQuestion } from '../../metrics/series';
import { parseStatistic } from '../../metrics/statistics';
import { insist, oneOf, required, within } from './constraints';
import { cloudWatchError } from './errors';
import { dimensionProblems } from './metric-members';
import { metricNames } from './metric-names';
import { isPeriod, startOf } from './periods';

const mostPoints = 1440;
const statisticNames: readonly StatisticName[] = ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'];

/** One data point a period and unit, oldest first (AWS gives them in no order). */
export function getMetricStatistics(
  world: CloudWatchWorld,
  input: GetMetricStatisticsCommandInput,
): GetMetricStatisticsOutput {
  check(input);
  const nowMs = world.clock.nowMs();
  const question = questionOf(input, nowMs);
  const { units } = readSeries(world.metrics, { ...question, statistic: { kind: 'Sum' }, unit: null });
  const wanted = units.filter((unit) => input.Unit === undefined || input.Unit === unit);
  const names = [...(input.Statistics ?? []), ...(input.ExtendedStatistics ?? [])];
  const sinceMs = answeredFrom(question.periodMs, nowMs);
  const points = wanted.flatMap((unit) => pointsOf(world, { ...question, unit }, names));
  const answered = points.filter(({ atMs }) => atMs >= sinceMs).sort((a, b) => a.atMs - b.atMs);
  return { Label: input.MetricName, Datapoints: answered.map(({ point }) => point) };
}

/** Of one unit, with every statistic that has a value. */
function pointsOf(
  world: CloudWatchWorld,
  question: Omit<SeriesQuestion, 'statistic'>,
  names: readonly string[],
): { atMs: number; point: Datapoint }[] {
  const points = new Map<number, Datapoint>();
  for (const name of names) {
    const statistic = parseStatistic(name);
    const series = statistic ? readSeries(world.metrics, { ...question, statistic }).points : [];
    for (const { atMs, value } of series) {
      const unit = { Timestamp: new Date(atMs), Unit: question.unit as Datapoint['Unit'] };
      points.set(atMs, withValue(points.get(atMs) ?? unit, name, value));
    }
  }
  return [...points].map(([atMs, point]) => ({ atMs, point }));
}

function check(input: GetMetricStatisticsCommandInput): void {
  const { StartTime, EndTime, Period = 0, Statistics = [], ExtendedStatistics = [] } = input;
  insist([
    required('namespace', input.Namespace),
    required('metricName', input.MetricName),
    required('startTime', StartTime),
    required('endTime', EndTime),
    required('period', input.Period),
    within('namespace', input.Namespace, [1, 255]),
    within('metricName', input.MetricName, [1, 255]),
    ...dimensionProblems('dimensions', input.Dimensions),
    oneOf('unit', input.Unit, metricNames.units),
    within('statistics', input.Statistics, [1, 5]),
    within('extendedStatistics', input.ExtendedStatistics, [1, 10]),
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
  const unknown = ExtendedStatistics.findIndex((name) => !parseStatistic(name));
  if (unknown >= 0)
    throw cloudWatchError(
      'invalidValue',
      `The value ${ExtendedStatistics[unknown]} for parameter ExtendedStatistics.member.${unknown + 1} is not supported.`,
    );
  checkPoints(input);
}

function checkPoints({ StartTime, EndTime, Period = 60 }: GetMetricStatisticsCommandInput): void {
  const points = Math.ceil(((EndTime?.getTime() ?? 0) - (StartTime?.getTime() ?? 0)) / 1000 / Period);
  if (points > mostPoints)
    throw cloudWatchError(
      'invalidCombination',
      `You have requested up to ${points} datapoints, which exceeds the limit of ${mostPoints}. ` +
        'You may reduce the datapoints requested by increasing Period, or decreasing the time range.',
    );
}

function questionOf(input: GetMetricStatisticsCommandInput, nowMs: number) {
  const { Period = 60 } = input;
  const startMs = roundedStart(input.StartTime?.getTime() ?? 0, nowMs);
  return {
    id: {
      namespace: input.Namespace ?? '',
      name: input.MetricName ?? '',
      dimensions: dimensionsOf(input.Dimensions),
    },
    periodMs: Period * 1000,
    fromMs: startOf(new Date(startMs), Period),
    toMs: input.EndTime?.getTime() ?? 0,
  };
}

function withValue(point: Datapoint, name: string, value: number): Datapoint {
  if (statisticNames.includes(name as StatisticName)) return { ...point, [name]: value };
  return { ...point, ExtendedStatistics: { ...point.ExtendedStatistics, [name]: value } };
}
