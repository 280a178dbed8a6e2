import type { PutCompositeAlarmCommandInput, PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { deleteAlarms } from '../../src/local/actions/cloudwatch/delete-alarms';
import { describeAlarmContributors } from '../../src/local/actions/cloudwatch/describe-alarm-contributors';
import { describeAlarmHistory } from '../../src/local/actions/cloudwatch/describe-alarm-history';
import { describeAlarms } from '../../src/local/actions/cloudwatch/describe-alarms';
import { describeAlarmsForMetric } from '../../src/local/actions/cloudwatch/describe-alarms-for-metric';
import { disableAlarmActions } from '../../src/local/actions/cloudwatch/disable-alarm-actions';
import { listTagsForResource } from '../../src/local/actions/cloudwatch/list-tags-for-resource';
import { putCompositeAlarm } from '../../src/local/actions/cloudwatch/put-composite-alarm';
import { setAlarmState } from '../../src/local/actions/cloudwatch/set-alarm-state';
import { tagResource } from '../../src/local/actions/cloudwatch/tag-resource';
import { untagResource } from '../../src/local/actions/cloudwatch/untag-resource';
import { minuteMs, noonMs, putErrorAlarm, refusal, testWorld } from './cloudwatch-world';

type Input = Partial<PutMetricAlarmCommandInput>;
type CompositeInput = Partial<PutCompositeAlarmCommandInput>;

const topic = 'arn:aws:sns:eu-west-1:123456789012:on-call';
const invalid = "1 validation error detected: Value '";
const tags = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ Key: `k${index}`, Value: '' }));

