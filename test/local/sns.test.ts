import {
  CreateTopicCommand,
  type CreateTopicCommandInput,
  DeleteTopicCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  ListTopicsCommand,
  PublishCommand,
  type PublishCommandInput,
  SetTopicAttributesCommand,
  SubscribeCommand,
  type SubscribeCommandInput,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import { dumpParts, loadParts } from '../../src/local/kept';
import { createTopicBook } from '../../src/local/topics/book';
import { createListener } from './listener';
import { account, type LocalAws, openLocalAws, refusalOf, region } from './world';

const topic = `arn:aws:sns:${region}:${account}:releases`;
const nobodys = `arn:aws:sns:${region}:${account}:nobodys`;

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
  await create({ Name: 'releases' });
});
afterEach(() => aws.close());

const create = (input: CreateTopicCommandInput) => aws.sns.send(new CreateTopicCommand(input));
const attributes = async (TopicArn: string) =>
  (await aws.sns.send(new GetTopicAttributesCommand({ TopicArn }))).Attributes ?? {};
const subscribe = (input: Partial<SubscribeCommandInput>) =>
  aws.sns.send(new SubscribeCommand({ TopicArn: topic, Protocol: 'lambda', ...input }));
const subscriptions = async () =>
  (await aws.sns.send(new ListSubscriptionsByTopicCommand({ TopicArn: topic }))).Subscriptions ?? [];
const publish = (input: Partial<PublishCommandInput>) =>
  aws.sns.send(new PublishCommand({ TopicArn: topic, Message: 'news', ...input }));
const invalid = (what: string) => ({
  ...{ name: 'InvalidParameterException', status: 400 },
  message: `Invalid parameter: ${what}`,
});
const noTopic = { name: 'NotFoundException', status: 404, message: 'Topic does not exist' };

const listen = async (name: string, lets = true) => {
  const permission = { principal: 'sns.amazonaws.com', source: topic };
  const listener = await createListener(aws, name, lets ? permission : null);
  const { SubscriptionArn: subscription } = await subscribe({ Endpoint: listener.arn });
  return { ...listener, subscription };
};

describe('a topic', () => {
  it('is made once, however often it is asked for, and listed', async () => {
    expect((await create({ Name: 'releases' })).TopicArn).toBe(topic);
    await create({ Name: 'alarms' });
    const { Topics } = await aws.sns.send(new ListTopicsCommand({}));
    expect(Topics?.map(({ TopicArn }) => TopicArn)).toEqual([topic.replace('releases', 'alarms'), topic]);
  });

  it('shows the attributes that AWS gives it beside its own', async () => {
    await create({ Name: 'named', Attributes: { DisplayName: 'Ours' } });
    expect(await attributes(topic.replace('releases', 'named'))).toMatchObject({
      ...{ DisplayName: 'Ours', Owner: account, SubscriptionsConfirmed: '0', SubscriptionsPending: '0' },
      Policy: expect.stringContaining('"AWS:SourceOwner":"123456789012"'),
      EffectiveDeliveryPolicy: expect.stringContaining('"numRetries":3'),
    });
  });

  it('is gone when it was deleted, which may be said twice', async () => {
    await aws.sns.send(new DeleteTopicCommand({ TopicArn: topic }));
    await aws.sns.send(new DeleteTopicCommand({ TopicArn: topic }));
    expect(await refusalOf(attributes(topic))).toEqual(noTopic);
  });

  it.each([
    [{ Name: 'a b' }, 'Topic Name'],
    [{ Name: 'x.fifo' }, 'Topic Name'],
    [{ Name: 'x', Attributes: { FifoTopic: 'true' } }, 'Topic Name'],
    [{ Name: 'x', Attributes: { Colour: 'red' } }, 'Attributes Reason: Unknown attribute Colour'],
    [
      { Name: 'releases', Attributes: { DisplayName: 'Other' } },
      'Attributes Reason: Topic already exists with different attributes',
    ],
    [
      { Name: 'releases', Tags: [{ Key: 'a', Value: 'b' }] },
      'Tags Reason: Topic already exists with different tags',
    ],
  ])('is refused as %j', async (input, what) => {
    expect(await refusalOf(create(input))).toEqual(invalid(what));
  });

  it.each([
    ['releases', 'TopicArn Reason: An ARN must have at least 6 elements, not 1'],
    ['arn:aws:sqs:eu-west-1:123456789012:queue', 'TopicArn'],
  ])('is not found by %s', async (arn, what) => {
    expect(await refusalOf(attributes(arn))).toEqual(invalid(what));
  });

  it('has nothing that the local AWS does not have', async () => {
    const input = { TopicArn: topic, AttributeName: 'DisplayName', AttributeValue: 'x' };
    expect(await refusalOf(aws.sns.send(new SetTopicAttributesCommand(input)))).toMatchObject({
      name: 'UnknownOperationException',
    });
  });

  it('is there again in a world that is opened again', async () => {
    await subscribe({ Endpoint: `arn:aws:lambda:${region}:${account}:function:f` });
    const topics = createTopicBook();
    loadParts({ topics }, JSON.parse(JSON.stringify(dumpParts({ topics: aws.world.topics }))));
    expect(topics.topics).toEqual(aws.world.topics.topics);
    topics.clear();
    expect(topics.topics.size).toBe(0);
  });
});

