import { deleteAlarms } from '../../src/local/actions/cloudwatch/delete-alarms';
import { describeAlarmHistory } from '../../src/local/actions/cloudwatch/describe-alarm-history';
import { describeAlarms } from '../../src/local/actions/cloudwatch/describe-alarms';
import { describeAlarmsForMetric } from '../../src/local/actions/cloudwatch/describe-alarms-for-metric';
import { disableAlarmActions } from '../../src/local/actions/cloudwatch/disable-alarm-actions';
import { enableAlarmActions } from '../../src/local/actions/cloudwatch/enable-alarm-actions';
import { listTagsForResource } from '../../src/local/actions/cloudwatch/list-tags-for-resource';
import { putCompositeAlarm } from '../../src/local/actions/cloudwatch/put-composite-alarm';
import { setAlarmState } from '../../src/local/actions/cloudwatch/set-alarm-state';
import { tagResource } from '../../src/local/actions/cloudwatch/tag-resource';
import { untagResource } from '../../src/local/actions/cloudwatch/untag-resource';
import { evaluateUntil } from '../../src/local/alarms/evaluation';
import {
  alarmState,
  minuteMs,
  noonMs,
  putErrorAlarm,
  putErrors,
  refusal,
  testWorld,
} from './cloudwatch-world';

const arn = (name: string): string => `arn:aws:cloudwatch:eu-west-1:123456789012:alarm:${name}`;

