/**
 * GetTopicAttributes: docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html
 * @emulated Subscriptions that were deleted are not counted.
 */
import type { GetTopicAttributesInput, GetTopicAttributesResponse } from '@aws-sdk/client-sns';
import { topicView } from '../../topics/attributes';
import { findTopic } from '../../topics/find';
import type { Action } from '../../world';

export const getTopicAttributes: Action<GetTopicAttributesInput, GetTopicAttributesResponse> = (
  world,
  { TopicArn },
) => ({ Attributes: topicView(world, findTopic(world, TopicArn)) });
