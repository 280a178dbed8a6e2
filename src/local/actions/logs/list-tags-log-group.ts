/**
 * ListTagsLogGroup: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ListTagsLogGroup.html.
 * @emulated
 */
import type { ListTagsLogGroupRequest, ListTagsLogGroupResponse } from '@aws-sdk/client-cloudwatch-logs';
import { findGroup } from '../../logs/find';
import type { Action } from '../../world';

export const listTagsLogGroup: Action<ListTagsLogGroupRequest, ListTagsLogGroupResponse> = (
  world,
  { logGroupName },
) => ({ tags: findGroup(world, logGroupName).tags });