describe('PutMetricAlarm', () => {
  it.each<[what: string, changes: Input, message: string]>([
    [
      'a name of 256 letters',
      { AlarmName: 'a'.repeat(256) },
      "at 'alarmName' failed to satisfy constraint: Member must have length less than or equal to 255",
    ],
    ['a name with control characters', { AlarmName: 'a\u0007' }, 'must not contain ASCII control characters'],
    ['a description of 1,025 letters', { AlarmDescription: 'a'.repeat(1025) }, "at 'alarmDescription'"],
    [
      '51 tags',
      { Tags: tags(51) },
      "at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50",
    ],
    ['a tag without a name', { Tags: [{ Key: '', Value: 'x' }] }, `${invalid}' at 'tags.1.member.key'`],
    [
      '31 dimensions',
      { Dimensions: Array.from({ length: 31 }, (_, index) => ({ Name: `n${index}`, Value: 'v' })) },
      "at 'dimensions' failed",
    ],
    [
      'a dimension without a value',
      { Dimensions: [{ Name: 'n', Value: '' }] },
      `${invalid}' at 'dimensions.1.member.value'`,
    ],
    [
      'a namespace that begins with a colon',
      { Namespace: ':x' },
      'Member must satisfy regular expression pattern: [^:].*',
    ],
    [
      'a unit that does not exist',
      { Unit: 'Parsecs' as 'Count' },
      `${invalid}Parsecs' at 'unit' failed to satisfy constraint: Member must satisfy enum value set: [Seconds, `,
    ],
    ['a statistic that does not exist', { Statistic: 'Mode' as 'Sum' }, `${invalid}Mode' at 'statistic'`],
    ['an action that is no ARN', { AlarmActions: ['call me'] }, 'Invalid arn syntax: call me'],
    [
      'an action of another Region',
      { OKActions: ['arn:aws:sns:us-east-1:1:t'] },
      'Invalid region us-east-1 specified. Only eu-west-1 is supported.',
    ],
    [
      'an action of a service that takes none',
      { AlarmActions: ['arn:aws:sqs:eu-west-1:1:q'] },
      'is not supported for a metric alarm',
    ],
    [
      'both kinds of statistic',
      { ExtendedStatistic: 'p90' },
      'Exactly one of Statistic and ExtendedStatistic',
    ],
    [
      'a threshold that is no number',
      { Threshold: Number.NaN },
      'The value NaN for parameter Threshold is invalid.',
    ],
    [
      'a warm-up of three days',
      { WarmUpConfiguration: { WarmUpPeriodDurationInMinutes: 4320 } },
      "at 'warmUpConfiguration.warmUpPeriodDurationInMinutes' failed to satisfy constraint: Member must have value less than or equal to 2880",
    ],
    [
      'a wall clock window of two minutes',
      { Period: 120, EvaluationWindow: { WallClockWindow: {} } },
      'Supported periods are [60, 300, 3600, 86400, 604800].',
    ],
    [
      'a time zone that does not exist',
      { EvaluationWindow: { WallClockWindow: { Timezone: '+01:03' } } },
      'is not a supported time zone',
    ],
    [
      'two windows at once',
      { EvaluationWindow: { WallClockWindow: {}, SlidingWindow: {} } as never },
      'exactly one of SlidingWindow and WallClockWindow',
    ],
    ['PromQL', { EvaluationInterval: 60 }, 'PromQL alarms are not available in the local AWS.'],
    [
      'ten-second periods across more than a day',
      { Period: 10, EvaluationPeriods: 8641 },
      'across more than a day',
    ],
  ])('refuses %s', (_, changes, message) => {
    const world = testWorld();
    const told = refusal(() => putErrorAlarm(world, changes));
    expect(told).toMatchObject({ name: 'ValidationException', status: 400, code: 'ValidationError;Sender' });
    expect(told.message).toContain(message);
    expect(world.alarms.metric.size).toBe(0);
  });

  it.each<Input>([
    { Period: 86_400, EvaluationPeriods: 7 },
    { Period: 10, EvaluationPeriods: 8640 },
    { Statistic: undefined, ExtendedStatistic: 'IQM' },
    { Statistic: undefined, ExtendedStatistic: 'PR(:300)' },
    { Statistic: undefined, ExtendedStatistic: 'TM(10%:90%)' },
    { Statistic: undefined, ExtendedStatistic: 'ts90' },
    { EvaluationWindow: { SlidingWindow: {} } },
    { Period: 604_800, EvaluationWindow: { WallClockWindow: { Timezone: 'Asia/Kolkata' } } },
    {
      AlarmActions: [
        'arn:aws:automate:eu-west-1:ec2:stop',
        'arn:aws:ssm-incidents::123456789012:responseplan/plan',
        'arn:aws:lambda:eu-west-1:123456789012:function:f:live',
        'arn:aws:autoscaling:eu-west-1:123456789012:scalingPolicy:id:autoScalingGroupName/g:policyName/p',
        topic,
      ],
    },
  ])('takes %j', (changes) => {
    const world = testWorld();
    putErrorAlarm(world, changes);
    expect(describeAlarms(world, {}).MetricAlarms?.[0]).toMatchObject(changes);
  });
});

