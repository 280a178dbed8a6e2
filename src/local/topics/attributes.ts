/** What a topic or a subscription can be given, and what AWS shows of it. */
import type { World } from '../world';
import type { Attributes, Topic } from './book';
import { refusal } from './errors';

const ofTopics = [
  'DisplayName',
  'Policy',
  'DeliveryPolicy',
  'KmsMasterKeyId',
  'SignatureVersion',
  'TracingConfig',
  'FifoTopic',
  'FifoThroughputScope',
  'ContentBasedDeduplication',
  'ArchivePolicy',
];
const ofSubscriptions = [
  'DeliveryPolicy',
  'FilterPolicy',
  'FilterPolicyScope',
  'RawMessageDelivery',
  'RedrivePolicy',
  'ReplayPolicy',
  'SubscriptionRoleArn',
];

export function topicAttributes(given: Attributes | undefined): Attributes {
  return checked(given ?? {}, ofTopics, ['FifoTopic', 'ContentBasedDeduplication']);
}

/** Filters would decide what is delivered: what cannot be kept to is refused. */
export function subscriptionAttributes(given: Attributes | undefined): Attributes {
  const attributes = checked(given ?? {}, ofSubscriptions, ['RawMessageDelivery']);
  const unheard = ['FilterPolicy', 'ReplayPolicy'].find((name) => attributes[name]);
  if (unheard !== undefined)
    throw refusal.invalid(`Attributes Reason: the local AWS does not act upon ${unheard}`);
  return attributes;
}

function checked(given: Attributes, known: readonly string[], flags: readonly string[]): Attributes {
  const stranger = Object.keys(given).find((name) => !known.includes(name) && !name.includes('Feedback'));
  if (stranger !== undefined) throw refusal.invalid(`Attributes Reason: Unknown attribute ${stranger}`);
  for (const name of flags) {
    const value = given[name];
    if (value !== undefined && value !== 'true' && value !== 'false')
      throw refusal.invalid(`Attributes Reason: ${name}: Invalid value [${value}]. Must be true or false.`);
  }
  return given;
}

const retries = {
  minDelayTarget: 20,
  maxDelayTarget: 20,
  numRetries: 3,
  numMaxDelayRetries: 0,
  numNoDelayRetries: 0,
  numMinDelayRetries: 0,
  backoffFunction: 'linear',
};

/** As GetTopicAttributes shows a topic (recorded). */
export function topicView({ account }: Pick<World, 'account'>, topic: Topic): Attributes {
  const { arn, attributes, subscriptions } = topic;
  const pending = [...subscriptions.values()].filter((each) => each.pending).length;
  const fifo: Attributes = attributes.FifoTopic === 'true' ? { ContentBasedDeduplication: 'false' } : {};
  return {
    Policy: JSON.stringify(policyOf(arn, account)),
    Owner: account,
    SubscriptionsPending: String(pending),
    TopicArn: arn,
    EffectiveDeliveryPolicy: JSON.stringify({
      http: {
        defaultHealthyRetryPolicy: retries,
        disableSubscriptionOverrides: false,
        defaultRequestPolicy: { headerContentType: 'text/plain; charset=UTF-8' },
      },
    }),
    SubscriptionsConfirmed: String(subscriptions.size - pending),
    DisplayName: '',
    SubscriptionsDeleted: '0',
    ...fifo,
    ...attributes,
  };
}

const ownerActions = [
  'GetTopicAttributes',
  'SetTopicAttributes',
  'AddPermission',
  'RemovePermission',
  'DeleteTopic',
  'Subscribe',
  'ListSubscriptionsByTopic',
  'Publish',
];

/** The policy that AWS gives a topic which has none of its own (recorded). */
const policyOf = (Resource: string, account: string): object => ({
  Version: '2008-10-17',
  Id: '__default_policy_ID',
  Statement: [
    {
      Sid: '__default_statement_ID',
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: ownerActions.map((action) => `SNS:${action}`),
      Resource,
      Condition: { StringEquals: { 'AWS:SourceOwner': account } },
    },
  ],
});
