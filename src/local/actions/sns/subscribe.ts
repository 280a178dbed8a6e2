/**
 * Subscribe: docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
 * @emulated Functions are delivered to; what else subscribes is kept and sent nothing, so HTTP and mail stay unconfirmed. Filter policies are refused.
 */
import type { SubscribeInput, SubscribeResponse } from '@aws-sdk/client-sns';
import { subscriptionAttributes } from '../../topics/attributes';
import type { Topic } from '../../topics/book';
import { refusal } from '../../topics/errors';
import { findTopic } from '../../topics/find';
import type { Action } from '../../world';

const endpoints: { readonly [protocol: string]: RegExp } = {
  http: /^http:\/\/./,
  https: /^https:\/\/./,
  email: /^[^@\s]+@[^@\s]+$/,
  'email-json': /^[^@\s]+@[^@\s]+$/,
  sms: /^\+?[\d\s().-]+$/,
  sqs: /^arn:aws[\w-]*:sqs:[\w-]+:\d{12}:[\w.-]+$/,
  application: /^arn:aws[\w-]*:sns:[\w-]+:\d{12}:endpoint\/./,
  lambda: /^arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:[\w-]+(:[\w$-]+)?$/,
  firehose: /^arn:aws[\w-]*:firehose:[\w-]+:\d{12}:deliverystream\/./,
};
/** Somebody has to answer before they are sent anything. */
const unconfirmed = ['http', 'https', 'email', 'email-json'];
const names: { readonly [protocol: string]: string } = {
  sqs: 'SQS endpoint ARN',
  lambda: 'Lambda endpoint ARN',
};

export const subscribe: Action<SubscribeInput, SubscribeResponse> = (world, input) => {
  const { Protocol: protocol = '', Endpoint: endpoint = '', ReturnSubscriptionArn: always } = input;
  const topic = findTopic(world, input.TopicArn);
  insistOnEndpoint(topic, protocol, endpoint);
  const attributes = subscriptionAttributes(input.Attributes);
  const known = [...topic.subscriptions.values()].find(
    (each) => each.protocol === protocol && each.endpoint === endpoint,
  );
  if (known && !isSame(known.attributes, attributes))
    throw refusal.invalid('Attributes Reason: Subscription already exists with different attributes');
  const subscription = known ?? {
    arn: `${topic.arn}:${world.random.uuid()}`,
    ...{ protocol, endpoint, attributes, pending: unconfirmed.includes(protocol) },
  };
  topic.subscriptions.set(subscription.arn, subscription);
  return {
    SubscriptionArn: subscription.pending && !always ? 'pending confirmation' : subscription.arn,
  };
};

function insistOnEndpoint(topic: Topic, protocol: string, endpoint: string): void {
  const form = Object.hasOwn(endpoints, protocol) ? endpoints[protocol] : undefined;
  if (!form) throw refusal.invalid(`Amazon SNS does not support this protocol string: ${protocol}`);
  if (topic.attributes.FifoTopic === 'true' && protocol !== 'sqs')
    throw refusal.invalid(`Invalid protocol type: ${protocol}`);
  if (!form.test(endpoint)) throw refusal.invalid(names[protocol] ?? 'Endpoint');
}

const isSame = (a: object, b: object): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
