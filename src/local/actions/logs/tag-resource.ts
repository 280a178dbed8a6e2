/**
 * TagResource: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TagResource.html.
 * @emulated Of log groups.
 */
import type { TagResourceRequest } from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { insist, sized } from '../../logs/constraints';
import { addTags, findTagged } from '../../logs/tags';
import type { Action } from '../../world';

export const tagResource: Action<TagResourceRequest, object> = (world, { resourceArn, tags }) => {
  insist(Check.required('tags', tags), sized('tags', tags && Object.keys(tags), [1, 50]));
  addTags(findTagged(world, resourceArn), tags ?? {});
  return {};
};
