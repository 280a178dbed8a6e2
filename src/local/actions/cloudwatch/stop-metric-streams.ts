/**
 * StopMetricStreams: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_StopMetricStreams.html
 * @stored
 */
import type { StopMetricStreamsCommandInput } from '@aws-sdk/client-cloudwatch';
import type { World } from '../../world';
import { setRunning } from './metric-streams';

export const stopMetricStreams = (
  world: Pick<World, 'monitors'>,
  { Names }: StopMetricStreamsCommandInput,
): object => setRunning(world, Names, false);
