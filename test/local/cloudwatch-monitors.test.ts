import {
  DeleteAlarmMuteRuleCommand,
  DeleteAnomalyDetectorCommand,
  DeleteDashboardsCommand,
  DeleteInsightRulesCommand,
  DeleteMetricStreamCommand,
  DescribeAnomalyDetectorsCommand,
  DescribeInsightRulesCommand,
  DisableInsightRulesCommand,
  EnableInsightRulesCommand,
  GetAlarmMuteRuleCommand,
  GetDashboardCommand,
  GetMetricStreamCommand,
  ListAlarmMuteRulesCommand,
  ListDashboardsCommand,
  ListMetricStreamsCommand,
  PutAlarmMuteRuleCommand,
  PutAnomalyDetectorCommand,
  PutDashboardCommand,
  PutInsightRuleCommand,
  PutMetricStreamCommand,
  StartMetricStreamsCommand,
  StopMetricStreamsCommand,
} from '@aws-sdk/client-cloudwatch';
import { dumpParts, loadParts } from '../../src/local/kept';
import { createMonitorBook } from '../../src/local/monitors/book';
import { account, type LocalAws, openLocalAws, refusalOf, region } from './world';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
});
afterEach(() => aws.close());

describe('dashboards', () => {
  const body = (...widgets: unknown[]): string => JSON.stringify({ widgets });
  const text = { type: 'text', x: 0, y: 0, width: 6, height: 3, properties: { markdown: 'ü' } };
  const put = (DashboardName: string, DashboardBody: string) =>
    aws.cloudwatch.send(new PutDashboardCommand({ DashboardName, DashboardBody }));

  it('are kept, listed by prefix and deleted together or not at all', async () => {
    expect((await put('shop-a', body(text))).DashboardValidationMessages).toEqual([]);
    await put('shop-b', body());
    await put('other', body());
    const got = await aws.cloudwatch.send(new GetDashboardCommand({ DashboardName: 'shop-a' }));
    expect(got).toMatchObject({
      DashboardArn: `arn:aws:cloudwatch::${account}:dashboard/shop-a`,
      DashboardBody: body(text),
      DashboardName: 'shop-a',
    });
    const list = async () =>
      (await aws.cloudwatch.send(new ListDashboardsCommand({ DashboardNamePrefix: 'shop' })))
        .DashboardEntries;
    expect(await list()).toMatchObject([
      {
        DashboardName: 'shop-a',
        Size: Buffer.byteLength(body(text)),
        LastModified: new Date(aws.clock.nowMs()),
      },
      { DashboardName: 'shop-b' },
    ]);
    const remove = (...DashboardNames: string[]) =>
      aws.cloudwatch.send(new DeleteDashboardsCommand({ DashboardNames }));
    expect(await refusalOf(remove('shop-a', 'none'))).toEqual({
      name: 'ResourceNotFound',
      status: 404,
      message: 'The specified dashboard does not exist. [none]',
    });
    await remove('shop-a', 'shop-b');
    expect(await list()).toEqual([]);
  });

  it.each([
    ['no JSON', '{', 'must be a valid JSON object'],
    ['an array', '[]', 'must be a valid JSON object'],
    ['no widgets', '{}', 'there are 1 validation error'],
    ['a widget without type', body({ properties: {} }), 'Should have required property'],
    ['a strange widget', body({ ...text, type: 'film' }), 'allowed values'],
    ['a widget that is too wide', body({ ...text, width: 25 }), 'Should be <= 24'],
    [
      'a metric in the wrong form',
      body({ ...text, type: 'metric', properties: { metrics: [['AWS/Lambda', 'Errors', 5], 7] } }),
      'there are 2 validation errors: [{"dataPath":"/widgets/0/properties/metrics/0/2","message":"Invalid metric field',
    ],
  ])('are refused for %s', async (_, text, message) => {
    const told = await refusalOf(put('shop', text));
    expect(told).toMatchObject({ name: 'DashboardInvalidInputError', status: 400 });
    expect(told.message).toContain(message);
  });

  it('are refused for a name that cannot be, and missed when they are not there', async () => {
    expect((await refusalOf(put('a b', body()))).message).toContain('contains invalid characters');
    expect(
      await refusalOf(aws.cloudwatch.send(new GetDashboardCommand({ DashboardName: 'x' }))),
    ).toMatchObject({
      status: 404,
      message: 'Dashboard x does not exist',
    });
  });
});

