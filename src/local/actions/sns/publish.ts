/**
 * Publish: docs.aws.amazon.com/sns/latest/api/API_Publish.html
 * @emulated Subscribed functions are invoked, where their policies let SNS; nothing else is sent anything. Telephones and apps cannot be published to.
 */
import type { PublishInput, PublishResponse } from '@aws-sdk/client-sns';
import { deliver } from '../../topics/deliver';
import { refusal } from '../../topics/errors';
import { findTopic, insistOnArn } from '../../topics/find';
import { numberOf, readMessage } from '../../topics/message';
import type { Action } from '../../world';

export const publish: Action<PublishInput, PublishResponse> = async (world, input) => {
  const { TopicArn, TargetArn, PhoneNumber } = input;
  const message = readMessage(input);
  if (PhoneNumber !== undefined)
    throw refusal.invalid(`PhoneNumber Reason: ${PhoneNumber} is not valid to publish to`);
  if (TopicArn === undefined && TargetArn === undefined)
    throw refusal.invalid('TopicArn or TargetArn Reason: no value for required parameter');
  if (TargetArn?.includes(':endpoint/'))
    throw refusal.invalid('TargetArn Reason: No endpoint found for the target arn specified');
  if (TargetArn !== undefined) insistOnArn(TargetArn, 'TargetArn');
  const topic = findTopic(world, TopicArn ?? TargetArn);
  const number = numberOf(topic, input);
  const id = world.random.uuid();
  await deliver(world, { topic, id, message });
  return { MessageId: id, ...number };
};
