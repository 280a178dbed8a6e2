/** Topics of SNS and buses of EventBridge. */
import assert from 'node:assert/strict';
import {
  CreateEventBusCommand,
  DeleteEventBusCommand,
  DeleteRuleCommand,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import {
  CreateTopicCommand,
  DeleteTopicCommand,
  ListSubscriptionsByTopicCommand,
  PublishCommand,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import type { Context, Expectation } from './context';

async function onTopic(context: Context, work: (topic: string) => Promise<void>): Promise<void> {
  const { sns } = context;
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: context.name() }));
  try {
    await work(TopicArn);
  } finally {
    await sns.send(new DeleteTopicCommand({ TopicArn }));
  }
}

async function onBus(context: Context, work: (bus: string) => Promise<void>): Promise<void> {
  const Name = context.name();
  await context.events.send(new CreateEventBusCommand({ Name }));
  try {
    await work(Name);
  } finally {
    await context.events.send(new DeleteEventBusCommand({ Name }));
  }
}

/** The section of FACTS.md that says which protocols the services speak; the rest stands in LocalStack's recordings. */
const fact = '3';

export const messages: readonly Expectation[] = [
  {
    fact,
    title: 'SNS refuses a subject of a hundred characters, and an empty one',
    run: (context) =>
      onTopic(context, async (TopicArn) => {
        const publish = (Subject: string) =>
          context.sns.send(new PublishCommand({ TopicArn, Subject, Message: 'x' }));
        const refused = ['InvalidParameterException', 400, 'Invalid parameter: Subject'] as const;
        await context.refuses(publish('x'.repeat(100)), ...refused);
        await context.refuses(publish(''), ...refused);
        assert.ok((await publish('x'.repeat(99))).MessageId);
      }),
  },
  {
    fact,
    title: 'SNS knows no topic that was deleted',
    run: (context) =>
      onTopic(context, async (TopicArn) => {
        await context.sns.send(new DeleteTopicCommand({ TopicArn }));
        const published = context.sns.send(new PublishCommand({ TopicArn, Message: 'x' }));
        await context.refuses(published, 'NotFoundException', 404, 'Topic does not exist');
      }),
  },
  {
    fact,
    title: 'a function subscribes to a topic without being asked',
    run: (context) =>
      onTopic(context, async (TopicArn) => {
        const Endpoint = context.arn(await context.active());
        const subscribe = () =>
          context.sns.send(new SubscribeCommand({ TopicArn, Protocol: 'lambda', Endpoint }));
        const { SubscriptionArn } = await subscribe();
        assert.equal((await subscribe()).SubscriptionArn, SubscriptionArn);
        const listed = await context.sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
        assert.deepEqual(
          listed.Subscriptions?.map((one) => one.SubscriptionArn),
          [SubscriptionArn],
        );
      }),
  },
  {
    fact,
    title: 'PutEvents fails entry by entry, and a bus that is not there takes events in silence',
    run: async ({ events, place }) => {
      const entry = { Source: place.prefix, DetailType: 'd', Detail: '{}' };
      const Entries = [
        { ...entry, Detail: '[]' },
        { ...entry, EventBusName: `${place.prefix}-nobodys` },
      ];
      const { FailedEntryCount, Entries: results } = await events.send(new PutEventsCommand({ Entries }));
      assert.equal(FailedEntryCount, 1);
      assert.equal(results?.[0]?.ErrorCode, 'MalformedDetail');
      assert.ok(results?.[1]?.EventId);
    },
  },
  {
    fact,
    title: 'a rule is not deleted while it has targets, nor made of a pattern without lists',
    run: (context) =>
      onBus(context, async (EventBusName) => {
        const { events } = context;
        const [Name, where] = ['r', { EventBusName }];
        const put = (EventPattern: string) =>
          events.send(new PutRuleCommand({ Name, EventPattern, ...where }));
        await context.refuses(put('{"source": "x"}'), 'InvalidEventPatternException', 400);
        await put('{"source": ["x"]}');
        const Targets = [{ Id: 'f', Arn: context.arn(await context.active()) }];
        await events.send(new PutTargetsCommand({ Rule: Name, Targets, ...where }));
        const remove = () => events.send(new DeleteRuleCommand({ Name, ...where }));
        await context.refuses(
          remove(),
          'ValidationException',
          400,
          "Rule can't be deleted since it has targets.",
        );
        await events.send(new RemoveTargetsCommand({ Rule: Name, Ids: ['f'], ...where }));
        await remove();
      }),
  },
];