describe('a subscription', () => {
  it('of a function is confirmed at once, the same when it is asked for again, and gone when it is taken back', async () => {
    const Endpoint = `arn:aws:lambda:${region}:${account}:function:f`;
    const { SubscriptionArn } = await subscribe({ Endpoint });
    expect(SubscriptionArn).toMatch(new RegExp(`^${topic}:[0-9a-f-]{36}$`));
    expect((await subscribe({ Endpoint })).SubscriptionArn).toBe(SubscriptionArn);
    const view = { SubscriptionArn, Owner: account, Protocol: 'lambda', Endpoint, TopicArn: topic };
    expect(await subscriptions()).toEqual([view]);
    for (const _ of [1, 2]) await aws.sns.send(new UnsubscribeCommand({ SubscriptionArn }));
    expect(await subscriptions()).toEqual([]);
  });

  it('by mail waits for somebody to confirm it, which nobody here can', async () => {
    const mail = { Protocol: 'email', Endpoint: 'ann@example.com' };
    expect((await subscribe(mail)).SubscriptionArn).toBe('pending confirmation');
    const { SubscriptionArn } = await subscribe({ ...mail, ReturnSubscriptionArn: true });
    expect(SubscriptionArn).toContain(`${topic}:`);
    expect(await subscriptions()).toMatchObject([{ ...mail, SubscriptionArn: 'PendingConfirmation' }]);
    expect(await attributes(topic)).toMatchObject({ SubscriptionsPending: '1', SubscriptionsConfirmed: '0' });
  });

  it.each([
    [{ Protocol: 'pigeon', Endpoint: 'x' }, 'Amazon SNS does not support this protocol string: pigeon'],
    [{ Protocol: 'sqs', Endpoint: 'https://queue' }, 'SQS endpoint ARN'],
    [{ Protocol: 'lambda', Endpoint: 'f' }, 'Lambda endpoint ARN'],
    [
      { Protocol: 'email', Endpoint: 'a@b.c', Attributes: { RawMessageDelivery: 'wrongvalue' } },
      'Attributes Reason: RawMessageDelivery: Invalid value [wrongvalue]. Must be true or false.',
    ],
    [
      { Protocol: 'email', Endpoint: 'a@b.c', Attributes: { FilterPolicy: '{"a":["b"]}' } },
      'Attributes Reason: the local AWS does not act upon FilterPolicy',
    ],
  ])('is refused as %j', async (input, what) => {
    expect(await refusalOf(subscribe(input))).toEqual(invalid(what));
  });

  it('of another kind than before, or to a topic that is not there, is refused', async () => {
    const mail = { Protocol: 'email', Endpoint: 'ann@example.com' };
    await subscribe(mail);
    const other = { ...mail, Attributes: { RawMessageDelivery: 'true' } };
    expect(await refusalOf(subscribe(other))).toEqual(
      invalid('Attributes Reason: Subscription already exists with different attributes'),
    );
    expect(await refusalOf(subscribe({ ...mail, TopicArn: nobodys }))).toEqual(noTopic);
  });
});

