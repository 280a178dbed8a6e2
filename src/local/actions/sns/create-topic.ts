/**
 * CreateTopic: docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html
 * @emulated Nothing is encrypted, archived or traced; a policy is kept and refuses nobody.
 */
import type { CreateTopicInput, CreateTopicResponse } from '@aws-sdk/client-sns';
import { topicAttributes } from '../../topics/attributes';
import { refusal } from '../../topics/errors';
import type { Action } from '../../world';

export const createTopic: Action<CreateTopicInput, CreateTopicResponse> = (world, input) => {
  const { Name: name = '' } = input;
  const attributes = topicAttributes(input.Attributes);
  const fifo = attributes.FifoTopic === 'true';
  if (!/^[\w-]{1,256}$/.test(fifo ? name.replace(/\.fifo$/, '') : name) || name.endsWith('.fifo') !== fifo)
    throw refusal.invalid('Topic Name');
  const tags = Object.fromEntries((input.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
  const arn = `arn:aws:sns:${world.region}:${world.account}:${name}`;
  const known = world.topics.topics.get(arn);
  if (known) {
    if (input.Tags && !isWithin(tags, known.tags))
      throw refusal.invalid('Tags Reason: Topic already exists with different tags');
    if (!isWithin(attributes, known.attributes))
      throw refusal.invalid('Attributes Reason: Topic already exists with different attributes');
  } else world.topics.topics.set(arn, { arn, name, attributes, tags, subscriptions: new Map(), numbered: 0 });
  return { TopicArn: arn };
};

type Texts = Readonly<{ [name: string]: string }>;

const isWithin = (part: Texts, whole: Texts): boolean =>
  Object.entries(part).every(([name, value]) => whole[name] === value);
