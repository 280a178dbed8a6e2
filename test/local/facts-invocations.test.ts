/** What an invocation shows of itself: in headers, in its context, in its log and in the metrics. */
import { GetMetricDataCommand, ListMetricsCommand } from '@aws-sdk/client-cloudwatch';
import { DescribeLogStreamsCommand, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateAliasCommand,
  CreateFunctionCommand,
  InvokeCommand,
  PublishVersionCommand,
  PutFunctionConcurrencyCommand,
} from '@aws-sdk/client-lambda';
import { ask, functions } from './facts-answer';
import { createHeld, metric, until, zipWith } from './held';
import { arnOf, createActive, creation } from './lambda-steps';
import { type LocalAws, openLocalAws } from './world';

const name = 'orders';
const source = `exports.handler = async (event, context) => {
  if (event.fail) throw new Error('asked');
  if (event.exit) process.exit(1);
  return [context.invokedFunctionArn, context.functionVersion];
};`;

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
  await createActive(aws, name, { Code: { ZipFile: zipWith(source) } });
  await aws.lambda.send(new PublishVersionCommand({ FunctionName: name }));
  await aws.lambda.send(new CreateAliasCommand({ FunctionName: name, Name: 'live', FunctionVersion: '1' }));
});
afterEach(() => aws.close());

const call = (qualifier: string, event: object = {}) =>
  aws.lambda.send(
    new InvokeCommand({
      ...{ FunctionName: name, Qualifier: qualifier, LogType: 'Tail' },
      Payload: Buffer.from(JSON.stringify(event)),
    }),
  );

test.each([
  ['live', '1'],
  ['1', '1'],
  ['$LATEST', '$LATEST'],
])(
  'a call of %s tells in a header that version %s ran, unless nothing has run yet',
  async (qualifier, version) => {
    const address = `POST ${functions}/${name}/invocations?Qualifier=${qualifier}`;
    const typed = (type: string) => ask(aws, address, { headers: { 'x-amz-invocation-type': type } });
    expect(await typed('RequestResponse')).toMatchObject({
      ...{ status: 200, executedVersion: version },
      body: [arnOf(name, qualifier), version],
    });
    expect(await typed('Event')).toMatchObject({ status: 202, executedVersion: null, body: '' });
    expect(await typed('DryRun')).toMatchObject({ status: 204, executedVersion: null, body: '' });
  },
);

test('the log says which version ran: in its first line, and in the name of its stream', async () => {
  for (const qualifier of ['live', '$LATEST']) await call(qualifier);
  const logGroupName = `/aws/lambda/${name}`;
  const { logStreams = [] } = await aws.logs.send(new DescribeLogStreamsCommand({ logGroupName }));
  expect(logStreams.map(({ logStreamName = '' }) => /\[.*\]/.exec(logStreamName)?.[0]).sort()).toEqual([
    '[$LATEST]',
    '[1]',
  ]);
  for (const { logStreamName = '' } of logStreams) {
    const { events = [] } = await aws.logs.send(
      new FilterLogEventsCommand({
        logGroupName,
        logStreamNames: [logStreamName],
        filterPattern: '"START RequestId"',
      }),
    );
    const [, version] = /\[(.*)\]/.exec(logStreamName) ?? [];
    expect(events.map(({ message = '' }) => message.trim())).toEqual([
      expect.stringMatching(/^START RequestId: [0-9a-f-]{36} Version: (\$LATEST|1)$/),
    ]);
    expect(events[0]?.message).toContain(`Version: ${version}\n`);
  }
  const { LogResult = '' } = await call('live');
  expect(Buffer.from(LogResult, 'base64').toString()).toMatch(/^START RequestId: \S+ Version: 1\n/);
});

const canary = { FunctionName: name, Resource: `${name}:live`, ExecutedVersion: '1' };
const sets: readonly { [dimension: string]: string }[] = [
  {},
  { FunctionName: name },
  { FunctionName: name, Resource: `${name}:live` },
  canary,
];
const sum = (metricName: string, dimensions: { [dimension: string]: string } = canary): number | undefined =>
  metric(aws.world, metricName, dimensions)?.sum;

test('a failure, an exit and a success are all invocations, and the first two are errors, in every set of dimensions', async () => {
  for (const event of [{ fail: true }, { exit: true }, {}]) await call('live', event);
  for (const set of sets)
    expect([sum('Invocations', set), sum('Errors', set), sum('Throttles', set)]).toEqual([3, 2, 0]);
});

