/**
 * DescribeAnomalyDetectors: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAnomalyDetectors.html
 * @stored They stay PENDING_TRAINING.
 */
import type {
  AnomalyDetector,
  DescribeAnomalyDetectorsCommandInput,
  DescribeAnomalyDetectorsOutput,
} from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { insist, within } from './constraints';
import { page } from './paging';

export function describeAnomalyDetectors(
  { monitors }: Pick<World, 'monitors'>,
  input: DescribeAnomalyDetectorsCommandInput,
): DescribeAnomalyDetectorsOutput {
  insist([within('maxResults', input.MaxResults, [1, Number.POSITIVE_INFINITY])]);
  const all = [...monitors.detectors.values()].filter((detector) => matches(detector, input));
  const { items, nextToken } = page(all, { token: input.NextToken, size: input.MaxResults ?? 100 });
  return { AnomalyDetectors: items, ...(nextToken ? { NextToken: nextToken } : {}) };
}

/** Of metric math only when it is asked for. */
function matches(detector: AnomalyDetector, input: DescribeAnomalyDetectorsCommandInput): boolean {
  const { AnomalyDetectorIds: ids, AnomalyDetectorTypes: types, Namespace, MetricName, Dimensions } = input;
  const type = detector.MetricMathAnomalyDetector ? 'METRIC_MATH' : 'SINGLE_METRIC';
  if (ids) return ids.includes(detector.AnomalyDetectorId ?? '');
  if (!(types ?? ['SINGLE_METRIC']).includes(type)) return false;
  if (Namespace !== undefined && Namespace !== detector.Namespace) return false;
  if (MetricName !== undefined && MetricName !== detector.MetricName) return false;
  const has = detector.Dimensions ?? [];
  return (Dimensions ?? []).every(({ Name, Value }) =>
    has.some((dimension) => dimension.Name === Name && dimension.Value === Value),
  );
}
