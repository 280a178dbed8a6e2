/**
 * UntagResource: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_UntagResource.html.
 * @emulated Of log groups.
 */
import type { UntagResourceRequest } from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { insist, sized } from '../../logs/constraints';
import { findTagged, removeTags } from '../../logs/tags';
import type { Action } from '../../world';

export const untagResource: Action<UntagResourceRequest, object> = (world, { resourceArn, tagKeys }) => {
  insist(Check.required('tagKeys', tagKeys), sized('tagKeys', tagKeys, [0, 50]));
  removeTags(findTagged(world, resourceArn), tagKeys ?? []);
  return {};
};
