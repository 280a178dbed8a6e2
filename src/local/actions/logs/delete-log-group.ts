/**
 * DeleteLogGroup: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogGroup.html.
 * @emulated
 */
import type { DeleteLogGroupRequest } from '@aws-sdk/client-cloudwatch-logs';
import { logsError } from '../../logs/errors';
import { findGroup } from '../../logs/find';
import type { Action } from '../../world';

export const deleteLogGroup: Action<DeleteLogGroupRequest, object> = (world, input) => {
  const group = findGroup(world, input.logGroupName);
  if (group.deletionProtected)
    throw logsError('ValidationException', 'The specified log group is protected from deletion.');
  world.logs.groups.delete(group.name);
  return {};
};
