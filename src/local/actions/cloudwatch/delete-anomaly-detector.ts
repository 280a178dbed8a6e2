/**
 * DeleteAnomalyDetector: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteAnomalyDetector.html
 * @stored
 */
import type { DeleteAnomalyDetectorCommandInput } from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { detectorOf, keyOf } from './anomaly-detectors';
import { cloudWatchError } from './errors';

export function deleteAnomalyDetector(
  { monitors }: Pick<World, 'monitors'>,
  { AnomalyDetectorId: id, ...watched }: DeleteAnomalyDetectorCommandInput,
): object {
  const { detectors } = monitors;
  const key =
    id === undefined
      ? keyOf(detectorOf(watched))
      : [...detectors].find(([, detector]) => detector.AnomalyDetectorId === id)?.[0];
  if (key === undefined || !detectors.delete(key))
    throw cloudWatchError('noResource', 'The anomaly detector does not exist.');
  return {};
}
