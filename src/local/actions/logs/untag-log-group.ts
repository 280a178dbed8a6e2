/**
 * UntagLogGroup: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_UntagLogGroup.html.
 * @emulated
 */
import type { UntagLogGroupRequest } from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { insist, sized } from '../../logs/constraints';
import { findGroup } from '../../logs/find';
import { removeTags } from '../../logs/tags';
import type { Action } from '../../world';

export const untagLogGroup: Action<UntagLogGroupRequest, object> = (world, { logGroupName, tags }) => {
  insist(Check.required('tags', tags), sized('tags', tags, [1, 50]));
  removeTags(findGroup(world, logGroupName), tags ?? []);
  return {};
};
