/**
 * TagLogGroup: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TagLogGroup.html.
 * @emulated
 */
import type { TagLogGroupRequest } from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { insist, sized } from '../../logs/constraints';
import { findGroup } from '../../logs/find';
import { addTags } from '../../logs/tags';
import type { Action } from '../../world';

export const tagLogGroup: Action<TagLogGroupRequest, object> = (world, { logGroupName, tags }) => {
  insist(Check.required('tags', tags), sized('tags', tags && Object.keys(tags), [1, 50]));
  addTags(findGroup(world, logGroupName), tags ?? {});
  return {};
};
