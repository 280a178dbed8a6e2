import { gunzipSync } from 'node:zlib';
import {
  CreateLogGroupCommand,
  DeleteSubscriptionFilterCommand,
  DescribeLogGroupsCommand,
  DescribeSubscriptionFiltersCommand,
  FilterLogEventsCommand,
  PutLogEventsCommand,
  PutSubscriptionFilterCommand,
  StartLiveTailCommand,
  type StartLiveTailCommandInput,
} from '@aws-sdk/client-cloudwatch-logs';
import { invoke } from '../../src/local/actions/lambda/invoke';
import { putSubscriptionFilter } from '../../src/local/actions/logs/put-subscription-filter';
import { openLiveTail } from '../../src/local/logs/live-tail';
import { createLogStore } from '../../src/local/logs/memory';
import { invalidPattern, parsePattern } from '../../src/local/logs/pattern/pattern';
import { createSubscriptions, type Delivery } from '../../src/local/logs/subscriptions';
import { addFunction, type DataPlane, dataPlane } from './data-plane-world';
import { account, type LocalAws, openLocalAws, refusalOf, region } from './world';

const arnOf = (name: string): string => `arn:aws:lambda:${region}:${account}:function:${name}`;

const allow = {
  Effect: 'Allow' as const,
  Principal: { Service: `logs.${region}.amazonaws.com` },
  Action: 'lambda:InvokeFunction',
  Condition: {
    ArnLike: { 'AWS:SourceArn': `arn:aws:logs:${region}:${account}:log-group:g:*` },
    StringEquals: { 'AWS:SourceAccount': account },
  },
};

describe('what a subscription delivers', () => {
  const store = createLogStore({ clock: { nowMs: () => 5000 }, mostBytes: 1e6 });
  const deliveries: Delivery[] = [];
  store.follow(createSubscriptions(account, (delivery) => deliveries.push(delivery)));
  const subscribe = (group: string, pattern: string, destinationArn: string) => {
    store.put(group, 's', []);
    const entry = {
      name: 'sub',
      pattern,
      destinationArn,
      roleArn: null,
      distribution: 'ByLogStream',
      createdMs: 0,
    };
    store.groups.get(group)?.subscriptions.set('sub', entry);
  };
  const unpack = ({ payload }: Delivery): { logEvents: object[] } => {
    const { awslogs } = JSON.parse(Buffer.from(payload).toString());
    return JSON.parse(gunzipSync(Buffer.from(awslogs.data, 'base64')).toString());
  };

  beforeEach(() => {
    deliveries.length = 0;
  });

  it('is packed as AWS packs it, with what matches alone', () => {
    subscribe('g', 'ERROR', arnOf('f'));
    store.put('g', 's', [
      { atMs: 1000, message: 'ERROR one' },
      { atMs: 1001, message: 'fine' },
    ]);
    expect(deliveries.map((delivery) => delivery.function)).toEqual([arnOf('f')]);
    expect(deliveries.map(unpack)).toEqual([
      {
        messageType: 'DATA_MESSAGE',
        owner: account,
        logGroup: 'g',
        logStream: 's',
        subscriptionFilters: ['sub'],
        logEvents: [{ id: expect.stringMatching(/^\d{56}$/), timestamp: 1000, message: 'ERROR one' }],
      },
    ]);
  });

  it('has the fields of a pattern with fields', () => {
    subscribe('h', '[level, rest]', arnOf('f'));
    store.put('h', 's', [{ atMs: 1000, message: 'WARN it is hot' }]);
    expect(deliveries.map(unpack).flatMap(({ logEvents }) => logEvents)).toMatchObject([
      { extractedFields: { level: 'WARN', rest: 'it is hot' } },
    ]);
  });

  it('is nothing for other destinations, nor for a function that would be sent its own log', () => {
    subscribe('/aws/lambda/f', '', arnOf('f'));
    subscribe('k', '', `arn:aws:kinesis:${region}:${account}:stream/s`);
    store.put('/aws/lambda/f', 's', [{ atMs: 1000, message: 'x' }]);
    store.put('k', 's', [{ atMs: 1000, message: 'x' }]);
    expect(deliveries).toEqual([]);
  });
});

