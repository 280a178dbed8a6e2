/**
 * DeleteLogStream: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogStream.html.
 * @emulated
 */
import type { DeleteLogStreamRequest } from '@aws-sdk/client-cloudwatch-logs';
import { findGroup, findStream } from '../../logs/find';
import type { Action } from '../../world';

export const deleteLogStream: Action<DeleteLogStreamRequest, object> = (world, input) => {
  const group = findGroup(world, input.logGroupName);
  group.streams.delete(findStream(group, input.logStreamName).name);
  return {};
};