describe('PutMetricAlarm', () => {
  it('creates an alarm that shows what was given and nothing else', () => {
    const world = testWorld();
    putErrorAlarm(world, { Tags: [{ Key: 'team', Value: 'shop' }] });
    expect(describeAlarms(world, {})).toEqual({
      CompositeAlarms: [],
      MetricAlarms: [
        {
          AlarmName: 'errors',
          AlarmArn: arn('errors'),
          ActionsEnabled: true,
          OKActions: [],
          AlarmActions: [],
          InsufficientDataActions: [],
          AlarmConfigurationUpdatedTimestamp: new Date(noonMs),
          StateValue: 'INSUFFICIENT_DATA',
          StateReason: 'Unchecked: Initial alarm creation',
          StateUpdatedTimestamp: new Date(noonMs),
          StateTransitionedTimestamp: new Date(noonMs),
          Namespace: 'AWS/Lambda',
          MetricName: 'Errors',
          Dimensions: [{ Name: 'FunctionName', Value: 'api' }],
          Statistic: 'Sum',
          Period: 60,
          EvaluationPeriods: 1,
          Threshold: 2,
          ComparisonOperator: 'GreaterThanThreshold',
        },
      ],
    });
  });

  it('overwrites the definition of an alarm and keeps its state', async () => {
    const world = testWorld();
    putErrorAlarm(world, { TreatMissingData: 'breaching' });
    setAlarmState(world, { AlarmName: 'errors', StateValue: 'ALARM', StateReason: 'drill' });
    await world.clock.advance(1000);
    putErrorAlarm(world, { Threshold: 7 });
    const [alarm] = describeAlarms(world, {}).MetricAlarms ?? [];
    expect(alarm).toMatchObject({
      StateValue: 'ALARM',
      StateReason: 'drill',
      Threshold: 7,
      StateUpdatedTimestamp: new Date(noonMs),
      AlarmConfigurationUpdatedTimestamp: new Date(noonMs + 1000),
    });
    expect(alarm).not.toHaveProperty('TreatMissingData');
  });

  it('takes one metric as a list of queries too', () => {
    const world = testWorld();
    const Metric = {
      Namespace: 'AWS/Lambda',
      MetricName: 'Errors',
      Dimensions: [{ Name: 'FunctionName', Value: 'api' }],
    };
    putErrorAlarm(world, {
      ...{ Namespace: undefined, MetricName: undefined, Dimensions: undefined, Statistic: undefined },
      ...{ Period: undefined, Metrics: [{ Id: 'm', MetricStat: { Metric, Period: 60, Stat: 'p90' } }] },
    });
    evaluateUntil(world, noonMs);
    putErrors(world, 0, 9);
    evaluateUntil(world, noonMs + minuteMs);
    expect(alarmState(world, 'errors')).toBe('ALARM');
    expect(describeAlarms(world, {}).MetricAlarms?.[0]?.Metrics?.[0]?.ReturnData).toBe(true);
  });

  it.each([
    ['no name', { AlarmName: undefined }, "Value null at 'alarmName' failed to satisfy constraint"],
    ['no comparison', { ComparisonOperator: undefined }, "Value null at 'comparisonOperator'"],
    ['no metric', { MetricName: undefined }, 'MetricName must not be null'],
    ['no threshold', { Threshold: undefined }, 'Threshold must not be null'],
    ['no statistic', { Statistic: undefined }, 'Exactly one of Statistic and ExtendedStatistic'],
    ['a bad percentile', { Statistic: undefined, ExtendedStatistic: 'p101' }, 'The value p101'],
    ['a plain statistic as extended', { Statistic: undefined, ExtendedStatistic: 'Sum' }, 'The value Sum'],
    ['a period of 45 s', { Period: 45 }, 'Period must be 10, 20, 30 or a multiple of 60'],
    [
      'M above N',
      { DatapointsToAlarm: 2 },
      'DatapointsToAlarm must be less than or equal to EvaluationPeriods',
    ],
    [
      'a bad treatment',
      { TreatMissingData: 'bad' },
      'Supported values are [breaching, notBreaching, ignore, missing]',
    ],
    ['a bad low-sample option', { EvaluateLowSampleCountPercentile: 'x' }, 'evaluate and ignore'],
    ['more than a day', { Period: 300, EvaluationPeriods: 289 }, 'across more than a day'],
    ['more than a week', { Period: 3600, EvaluationPeriods: 169 }, 'across more than a week'],
    ['six actions', { AlarmActions: Array(6).fill('a') }, "at 'alarmActions'"],
    ['bands', { ComparisonOperator: 'GreaterThanUpperThreshold' as const }, 'Anomaly detection'],
    ['both forms', { Metrics: [] }, 'must not be given together with Metrics'],
  ])('refuses %s', (_, changes, message) => {
    const world = testWorld();
    const told = refusal(() => putErrorAlarm(world, changes));
    expect(told).toMatchObject({ name: 'ValidationException', status: 400, code: 'ValidationError;Sender' });
    expect(told.message).toContain(message);
    expect(world.alarms.metric.size).toBe(0);
  });

  it('counts the problems', () => {
    const told = refusal(() => putErrorAlarm(testWorld(), { AlarmName: undefined, EvaluationPeriods: 0 }));
    expect(told.message).toMatch(
      /^2 validation errors detected: Value null .*; Value '0' at 'evaluationPeriods'/,
    );
  });
});

