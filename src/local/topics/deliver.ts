/** What subscribed functions are sent (docs.aws.amazon.com/lambda/latest/dg/with-sns.html; recorded). */
import { createHash } from 'node:crypto';
import { handOver } from '../lambda/hand-over';
import type { World } from '../world';
import type { Subscription, Topic } from './book';
import type { Message } from './message';

export interface Published {
  readonly topic: Topic;
  readonly id: string;
  readonly message: Message;
}

/** Every protocol but `lambda` leads out of this machine, to where nothing is sent. */
export async function deliver(world: World, published: Published): Promise<void> {
  const { topic } = published;
  const functions = [...topic.subscriptions.values()].filter(({ protocol }) => protocol === 'lambda');
  await Promise.all(
    functions.map((subscription) =>
      handOver(world, {
        functionArn: subscription.endpoint,
        principal: 'sns.amazonaws.com',
        source: topic.arn,
        event: { Records: [recordOf(world, published, subscription)] },
      }),
    ),
  );
}

/** Nobody can check the signature: the key that AWS signs with is AWS's. */
function recordOf(world: World, { topic, id, message }: Published, { arn }: Subscription): object {
  const host = `https://sns.${world.region}.amazonaws.com`;
  const digest = createHash('sha256').update(id).digest();
  const { subject, texts, attributes } = message;
  return {
    EventSource: 'aws:sns',
    EventVersion: '1.0',
    EventSubscriptionArn: arn,
    Sns: {
      Type: 'Notification',
      MessageId: id,
      TopicArn: topic.arn,
      Subject: subject,
      Message: texts.lambda ?? texts.default,
      Timestamp: new Date(world.clock.nowMs()).toISOString(),
      SignatureVersion: topic.attributes.SignatureVersion ?? '1',
      Signature: digest.toString('base64'),
      SigningCertUrl: `${host}/SimpleNotificationService-${digest.toString('hex').slice(0, 32)}.pem`,
      UnsubscribeUrl: `${host}/?Action=Unsubscribe&SubscriptionArn=${arn}`,
      MessageAttributes: attributes,
    },
  };
}
