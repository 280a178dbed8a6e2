/**
 * DeleteMetricStream: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteMetricStream.html
 * @stored
 */
import type { DeleteMetricStreamCommandInput } from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { insist, required, within } from './constraints';

/** One that does not exist counts as deleted. */
export function deleteMetricStream(
  { monitors }: Pick<World, 'monitors'>,
  { Name }: DeleteMetricStreamCommandInput,
): object {
  insist([required('name', Name), within('name', Name, [1, 255])]);
  monitors.streams.delete(Name ?? '');
  return {};
}
