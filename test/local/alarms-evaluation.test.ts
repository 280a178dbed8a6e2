import { describeAlarms } from '../../src/local/actions/cloudwatch/describe-alarms';
import { putCompositeAlarm } from '../../src/local/actions/cloudwatch/put-composite-alarm';
import { setAlarmState } from '../../src/local/actions/cloudwatch/set-alarm-state';
import { evaluateUntil, startEvaluation } from '../../src/local/alarms/evaluation';
import { dumpAlarms, loadAlarms } from '../../src/local/alarms/memory';
import {
  alarmState,
  minuteMs,
  noonMs,
  putErrorAlarm,
  putErrors,
  type TestWorld,
  testWorld,
} from './cloudwatch-world';

const reasonOf = (world: TestWorld, name = 'errors'): string | undefined =>
  world.alarms.metric.get(name)?.stateReason;
const dataOf = (world: TestWorld, name = 'errors'): unknown =>
  JSON.parse(world.alarms.metric.get(name)?.stateReasonData ?? 'null');

describe('an alarm on the errors of a function', () => {
  it('starts without data, and turns to ALARM at the end of the first bad minute', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, {});
    expect([alarmState(world, 'errors'), reasonOf(world)]).toEqual([
      'INSUFFICIENT_DATA',
      'Unchecked: Initial alarm creation',
    ]);
    putErrors(world, 0.2, 1);
    putErrors(world, 0.7, 2);
    await world.clock.advance(59_999);
    expect(alarmState(world, 'errors')).toBe('INSUFFICIENT_DATA');
    await world.clock.advance(1);
    expect(alarmState(world, 'errors')).toBe('ALARM');
    stop();
  });

  it('says why in the words of AWS', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, { Unit: 'Count' });
    putErrors(world, 0.2, 21.5);
    await world.clock.advance(minuteMs);
    expect(reasonOf(world)).toBe(
      'Threshold Crossed: 1 datapoint [21.5 (20/11/26 12:00:00)] was greater than the threshold (2.0).',
    );
    expect(dataOf(world)).toEqual({
      version: '1.0',
      queryDate: '2026-11-20T12:01:00.000+0000',
      startDate: '2026-11-20T12:00:00.000+0000',
      unit: 'Count',
      statistic: 'Sum',
      period: 60,
      recentDatapoints: [21.5],
      threshold: 2,
      evaluatedDatapoints: [{ timestamp: '2026-11-20T12:00:00.000+0000', sampleCount: 1, value: 21.5 }],
    });
    putErrors(world, 1, 0);
    await world.clock.advance(minuteMs);
    expect(reasonOf(world)).toBe(
      'Threshold Crossed: 1 datapoint [0.0 (20/11/26 12:01:00)] was not greater than the threshold (2.0).',
    );
    stop();
  });

  it('slides its window by a minute, also when its period is longer', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, { Period: 300 });
    await world.clock.advance(3 * minuteMs);
    putErrors(world, 2.5, 3);
    await world.clock.advance(minuteMs);
    expect(reasonOf(world)).toBe(
      'Threshold Crossed: 1 datapoint [3.0 (20/11/26 11:59:00)] was greater than the threshold (2.0).',
    );
    stop();
  });

  it('looks at its last data again for a while after the metric stopped, then has none', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, { EvaluationPeriods: 3 });
    for (const minutes of [0, 1, 2]) putErrors(world, minutes, 9);
    const seen: (string | undefined)[] = [];
    for (let minute = 1; minute <= 9; minute += 1) {
      await world.clock.advance(minuteMs);
      seen.push(alarmState(world, 'errors'));
    }
    expect(seen).toEqual(['OK', 'OK', ...Array(5).fill('ALARM'), 'INSUFFICIENT_DATA', 'INSUFFICIENT_DATA']);
    expect(reasonOf(world)).toBe('Insufficient Data: 3 datapoints were unknown.');
    stop();
  });

  it.each([
    [
      { EvaluationPeriods: 2, TreatMissingData: 'breaching' },
      'Threshold Crossed: no datapoints were received for 2 periods and 2 missing datapoints were treated as [Breaching].',
    ],
    [
      { TreatMissingData: 'notBreaching' },
      'Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as [NonBreaching].',
    ],
  ])('says what it made of missing data: %p', async (changes, reason) => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, changes);
    await world.clock.advance(minuteMs);
    expect(reasonOf(world)).toBe(reason);
    stop();
  });

  it('tells M of N apart', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, { EvaluationPeriods: 3, DatapointsToAlarm: 2, TreatMissingData: 'notBreaching' });
    for (const [minutes, value] of [
      [0, 9],
      [1, 0],
      [2, 4],
    ] as const)
      putErrors(world, minutes, value);
    await world.clock.advance(3 * minuteMs);
    expect(reasonOf(world)).toBe(
      'Threshold Crossed: 2 out of the last 3 datapoints [4.0 (20/11/26 12:02:00), 9.0 (20/11/26 12:00:00)] ' +
        'were greater than the threshold (2.0) (minimum 2 datapoints for OK -> ALARM transition).',
    );
    for (const minutes of [3, 4, 5]) putErrors(world, minutes, 1);
    await world.clock.advance(3 * minuteMs);
    expect(reasonOf(world)).toBe(
      'Threshold Crossed: 2 out of the last 3 datapoints [1.0 (20/11/26 12:03:00), 0.0 (20/11/26 12:01:00)] ' +
        'were not greater than the threshold (2.0) (minimum 2 datapoints for ALARM -> OK transition).',
    );
    stop();
  });

  it('ignores a percentile of too few requests when told to', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    const slow = { Statistic: undefined, ExtendedStatistic: 'p90' };
    putErrorAlarm(world, { ...slow, EvaluateLowSampleCountPercentile: 'ignore' });
    putErrorAlarm(world, { ...slow, AlarmName: 'all the same' });
    for (let index = 0; index < 99; index += 1) putErrors(world, 0.5, 9);
    await world.clock.advance(minuteMs);
    expect([alarmState(world, 'errors'), alarmState(world, 'all the same')]).toEqual([
      'INSUFFICIENT_DATA',
      'ALARM',
    ]);
    stop();
  });

  it('keeps the state of DynamoDB alarms without data', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, { Namespace: 'AWS/DynamoDB' });
    setAlarmState(world, { AlarmName: 'errors', StateValue: 'OK', StateReason: 'drill' });
    await world.clock.advance(5 * minuteMs);
    expect(alarmState(world, 'errors')).toBe('OK');
    stop();
  });
});

