import { stage } from './server';

const open = stage();

const since = 1_799_999_000;

const metric = (name: string, more: object = {}) => ({
  AlarmName: name,
  StateValue: 'OK',
  StateReason: 'Threshold Crossed',
  StateUpdatedTimestamp: since + 5,
  StateTransitionedTimestamp: since,
  Period: 60,
  EvaluationPeriods: 3,
  ...more,
});

describe('reading alarms', () => {
  test('asks for every kind of alarm, and reads metric, composite and log alarms', async () => {
    const { aws, asked } = await open(() => ({
      status: 200,
      body: {
        LogAlarms: [
          {
            AlarmName: 'log',
            StateValue: 'INSUFFICIENT_DATA',
            QueryResultsToEvaluate: 2,
            ScheduledQueryConfiguration: {
              QueryString: 'q',
              ScheduledQueryRoleARN: 'r',
              AggregationExpression: 'count(*)',
              ScheduleConfiguration: { ScheduleExpression: 'rate(5 minutes)' },
            },
          },
        ],
        MetricAlarms: [metric('errors')],
        CompositeAlarms: [{ AlarmName: 'all', StateValue: 'ALARM', StateUpdatedTimestamp: since }],
      },
    }));
    expect(await aws.alarms.read(['all', 'gone', 'errors', 'log'])).toEqual([
      { name: 'all', state: 'ALARM', reason: '', sinceMs: since * 1000, partial: false, windowMs: null },
      {
        name: 'errors',
        state: 'OK',
        reason: 'Threshold Crossed',
        sinceMs: since * 1000,
        partial: false,
        windowMs: 180_000,
      },
      { name: 'log', state: 'INSUFFICIENT_DATA', reason: '', sinceMs: 0, partial: false, windowMs: 600_000 },
    ]);
    expect(asked[0]?.headers['x-amz-target']).toBe('GraniteServiceVersion20100801.DescribeAlarms');
    expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({
      AlarmNames: ['all', 'gone', 'errors', 'log'],
      AlarmTypes: expect.arrayContaining(['CompositeAlarm', 'MetricAlarm', 'LogAlarm']),
    });
  });

  test('asks nothing for no names, because AWS would answer with all there are', async () => {
    const { aws, asked } = await open(() => ({ status: 200, body: {} }));
    expect(await aws.alarms.read([])).toEqual([]);
    expect(asked).toHaveLength(0);
  });

  test('takes at most a hundred names a call, each once, and follows all pages', async () => {
    const names = Array.from({ length: 150 }, (_, index) => `alarm-${index}`);
    const { aws, asked } = await open((one) => {
      const { AlarmNames, NextToken } = JSON.parse(one.body);
      const half = NextToken ? AlarmNames.slice(40) : AlarmNames.slice(0, 40);
      const more = !NextToken && AlarmNames.length > 40 ? { NextToken: 'next' } : {};
      return { status: 200, body: { MetricAlarms: half.map((name: string) => metric(name)), ...more } };
    });
    const readings = await aws.alarms.read([...names, 'alarm-0']);
    expect(readings.map((one) => one.name)).toEqual(names);
    expect(asked.map((one) => JSON.parse(one.body).AlarmNames.length)).toEqual([100, 100, 50, 50]);
  });

  test.each(['PARTIAL_DATA', 'EVALUATION_ERROR', 'EVALUATION_FAILURE', 'SOMETHING_NEW'])(
    'an alarm in %s is partial',
    async (EvaluationState) => {
      const { aws } = await open(() => ({
        status: 200,
        body: { MetricAlarms: [metric('errors', { EvaluationState })] },
      }));
      expect(await aws.alarms.read(['errors'])).toMatchObject([{ state: 'OK', partial: true }]);
    },
  );

  test('a state without a name is partial, not fine', async () => {
    const { aws } = await open(() => ({
      status: 200,
      body: { MetricAlarms: [metric('errors', { StateValue: 'QUANTUM' })] },
    }));
    expect(await aws.alarms.read(['errors'])).toMatchObject([{ state: 'INSUFFICIENT_DATA', partial: true }]);
  });

  test('metric mathematics looks as far back as its longest period', async () => {
    const stat = (Period: number) => ({ Metric: { MetricName: 'Errors' }, Period, Stat: 'Sum' });
    const Metrics = [
      { Id: 'a', MetricStat: stat(60) },
      { Id: 'b', MetricStat: stat(300) },
      { Id: 'c', Expression: 'a/b' },
    ];
    const { aws } = await open(() => ({
      status: 200,
      body: { MetricAlarms: [metric('ratio', { Period: undefined, EvaluationPeriods: 2, Metrics })] },
    }));
    expect(await aws.alarms.read(['ratio'])).toMatchObject([{ windowMs: 600_000 }]);
  });

  test('a PromQL alarm looks back over its pending period', async () => {
    const promql = {
      Period: undefined,
      EvaluationInterval: 60,
      EvaluationCriteria: { PromQLCriteria: { Query: 'up', PendingPeriod: 120 } },
    };
    const { aws } = await open(() => ({ status: 200, body: { MetricAlarms: [metric('prom', promql)] } }));
    expect(await aws.alarms.read(['prom'])).toMatchObject([{ windowMs: 180_000 }]);
  });
});