describe('PutCompositeAlarm', () => {
  const put = (changes: CompositeInput) => {
    const world = testWorld();
    putErrorAlarm(world, {});
    return () => putCompositeAlarm(world, { AlarmName: 'any', AlarmRule: 'ALARM(errors)', ...changes });
  };
  const suppressor = { ActionsSuppressor: 'errors', ActionsSuppressorWaitPeriod: 60 };

  it.each<[what: string, changes: CompositeInput, message: string]>([
    [
      'an EC2 action',
      { AlarmActions: ['arn:aws:automate:eu-west-1:ec2:stop'] },
      'is not supported for a composite alarm',
    ],
    [
      'AT_LEAST of more alarms than there are',
      { AlarmRule: 'AT_LEAST(2, ALARM, (errors))' },
      'AlarmRule is not valid: AT_LEAST of 2 among 1 alarms',
    ],
    [
      'AT_LEAST of none',
      { AlarmRule: 'AT_LEAST(0, ALARM, (errors))' },
      "AlarmRule is not valid: unexpected '0'",
    ],
    ['AT_LEAST of 101%', { AlarmRule: 'AT_LEAST(101%, ALARM, (errors))' }, "unexpected '101%'"],
    [
      'a suppressor that does not exist',
      { ...suppressor, ActionsSuppressor: 'gone', ActionsSuppressorExtensionPeriod: 1 },
      'the actions suppressor alarm [gone] does not exist',
    ],
    ['a suppressor without both periods', suppressor, 'are required when ActionsSuppressor is specified'],
    [
      'a negative period',
      { ...suppressor, ActionsSuppressorExtensionPeriod: -1 },
      "at 'actionsSuppressorExtensionPeriod'",
    ],
  ])('refuses %s', (_, changes, message) => {
    const told = refusal(put(changes));
    expect(told.code).toBe('ValidationError;Sender');
    expect(told.message).toContain(message);
  });

  it('takes a suppressor by its ARN', () => {
    const ActionsSuppressor = 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:errors';
    expect(put({ ...suppressor, ActionsSuppressor, ActionsSuppressorExtensionPeriod: 0 })()).toEqual({});
  });

  it('takes 100 children and no more, and 150 parents of one child and no more', () => {
    const world = testWorld();
    for (let index = 0; index <= 100; index += 1) putErrorAlarm(world, { AlarmName: `e${index}` });
    const rule = (count: number): string =>
      Array.from({ length: count }, (_, n) => `ALARM(e${n})`).join(' OR ');
    putCompositeAlarm(world, { AlarmName: 'c0', AlarmRule: rule(100) });
    expect(
      refusal(() => putCompositeAlarm(world, { AlarmName: 'x', AlarmRule: rule(101) })).message,
    ).toContain('must not reference more than 100 alarms');
    for (let index = 1; index < 150; index += 1)
      putCompositeAlarm(world, { AlarmName: `c${index}`, AlarmRule: 'ALARM(e0)' });
    const told = refusal(() => putCompositeAlarm(world, { AlarmName: 'x', AlarmRule: 'ALARM(e0)' }));
    expect(told).toMatchObject({ name: 'LimitExceededFault', code: 'LimitExceeded;Sender', status: 400 });
    expect(putCompositeAlarm(world, { AlarmName: 'c149', AlarmRule: 'NOT ALARM(e0)' })).toEqual({});
  });
});

describe('alarms that need each other', () => {
  it('stay while a composite alarm has them as its suppressor', () => {
    const world = testWorld();
    for (const AlarmName of ['errors', 'quiet']) putErrorAlarm(world, { AlarmName });
    const periods = { ActionsSuppressorWaitPeriod: 1, ActionsSuppressorExtensionPeriod: 1 };
    putCompositeAlarm(world, {
      AlarmName: 'any',
      AlarmRule: 'ALARM(errors)',
      ActionsSuppressor: 'quiet',
      ...periods,
    });
    expect(refusal(() => deleteAlarms(world, { AlarmNames: ['quiet', 'errors'] })).message).toBe(
      'Cannot delete quiet,errors as there are composite alarm(s) depending on them.',
    );
    expect(deleteAlarms(world, { AlarmNames: ['any', 'quiet'] })).toEqual({});
  });

  it('can not be deleted out of a circle before it is broken', () => {
    const world = testWorld();
    putCompositeAlarm(world, { AlarmName: 'a', AlarmRule: 'FALSE' });
    putCompositeAlarm(world, { AlarmName: 'b', AlarmRule: 'ALARM(a)' });
    putCompositeAlarm(world, { AlarmName: 'a', AlarmRule: 'OK(b)' });
    for (const name of ['a', 'b'])
      expect(refusal(() => deleteAlarms(world, { AlarmNames: [name] })).status).toBe(400);
    putCompositeAlarm(world, { AlarmName: 'a', AlarmRule: 'FALSE' });
    deleteAlarms(world, { AlarmNames: ['b'] });
    expect(deleteAlarms(world, { AlarmNames: ['a'] })).toEqual({});
  });
});