describe('the rhythm of evaluation', () => {
  it('is ten seconds for periods below a minute', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, { Period: 10 });
    await world.clock.advance(minuteMs);
    world.metrics.put({
      ...{ namespace: 'AWS/Lambda', name: 'Errors', dimensions: { FunctionName: 'api' } },
      ...{ atMs: noonMs + minuteMs + 3000, value: 9, count: 1, unit: 'Count', highResolution: true },
    });
    await world.clock.advance(9999);
    expect(alarmState(world, 'errors')).toBe('INSUFFICIENT_DATA');
    await world.clock.advance(1);
    expect(alarmState(world, 'errors')).toBe('ALARM');
    stop();
  });

  it('is an hour when the alarm looks at more than a day', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, { Period: 3600, EvaluationPeriods: 25, DatapointsToAlarm: 1 });
    putErrors(world, 0, 9);
    await world.clock.advance(59 * minuteMs);
    expect(alarmState(world, 'errors')).toBe('INSUFFICIENT_DATA');
    await world.clock.advance(minuteMs);
    expect(alarmState(world, 'errors')).toBe('ALARM');
    stop();
  });

  it('makes up for the minutes in which the world was closed, in order', () => {
    const world = testWorld();
    evaluateUntil(world, noonMs);
    putErrorAlarm(world, { TreatMissingData: 'notBreaching' });
    putErrors(world, 1, 9);
    const closed = JSON.parse(JSON.stringify(dumpAlarms(world.alarms)));
    const opened = { ...world, alarms: loadAlarms(closed) };
    const nextMs = evaluateUntil(opened, noonMs + 10.5 * minuteMs);
    expect(nextMs).toBe(noonMs + 11 * minuteMs);
    const told = opened.alarms.history.filter((entry) => entry.item === 'StateUpdate');
    expect(told.map((entry) => [(entry.atMs - noonMs) / minuteMs, entry.summary])).toEqual([
      [1, 'Alarm updated from INSUFFICIENT_DATA to OK'],
      [2, 'Alarm updated from OK to ALARM'],
      [5, 'Alarm updated from ALARM to OK'],
    ]);
  });

  it('stops when told to', async () => {
    const world = testWorld();
    startEvaluation(world)();
    putErrorAlarm(world, { TreatMissingData: 'breaching' });
    await world.clock.advance(5 * minuteMs);
    expect(alarmState(world, 'errors')).toBe('INSUFFICIENT_DATA');
  });
});

