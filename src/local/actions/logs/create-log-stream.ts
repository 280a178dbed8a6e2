/**
 * CreateLogStream: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogStream.html.
 * @emulated
 */
import type { CreateLogStreamRequest } from '@aws-sdk/client-cloudwatch-logs';
import { member } from '../../logs/constraints';
import { refusal } from '../../logs/errors';
import { findGroup } from '../../logs/find';
import type { Action } from '../../world';

export const createLogStream: Action<CreateLogStreamRequest, object> = (world, input) => {
  const name = member.streamName(input.logStreamName);
  const group = findGroup(world, input.logGroupName);
  if (group.streams.has(name)) throw refusal.exists('The specified log stream already exists');
  world.logs.addStream(group, name);
  return {};
};