describe('DescribeAlarms', () => {
  function worldOfThree() {
    const world = testWorld();
    putErrorAlarm(world, { AlarmName: 'api-errors', AlarmActions: ['arn:aws:sns:eu-west-1:1:t'] });
    putErrorAlarm(world, { AlarmName: 'web-errors' });
    putCompositeAlarm(world, { AlarmName: 'any', AlarmRule: 'ALARM(api-errors) OR ALARM("web-errors")' });
    return world;
  }
  const namesOf = (answer: ReturnType<typeof describeAlarms>) =>
    [...(answer.CompositeAlarms ?? []), ...(answer.MetricAlarms ?? [])].map((alarm) => alarm.AlarmName);

  it('shows metric alarms only, unless types are asked for, and is silent about unknown names', () => {
    const world = worldOfThree();
    const AlarmNames = ['any', 'api-errors', 'gone'];
    expect(namesOf(describeAlarms(world, { AlarmNames }))).toEqual(['api-errors']);
    expect(
      namesOf(describeAlarms(world, { AlarmNames, AlarmTypes: ['CompositeAlarm', 'MetricAlarm'] })),
    ).toEqual(['any', 'api-errors']);
    expect(namesOf(describeAlarms(world, { AlarmNames, AlarmTypes: ['LogAlarm'] }))).toEqual([]);
  });

  it('finds by prefix, state and action', () => {
    const world = worldOfThree();
    setAlarmState(world, { AlarmName: 'web-errors', StateValue: 'ALARM', StateReason: 'drill' });
    expect(namesOf(describeAlarms(world, { AlarmNamePrefix: 'web' }))).toEqual(['web-errors']);
    expect(namesOf(describeAlarms(world, { StateValue: 'ALARM' }))).toEqual(['web-errors']);
    expect(namesOf(describeAlarms(world, { ActionPrefix: 'arn:aws:sns' }))).toEqual(['api-errors']);
  });

  it('pages over both kinds', () => {
    const world = worldOfThree();
    const input = { AlarmTypes: ['CompositeAlarm' as const, 'MetricAlarm' as const], MaxRecords: 2 };
    const first = describeAlarms(world, input);
    const second = describeAlarms(world, { ...input, NextToken: first.NextToken });
    expect([namesOf(first), namesOf(second), second.NextToken]).toEqual([
      ['any', 'api-errors'],
      ['web-errors'],
      undefined,
    ]);
  });

  it('knows children and parents', () => {
    const world = worldOfThree();
    expect(namesOf(describeAlarms(world, { ChildrenOfAlarmName: 'any' }))).toEqual([
      'api-errors',
      'web-errors',
    ]);
    const parents = describeAlarms(world, { ParentsOfAlarmName: 'web-errors' });
    expect(namesOf(parents)).toEqual(['any']);
    expect(parents.CompositeAlarms?.[0]).not.toHaveProperty('AlarmRule');
  });

  it.each([
    [{ MaxRecords: 101 }, 'ValidationError'],
    [{ AlarmNames: Array(101).fill('a') }, 'ValidationError'],
    [{ AlarmNames: ['a'], AlarmNamePrefix: 'a' }, 'InvalidParameterCombination'],
    [{ NextToken: 'nonsense' }, 'InvalidNextToken'],
  ])('refuses %p', (input, code) => {
    expect(refusal(() => describeAlarms(testWorld(), input)).code).toBe(`${code};Sender`);
  });
});

describe('DescribeAlarmsForMetric', () => {
  it('finds the alarms of exactly this metric', () => {
    const world = testWorld();
    putErrorAlarm(world, {});
    putErrorAlarm(world, { AlarmName: 'of all functions', Dimensions: [] });
    const metric = { Namespace: 'AWS/Lambda', MetricName: 'Errors' };
    const names = (input: object) =>
      describeAlarmsForMetric(world, { ...metric, ...input }).MetricAlarms?.map((alarm) => alarm.AlarmName);
    expect(names({})).toEqual(['of all functions']);
    const Dimensions = [{ Name: 'FunctionName', Value: 'api' }];
    expect(names({ Dimensions, Statistic: 'Sum', Period: 60 })).toEqual(['errors']);
    expect(names({ Dimensions, Period: 300 })).toEqual([]);
    expect(names({ Dimensions, Unit: 'Count' })).toEqual([]);
  });
});