describe('anomaly detectors', () => {
  const metric = { Namespace: 'Shop', MetricName: 'orders', Stat: 'Average' };
  const describeAll = async (more: object = {}) =>
    (await aws.cloudwatch.send(new DescribeAnomalyDetectorsCommand(more))).AnomalyDetectors;

  it('are kept one a metric and statistic', async () => {
    const Configuration = {
      ExcludedTimeRanges: [{ StartTime: new Date(1_795_000_000_000), EndTime: new Date(1_795_000_060_000) }],
    };
    const put = (input: object) => aws.cloudwatch.send(new PutAnomalyDetectorCommand(input));
    await put({ SingleMetricAnomalyDetector: metric });
    await put({ ...metric, Configuration });
    const MetricDataQueries = [{ Id: 'e1', Expression: 'm1 + m2' }];
    await put({ MetricMathAnomalyDetector: { MetricDataQueries } });
    expect(await describeAll()).toMatchObject([
      { ...metric, SingleMetricAnomalyDetector: metric, Configuration, StateValue: 'PENDING_TRAINING' },
    ]);
    expect(await describeAll({ AnomalyDetectorTypes: ['METRIC_MATH'] })).toHaveLength(1);
    expect(await describeAll({ Namespace: 'Other' })).toEqual([]);
    const remove = () => aws.cloudwatch.send(new DeleteAnomalyDetectorCommand(metric));
    await remove();
    expect(await refusalOf(remove())).toMatchObject({ name: 'ResourceNotFoundException', status: 404 });
  });

  it('must watch one thing', async () => {
    const both = { ...metric, SingleMetricAnomalyDetector: metric };
    expect((await refusalOf(aws.cloudwatch.send(new PutAnomalyDetectorCommand(both)))).name).toBe(
      'InvalidParameterCombinationException',
    );
  });
});

describe('metric streams', () => {
  const stream = {
    Name: 'all',
    FirehoseArn: `arn:aws:firehose:${region}:${account}:deliverystream/x`,
    RoleArn: `arn:aws:iam::${account}:role/x`,
    OutputFormat: 'json' as const,
  };

  it('are kept, started, stopped and deleted', async () => {
    const Arn = `arn:aws:cloudwatch:${region}:${account}:metric-stream/all`;
    expect((await aws.cloudwatch.send(new PutMetricStreamCommand(stream))).Arn).toBe(Arn);
    await aws.cloudwatch.send(new StopMetricStreamsCommand({ Names: ['all', 'none'] }));
    const got = await aws.cloudwatch.send(new GetMetricStreamCommand({ Name: 'all' }));
    expect(got).toMatchObject({ ...stream, Arn, State: 'stopped', IncludeLinkedAccountsMetrics: false });
    await aws.cloudwatch.send(new StartMetricStreamsCommand({ Names: ['all'] }));
    const { Entries } = await aws.cloudwatch.send(new ListMetricStreamsCommand({}));
    expect(Entries).toMatchObject([{ Name: 'all', State: 'running' }]);
    await aws.cloudwatch.send(new DeleteMetricStreamCommand({ Name: 'all' }));
    expect(await refusalOf(aws.cloudwatch.send(new GetMetricStreamCommand({ Name: 'all' })))).toMatchObject({
      status: 404,
      message: 'Metric Stream all does not exist.',
    });
  });

  it('cannot include and exclude', async () => {
    const filters = { IncludeFilters: [{ Namespace: 'a' }], ExcludeFilters: [{ Namespace: 'b' }] };
    const put = aws.cloudwatch.send(new PutMetricStreamCommand({ ...stream, ...filters }));
    expect((await refusalOf(put)).name).toBe('InvalidParameterCombinationException');
  });
});