describe('a subscription filter', () => {
  let aws: LocalAws;

  beforeEach(async () => {
    aws = await openLocalAws();
    await aws.logs.send(new CreateLogGroupCommand({ logGroupName: 'g' }));
  });

  afterEach(() => aws.close());

  const kinesis = {
    destinationArn: `arn:aws:kinesis:${region}:${account}:stream/s`,
    roleArn: 'arn:aws:iam::1:role/r',
  };

  const put = (more: object = {}) =>
    aws.logs.send(
      new PutSubscriptionFilterCommand({
        logGroupName: 'g',
        filterName: 'test',
        filterPattern: '',
        ...kinesis,
        ...more,
      }),
    );

  it('is described, changed and deleted', async () => {
    await put();
    await put({ filterPattern: '[]' });
    const describe = new DescribeSubscriptionFiltersCommand({ logGroupName: 'g' });
    expect((await aws.logs.send(describe)).subscriptionFilters).toEqual([
      {
        applyOnTransformedLogs: false,
        creationTime: aws.clock.nowMs(),
        ...kinesis,
        distribution: 'ByLogStream',
        filterName: 'test',
        filterPattern: '[]',
        logGroupName: 'g',
      },
    ]);
    await put({ filterName: 'second' });
    expect(await refusalOf(put({ filterName: 'third' }))).toMatchObject({
      name: 'LimitExceededException',
      message: 'Resource limit exceeded.',
    });
    const remove = () =>
      aws.logs.send(new DeleteSubscriptionFilterCommand({ logGroupName: 'g', filterName: 'test' }));
    await remove();
    expect((await refusalOf(remove())).message).toBe('The specified subscription filter does not exist.');
  });

  it.each([
    [
      'a function of another account',
      { destinationArn: `arn:aws:lambda:${region}:000000000000:function:f`, logGroupName: 'gone' },
      'AccessDeniedException',
      'Cross-account lambda invocation passing is not allowed. You must use DestinationPolicies to create cross account lambda triggers.',
    ],
    [
      'a stream without a role',
      { roleArn: undefined },
      'InvalidParameterException',
      'destinationArn for vendor kinesis cannot be used without roleArn',
    ],
    [
      'a function that is not there',
      { destinationArn: arnOf('f') },
      'InvalidParameterException',
      'Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function.',
    ],
    [
      'a group that is not there',
      { logGroupName: 'gone' },
      'ResourceNotFoundException',
      'The specified log group does not exist.',
    ],
    [
      'a broken pattern',
      { filterPattern: '{' },
      'InvalidParameterException',
      "If a filter pattern starts with '{' it must end with '}'",
    ],
  ])('is refused for %s', async (_what, more, name, message) => {
    expect(await refusalOf(put(more))).toEqual({ name, status: 400, message });
  });
});

