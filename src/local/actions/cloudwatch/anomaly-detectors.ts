/** What an anomaly detector watches, which is also what it is found by. */
import type {
  AnomalyDetector,
  DeleteAnomalyDetectorCommandInput,
  SingleMetricAnomalyDetector,
} from '@aws-sdk/client-cloudwatch';
import { parseStatistic } from '../../metrics/statistics';
import { cloudWatchError } from './errors';

type Watching = Omit<DeleteAnomalyDetectorCommandInput, 'AnomalyDetectorId'>;

/** One metric may also be given by members of its own, which is the older form. */
export function detectorOf(
  input: Watching,
): Pick<AnomalyDetector, 'SingleMetricAnomalyDetector' | 'MetricMathAnomalyDetector'> {
  const { SingleMetricAnomalyDetector: single, MetricMathAnomalyDetector: math } = input;
  const { Namespace, MetricName, Dimensions, Stat } = input;
  const plain = [Namespace, MetricName, Stat].some((member) => member !== undefined);
  if ([plain, single !== undefined, math !== undefined].filter(Boolean).length !== 1)
    throw cloudWatchError(
      'invalidCombination',
      'Exactly one of SingleMetricAnomalyDetector, MetricMathAnomalyDetector and a metric with its statistic must be specified.',
    );
  if (math) return { MetricMathAnomalyDetector: math };
  const metric = single ?? { Namespace, MetricName, Stat, ...(Dimensions ? { Dimensions } : {}) };
  checkMetric(metric);
  return { SingleMetricAnomalyDetector: { ...metric, Dimensions: metric.Dimensions ?? [] } };
}

export const keyOf = (detector: ReturnType<typeof detectorOf>): string =>
  JSON.stringify(detector.MetricMathAnomalyDetector ?? sorted(detector.SingleMetricAnomalyDetector ?? {}));

function checkMetric(metric: SingleMetricAnomalyDetector): void {
  for (const member of ['Namespace', 'MetricName', 'Stat'] as const)
    if (!metric[member]) throw cloudWatchError('missing', `The parameter ${member} is required.`);
  if (!parseStatistic(metric.Stat ?? ''))
    throw cloudWatchError('invalidValue', `The value ${metric.Stat} for parameter Stat is not supported.`);
}

function sorted({ Namespace, MetricName, Stat, Dimensions }: SingleMetricAnomalyDetector): unknown[] {
  const named = (Dimensions ?? []).map(({ Name, Value }) => [Name ?? '', Value ?? ''] as const);
  return [Namespace, MetricName, Stat, named.sort(([a], [b]) => (a < b ? -1 : 1))];
}