describe('mute rules', () => {
  const Rule = { Schedule: { Expression: 'cron(0 2 * * *)', Duration: 'PT4H', Timezone: 'UTC' } };

  it('are kept and found by the alarm that they name', async () => {
    const ExpireDate = new Date(aws.clock.nowMs() + 3_600_000);
    const rule = { Name: 'night', Rule, MuteTargets: { AlarmNames: ['errors'] }, ExpireDate };
    await aws.cloudwatch.send(new PutAlarmMuteRuleCommand(rule));
    const get = () => aws.cloudwatch.send(new GetAlarmMuteRuleCommand({ AlarmMuteRuleName: 'night' }));
    expect(await get()).toMatchObject({ ...rule, Status: 'SCHEDULED', MuteType: 'RECURRING' });
    const list = async (AlarmName: string) =>
      (await aws.cloudwatch.send(new ListAlarmMuteRulesCommand({ AlarmName }))).AlarmMuteRuleSummaries
        ?.length;
    expect([await list('errors'), await list('other')]).toEqual([1, 0]);
    await aws.clock.advance(3_600_000);
    expect((await get()).Status).toBe('EXPIRED');
    await aws.cloudwatch.send(new DeleteAlarmMuteRuleCommand({ AlarmMuteRuleName: 'night' }));
    expect((await refusalOf(get())).status).toBe(404);
  });

  it('need a schedule that can be read', async () => {
    const Schedule = { Expression: 'every night', Duration: 'PT4H' };
    const put = aws.cloudwatch.send(new PutAlarmMuteRuleCommand({ Name: 'x', Rule: { Schedule } }));
    expect((await refusalOf(put)).message).toBe('Invalid schedule expression: every night');
  });
});

test('insight rules are kept, switched and deleted, and told of when they are not there', async () => {
  const RuleDefinition = JSON.stringify({ Schema: { Name: 'CloudWatchLogRule', Version: 1 } });
  await aws.cloudwatch.send(new PutInsightRuleCommand({ RuleName: 'r', RuleDefinition }));
  await aws.cloudwatch.send(new DisableInsightRulesCommand({ RuleNames: ['r'] }));
  const rules = async () => (await aws.cloudwatch.send(new DescribeInsightRulesCommand({}))).InsightRules;
  expect(await rules()).toMatchObject([{ Name: 'r', State: 'DISABLED', Definition: RuleDefinition }]);
  await aws.cloudwatch.send(new EnableInsightRulesCommand({ RuleNames: ['r'] }));
  expect(await rules()).toMatchObject([{ State: 'ENABLED' }]);
  const { Failures } = await aws.cloudwatch.send(new DeleteInsightRulesCommand({ RuleNames: ['r', 'none'] }));
  expect(Failures?.map(({ FailureResource }) => FailureResource)).toEqual(['none']);
  expect(await rules()).toEqual([]);
});

test('all of it outlives the process, dates as well', async () => {
  const ExpireDate = new Date(1_795_000_000_000);
  const Rule = { Schedule: { Expression: 'at(2026-12-01T00:00)', Duration: 'P1D' } };
  await aws.cloudwatch.send(new PutAlarmMuteRuleCommand({ Name: 'once', Rule, ExpireDate }));
  await aws.cloudwatch.send(
    new PutDashboardCommand({ DashboardName: 'shop', DashboardBody: '{"widgets":[]}' }),
  );
  const monitors = createMonitorBook();
  loadParts({ monitors }, JSON.parse(JSON.stringify(dumpParts({ monitors: aws.world.monitors }))));
  expect(monitors.muteRules.get('once')?.definition.ExpireDate).toEqual(ExpireDate);
  expect([...monitors.dashboards]).toEqual([...aws.world.monitors.dashboards]);
  monitors.clear();
  expect(monitors.dashboards.size + monitors.muteRules.size).toBe(0);
});