describe('a function of this world', () => {
  let plane: DataPlane;

  beforeEach(() => {
    plane = dataPlane(process.env);
  });

  afterEach(() => plane.close());

  /** Resolves with the first message in a group that has this in it. */
  const logged = (group: string, part: string): Promise<string> =>
    new Promise((resolve) => {
      const end = plane.world.logs.follow((arrival) => {
        const found = arrival.events.find(({ message }) => message.includes(part));
        if (arrival.group.name !== group || !found) return;
        end();
        resolve(found.message);
      });
    });

  it('writes its log into its own group, with its embedded metrics', async () => {
    const metrics = '{ Namespace: "N", Dimensions: [[]], Metrics: [{ Name: "M", Unit: "Count" }] }';
    addFunction(
      plane,
      'f',
      `exports.handler = async (event) => {
        console.log('hello %s', event.name);
        console.log(JSON.stringify({ _aws: { Timestamp: event.now, CloudWatchMetrics: [${metrics}] }, M: 5 }));
      };`,
    );
    const now = plane.world.clock.nowMs();
    const report = logged('/aws/lambda/f', 'REPORT RequestId');
    const Payload = Buffer.from(JSON.stringify({ name: 'ann', now }));
    await invoke(plane.world, { FunctionName: 'f', Payload });
    await report;
    const streams = [...(plane.world.logs.groups.get('/aws/lambda/f')?.streams.values() ?? [])];
    const text = streams.flatMap(({ events }) => events.map(({ message }) => message)).join('');
    expect(text).toMatch(/START RequestId.*hello ann.*END RequestId.*REPORT RequestId/s);
    expect(streams[0]?.name).toMatch(/^\d{4}\/\d\d\/\d\d\/.*\[\$LATEST\][0-9a-f]{32}$/);
    const id = { namespace: 'N', name: 'M', dimensions: {} };
    expect(plane.world.metrics.read(id, now - 60_000, now + 60_000)[0]?.summary.sum).toBe(5);
  });

  it('is sent the events that it subscribes to', async () => {
    const entry = addFunction(
      plane,
      'reader',
      `const { gunzipSync } = require('node:zlib');
       exports.handler = async ({ awslogs }) => {
         const { logGroup, logEvents } = JSON.parse(gunzipSync(Buffer.from(awslogs.data, 'base64')));
         console.log('got', logGroup, logEvents.map(({ message }) => message).join('+'));
       };`,
    );
    const { world } = plane;
    world.logs.put('g', 's', []);
    const subscription = {
      logGroupName: 'g',
      filterName: 'f',
      filterPattern: 'ERROR',
      destinationArn: arnOf('reader'),
    };
    expect(() => putSubscriptionFilter(world, subscription)).toThrow('Could not execute the lambda function');
    entry.policies.set('$LATEST', { statements: [allow] });
    await putSubscriptionFilter(world, subscription);
    const got = logged('/aws/lambda/reader', 'got');
    world.logs.put(
      'g',
      's',
      ['ERROR 1', 'fine', 'ERROR 2'].map((message, index) => ({ atMs: index, message })),
    );
    expect(await got).toContain('got g ERROR 1+ERROR 2');
  });
});