describe('DescribeAlarms', () => {
  it('takes nothing beside the alarm whose relatives are asked for', () => {
    const told = refusal(() => describeAlarms(testWorld(), { ChildrenOfAlarmName: 'a', StateValue: 'OK' }));
    expect(told).toMatchObject({
      code: 'ValidationError;Sender',
      message: 'ChildrenOfAlarmName and StateValue must not be specified together.',
    });
    expect(describeAlarms(testWorld(), { ParentsOfAlarmName: 'a', MaxRecords: 1 }).MetricAlarms).toEqual([]);
  });

  it('has an empty list of log alarms for whoever asks for them', () => {
    expect(describeAlarms(testWorld(), { AlarmTypes: ['LogAlarm'] }).LogAlarms).toEqual([]);
    expect(describeAlarms(testWorld(), {})).not.toHaveProperty('LogAlarms');
  });

  it('shows 50 alarms a page unless asked otherwise, and 100 names at once', () => {
    const world = testWorld();
    const AlarmNames = Array.from({ length: 100 }, (_, index) => `e${index}`);
    for (const AlarmName of AlarmNames) putErrorAlarm(world, { AlarmName });
    expect(describeAlarms(world, {}).MetricAlarms).toHaveLength(50);
    expect(describeAlarms(world, { AlarmNames }).MetricAlarms).toHaveLength(100);
  });
});

describe('DescribeAlarmsForMetric', () => {
  it.each([
    [{ MetricName: undefined }, "Value null at 'metricName'"],
    [{ Statistic: 'Mode' as 'Sum' }, "Value 'Mode' at 'statistic'"],
    [{ Unit: 'Parsecs' as 'Count' }, "Value 'Parsecs' at 'unit'"],
    [{ Period: 0 }, "Value '0' at 'period'"],
    [{ Statistic: 'Sum' as const, ExtendedStatistic: 'p90' }, 'must not be specified together'],
  ])('refuses %p', (changes, message) => {
    const input = { MetricName: 'Errors', Namespace: 'AWS/Lambda', ...changes };
    expect(refusal(() => describeAlarmsForMetric(testWorld(), input as never)).message).toContain(message);
  });
});

