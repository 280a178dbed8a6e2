/**
 * PutAnomalyDetector: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutAnomalyDetector.html
 * @stored No model is trained, so there are no bands.
 */
import type { PutAnomalyDetectorCommandInput, PutAnomalyDetectorOutput } from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { detectorOf, keyOf } from './anomaly-detectors';

export function putAnomalyDetector(
  { monitors, random }: Pick<World, 'monitors' | 'random'>,
  input: PutAnomalyDetectorCommandInput,
): PutAnomalyDetectorOutput {
  const watched = detectorOf(input);
  const key = keyOf(watched);
  const AnomalyDetectorId = monitors.detectors.get(key)?.AnomalyDetectorId ?? random.uuid();
  const { SingleMetricAnomalyDetector: metric } = watched;
  const { Namespace, MetricName, Dimensions, Stat } = metric ?? {};
  monitors.detectors.set(key, {
    AnomalyDetectorId,
    ...(metric ? { Namespace, MetricName, Dimensions, Stat } : {}),
    ...watched,
    Configuration: input.Configuration ?? { ExcludedTimeRanges: [] },
    ...(input.MetricCharacteristics ? { MetricCharacteristics: input.MetricCharacteristics } : {}),
    StateValue: 'PENDING_TRAINING',
  });
  return { AnomalyDetectorId };
}
