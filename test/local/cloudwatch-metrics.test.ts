import { getMetricData } from '../../src/local/actions/cloudwatch/get-metric-data';
import { getMetricStatistics } from '../../src/local/actions/cloudwatch/get-metric-statistics';
import { listMetrics } from '../../src/local/actions/cloudwatch/list-metrics';
import { putMetricData } from '../../src/local/actions/cloudwatch/put-metric-data';
import { minuteMs, noonMs, putErrors, refusal, type TestWorld, testWorld } from './cloudwatch-world';

const at = (minutes: number): Date => new Date(noonMs + minutes * minuteMs);

const errorsQuery = (stat = 'Sum', period = 60) => ({
  Id: `${stat.toLowerCase().replace(/\W/g, '_')}_${period}`,
  MetricStat: {
    Metric: {
      Namespace: 'AWS/Lambda',
      MetricName: 'Errors',
      Dimensions: [{ Name: 'FunctionName', Value: 'api' }],
    },
    Period: period,
    Stat: stat,
  },
});

function worldWithErrors(): TestWorld {
  const world = testWorld();
  for (const minutes of [0, 1, 2, 3]) putErrors(world, minutes, minutes);
  return world;
}

const range = { StartTime: at(0), EndTime: at(60) };

describe('GetMetricData', () => {
  it('gives the newest first, start inclusive, end exclusive', () => {
    const world = worldWithErrors();
    const input = { MetricDataQueries: [errorsQuery()], StartTime: at(1), EndTime: at(3) };
    expect(getMetricData(world, input)).toEqual({
      MetricDataResults: [
        { Id: 'sum_60', Label: 'Errors', StatusCode: 'Complete', Timestamps: [at(2), at(1)], Values: [2, 1] },
      ],
      Messages: [],
    });
    const ascending = getMetricData(world, { ...input, ScanBy: 'TimestampAscending' });
    expect(ascending.MetricDataResults?.[0]?.Values).toEqual([1, 2]);
  });

  it('rounds the start down to the minute and counts periods from there', () => {
    const input = {
      ...range,
      StartTime: new Date(at(1).getTime() + 30_000),
      ScanBy: 'TimestampAscending' as const,
    };
    const answer = getMetricData(worldWithErrors(), {
      ...input,
      MetricDataQueries: [errorsQuery('Sum', 120)],
    });
    expect(answer.MetricDataResults?.[0]).toMatchObject({ Timestamps: [at(1), at(3)], Values: [3, 3] });
  });

  it('gives an empty, complete result for a metric without data', () => {
    const query = errorsQuery();
    const unknown = {
      ...query,
      MetricStat: { ...query.MetricStat, Metric: { Namespace: 'X', MetricName: 'Y' } },
    };
    expect(getMetricData(testWorld(), { ...range, MetricDataQueries: [unknown] }).MetricDataResults).toEqual([
      { Id: 'sum_60', Label: 'Y', StatusCode: 'Complete', Timestamps: [], Values: [] },
    ]);
  });

  it('labels what differs, unless it was named, and leaves out what is not to be returned', () => {
    const queries = [
      errorsQuery('Sum', 60),
      { ...errorsQuery('Minimum', 30), Label: 'least' },
      errorsQuery('Maximum', 30),
      { ...errorsQuery('Average', 60), ReturnData: false },
    ];
    const answer = getMetricData(worldWithErrors(), { ...range, MetricDataQueries: queries });
    expect(answer.MetricDataResults?.map((result) => result.Label)).toEqual([
      'Errors Sum 60',
      'least',
      'Errors Maximum 30',
    ]);
  });

  it('says when data of several units was there', () => {
    const world = testWorld();
    const data = [
      { MetricName: 'm', Value: 5, Unit: 'Seconds' as const },
      { MetricName: 'm', Value: 5000, Unit: 'Milliseconds' as const },
    ];
    putMetricData(world, { Namespace: 'Shop', MetricData: data });
    const MetricStat = { Metric: { Namespace: 'Shop', MetricName: 'm' }, Period: 60, Stat: 'Sum' };
    const ask = (unit: object) =>
      getMetricData(world, {
        ...range,
        MetricDataQueries: [{ Id: 'm', MetricStat: { ...MetricStat, ...unit } }],
      }).MetricDataResults?.[0];
    expect(ask({})).toMatchObject({
      Values: [5000],
      Messages: [{ Code: 'MultipleUnits', Value: "Multiple units returned: '[Milliseconds, Seconds]'" }],
    });
    expect(ask({ Unit: 'Seconds' })?.Values).toEqual([5]);
  });

  it('pages over all results in the order of the queries', () => {
    const world = worldWithErrors();
    const input = { ...range, MetricDataQueries: [errorsQuery(), errorsQuery('Maximum')], MaxDatapoints: 3 };
    const pages: unknown[] = [];
    for (let token: string | undefined, first = true; first || token; first = false) {
      const answer = getMetricData(world, { ...input, NextToken: token });
      pages.push(answer.MetricDataResults?.map((result) => [result.Values, result.StatusCode]));
      token = answer.NextToken;
    }
    expect(pages).toEqual([
      [
        [[3, 2, 1], 'PartialData'],
        [[], 'PartialData'],
      ],
      [
        [[0], 'Complete'],
        [[3, 2], 'PartialData'],
      ],
      [
        [[], 'Complete'],
        [[1, 0], 'Complete'],
      ],
    ]);
  });

  it.each([
    [
      'an odd period',
      { MetricDataQueries: [errorsQuery('Sum', 61)] },
      'must be 1, 5, 10, 20, 30 or a multiple of 60',
    ],
    ['an unknown statistic', { MetricDataQueries: [errorsQuery('p200')] }, 'The value p200 for parameter'],
    ['an upper-case id', { MetricDataQueries: [{ ...errorsQuery(), Id: 'E' }] }, 'expected pattern'],
    ['an id twice', { MetricDataQueries: [errorsQuery(), errorsQuery()] }, 'not unique'],
    ['no time', { MetricDataQueries: [errorsQuery()], EndTime: at(0) }, 'StartTime must be less than'],
    ['nothing to query', { MetricDataQueries: [] }, 'Member must have length greater than or equal to 1'],
  ])('refuses %s', (_, changes, message) => {
    const told = refusal(() => getMetricData(testWorld(), { ...range, ...changes }));
    expect(told).toMatchObject({ name: 'ValidationException', status: 400, code: 'ValidationError;Sender' });
    expect(told.message).toContain(message);
  });

  it('refuses a token that it did not give', () => {
    const input = { ...range, MetricDataQueries: [errorsQuery()], NextToken: 'nonsense' };
    expect(refusal(() => getMetricData(testWorld(), input)).code).toBe('InvalidNextToken;Sender');
  });
});

