/**
 * StartMetricStreams: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_StartMetricStreams.html
 * @stored
 */
import type { StartMetricStreamsCommandInput } from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { setRunning } from './metric-streams';

export const startMetricStreams = (
  world: Pick<World, 'monitors'>,
  { Names }: StartMetricStreamsCommandInput,
): object => setRunning(world, Names, true);