describe('DescribeAlarmHistory', () => {
  it('tells of metric alarms alone unless types are named', () => {
    const world = testWorld();
    putErrorAlarm(world, {});
    putCompositeAlarm(world, { AlarmName: 'any', AlarmRule: 'TRUE' });
    const names = (input: object) =>
      describeAlarmHistory(world, input).AlarmHistoryItems?.map((item) => item.AlarmName);
    expect(names({})).toEqual(['errors']);
    expect(names({ AlarmName: 'any' })).toEqual([]);
    expect(names({ AlarmName: 'any', AlarmTypes: ['CompositeAlarm'] })).toEqual(['any', 'any']);
    expect(names({ HistoryItemType: 'AlarmContributorAction' })).toEqual([]);
  });

  it('has the whole definition of an alarm, as AWS writes it', () => {
    const world = testWorld();
    putErrorAlarm(world, { AlarmActions: [topic] });
    const data = describeAlarmHistory(world, {}).AlarmHistoryItems?.[0]?.HistoryData ?? '';
    expect(data).toContain('"threshold":2.0');
    expect(JSON.parse(data)).toEqual({
      version: '1.0',
      type: 'Create',
      createdAlarm: {
        alarmName: 'errors',
        alarmArn: 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:errors',
        alarmConfigurationUpdatedTimestamp: '2026-11-20T12:00:00.000+0000',
        namespace: 'AWS/Lambda',
        metricName: 'Errors',
        dimensions: [{ name: 'FunctionName', value: 'api' }],
        statistic: 'Sum',
        period: 60,
        evaluationPeriods: 1,
        threshold: 2,
        comparisonOperator: 'GreaterThanThreshold',
        stateValue: 'INSUFFICIENT_DATA',
        stateUpdatedTimestamp: '2026-11-20T12:00:00.000+0000',
        actionsEnabled: true,
        alarmActions: [topic],
        insufficientDataActions: [],
        okactions: [],
      },
    });
  });

  it('notes that actions were switched off, once', () => {
    const world = testWorld();
    putErrorAlarm(world, {});
    for (const _ of [1, 2]) disableAlarmActions(world, { AlarmNames: ['errors'] });
    const items = describeAlarmHistory(world, {}).AlarmHistoryItems ?? [];
    expect(items.map((item) => item.HistorySummary)).toEqual([
      'Alarm "errors" updated',
      'Alarm "errors" created',
    ]);
  });

  it('forgets after 30 days', async () => {
    const world = testWorld();
    putErrorAlarm(world, {});
    await world.clock.advance(30 * 24 * 60 * minuteMs - 1);
    expect(describeAlarmHistory(world, {}).AlarmHistoryItems).toHaveLength(1);
    await world.clock.advance(1);
    expect(describeAlarmHistory(world, {}).AlarmHistoryItems).toHaveLength(0);
    putErrorAlarm(world, {});
    expect(world.alarms.history).toHaveLength(1);
  });

  it('stays small', () => {
    const world = testWorld();
    putErrorAlarm(world, {});
    for (let index = 0; index < 4000; index += 1)
      setAlarmState(world, {
        AlarmName: 'errors',
        StateValue: index % 2 ? 'OK' : 'ALARM',
        StateReason: 'drill',
      });
    expect(world.alarms.history).toHaveLength(3000);
  });
});

describe('DescribeAlarmContributors', () => {
  it('knows of none', () => {
    const world = testWorld();
    putErrorAlarm(world, {});
    expect(describeAlarmContributors(world, { AlarmName: 'errors' })).toEqual({ AlarmContributors: [] });
    const told = refusal(() => describeAlarmContributors(world, { AlarmName: 'gone' }));
    expect(told).toMatchObject({ name: 'ResourceNotFoundException', status: 404 });
  });
});

describe('the tags of an alarm', () => {
  const ResourceARN = 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:errors';

  it('are 50 at most, also when they come one after another', () => {
    const world = testWorld();
    putErrorAlarm(world, { Tags: tags(50) });
    const told = refusal(() => tagResource(world, { ResourceARN, Tags: [{ Key: 'one more', Value: '' }] }));
    expect(told.code).toBe('InvalidParameterValue;Sender');
    tagResource(world, { ResourceARN, Tags: [{ Key: 'k0', Value: 'new' }] });
    expect(listTagsForResource(world, { ResourceARN }).Tags?.[0]).toEqual({ Key: 'k0', Value: 'new' });
  });

  it('are found by ARN alone', () => {
    const world = testWorld();
    putErrorAlarm(world, {});
    expect(refusal(() => listTagsForResource(world, { ResourceARN: 'errors' })).message).toBe(
      'Invalid arn syntax: errors',
    );
    expect(refusal(() => untagResource(world, { ResourceARN, TagKeys: undefined })).message).toContain(
      "Value null at 'tagKeys'",
    );
    expect(refusal(() => tagResource(world, { ResourceARN, Tags: undefined })).message).toContain(
      "Value null at 'tags'",
    );
  });

  it('stay as they are when the alarm is put again', () => {
    const world = testWorld();
    putErrorAlarm(world, { Tags: [{ Key: 'a', Value: '1' }] });
    putErrorAlarm(world, { Tags: [{ Key: 'a', Value: '2' }] });
    expect(listTagsForResource(world, { ResourceARN }).Tags).toEqual([{ Key: 'a', Value: '1' }]);
    expect(new Date(noonMs)).toEqual(describeAlarms(world, {}).MetricAlarms?.[0]?.StateUpdatedTimestamp);
  });
});
