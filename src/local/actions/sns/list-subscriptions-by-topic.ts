/**
 * ListSubscriptionsByTopic: docs.aws.amazon.com/sns/latest/api/API_ListSubscriptionsByTopic.html
 * @emulated
 */
import type { ListSubscriptionsByTopicInput, ListSubscriptionsByTopicResponse } from '@aws-sdk/client-sns';
import { findTopic, pageOf } from '../../topics/find';
import type { Action } from '../../world';

export const listSubscriptionsByTopic: Action<
  ListSubscriptionsByTopicInput,
  ListSubscriptionsByTopicResponse
> = (world, input) => {
  const topic = findTopic(world, input.TopicArn);
  const { items, more } = pageOf([...topic.subscriptions.values()], input.NextToken);
  const views = items.map(({ arn, protocol, endpoint, pending }) => ({
    SubscriptionArn: pending ? 'PendingConfirmation' : arn,
    Owner: world.account,
    Protocol: protocol,
    Endpoint: endpoint,
    TopicArn: topic.arn,
  }));
  return { Subscriptions: views, ...more };
};