describe('a state that was set by hand', () => {
  it('lasts until the next evaluation', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, { TreatMissingData: 'notBreaching' });
    await world.clock.advance(90_000);
    setAlarmState(world, { AlarmName: 'errors', StateValue: 'ALARM', StateReason: 'drill' });
    await world.clock.advance(29_999);
    expect(alarmState(world, 'errors')).toBe('ALARM');
    await world.clock.advance(1);
    expect(alarmState(world, 'errors')).toBe('OK');
    stop();
  });
});

describe('a composite alarm', () => {
  const arn = (name: string): string => `arn:aws:cloudwatch:eu-west-1:123456789012:alarm:${name}`;
  const compositeOf = (world: TestWorld, name: string) => world.alarms.composite.get(name);

  it('is evaluated when it is made and when it is changed', () => {
    const world = testWorld();
    putErrorAlarm(world, {});
    putCompositeAlarm(world, { AlarmName: 'any', AlarmRule: 'ALARM(errors)' });
    expect(compositeOf(world, 'any')).toMatchObject({
      state: 'OK',
      stateReason: `${arn('any')} was created and its alarm rule evaluates to OK`,
      stateReasonData: JSON.stringify({
        triggeringAlarms: [
          {
            arn: arn('errors'),
            state: { value: 'INSUFFICIENT_DATA', timestamp: '2026-11-20T12:00:00.000+0000' },
          },
        ],
      }),
    });
    putCompositeAlarm(world, { AlarmName: 'any', AlarmRule: 'NOT ALARM(errors)' });
    expect(compositeOf(world, 'any')?.stateReason).toBe(
      `${arn('any')} was updated and its new alarm rule evaluates to ALARM`,
    );
  });

  it('follows its children at once, through every level', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, {});
    putCompositeAlarm(world, { AlarmName: 'inner', AlarmRule: 'ALARM(errors)' });
    putCompositeAlarm(world, { AlarmName: 'outer', AlarmRule: `ALARM("${arn('inner')}") AND TRUE` });
    putErrors(world, 0, 9);
    await world.clock.advance(minuteMs);
    expect([alarmState(world, 'inner'), alarmState(world, 'outer')]).toEqual(['ALARM', 'ALARM']);
    expect(compositeOf(world, 'outer')?.stateReason).toBe(
      `${arn('inner')} transitioned to ALARM at Friday 20 November, 2026 12:01:00 UTC`,
    );
    stop();
  });

  it('set by hand, stays until one of its children changes', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, { TreatMissingData: 'ignore' });
    putCompositeAlarm(world, { AlarmName: 'any', AlarmRule: 'ALARM(errors)' });
    setAlarmState(world, { AlarmName: 'any', StateValue: 'ALARM', StateReason: 'drill' });
    await world.clock.advance(5 * minuteMs);
    expect(alarmState(world, 'any')).toBe('ALARM');
    setAlarmState(world, { AlarmName: 'errors', StateValue: 'OK', StateReason: 'drill' });
    expect(alarmState(world, 'any')).toBe('OK');
    stop();
  });

  it('does not go round in circles', () => {
    const world = testWorld();
    putErrorAlarm(world, {});
    putCompositeAlarm(world, { AlarmName: 'a', AlarmRule: 'ALARM(errors)' });
    putCompositeAlarm(world, { AlarmName: 'b', AlarmRule: 'ALARM(a)' });
    putCompositeAlarm(world, { AlarmName: 'a', AlarmRule: 'ALARM(errors) OR OK(b)' });
    setAlarmState(world, { AlarmName: 'errors', StateValue: 'ALARM', StateReason: 'drill' });
    setAlarmState(world, { AlarmName: 'errors', StateValue: 'OK', StateReason: 'drill' });
    const { CompositeAlarms } = describeAlarms(world, { AlarmTypes: ['CompositeAlarm'] });
    expect(CompositeAlarms?.map((alarm) => alarm.AlarmName)).toEqual(['a', 'b']);
  });
});