describe('PutCompositeAlarm', () => {
  it.each([
    ['a rule that cannot be read', 'ALARM(errors', 'AlarmRule is not valid: unexpected end of the rule'],
    ['space around it', ' TRUE', 'AlarmRule must not contain leading or trailing whitespace or be null'],
    [
      'children that do not exist',
      'ALARM(errors) OR OK(gone)',
      'Could not save the composite alarm as alarms [gone] in the alarm rule do not exist',
    ],
  ])('refuses %s', (_, AlarmRule, message) => {
    const world = testWorld();
    putErrorAlarm(world, {});
    expect(refusal(() => putCompositeAlarm(world, { AlarmName: 'any', AlarmRule }))).toMatchObject({
      code: 'ValidationError;Sender',
      message,
    });
  });

  it('stores who suppresses its actions', () => {
    const world = testWorld();
    putErrorAlarm(world, {});
    const input = {
      AlarmName: 'any',
      AlarmRule: 'ALARM(errors)',
      ActionsSuppressor: 'errors',
      ActionsSuppressorWaitPeriod: 60,
      ActionsSuppressorExtensionPeriod: 90,
    };
    putCompositeAlarm(world, input);
    expect(describeAlarms(world, { AlarmTypes: ['CompositeAlarm'] }).CompositeAlarms?.[0]).toMatchObject(
      input,
    );
  });

  it('does not take the name of a metric alarm, nor the other way round', () => {
    const world = testWorld();
    putErrorAlarm(world, {});
    putCompositeAlarm(world, { AlarmName: 'any', AlarmRule: 'TRUE' });
    expect(refusal(() => putCompositeAlarm(world, { AlarmName: 'errors', AlarmRule: 'TRUE' })).status).toBe(
      400,
    );
    expect(refusal(() => putErrorAlarm(world, { AlarmName: 'any' })).status).toBe(400);
  });
});

describe('DeleteAlarms', () => {
  it('deletes the alarms that exist, and says when there are none', () => {
    const world = testWorld();
    putErrorAlarm(world, {});
    deleteAlarms(world, { AlarmNames: ['gone', 'errors'] });
    expect(describeAlarms(world, {}).MetricAlarms).toEqual([]);
    expect(refusal(() => deleteAlarms(world, { AlarmNames: ['errors'] }))).toMatchObject({
      status: 404,
      message: '',
    });
  });

  it('keeps what a composite alarm depends on, and takes one composite alarm at a time', () => {
    const world = testWorld();
    putErrorAlarm(world, {});
    for (const AlarmName of ['a', 'b']) putCompositeAlarm(world, { AlarmName, AlarmRule: 'ALARM(errors)' });
    expect(refusal(() => deleteAlarms(world, { AlarmNames: ['errors'] })).message).toBe(
      'Cannot delete errors as there are composite alarm(s) depending on it.',
    );
    expect(refusal(() => deleteAlarms(world, { AlarmNames: ['a', 'b'] })).code).toBe(
      'ValidationError;Sender',
    );
    deleteAlarms(world, { AlarmNames: ['a'] });
    deleteAlarms(world, { AlarmNames: ['b', 'errors'] });
    expect(world.alarms.metric.size + world.alarms.composite.size).toBe(0);
  });
});

describe('SetAlarmState', () => {
  it('answers 404 without a message when there is no such alarm', () => {
    const input = { AlarmName: 'gone', StateValue: 'OK' as const, StateReason: 'drill' };
    expect(refusal(() => setAlarmState(testWorld(), input))).toEqual({
      name: 'ResourceNotFound',
      status: 404,
      message: '',
      code: 'ResourceNotFound;Sender',
    });
  });

  it('refuses a state that does not exist, in the recorded words', () => {
    const world = testWorld();
    putErrorAlarm(world, {});
    const StateValue = 'INVALID' as 'OK';
    expect(
      refusal(() => setAlarmState(world, { AlarmName: 'errors', StateValue, StateReason: 'x' })).message,
    ).toBe(
      "1 validation error detected: Value 'INVALID' at 'stateValue' failed to satisfy constraint: " +
        'Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]',
    );
  });

  it('refuses reason data that is no JSON', () => {
    const world = testWorld();
    putErrorAlarm(world, {});
    const input = { AlarmName: 'errors', StateValue: 'OK' as const, StateReason: 'x', StateReasonData: '{' };
    expect(refusal(() => setAlarmState(world, input)).name).toBe('InvalidFormatFault');
  });
});