describe('PutMetricData', () => {
  const ask = (
    world: TestWorld,
    ...Statistics: ('Sum' | 'SampleCount' | 'Maximum' | 'Minimum' | 'Average')[]
  ) => getMetricStatistics(world, { Namespace: 'Shop', MetricName: 'm', Period: 60, Statistics, ...range });

  it('takes values with their counts', () => {
    const world = testWorld();
    const datum = { MetricName: 'm', Values: [1, 6, 10], Counts: [2, 5, 1], Unit: 'Count' as const };
    putMetricData(world, { Namespace: 'Shop', MetricData: [datum] });
    expect(ask(world, 'Sum', 'SampleCount', 'Maximum')).toEqual({
      Label: 'm',
      Datapoints: [{ Timestamp: at(0), Unit: 'Count', Sum: 42, SampleCount: 8, Maximum: 10 }],
    });
  });

  it('takes statistic sets and entity data', () => {
    const world = testWorld();
    const StatisticValues = { SampleCount: 10, Sum: 45, Minimum: 0, Maximum: 9 };
    const MetricData = [{ MetricName: 'm', StatisticValues }];
    putMetricData(world, { Namespace: 'Shop', EntityMetricData: [{ MetricData }] });
    expect(ask(world, 'Average', 'Minimum', 'SampleCount').Datapoints).toEqual([
      { Timestamp: at(0), Unit: 'None', Average: 4.5, Minimum: 0, SampleCount: 10 },
    ]);
  });

  it('takes timestamps from two weeks ago to two hours ahead', () => {
    const world = testWorld();
    const put = (minutes: number) =>
      putMetricData(world, {
        Namespace: 'Shop',
        MetricData: [{ MetricName: 'm', Value: 1, Timestamp: at(minutes) }],
      });
    const twoWeeks = 14 * 24 * 60;
    put(120);
    put(-twoWeeks);
    expect(refusal(() => put(121)).message).toBe(
      'The parameter MetricData.member.1.Timestamp must specify a time no more than two hours in the future.',
    );
    expect(refusal(() => put(-twoWeeks - 1)).message).toBe(
      'The parameter MetricData.member.1.Timestamp must specify a time within the past two weeks.',
    );
  });

  it.each([
    ['a reserved namespace', 'AWS/Lambda', [{ MetricName: 'm', Value: 1 }], 'InvalidParameterValue'],
    ['no data', 'Shop', [], 'MissingParameter'],
    ['no value', 'Shop', [{ MetricName: 'm' }], 'MissingParameter'],
    ['no name', 'Shop', [{ MetricName: undefined, Value: 1 }], 'MissingParameter'],
    ['two forms', 'Shop', [{ MetricName: 'm', Value: 1, Values: [1] }], 'InvalidParameterCombination'],
    ['unequal counts', 'Shop', [{ MetricName: 'm', Values: [1, 2], Counts: [1] }], 'InvalidParameterValue'],
    ['not a number', 'Shop', [{ MetricName: 'm', Value: Number.NaN }], 'InvalidParameterValue'],
    ['too large a number', 'Shop', [{ MetricName: 'm', Value: 2 ** 361 }], 'InvalidParameterValue'],
    ['too many values', 'Shop', [{ MetricName: 'm', Values: Array(151).fill(1) }], 'InvalidParameterValue'],
    ['too many data', 'Shop', Array(1001).fill({ MetricName: 'm', Value: 1 }), 'InvalidParameterValue'],
    [
      'a dimension without value',
      'Shop',
      [{ MetricName: 'm', Value: 1, Dimensions: [{ Name: 'a', Value: undefined }] }],
      'MissingParameter',
    ],
  ])('refuses %s and stores nothing', (_, Namespace, MetricData, code) => {
    const world = testWorld();
    expect(refusal(() => putMetricData(world, { Namespace, MetricData })).code).toBe(`${code};Sender`);
    expect(world.metrics.list()).toEqual([]);
  });

  it('is all or nothing', () => {
    const world = testWorld();
    const MetricData = [{ MetricName: 'good', Value: 1 }, { MetricName: 'bad' }];
    expect(refusal(() => putMetricData(world, { Namespace: 'Shop', MetricData })).message).toContain(
      'member.2',
    );
    expect(world.metrics.list()).toEqual([]);
  });
});

