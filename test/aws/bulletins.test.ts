import { CreateEventBusCommand, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { CreateTopicCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import type { Occasion } from '../../src/config/project';
import type { Event } from '../../src/core/events';
import { notifier } from '../../src/notify';
import { fakePorts } from '../fakes';
import { createListener } from '../local/listener';
import { type LocalAws, openLocalAws } from '../local/world';
import { awsAt, stage } from './server';

const account = '123456789012';
const topic = `arn:aws:sns:eu-west-1:${account}:releases`;
const rule = `arn:aws:events:eu-west-1:${account}:rule/releases/promoted`;
const every: readonly Occasion[] = ['started', 'step', 'waiting', 'rolledBack', 'promoted', 'stuck'];
const release = '01JD3B6E9GQX2K5V7N8M4T0R1A';
const promoted: Event = {
  ...{ v: 1, type: 'release.finished', at: 9, release, outcome: 'promoted', exitCode: 0, problems: [] },
  functions: [
    {
      ...{ key: 'api', name: 'orders-api', alias: 'live', baseline: '41', candidate: '42' },
      ...{ outcome: 'promoted', because: '' },
    },
  ],
};

describe('bulletins at the local AWS', () => {
  let local: LocalAws;
  beforeEach(async () => {
    local = await openLocalAws();
  });
  afterEach(() => local.close());

  const channels = [
    { on: every, to: { kind: 'sns', topicArn: topic } },
    { on: every, to: { kind: 'eventBridge', bus: 'releases' } },
  ] as const;

  it('bring the notice of a release to functions that subscribed and to targets of rules', async () => {
    const { sns, events, clock } = local;
    await sns.send(new CreateTopicCommand({ Name: 'releases' }));
    await events.send(new CreateEventBusCommand({ Name: 'releases' }));
    const mail = await createListener(local, 'mail', { principal: 'sns.amazonaws.com', source: topic });
    const watch = await createListener(local, 'watch', { principal: 'events.amazonaws.com', source: rule });
    await sns.send(new SubscribeCommand({ TopicArn: topic, Protocol: 'lambda', Endpoint: mail.arn }));
    const where = { EventBusName: 'releases' };
    const EventPattern = '{"source":["shipit"],"detail":{"outcome":["promoted"],"v":[1]}}';
    await events.send(new PutRuleCommand({ ...where, Name: 'promoted', EventPattern }));
    const Targets = [{ Id: 'watch', Arn: watch.arn }];
    await events.send(new PutTargetsCommand({ ...where, Rule: 'promoted', Targets }));

    const { bulletins } = awsAt(local.served.endpoint, { clock }).aws;
    const fakes = { ...fakePorts(clock), bulletins };
    const notices = notifier(fakes, { name: 'orders', stage: null, notifications: channels });
    notices.hear(release, promoted);
    await notices.settled();

    expect(fakes.report.events).toEqual([]);
    const text = `orders: promoted\norders-api:live 41 -> 42 promoted\nrelease ${release}`;
    expect(await mail.heard()).toMatchObject([
      { Records: [{ Sns: { Subject: 'orders: promoted', Message: text } }] },
    ]);
    expect(await watch.heard()).toMatchObject([
      {
        ...{ source: 'shipit', 'detail-type': 'Shipit Release Promoted' },
        detail: {
          v: 1,
          release,
          project: 'orders',
          weight: 100,
          functions: [{ key: 'api', candidate: '42' }],
        },
      },
    ]);
  });

  it('to a topic that is not there are told as such', async () => {
    const { bulletins } = awsAt(local.served.endpoint, { clock: local.clock }).aws;
    await expect(bulletins.publish(topic, 's', 't')).rejects.toMatchObject({
      ...{ code: 'notFound', message: `Publish ${topic}: Topic does not exist` },
    });
  });

  it('to a FIFO topic come with what it asks for', async () => {
    const Attributes = { FifoTopic: 'true' };
    await local.sns.send(new CreateTopicCommand({ Name: 'releases.fifo', Attributes }));
    const { bulletins } = awsAt(local.served.endpoint, { clock: local.clock }).aws;
    await bulletins.publish(`${topic}.fifo`, 's', 't');
  });
});

describe('bulletins on the wire', () => {
  const open = stage();
  const published = {
    status: 200,
    headers: { 'content-type': 'text/xml' },
    body: '<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>',
  };
  const regionOf = (authorization: string | undefined) =>
    /Credential=[^/]+\/\d+\/([\w-]+)\//.exec(authorization ?? '')?.[1];

  it('go to the region of the topic or the bus', async () => {
    const { aws, asked } = await open(({ headers }) =>
      headers['x-amz-target'] ? { status: 200, body: { FailedEntryCount: 0, Entries: [{}] } } : published,
    );
    await aws.bulletins.publish('arn:aws:sns:us-east-1:1:t', 's', 't');
    await aws.bulletins.publish('arn:aws:sns:evil.example:1:t', 's', 't');
    await aws.bulletins.put('arn:aws:events:us-west-2:1:event-bus/b', 'd', {});
    await aws.bulletins.put('b', 'd', {});
    const regions = asked.map(({ headers }) => regionOf(headers.authorization));
    expect(regions).toEqual(['us-east-1', 'eu-west-1', 'us-west-2', 'eu-west-1']);
  });

  it.each([
    ['InternalFailure', 'unavailable'],
    ['AccessDeniedException', 'accessDenied'],
    ['NotAuthorizedForSourceException', 'accessDenied'],
    ['MalformedDetail', 'invalid'],
  ])('fail when an entry fails, though the call went well: %s is %s', async (ErrorCode, code) => {
    const body = { FailedEntryCount: 1, Entries: [{ ErrorCode, ErrorMessage: 'no' }] };
    const { aws } = await open(() => ({ status: 200, body }));
    await expect(aws.bulletins.put('b', 'd', {})).rejects.toMatchObject({ code, message: 'PutEvents b: no' });
  });

  it('fail also when AWS does not say which entry did', async () => {
    const { aws } = await open(() => ({ status: 200, body: { FailedEntryCount: 1, Entries: [] } }));
    const failed = { code: 'invalid', message: 'PutEvents b: UnknownError' };
    await expect(aws.bulletins.put('b', 'd', {})).rejects.toMatchObject(failed);
  });

  it('are sent again when an entry was throttled', async () => {
    const { aws, clock, asked } = await open((_, count) => {
      const throttled = { FailedEntryCount: 1, Entries: [{ ErrorCode: 'ThrottlingException' }] };
      return {
        status: 200,
        body: count === 1 ? throttled : { FailedEntryCount: 0, Entries: [{ EventId: '1' }] },
      };
    });
    await clock.runUntil(aws.bulletins.put('b', 'd', {}));
    expect(asked).toHaveLength(2);
  });
});