describe('a live tail', () => {
  let aws: LocalAws;
  const groupArn = `arn:aws:logs:${region}:${account}:log-group:g`;

  beforeEach(async () => {
    aws = await openLocalAws();
    await aws.logs.send(new CreateLogGroupCommand({ logGroupName: 'g' }));
  });

  afterEach(() => aws.close());

  async function open(more: Partial<StartLiveTailCommandInput> = {}) {
    const input = { logGroupIdentifiers: [groupArn], ...more };
    const { responseStream } = await aws.logs.send(new StartLiveTailCommand(input));
    const events = responseStream?.[Symbol.asyncIterator]();
    if (!events) throw new Error('there is no stream');
    return events;
  }

  /** The next update of a world second: the timer for it is set once the update before was taken. */
  async function update(events: Awaited<ReturnType<typeof open>>) {
    const next = events.next();
    const { value } = await aws.clock.runUntil(next);
    return value?.sessionUpdate;
  }

  const log = (stream: string, ...messages: string[]) =>
    aws.world.logs.put(
      'g',
      stream,
      messages.map((message) => ({ atMs: aws.clock.nowMs(), message })),
    );

  it('begins with what was asked for, then tells each second what came in', async () => {
    const events = await open({ logEventFilterPattern: 'ERROR' });
    const { value: start } = await events.next();
    expect(start?.sessionStart).toEqual({
      requestId: expect.any(String),
      sessionId: expect.any(String),
      logGroupIdentifiers: [groupArn],
      logStreamNames: [],
      logStreamNamePrefixes: [],
      logEventFilterPattern: 'ERROR',
    });
    log('s', 'ERROR one', 'fine');
    aws.world.logs.put('other', 's', [{ atMs: 1, message: 'ERROR of others' }]);
    const at = aws.clock.nowMs();
    const first = await update(events);
    expect(first).toEqual({
      sessionMetadata: { sampled: false },
      sessionResults: [
        {
          logStreamName: 's',
          logGroupIdentifier: `${account}:g`,
          message: 'ERROR one',
          timestamp: at,
          ingestionTime: at,
        },
      ],
    });
    log('s', 'ERROR two');
    const seen: unknown[] = [];
    while (seen.length === 0) seen.push(...((await update(events))?.sessionResults ?? []));
    expect(seen).toMatchObject([{ message: 'ERROR two' }]);
  });

  it('of some streams tells nothing of others, and says when it leaves events out', async () => {
    const events = await open({ logStreamNamePrefixes: ['a'] });
    await events.next();
    log('b', 'not this');
    log('a1', ...Array.from({ length: 600 }, (_, index) => `event ${index}`));
    const told = await update(events);
    expect(told?.sessionMetadata).toEqual({ sampled: true });
    expect(told?.sessionResults).toHaveLength(500);
    expect(told?.sessionResults?.[499]).toMatchObject({ logStreamName: 'a1', message: 'event 499' });
  });

  it('ends at once when the client goes, and by itself after three hours', async () => {
    const open = () =>
      openLiveTail(aws.world, {
        start: {},
        groups: new Set(['g']),
        streams: () => true,
        pattern: parsePattern('', invalidPattern),
      });
    const left = open();
    await left.next();
    const waiting = left.next();
    await left.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    const long = open();
    await long.next();
    await aws.clock.advance(3 * 3_600_000);
    const over = aws.clock.runUntil(long.next());
    await expect(over).rejects.toMatchObject({ name: 'SessionTimeoutException' });
    expect(await long.next()).toMatchObject({ done: true });
  });

  it('is refused for groups that it cannot follow', async () => {
    const name = await refusalOf(open({ logGroupIdentifiers: ['g'] }));
    expect(name.name).toBe('InvalidParameterException');
    const gone = await refusalOf(open({ logGroupIdentifiers: [`${groupArn}one`] }));
    expect(gone.name).toBe('ResourceNotFoundException');
    const both = refusalOf(open({ logStreamNames: ['a'], logStreamNamePrefixes: ['a'] }));
    expect((await both).name).toBe('InvalidParameterException');
  });
});

describe('the wire of CloudWatch Logs', () => {
  it('is AWS JSON 1.1, with bare names of errors', async () => {
    const aws = await openLocalAws();
    const answer = await fetch(aws.served.endpoint, {
      method: 'POST',
      headers: {
        'x-amz-target': 'Logs_20140328.DeleteLogGroup',
        'content-type': 'application/x-amz-json-1.1',
      },
      body: JSON.stringify({ logGroupName: 'gone' }),
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/x-amz-json-1.1');
    expect(await answer.json()).toEqual({
      __type: 'ResourceNotFoundException',
      message: 'The specified log group does not exist.',
    });
    await aws.close();
  });

  it('takes a batch of ten thousand events', async () => {
    const aws = await openLocalAws();
    aws.world.logs.put('g', 's', []);
    const logEvents = Array.from({ length: 10_000 }, (_, index) => ({
      timestamp: aws.clock.nowMs() + index,
      message: `event ${index} "of many"`,
    }));
    await aws.logs.send(new PutLogEventsCommand({ logGroupName: 'g', logStreamName: 's', logEvents }));
    const { events } = await aws.logs.send(new FilterLogEventsCommand({ logGroupName: 'g' }));
    expect(events).toHaveLength(10_000);
    const { logGroups } = await aws.logs.send(new DescribeLogGroupsCommand({}));
    expect(logGroups?.[0]?.storedBytes).toBeGreaterThan(400_000);
    await aws.close();
  });
});
