/**
 * DeleteRetentionPolicy: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteRetentionPolicy.html.
 * @emulated
 */
import type { DeleteRetentionPolicyRequest } from '@aws-sdk/client-cloudwatch-logs';
import { findGroup } from '../../logs/find';
import type { Action } from '../../world';

export const deleteRetentionPolicy: Action<DeleteRetentionPolicyRequest, object> = (world, input) => {
  findGroup(world, input.logGroupName).retentionDays = null;
  return {};
};
