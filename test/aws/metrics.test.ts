import { stage } from './server';

const open = stage();

const question = { functionName: 'f', alias: 'live', version: '4' };
const minute = 60_000;
const noon = 30_000_000 * minute;

interface Query {
  readonly Id: string;
  readonly MetricStat: {
    readonly Period: number;
    readonly Stat: string;
    readonly Metric: { MetricName: string };
  };
}

const queriesOf = (body: string): Query[] => JSON.parse(body).MetricDataQueries;

const result = (query: Query, Values: number[], StatusCode = 'Complete') => ({
  Id: query.Id,
  Values,
  Timestamps: Values.map((_, index) => noon / 1000 + index * 60),
  StatusCode,
});

describe('counting what a version did behind an alias', () => {
  test('asks for the series of function, alias and executed version, in whole minutes', async () => {
    const { aws, asked } = await open((one) => {
      const values: { [name: string]: number[] } = { Invocations: [40, 60], Errors: [5], Throttles: [1, 1] };
      return {
        status: 200,
        body: {
          MetricDataResults: queriesOf(one.body).map((query) =>
            result(query, values[query.MetricStat.Metric.MetricName] ?? []),
          ),
        },
      };
    });
    const counts = await aws.metrics.counts([question], noon + 20_000, noon + 100_000);
    expect(counts).toEqual([{ invocations: 100, errors: 5 }]);
    const sent = JSON.parse(asked[0]?.body ?? '');
    expect([sent.StartTime, sent.EndTime]).toEqual([noon / 1000, noon / 1000 + 120]);
    expect(sent.MetricDataQueries[0].MetricStat).toEqual({
      Period: 60,
      Stat: 'Sum',
      Metric: {
        Namespace: 'AWS/Lambda',
        MetricName: 'Invocations',
        Dimensions: [
          { Name: 'FunctionName', Value: 'f' },
          { Name: 'Resource', Value: 'f:live' },
          { Name: 'ExecutedVersion', Value: '4' },
        ],
      },
    });
  });

  test('a window that begins and ends on the minute stays as it is', async () => {
    const { aws, asked } = await open((one) => ({
      status: 200,
      body: { MetricDataResults: queriesOf(one.body).map((query) => result(query, [])) },
    }));
    expect(await aws.metrics.counts([question], noon, noon + minute)).toEqual([
      { invocations: 0, errors: 0 },
    ]);
    const sent = JSON.parse(asked[0]?.body ?? '');
    expect([sent.StartTime, sent.EndTime]).toEqual([noon / 1000, noon / 1000 + 60]);
  });

  test('a window over nothing counts nothing and asks nothing', async () => {
    const { aws, asked } = await open(() => ({ status: 200, body: {} }));
    expect(await aws.metrics.counts([question], noon, noon)).toEqual([{ invocations: 0, errors: 0 }]);
    expect(asked).toHaveLength(0);
  });

  test('adds up a result that is spread over pages', async () => {
    const { aws } = await open((one) => {
      const first = !JSON.parse(one.body).NextToken;
      const status = first ? 'PartialData' : 'Complete';
      return {
        status: 200,
        body: {
          MetricDataResults: queriesOf(one.body).map((query) => result(query, [first ? 1 : 2], status)),
          ...(first ? { NextToken: 'next' } : {}),
        },
      };
    });
    expect(await aws.metrics.counts([question], noon, noon + minute)).toEqual([
      { invocations: 3, errors: 3 },
    ]);
  });

  test('the latency of the last minute with requests comes along where it is asked for', async () => {
    const { aws, asked } = await open((one) => ({
      status: 200,
      body: {
        MetricDataResults: queriesOf(one.body).map((query) =>
          result(query, query.MetricStat.Stat === 'p99' ? [310.5, 47.25] : [2, 1]),
        ),
      },
    }));
    const timed = { ...question, latency: true as const };
    expect(await aws.metrics.counts([timed, question], noon, noon + minute)).toEqual([
      { invocations: 3, errors: 3, p99Ms: 47.25 },
      { invocations: 3, errors: 3 },
    ]);
    const stats = queriesOf(asked[0]?.body ?? '').map(({ MetricStat: { Metric, Stat } }) => [
      Metric.MetricName,
      Stat,
    ]);
    expect(stats.slice(0, 3)).toEqual([
      ['Invocations', 'Sum'],
      ['Errors', 'Sum'],
      ['Duration', 'p99'],
    ]);
    expect(stats).toHaveLength(5);
  });

  test.each(['PartialData', 'InternalError'])(
    'a latency that ends as %s is not known, and nothing else suffers',
    async (status) => {
      const { aws } = await open((one) => ({
        status: 200,
        body: {
          MetricDataResults: queriesOf(one.body).map((query) =>
            result(query, [1], query.MetricStat.Stat === 'p99' ? status : 'Complete'),
          ),
        },
      }));
      const timed = { ...question, latency: true as const };
      expect(await aws.metrics.counts([timed], noon, noon + minute)).toEqual([{ invocations: 1, errors: 1 }]);
    },
  );

  test.each(['PartialData', 'InternalError', 'Forbidden'])(
    'a part that ends as %s is unavailable, not zero',
    async (status) => {
      const { aws } = await open((one) => ({
        status: 200,
        body: {
          MetricDataResults: queriesOf(one.body).map((query, index) =>
            result(query, [1], index === 1 ? status : 'Complete'),
          ),
        },
      }));
      await expect(aws.metrics.counts([question], noon, noon + minute)).rejects.toMatchObject({
        code: 'unavailable',
        message: expect.stringContaining('f:live version 4'),
      });
    },
  );

  test('a part without an answer is unavailable, not zero', async () => {
    const { aws } = await open(() => ({ status: 200, body: { MetricDataResults: [] } }));
    await expect(aws.metrics.counts([question], noon, noon + minute)).rejects.toMatchObject({
      code: 'unavailable',
    });
  });

  test('many questions are answered in the order asked, within the 500 queries of a call', async () => {
    const questions = Array.from({ length: 301 }, (_, index) => ({
      ...question,
      version: String(index + 1),
    }));
    const { aws, asked } = await open((one) => ({
      status: 200,
      body: {
        MetricDataResults: JSON.parse(one.body)
          .MetricDataQueries.map(
            (query: Query & { MetricStat: { Metric: { Dimensions: { Value: string }[] } } }) =>
              result(query, [Number(query.MetricStat.Metric.Dimensions[2]?.Value)]),
          )
          .reverse(),
      },
    }));
    const counts = await aws.metrics.counts(questions, noon, noon + minute);
    expect(counts.map((one) => one.errors)).toEqual(questions.map((one) => Number(one.version)));
    const sizes = asked.map((one) => queriesOf(one.body).length);
    expect(sizes).toEqual([500, 102]);
    for (const one of asked) {
      const ids = queriesOf(one.body).map((query) => query.Id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[a-z][a-zA-Z0-9_]*$/);
    }
  });
});