describe('the actions of an alarm', () => {
  it('can be switched off and on', () => {
    const world = testWorld();
    putErrorAlarm(world, {});
    putCompositeAlarm(world, { AlarmName: 'any', AlarmRule: 'TRUE' });
    const enabled = () => {
      const answer = describeAlarms(world, { AlarmTypes: ['CompositeAlarm', 'MetricAlarm'] });
      return [answer.CompositeAlarms?.[0]?.ActionsEnabled, answer.MetricAlarms?.[0]?.ActionsEnabled];
    };
    disableAlarmActions(world, { AlarmNames: ['errors', 'any', 'gone'] });
    expect(enabled()).toEqual([false, false]);
    enableAlarmActions(world, { AlarmNames: ['any'] });
    expect(enabled()).toEqual([true, false]);
  });
});

describe('DescribeAlarmHistory', () => {
  it('tells state changes with both states, newest first, also after the alarm is gone', async () => {
    const world = testWorld();
    putErrorAlarm(world, {});
    await world.clock.advance(1000);
    const StateReasonData = '{"because":1}';
    setAlarmState(world, { AlarmName: 'errors', StateValue: 'OK', StateReason: 'drill', StateReasonData });
    await world.clock.advance(1000);
    deleteAlarms(world, { AlarmNames: ['errors'] });
    const items = describeAlarmHistory(world, { AlarmName: 'errors' }).AlarmHistoryItems ?? [];
    expect(items.map((item) => item.HistorySummary)).toEqual([
      'Alarm "errors" deleted',
      'Alarm updated from INSUFFICIENT_DATA to OK',
      'Alarm "errors" created',
    ]);
    expect(items[1]).toMatchObject({
      AlarmName: 'errors',
      AlarmType: 'MetricAlarm',
      HistoryItemType: 'StateUpdate',
      Timestamp: new Date(noonMs + 1000),
    });
    expect(JSON.parse(items[1]?.HistoryData ?? '')).toEqual({
      version: '1.0',
      oldState: { stateValue: 'INSUFFICIENT_DATA', stateReason: 'Unchecked: Initial alarm creation' },
      newState: { stateValue: 'OK', stateReason: 'drill', stateReasonData: { because: 1 } },
    });
  });

  it('finds by alarm, kind, item and time, in pages', async () => {
    const world = testWorld();
    putErrorAlarm(world, {});
    await world.clock.advance(1000);
    putCompositeAlarm(world, { AlarmName: 'any', AlarmRule: 'TRUE' });
    const all = { AlarmTypes: ['MetricAlarm' as const, 'CompositeAlarm' as const] };
    const summaries = (input: object) =>
      describeAlarmHistory(world, { ...all, ...input }).AlarmHistoryItems?.map((item) => item.HistorySummary);
    expect(summaries({ AlarmTypes: ['CompositeAlarm'], HistoryItemType: 'StateUpdate' })).toEqual([
      'Alarm updated from INSUFFICIENT_DATA to ALARM',
    ]);
    expect(summaries({ EndDate: new Date(noonMs) })).toEqual(['Alarm "errors" created']);
    expect(summaries({ StartDate: new Date(noonMs + 1), ScanBy: 'TimestampAscending' })).toEqual([
      'Alarm "any" created',
      'Alarm updated from INSUFFICIENT_DATA to ALARM',
    ]);
    const first = describeAlarmHistory(world, { ...all, MaxRecords: 2 });
    expect(summaries({ MaxRecords: 2, NextToken: first.NextToken })).toEqual(['Alarm "errors" created']);
  });
});

describe('the tags of an alarm', () => {
  it('are given at its creation, added and taken away', () => {
    const world = testWorld();
    putErrorAlarm(world, { Tags: [{ Key: 'a', Value: '1' }] });
    const ResourceARN = arn('errors');
    tagResource(world, { ResourceARN, Tags: [{ Key: 'b', Value: '2' }] });
    untagResource(world, { ResourceARN, TagKeys: ['a'] });
    expect(listTagsForResource(world, { ResourceARN }).Tags).toEqual([{ Key: 'b', Value: '2' }]);
    expect(refusal(() => listTagsForResource(world, { ResourceARN: arn('gone') })).name).toBe(
      'ResourceNotFoundException',
    );
  });
});
