/**
 * ListTagsForResource: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ListTagsForResource.html.
 * @emulated Of log groups.
 */
import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import { findTagged } from '../../logs/tags';
import type { Action } from '../../world';

export const listTagsForResource: Action<ListTagsForResourceRequest, ListTagsForResourceResponse> = (
  world,
  { resourceArn },
) => ({ tags: findTagged(world, resourceArn).tags });