describe('GetMetricStatistics', () => {
  const input = {
    Namespace: 'AWS/Lambda',
    MetricName: 'Errors',
    Dimensions: [{ Name: 'FunctionName', Value: 'api' }],
    Period: 60,
    ...range,
  };

  it('gives percentiles apart', () => {
    const answer = getMetricStatistics(worldWithErrors(), {
      ...input,
      Period: 300,
      ExtendedStatistics: ['p50', 'p100'],
    });
    expect(answer.Datapoints).toEqual([
      { Timestamp: at(0), Unit: 'Count', ExtendedStatistics: { p50: 1, p100: 3 } },
    ]);
  });

  it('refuses more than 1,440 data points, in the recorded words', () => {
    const day = { StartTime: at(-24 * 60), EndTime: at(0), Period: 1, Statistics: ['Sum' as const] };
    expect(refusal(() => getMetricStatistics(testWorld(), { ...input, ...day }))).toEqual({
      name: 'InvalidParameterCombinationException',
      status: 400,
      code: 'InvalidParameterCombination;Sender',
      message:
        'You have requested up to 86400 datapoints, which exceeds the limit of 1440. ' +
        'You may reduce the datapoints requested by increasing Period, or decreasing the time range.',
    });
  });

  it.each([
    ['no statistic', {}, 'InvalidParameterCombination'],
    ['an unknown statistic', { ExtendedStatistics: ['q9'] }, 'InvalidParameterValue'],
    ['a period of 61 s', { Period: 61, Statistics: ['Sum' as const] }, 'InvalidParameterValue'],
    ['no name', { MetricName: undefined }, 'ValidationError'],
    ['an end before the start', { Statistics: ['Sum' as const], EndTime: at(-1) }, 'InvalidParameterValue'],
  ])('refuses %s', (_, changes, code) => {
    expect(refusal(() => getMetricStatistics(testWorld(), { ...input, ...changes })).code).toBe(
      `${code};Sender`,
    );
  });
});

describe('ListMetrics', () => {
  it('finds metrics by namespace, name and dimension, and leaves out old ones', () => {
    const world = worldWithErrors();
    putMetricData(world, {
      Namespace: 'Shop',
      MetricData: [{ MetricName: 'm', Value: 1, Timestamp: at(-200) }],
    });
    const names = (input: object) => listMetrics(world, input).Metrics?.map((metric) => metric.MetricName);
    expect(names({})).toEqual(['Errors', 'm']);
    expect(names({ Namespace: 'Shop' })).toEqual(['m']);
    expect(names({ MetricName: 'Errors', Dimensions: [{ Name: 'FunctionName', Value: 'api' }] })).toEqual([
      'Errors',
    ]);
    expect(names({ Dimensions: [{ Name: 'FunctionName' }] })).toEqual(['Errors']);
    expect(names({ Dimensions: [{ Name: 'FunctionName', Value: 'web' }] })).toEqual([]);
    expect(names({ RecentlyActive: 'PT3H' })).toEqual(['Errors']);
  });

  it('pages by 500', () => {
    const world = testWorld();
    for (let index = 0; index < 501; index += 1)
      putMetricData(world, { Namespace: 'Shop', MetricData: [{ MetricName: `m${index}`, Value: 1 }] });
    const first = listMetrics(world, {});
    const second = listMetrics(world, { NextToken: first.NextToken });
    expect([first.Metrics?.length, second.Metrics?.length, second.NextToken]).toEqual([500, 1, undefined]);
  });
});
