import { GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import {
  CreateLogGroupCommand,
  DeleteMetricFilterCommand,
  DescribeLogGroupsCommand,
  DescribeMetricFiltersCommand,
  type MetricTransformation,
  PutMetricFilterCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { embeddedMetrics } from '../../src/local/logs/embedded';
import fc from '../property';
import { type LocalAws, openLocalAws, refusalOf } from './world';

let aws: LocalAws;
let nowMs: number;

beforeEach(async () => {
  aws = await openLocalAws();
  nowMs = aws.clock.nowMs();
  await aws.logs.send(new CreateLogGroupCommand({ logGroupName: 'g' }));
});

afterEach(() => aws.close());

const plain = { metricName: 'M', metricNamespace: 'N', metricValue: '1' };

const putFilter = (filterPattern: string, more: Partial<MetricTransformation> = {}, filterName = 'f') =>
  aws.logs.send(
    new PutMetricFilterCommand({
      logGroupName: 'g',
      filterName,
      filterPattern,
      metricTransformations: [{ ...plain, ...more }],
    }),
  );

const log = (...messages: string[]) =>
  aws.world.logs.put(
    'g',
    's',
    messages.map((message, index) => ({ atMs: nowMs + index, message })),
  );

/** Sum, count and units of the metric around now. */
async function metric(dimensions: Record<string, string> = {}, more: object = {}) {
  const command = new GetMetricStatisticsCommand({
    Namespace: 'N',
    MetricName: 'M',
    Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
    StartTime: new Date(nowMs - 3_600_000),
    EndTime: new Date(nowMs + 3_600_000),
    Period: 7200,
    Statistics: ['Sum', 'SampleCount'],
    ...more,
  });
  const { Datapoints = [] } = await aws.cloudwatch.send(command);
  return Datapoints.map(({ Sum, SampleCount, Unit }) => [Sum, SampleCount, Unit]);
}

describe('a metric filter', () => {
  it('counts the events that match', async () => {
    await putFilter('ERROR');
    log('ERROR one', 'fine', 'ERROR two');
    expect(await metric()).toEqual([[2, 2, 'None']]);
  });

  it('takes the value, the unit and the dimensions out of JSON', async () => {
    await putFilter('{ $.took = * }', {
      metricValue: '$.took',
      unit: 'Milliseconds',
      dimensions: { Path: '$.request.path' },
    });
    log('{"took":12,"request":{"path":"/a"}}', '{"took":"30","request":{"path":"/a"}}');
    log('{"took":"long","request":{"path":"/a"}}', '{"took":5}', '{"took":7,"request":{"path":"/b"}}');
    expect(await metric({ Path: '/a' })).toEqual([[42, 2, 'Milliseconds']]);
    expect(await metric({ Path: '/b' })).toEqual([[7, 1, 'Milliseconds']]);
  });

  it('takes the value out of fields between spaces', async () => {
    await putFilter('[ip, status=4*, bytes]', { metricValue: '$bytes', dimensions: { Status: '$status' } });
    log('1.1.1.1 404 100', '1.1.1.1 404 50', '1.1.1.1 200 7');
    expect(await metric({ Status: '404' })).toEqual([[150, 2, 'None']]);
  });

  it('has its default value in a minute without a match', async () => {
    await putFilter('ERROR', { defaultValue: 0 });
    log('fine', 'fine');
    expect(await metric()).toEqual([[0, 1, 'None']]);
    nowMs += 60_000;
    log('ERROR', 'fine');
    expect(await metric()).toEqual([[1, 2, 'None']]);
  });

  it('stands at the time of the event', async () => {
    await putFilter('ERROR');
    aws.world.logs.put('g', 's', [{ atMs: nowMs - 600_000, message: 'ERROR' }]);
    const span = { StartTime: new Date(nowMs - 600_000), EndTime: new Date(nowMs - 540_000), Period: 60 };
    expect(await metric({}, span)).toEqual([[1, 1, 'None']]);
  });

  it('is described, changed and deleted', async () => {
    await putFilter(' ', { defaultValue: 0 }, 'b');
    await putFilter('x', {}, 'a');
    await putFilter('{$.message = "test"}', { metricName: 'Other' }, 'b');
    const describe = async (more: object) =>
      (await aws.logs.send(new DescribeMetricFiltersCommand(more))).metricFilters;
    expect(await describe({ logGroupName: 'g', filterNamePrefix: 'b' })).toEqual([
      {
        applyOnTransformedLogs: false,
        creationTime: nowMs,
        filterName: 'b',
        filterPattern: '{$.message = "test"}',
        logGroupName: 'g',
        metricTransformations: [{ ...plain, metricName: 'Other' }],
      },
    ]);
    expect(await describe({ metricName: 'M', metricNamespace: 'N' })).toHaveLength(1);
    const { logGroups } = await aws.logs.send(new DescribeLogGroupsCommand({}));
    expect(logGroups?.[0]?.metricFilterCount).toBe(2);
    const remove = () => aws.logs.send(new DeleteMetricFilterCommand({ logGroupName: 'g', filterName: 'b' }));
    await remove();
    expect((await refusalOf(remove())).name).toBe('ResourceNotFoundException');
    log('{"message":"test"}');
    expect(await metric({}, { MetricName: 'Other' })).toEqual([]);
  });

  it.each([
    [
      'a name of 513',
      () => putFilter('x', {}, 'X'.repeat(513)),
      "at 'filterName' failed to satisfy constraint: Member must have length less than or equal to 512",
    ],
    [
      'a pattern of 1025',
      () => putFilter('X'.repeat(1025)),
      "at 'filterPattern' failed to satisfy constraint: Member must have length less than or equal to 1024",
    ],
    ['a broken pattern', () => putFilter('a@b'), 'Invalid metric filter pattern'],
    [
      'a value that is no number',
      () => putFilter('x', { metricValue: 'many' }),
      'Invalid metric transformation',
    ],
    ['a selector of another pattern', () => putFilter('[a, b]', { metricValue: '$.a' }), null],
    [
      'a selector without a pattern for it',
      () => putFilter('x', { metricValue: '$.a' }),
      'Invalid metric transformation',
    ],
    [
      'dimensions of plain text',
      () => putFilter('x', { dimensions: { A: '$.a' } }),
      'The specified filter pattern does not support dimensions',
    ],
    [
      'dimensions and a default value',
      () => putFilter('{ $.a = 1 }', { dimensions: { A: '$.a' }, defaultValue: 0 }),
      'Invalid metric transformation: dimensions and default value are mutually exclusive properties.',
    ],
  ])('is refused for %s', async (_what, work, message) => {
    const answer = message === null ? null : await refusalOf(work());
    expect(answer ?? (await work())).toMatchObject(
      answer ? { name: 'InvalidParameterException', message: expect.stringContaining(message ?? '') } : {},
    );
  });

  it('has exactly one transformation', async () => {
    const two = new PutMetricFilterCommand({
      logGroupName: 'g',
      filterName: 'f',
      filterPattern: 'x',
      metricTransformations: [
        { metricName: 'metric1', metricNamespace: 'namespace1', metricValue: '1' },
        { metricName: 'metric2', metricNamespace: 'namespace2', metricValue: '1' },
      ],
    });
    expect((await refusalOf(aws.logs.send(two))).message).toBe(
      "1 validation error detected: Value '[MetricTransformation(metricName=metric1, metricNamespace=namespace1, metricValue=1, defaultValue=null, unit=null, dimensions=null), MetricTransformation(metricName=metric2, metricNamespace=namespace2, metricValue=1, defaultValue=null, unit=null, dimensions=null)]' at 'metricTransformations' failed to satisfy constraint: Member must have length less than or equal to 1",
    );
  });

  it('with a regular expression is one of five in its group', async () => {
    for (let index = 0; index < 5; index += 1) await putFilter('%a+%', {}, `f${index}`);
    expect((await refusalOf(putFilter('%a+%', {}, 'f5'))).name).toBe('LimitExceededException');
    await putFilter('a', {}, 'f5');
    await putFilter('%b+%', {}, 'f4');
    const { metricFilters } = await aws.logs.send(new DescribeMetricFiltersCommand({ logGroupName: 'g' }));
    expect(metricFilters).toHaveLength(6);
  });
});

describe('metrics embedded in a log event', () => {
  const event = (directive: object, members: object, atMs: unknown = nowMs) =>
    JSON.stringify({ _aws: { Timestamp: atMs, CloudWatchMetrics: [directive] }, ...members });

  const directive = {
    Namespace: 'N',
    Dimensions: [['Stage'], ['Stage', 'Region'], []],
    Metrics: [
      { Name: 'M', Unit: 'Milliseconds' },
      { Name: 'Fine', StorageResolution: 1 },
    ],
  };

  it('become metrics, once for each set of dimensions', async () => {
    log(event(directive, { Stage: 'prod', Region: 'eu', M: [10, 20], Fine: 1 }));
    const sets: Record<string, string>[] = [{ Stage: 'prod' }, { Stage: 'prod', Region: 'eu' }, {}];
    for (const dimensions of sets) expect(await metric(dimensions)).toEqual([[30, 2, 'Milliseconds']]);
    expect(await metric({}, { MetricName: 'Fine' })).toEqual([[1, 1, 'None']]);
  });

  it('are found behind the prefix of a Lambda function as well', async () => {
    log(
      `2026-11-20T12:00:00.000Z\t0a1b2c3d-0000-4000-8000-000000000001\tINFO\t${event(directive, { M: 3 })}\n`,
    );
    expect(await metric()).toEqual([[3, 1, 'Milliseconds']]);
  });

  it.each([
    ['text', 'hello "CloudWatchMetrics"'],
    ['half of an event', '{"_aws":{"CloudWatchMetrics":['],
    [
      'no time',
      '{"_aws":{"CloudWatchMetrics":[{"Namespace":"N","Dimensions":[[]],"Metrics":[{"Name":"M"}]}]},"M":1}',
    ],
  ])('are not found in %s', (_what, message) => {
    expect(embeddedMetrics(message, { nowMs: 1000, writerMs: null })).toEqual([]);
  });

  it.each([
    ['of a namespace of AWS', { ...directive, Namespace: 'AWS/Lambda' }, { M: 1 }, 0],
    ['without a value', directive, { Stage: 'prod' }, 0],
    ['with a value that is text', directive, { M: '1' }, 0],
    ['from the distant past', directive, { M: 1 }, -15 * 86_400_000],
    ['from the future', directive, { M: 1 }, 3 * 3_600_000],
  ])('are left out %s', (_what, of, members, shiftMs) => {
    const message = event(of, members, nowMs + shiftMs);
    expect(embeddedMetrics(message, { nowMs, writerMs: null })).toEqual([]);
  });

  it('never fail, whatever the event says', () => {
    const directives = fc.record({
      Namespace: fc.oneof(fc.constant('N'), fc.jsonValue()),
      Dimensions: fc.oneof(fc.constant([['A']]), fc.jsonValue()),
      Metrics: fc.oneof(fc.constant([{ Name: 'M' }]), fc.jsonValue()),
    });
    fc.assert(
      fc.property(fc.oneof(directives, fc.jsonValue()), fc.jsonValue(), (one, value) => {
        const message = event(one as object, { M: value, A: value });
        for (const point of embeddedMetrics(message, { nowMs, writerMs: null }))
          expect(typeof point.value).toBe('number');
      }),
    );
  });
});