describe('a message', () => {
  it('reaches a subscribed function as SNS hands it over', async () => {
    const { heard, subscription } = await listen('hears');
    const MessageAttributes = {
      kind: { DataType: 'String', StringValue: 'release' },
      raw: { DataType: 'Binary', BinaryValue: Buffer.from([2, 3, 4]) },
    };
    const { MessageId } = await publish({ Subject: 'Größe', Message: 'Hello', MessageAttributes });
    expect(await heard()).toEqual([
      {
        Records: [
          {
            ...{ EventSource: 'aws:sns', EventVersion: '1.0', EventSubscriptionArn: subscription },
            Sns: {
              ...{ Type: 'Notification', MessageId, TopicArn: topic, Subject: 'Größe', Message: 'Hello' },
              Timestamp: expect.stringMatching(/^2026-11-20T12:00:\d\d\.\d{3}Z$/),
              SignatureVersion: '1',
              Signature: expect.any(String),
              SigningCertUrl: expect.stringMatching(/^https:\/\/sns\.eu-west-1\.amazonaws\.com\/.+\.pem$/),
              UnsubscribeUrl: expect.stringContaining(`SubscriptionArn=${subscription}`),
              MessageAttributes: {
                kind: { Type: 'String', Value: 'release' },
                raw: { Type: 'Binary', Value: 'AgME' },
              },
            },
          },
        ],
      },
    ]);
  });

  it('has the text that is meant for functions, and no subject where none was given', async () => {
    const { heard } = await listen('hears');
    await publish({ MessageStructure: 'json', Message: '{"default":"all","lambda":"functions","sqs":5}' });
    expect(await heard()).toMatchObject([{ Records: [{ Sns: { Message: 'functions', Subject: null } }] }]);
  });

  it('does not reach a function that does not let SNS', async () => {
    const { heard } = await listen('deaf', false);
    await publish({});
    expect(await heard()).toEqual([]);
  });

  it('is taken although the function that subscribed is gone', async () => {
    await subscribe({ Endpoint: `arn:aws:lambda:${region}:${account}:function:gone` });
    expect((await publish({ TopicArn: undefined, TargetArn: topic })).MessageId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    [{ Subject: '' }, 'Subject'],
    [{ Subject: 'x'.repeat(100) }, 'Subject'],
    [{ Subject: 'two\nlines' }, 'Subject'],
    [{ Message: '' }, 'Empty message'],
    [{ Message: 'x'.repeat(262_145) }, 'Message too long'],
    [{ MessageStructure: 'json', Message: '{' }, 'Message Structure - JSON message body failed to parse'],
    [
      { MessageStructure: 'json', Message: '{"lambda":"x"}' },
      'Message Structure - No default entry in JSON message body',
    ],
    [{ TopicArn: 'releases' }, 'TopicArn Reason: An ARN must have at least 6 elements, not 1'],
    [{ TopicArn: undefined }, 'TopicArn or TargetArn Reason: no value for required parameter'],
    [{ PhoneNumber: '+4912345' }, 'PhoneNumber Reason: +4912345 is not valid to publish to'],
    [
      { TopicArn: undefined, TargetArn: `arn:aws:sns:${region}:${account}:endpoint/APNS/app/1` },
      'TargetArn Reason: No endpoint found for the target arn specified',
    ],
  ])('is refused as %j', async (input, what) => {
    expect(await refusalOf(publish(input))).toEqual(invalid(what));
  });

  it('to a topic that is not there is refused', async () => {
    expect(await refusalOf(publish({ TopicArn: nobodys }))).toEqual(noTopic);
  });

  it('is refused for an attribute without a value, or of no known type', async () => {
    const refused = async (DataType: string) =>
      (await refusalOf(publish({ MessageAttributes: { a: { DataType } } }))).message;
    expect(await refused('String')).toBe(
      "The message attribute 'a' must contain non-empty message attribute value for message attribute type 'String'.",
    );
    expect(await refused('Colour')).toContain(
      "The message attribute 'a' has an invalid message attribute type",
    );
  });

  it('to a FIFO topic needs a group and something to tell twins by, and is numbered', async () => {
    const { TopicArn } = await create({ Name: 'x.fifo', Attributes: { FifoTopic: 'true' } });
    expect(await refusalOf(publish({ TopicArn }))).toEqual(
      invalid('The MessageGroupId parameter is required for FIFO topics'),
    );
    expect(await refusalOf(publish({ TopicArn, MessageGroupId: 'g' }))).toEqual(
      invalid(
        'The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
      ),
    );
    const whole = { TopicArn, MessageGroupId: 'g', MessageDeduplicationId: 'd' };
    expect((await publish(whole)).SequenceNumber).toBe('10000000000000000001');
    expect(await refusalOf(subscribe({ TopicArn, Protocol: 'email', Endpoint: 'a@b.c' }))).toEqual(
      invalid('Invalid protocol type: email'),
    );
    expect(await attributes(TopicArn ?? '')).toMatchObject({ ContentBasedDeduplication: 'false' });
  });
});
