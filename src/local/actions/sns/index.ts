/** Every SNS operation of the local AWS, by its name on the wire. */
import type { Action } from '../../world';
import { createTopic } from './create-topic';
import { deleteTopic } from './delete-topic';
import { getTopicAttributes } from './get-topic-attributes';
import { listSubscriptionsByTopic } from './list-subscriptions-by-topic';
import { listTopics } from './list-topics';
import { publish } from './publish';
import { subscribe } from './subscribe';
import { unsubscribe } from './unsubscribe';

export const snsActions = {
  CreateTopic: createTopic,
  DeleteTopic: deleteTopic,
  GetTopicAttributes: getTopicAttributes,
  ListSubscriptionsByTopic: listSubscriptionsByTopic,
  ListTopics: listTopics,
  Publish: publish,
  Subscribe: subscribe,
  Unsubscribe: unsubscribe,
} satisfies { [operation: string]: Action<never, object> };