test('a call that runs out of time is an invocation and an error', async () => {
  const busy = zipWith('exports.handler = async () => { for (;;); };');
  await createActive(aws, 'busy', { Code: { ZipFile: busy }, Timeout: 1 });
  const answer = await aws.lambda.send(new InvokeCommand({ FunctionName: 'busy' }));
  expect(answer).toMatchObject({ StatusCode: 200, FunctionError: 'Unhandled' });
  const set = { FunctionName: 'busy' };
  expect([sum('Invocations', set), sum('Errors', set)]).toEqual([1, 1]);
});

test('a throttled call is neither an invocation nor an error', async () => {
  await aws.lambda.send(
    new PutFunctionConcurrencyCommand({ FunctionName: name, ReservedConcurrentExecutions: 0 }),
  );
  await expect(call('live')).rejects.toMatchObject({ name: 'TooManyRequestsException' });
  for (const set of sets)
    expect([sum('Throttles', set), sum('Invocations', set), sum('Errors', set)]).toEqual([
      1,
      undefined,
      undefined,
    ]);
});

test('a version by itself has a series of its own, which is not that of the alias in front of it', async () => {
  await call('1');
  await call('live');
  expect(sum('Invocations', { FunctionName: name, Resource: `${name}:1` })).toBe(1);
  expect(sum('Invocations', { FunctionName: name, Resource: `${name}:live` })).toBe(1);
  expect(sum('Invocations', { FunctionName: name })).toBe(2);
  expect(sum('Invocations', {})).toBe(2);
});

test('the metrics of a minute are read with their dimensions, percentiles too, and listed', async () => {
  const StartTime = new Date(aws.clock.nowMs());
  for (let calls = 0; calls < 3; calls += 1) await call('live');
  await aws.clock.advance(60_000);
  const Dimensions = Object.entries(canary).map(([Name, Value]) => ({ Name, Value }));
  const query = (Id: string, MetricName: string, Stat: string) => ({
    Id,
    MetricStat: { Metric: { Namespace: 'AWS/Lambda', MetricName, Dimensions }, Period: 60, Stat },
  });
  const { MetricDataResults = [] } = await aws.cloudwatch.send(
    new GetMetricDataCommand({
      ...{ StartTime, EndTime: new Date(aws.clock.nowMs()) },
      MetricDataQueries: [
        query('invocations', 'Invocations', 'Sum'),
        query('median', 'Duration', 'p50'),
        query('slowest', 'Duration', 'Maximum'),
      ],
    }),
  );
  const [invocations, median, slowest] = MetricDataResults.map(({ Values = [] }) => Values);
  expect(invocations).toEqual([3]);
  expect(median?.[0]).toBeLessThanOrEqual(slowest?.[0] ?? 0);
  for (const { Timestamps } of MetricDataResults)
    expect(Timestamps).toEqual([new Date(Math.floor(StartTime.getTime() / 60_000) * 60_000)]);
  const { Metrics = [] } = await aws.cloudwatch.send(
    new ListMetricsCommand({
      Namespace: 'AWS/Lambda',
      Dimensions: [{ Name: 'ExecutedVersion', Value: '1' }],
    }),
  );
  expect(Metrics.map(({ MetricName }) => MetricName).sort()).toEqual([
    'Duration',
    'Errors',
    'Invocations',
    'Throttles',
  ]);
});

test('a long call is counted in the minute in which it began', async () => {
  const held = await createHeld(aws, 'slow');
  const startMs = aws.clock.nowMs();
  const answer = aws.lambda.send(new InvokeCommand({ FunctionName: 'slow', Payload: held.payload }));
  await until(() => aws.world.load.account.running === 1);
  await aws.clock.advance(10 * 60_000);
  held.letGo();
  await answer;
  const id = { namespace: 'AWS/Lambda', name: 'Invocations', dimensions: { FunctionName: 'slow' } };
  const buckets = aws.world.metrics.read(id, 0, Number.POSITIVE_INFINITY);
  expect(buckets.map(({ atMs }) => atMs)).toEqual([Math.floor(startMs / 60_000) * 60_000]);
});

test('the old code answers as long as an update is in progress', async () => {
  const answerOf = async () =>
    Buffer.from(
      (await aws.lambda.send(new InvokeCommand({ FunctionName: 'plain' }))).Payload ?? [],
    ).toString();
  await aws.lambda.send(new CreateFunctionCommand(creation('plain')));
  await aws.clock.advance(5000);
  const next = zipWith('exports.handler = async () => "two";').toString('base64');
  await ask(aws, `PUT ${functions}/plain/code`, { body: { ZipFile: next } });
  expect(await answerOf()).toBe('"one"');
  await aws.clock.advance(5000);
  expect(await answerOf()).toBe('"two"');
});
