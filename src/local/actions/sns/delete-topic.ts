/**
 * DeleteTopic: docs.aws.amazon.com/sns/latest/api/API_DeleteTopic.html. One that is not there is no error.
 * @emulated
 */
import type { DeleteTopicInput } from '@aws-sdk/client-sns';
import { insistOnArn } from '../../topics/find';
import type { Action } from '../../world';

export const deleteTopic: Action<DeleteTopicInput, object> = (world, { TopicArn: arn = '' }) => {
  insistOnArn(arn, 'TopicArn');
  world.topics.topics.delete(arn);
  return {};
};
