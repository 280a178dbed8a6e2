import { gzipSync } from 'node:zlib';
import {
  GetMetricDataCommand,
  type GetMetricDataCommandInput,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  type MetricDatum,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import { type LocalAws, openLocalAws, refusalOf } from './world';

let aws: LocalAws;
const noonMs = Date.UTC(2026, 10, 20, 12);
const at = (minutes: number): Date => new Date(noonMs + minutes * 60_000);

beforeEach(async () => {
  aws = await openLocalAws();
});
afterEach(() => aws.close());

const put = (...MetricData: MetricDatum[]) =>
  aws.cloudwatch.send(new PutMetricDataCommand({ Namespace: 'Shop', MetricData }));

const stat = (Id: string, MetricName: string, more: object = {}) => ({
  Id,
  MetricStat: { Metric: { Namespace: 'Shop', MetricName }, Period: 60, Stat: 'Sum' },
  ...more,
});

const ask = (input: Partial<GetMetricDataCommandInput>) =>
  aws.cloudwatch.send(
    new GetMetricDataCommand({
      MetricDataQueries: [],
      StartTime: at(0),
      EndTime: at(10),
      ScanBy: 'TimestampAscending',
      ...input,
    }),
  );

const orders = { MetricName: 'orders', Timestamp: at(1), Value: 4 };
const failures = { MetricName: 'failures', Timestamp: at(1), Value: 1 };

describe('GetMetricData with expressions', () => {
  it('answers an error rate from metrics that it does not show', async () => {
    await put(orders, failures, { ...orders, Timestamp: at(2) });
    const { MetricDataResults } = await ask({
      MetricDataQueries: [
        { Id: 'rate', Expression: '100 * failures / orders', Label: 'Failures in %' },
        stat('orders', 'orders', { ReturnData: false }),
        stat('failures', 'failures', { ReturnData: false }),
      ],
    });
    expect(MetricDataResults).toEqual([
      {
        Id: 'rate',
        Label: 'Failures in %',
        Timestamps: [at(1), at(2)],
        Values: [25, 0],
        StatusCode: 'Complete',
      },
    ]);
  });

  it('answers several time series under one id', async () => {
    await put(orders, failures);
    const results = async (Expression: string, Label?: string) => {
      const MetricDataQueries = [
        { Id: 'all', Expression, ...(Label === undefined ? {} : { Label }) },
        stat('orders', 'orders', { ReturnData: false }),
        stat('failures', 'failures', { ReturnData: false }),
      ];
      const answer = await ask({ MetricDataQueries });
      return answer.MetricDataResults?.map((result) => [result.Id, result.Label, result.Values]);
    };
    expect(await results('METRICS() * 2')).toEqual([
      ['all', 'orders', [8]],
      ['all', 'failures', [2]],
    ]);
    expect(await results('METRICS() * 2', 'Twice:')).toEqual([
      ['all', 'Twice: orders', [8]],
      ['all', 'Twice: failures', [2]],
    ]);
    expect(
      await results("SEARCH('{Shop} MetricName=orders', 'Sum', 60)", `\${MAX} \${PROP('MetricName')}`),
    ).toEqual([['all', '4 orders', [4]]]);
    expect(await results("SEARCH('nothing', 'Sum', 60)")).toEqual([]);
    expect(await results('SUM(METRICS())')).toEqual([['all', 'all', [5]]]);
  });

  it('fills in labels', async () => {
    for (const [minute, Value] of [
      [0, 2],
      [1, 8],
      [2, 5],
    ] as const)
      await put({
        MetricName: 'orders',
        Timestamp: at(minute),
        Value,
        Dimensions: [{ Name: 'Shop', Value: 'a' }],
      });
    await aws.clock.advance(5 * 60_000);
    const label = async (Label: string): Promise<string | undefined> => {
      const Metric = { Namespace: 'Shop', MetricName: 'orders', Dimensions: [{ Name: 'Shop', Value: 'a' }] };
      const query = { Id: 'm', Label, MetricStat: { Metric, Period: 60, Stat: 'Sum' } };
      const answer = await ask({ MetricDataQueries: [query], LabelOptions: { Timezone: '+0130' } });
      return answer.MetricDataResults?.[0]?.Label;
    };
    expect(await label('plain')).toBe('plain');
    expect(await label(`[min: \${MIN}, max: \${MAX}] \${LABEL}`)).toBe('[min: 2, max: 8] orders');
    expect(await label(`\${SUM} \${AVG} \${FIRST} \${LAST} \${DATAPOINT_COUNT}`)).toBe('15 5 2 5 3');
    expect(await label(`\${MIN_MAX_RANGE} \${FIRST_LAST_RANGE}`)).toBe('6 3');
    expect(await label(`\${MAX_TIME} \${LAST_TIME_RELATIVE}`)).toBe('2026-11-20 13:31:00 180s');
    expect(await label(`\${PROP('Dim.Shop')} \${PROP('Stat')} \${PROP('Period')} \${PROP('Region')}`)).toBe(
      'a Sum 60 eu-west-1',
    );
    expect(await label(`\${UNKNOWN} \${PROP('Dim.None')}`)).toBe(`\${UNKNOWN} \${PROP('Dim.None')}`);
  });

  it('refuses what is wrong with an expression, in the words of CloudWatch', async () => {
    const refused = (query: object) => refusalOf(ask({ MetricDataQueries: [{ Id: 'e1', ...query }] }));
    expect(await refused({ Expression: 'AVERAGE(m1)' })).toEqual({
      name: 'ValidationException',
      status: 400,
      message: "Error in expression 'e1': Function 'AVERAGE' not found",
    });
    expect((await refused({ Expression: 'SELECT SUM(Errors) FROM "AWS/Lambda"' })).message).toContain(
      'Metrics Insights',
    );
    expect((await refused({})).message).toContain('Exactly one of');
    expect((await refused({ Expression: 'm'.repeat(2049) })).message).toContain(
      "at 'metricDataQueries.1.member.expression' failed to satisfy constraint",
    );
    expect((await refused({ Expression: 'm1', Period: 61 })).message).toContain('Period must be');
    const many = Array.from({ length: 501 }, (_, index) => stat(`m${index}`, 'orders'));
    expect((await refusalOf(ask({ MetricDataQueries: many }))).message).toBe(
      'The collection MetricDataQueries must not have a size greater than 500.',
    );
  });

  it('refuses a time series without end', async () => {
    const input = { MetricDataQueries: [{ Id: 'e1', Expression: 'TIME_SERIES(1)' }], StartTime: new Date(0) };
    expect((await refusalOf(ask(input))).message).toBe(
      "Error in expression 'e1': A time series can have at most 100800 data points",
    );
  });

  it('pages through all results of all queries', async () => {
    await put(orders, failures, { ...orders, Timestamp: at(2) });
    const MetricDataQueries = [stat('a', 'orders'), { Id: 'b', Expression: 'a + 1' }];
    const first = await ask({ MetricDataQueries, MaxDatapoints: 3 });
    expect(first.MetricDataResults?.map((result) => [result.Values, result.StatusCode])).toEqual([
      [[4, 4], 'Complete'],
      [[5], 'PartialData'],
    ]);
    const second = await ask({ MetricDataQueries, MaxDatapoints: 3, NextToken: first.NextToken });
    expect(second.MetricDataResults?.map((result) => [result.Values, result.StatusCode])).toEqual([
      [[], 'Complete'],
      [[5], 'Complete'],
    ]);
    expect(second.NextToken).toBeUndefined();
  });
});

describe('a data point that grows old', () => {
  const days = (count: number): Promise<void> => aws.clock.advance(count * 24 * 3_600_000);
  const sums = async (Period: number): Promise<number> => {
    const input = { MetricName: 'orders', Namespace: 'Shop', Statistics: ['Sum' as const], Period };
    const StartTime = at(-60);
    const { Datapoints } = await aws.cloudwatch.send(
      new GetMetricStatisticsCommand({ ...input, StartTime, EndTime: at(60) }),
    );
    return (Datapoints ?? []).reduce((sum, point) => sum + (point.Sum ?? 0), 0);
  };

  it('is answered by ever longer periods only', async () => {
    await put(orders);
    expect([await sums(60), await sums(300), await sums(3600)]).toEqual([4, 4, 4]);
    await days(16);
    await put({ MetricName: 'orders', Value: 1 });
    expect([await sums(60), await sums(300), await sums(3600)]).toEqual([0, 4, 4]);
    await days(60);
    await put({ MetricName: 'orders', Value: 1 });
    expect([await sums(60), await sums(300), await sums(3600)]).toEqual([0, 0, 4]);
  });

  it('of high resolution is answered by the second for three hours', async () => {
    const seconds = async (): Promise<number | undefined> => {
      const query = stat('m', 'fast');
      const MetricDataQueries = [{ ...query, MetricStat: { ...query.MetricStat, Period: 1 } }];
      return (await ask({ MetricDataQueries })).MetricDataResults?.[0]?.Values?.length;
    };
    await put({ MetricName: 'fast', Value: 1, Timestamp: new Date(noonMs + 5000), StorageResolution: 1 });
    expect(await seconds()).toBe(1);
    await aws.clock.advance(4 * 3_600_000);
    expect(await seconds()).toBe(0);
  });
});

describe('PutMetricData', () => {
  const statistics = async (MetricName: string, ExtendedStatistics: string[]) => {
    const range = { StartTime: at(0), EndTime: at(10), Period: 60 };
    const input = { Namespace: 'Shop', MetricName, ExtendedStatistics, ...range };
    const { Datapoints } = await aws.cloudwatch.send(new GetMetricStatisticsCommand(input));
    return Datapoints?.[0]?.ExtendedStatistics;
  };

  const post = (body: Uint8Array | string, headers: { [name: string]: string }) =>
    fetch(aws.served.endpoint, {
      method: 'POST',
      headers: {
        'x-amz-target': 'GraniteServiceVersion20100801.PutMetricData',
        'content-type': 'application/x-amz-json-1.0',
        ...headers,
      },
      body,
    });

  it('gives percentiles of values with counts, and of statistic sets only when all samples are alike', async () => {
    const set = (SampleCount: number, Sum: number, Minimum: number, Maximum: number) => ({
      StatisticValues: { SampleCount, Sum, Minimum, Maximum },
    });
    await put({ MetricName: 'values', Values: [1, 5, 9], Counts: [8, 1, 1] });
    await put({ MetricName: 'one', ...set(1, 5, 5, 5) }, { MetricName: 'alike', ...set(3, 15, 5, 5) });
    await put({ MetricName: 'mixed', ...set(3, 15, 4, 6) }, { MetricName: 'negative', Values: [-1, 5] });
    expect(await statistics('values', ['p50', 'p90', 'tm80', 'PR(:5)'])).toEqual({
      p50: 1,
      p90: 5,
      tm80: 1,
      'PR(:5)': 90,
    });
    expect(await statistics('one', ['p99'])).toEqual({ p99: 5 });
    expect(await statistics('alike', ['p99', 'IQM'])).toEqual({ p99: 5, IQM: 5 });
    expect(await statistics('mixed', ['p99'])).toBeUndefined();
    expect(await statistics('negative', ['p50', 'tm99'])).toBeUndefined();
  });

  it('takes data of entities and compressed bodies', async () => {
    const Entity = { KeyAttributes: { Type: 'Service', Name: 'shop' } };
    await aws.cloudwatch.send(
      new PutMetricDataCommand({ Namespace: 'Shop', EntityMetricData: [{ Entity, MetricData: [orders] }] }),
    );
    const body = gzipSync(
      JSON.stringify({ Namespace: 'Shop', MetricData: [{ MetricName: 'zipped', Value: 1 }] }),
    );
    const { status } = await post(body, { 'content-encoding': 'gzip' });
    expect(status).toBe(200);
    const { Metrics } = await aws.cloudwatch.send(new ListMetricsCommand({ Namespace: 'Shop' }));
    expect(Metrics?.map(({ MetricName }) => MetricName)).toEqual(['orders', 'zipped']);
  });

  it('refuses more than a megabyte, packed or not', async () => {
    const body = JSON.stringify({ Namespace: 'Shop', Filler: 'x'.repeat(1024 * 1024), MetricData: [orders] });
    expect((await post(body, {})).status).toBe(413);
    expect((await post(gzipSync(body), { 'content-encoding': 'gzip' })).status).toBe(400);
    expect(aws.world.metrics.list()).toEqual([]);
  });

  it.each<[string, MetricDatum, string]>([
    [
      'a unit',
      { MetricName: 'm', Value: 1, Unit: 'Apples' as 'Count' },
      'Member must satisfy enum value set',
    ],
    ['a resolution', { MetricName: 'm', Value: 1, StorageResolution: 30 }, 'StorageResolution is invalid'],
    ['too large a number', { MetricName: 'm', Value: 2 ** 361 }, 'Value is invalid'],
    ['too large a count', { MetricName: 'm', Values: [1], Counts: [2 ** 361] }, 'Value is invalid'],
    [
      'a dimension that begins with a colon',
      { MetricName: 'm', Value: 1, Dimensions: [{ Name: ':a', Value: 'b' }] },
      'Dimensions.member.1.Name is invalid',
    ],
    [
      '31 dimensions',
      {
        MetricName: 'm',
        Value: 1,
        Dimensions: Array.from({ length: 31 }, (_, i) => ({ Name: `d${i}`, Value: 'x' })),
      },
      'must not have a size greater than 30',
    ],
  ])('refuses %s', async (_, datum, message) => {
    const told = await refusalOf(put({ MetricName: 'good', Value: 1 }, datum));
    expect(told).toMatchObject({ status: 400, message: expect.stringContaining(message) });
    expect(aws.world.metrics.list()).toEqual([]);
  });
});
