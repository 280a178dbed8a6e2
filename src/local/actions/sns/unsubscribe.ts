/**
 * Unsubscribe: docs.aws.amazon.com/sns/latest/api/API_Unsubscribe.html. A subscription that is not there is no error.
 * @emulated
 */
import type { UnsubscribeInput } from '@aws-sdk/client-sns';
import { insistOnArn } from '../../topics/find';
import type { Action } from '../../world';

export const unsubscribe: Action<UnsubscribeInput, object> = (world, { SubscriptionArn: arn = '' }) => {
  insistOnArn(arn, 'SubscriptionArn');
  for (const { subscriptions } of world.topics.topics.values()) subscriptions.delete(arn);
  return {};
};
