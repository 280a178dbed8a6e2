import type {
  DescribeAlarmsForMetricCommandInput,
  DescribeAlarmsForMetricOutput,
} from '@aws-sdk/client-cloudwatch';
import type { MetricAlarmEntry } from '../../alarms/book';
import { dimensionsOf, watchedBy } from '../../alarms/definition';
import type { CloudWatchWorld } from '../../alarms/transition';
import type { MetricId } from '../../metrics/store';
import { insist, required } from './constraints';
import { metricAlarmView } from './views';

/** The metric must be named with all its dimensions. */
export function describeAlarmsForMetric(
  world: CloudWatchWorld,
  input: DescribeAlarmsForMetricCommandInput,
): DescribeAlarmsForMetricOutput {
  insist([required('metricName', input.MetricName), required('namespace', input.Namespace)]);
  const found = [...world.alarms.metric.values()].filter((entry) => matches(entry, input));
  return { MetricAlarms: found.map(metricAlarmView) };
}

function matches({ definition }: MetricAlarmEntry, input: DescribeAlarmsForMetricCommandInput): boolean {
  const { id, statisticName, periodMs, unit } = watchedBy(definition);
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
