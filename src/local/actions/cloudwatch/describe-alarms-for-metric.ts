/**
 * DescribeAlarmsForMetric: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmsForMetric.html
 * @emulated
 */
import type {
  DescribeAlarmsForMetricCommandInput,
  DescribeAlarmsForMetricOutput,
} from '@aws-sdk/client-cloudwatch';
import type { MetricAlarmEntry } from '../../alarms/book';
import { dimensionsOf, meaningOf } from '../../alarms/definition';
import type { CloudWatchWorld } from '../../alarms/transition';
import type { MetricId } from '../../metrics/store';
import { insist, oneOf, required, within } from './constraints';
import { cloudWatchError } from './errors';
import { dimensionProblems } from './metric-members';
import { metricNames } from './metric-names';
import { metricAlarmView } from './views';

/** The metric must be named with all its dimensions. Alarms on metric math are not found. */
export function describeAlarmsForMetric(
  world: CloudWatchWorld,
  input: DescribeAlarmsForMetricCommandInput,
): DescribeAlarmsForMetricOutput {
  insist([
    required('metricName', input.MetricName),
    within('metricName', input.MetricName, [1, 255]),
    required('namespace', input.Namespace),
    within('namespace', input.Namespace, [1, 255]),
    within('period', input.Period, [1, 2 ** 31 - 1]),
    oneOf('statistic', input.Statistic, metricNames.statistics),
    oneOf('unit', input.Unit, metricNames.units),
    ...dimensionProblems('dimensions', input.Dimensions),
  ]);
  if (input.Statistic !== undefined && input.ExtendedStatistic !== undefined)
    throw cloudWatchError(
      'invalidCombination',
      'Statistic and ExtendedStatistic must not be specified together.',
    );
  const found = [...world.alarms.metric.values()].filter((entry) => matches(entry, input));
  return { MetricAlarms: found.map(metricAlarmView) };
}

function matches({ definition }: MetricAlarmEntry, input: DescribeAlarmsForMetricCommandInput): boolean {
  const { watched, periodMs } = meaningOf(definition);
  if (watched.kind !== 'metric') return false;
  const { id, statisticName, unit } = watched;
  const asked = input.Statistic ?? input.ExtendedStatistic;
  if (id.namespace !== input.Namespace || id.name !== input.MetricName) return false;
  if (!sameDimensions(id.dimensions, dimensionsOf(input.Dimensions))) return false;
  if (asked !== undefined && asked !== statisticName) return false;
  if (input.Period !== undefined && input.Period * 1000 !== periodMs) return false;
  return input.Unit === undefined || input.Unit === unit;
}

function sameDimensions(a: MetricId['dimensions'], b: MetricId['dimensions']): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
