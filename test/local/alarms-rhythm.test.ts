import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { describeAlarms } from '../../src/local/actions/cloudwatch/describe-alarms';
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

const dayMs = 24 * 60 * minuteMs;

/** The state of the alarm at each of the next minutes. */
async function statesOf(world: TestWorld, minutes: number): Promise<(string | undefined)[]> {
  const seen: (string | undefined)[] = [];
  for (let minute = 0; minute < minutes; minute += 1) {
    await world.clock.advance(minuteMs);
    seen.push(alarmState(world, 'errors'));
  }
  return seen;
}

const changesOf = (world: TestWorld): string[] =>
  world.alarms.history
    .filter(({ item }) => item === 'StateUpdate')
    .map(({ atMs, summary }) => `${(atMs - noonMs) / minuteMs} ${summary.split(' ').at(-1)}`);

describe('a warm-up period', () => {
  const breaching: Partial<PutMetricAlarmCommandInput> = { TreatMissingData: 'breaching' };
  const warmUp = (minutes: number, waits: boolean): Partial<PutMetricAlarmCommandInput> => ({
    ...breaching,
    WarmUpConfiguration: {
      WarmUpPeriodDurationInMinutes: minutes,
      OnlyStartEvaluatingAfterWarmUpPeriodEnds: waits,
    },
  });
  const evaluationState = (world: TestWorld): string | undefined =>
    describeAlarms(world, {}).MetricAlarms?.[0]?.EvaluationState;

  it('keeps a new alarm without data from judging, and shows that it does', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, warmUp(3, false));
    expect(evaluationState(world)).toBe('IN_WARM_UP');
    expect(await statesOf(world, 4)).toEqual(['INSUFFICIENT_DATA', 'INSUFFICIENT_DATA', 'ALARM', 'ALARM']);
    expect(evaluationState(world)).toBeUndefined();
    stop();
  });

  it('ends early once data fills the evaluation window', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, { ...warmUp(30, false), Period: 300, EvaluationPeriods: 3 });
    for (let minute = 4; minute < 25; minute += 1) putErrors(world, minute, 9);
    const states = await statesOf(world, 20);
    expect(states.indexOf('ALARM') + 1).toBe(19);
    stop();
  });

  it('lasts to its end when it is told to', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, warmUp(5, true));
    for (let minute = 0; minute < 10; minute += 1) putErrors(world, minute, 9);
    const states = await statesOf(world, 6);
    expect(states.indexOf('ALARM') + 1).toBe(5);
    stop();
  });

  it('comes but once, and ends when the alarm has none any more', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, warmUp(60, true));
    await world.clock.advance(minuteMs);
    putErrorAlarm(world, breaching);
    expect(await statesOf(world, 1)).toEqual(['ALARM']);
    putErrorAlarm(world, warmUp(60, true));
    setAlarmState(world, { AlarmName: 'errors', StateValue: 'OK', StateReason: 'drill' });
    expect(await statesOf(world, 1)).toEqual(['ALARM']);
    stop();
  });
});

describe('a wall clock window', () => {
  it('shows a bad minute only when its hour is over', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, {
      ...{ Period: 3600, TreatMissingData: 'notBreaching' },
      EvaluationWindow: { WallClockWindow: { Timezone: '+05:30' } },
    });
    putErrors(world, 5, 9);
    await world.clock.advance(150 * minuteMs);
    expect(changesOf(world)).toEqual(['1 OK', '30 ALARM']);
    expect(world.alarms.metric.get('errors')?.stateReason).toContain('[9.0 (20/11/26 11:30:00)]');
    stop();
  });

  it('sees a day of 25 hours as one', async () => {
    const world = testWorld();
    putErrorAlarm(world, {
      ...{ Period: 86_400, Threshold: 24.5, ComparisonOperator: 'GreaterThanThreshold' },
      EvaluationWindow: { WallClockWindow: { Timezone: 'America/New_York' } },
    });
    const midnightMs = Date.UTC(2027, 10, 7, 4);
    for (let hour = -24; hour < 49; hour += 1)
      putErrors(world, (midnightMs - noonMs) / minuteMs + hour * 60, 1);
    world.alarms.evaluatedMs = midnightMs + 25 * 60 * minuteMs - 1;
    evaluateUntil(world, midnightMs + 25 * 60 * minuteMs);
    expect(alarmState(world, 'errors')).toBe('ALARM');
    expect(world.alarms.metric.get('errors')?.stateReason).toContain('[25.0 (07/11/27 04:00:00)]');
  });
});

describe('an alarm with a period of ten seconds', () => {
  it('is evaluated ten seconds later, also when all others wait for the minute', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, { AlarmName: 'slow', TreatMissingData: 'breaching' });
    await world.clock.advance(5000);
    putErrorAlarm(world, { Period: 10, TreatMissingData: 'breaching' });
    await world.clock.advance(4999);
    expect(alarmState(world, 'errors')).toBe('INSUFFICIENT_DATA');
    await world.clock.advance(1);
    expect([alarmState(world, 'errors'), alarmState(world, 'slow')]).toEqual(['ALARM', 'INSUFFICIENT_DATA']);
    stop();
  });
});

describe('the alarm on a canary that was rolled back', () => {
  it('stays in ALARM until its last points have left the range', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, { EvaluationPeriods: 2 });
    for (const minute of [0, 1]) putErrors(world, minute, 9);
    await world.clock.advance(20 * minuteMs);
    expect(changesOf(world)).toEqual(['1 OK', '2 ALARM', '6 INSUFFICIENT_DATA']);
    stop();
  });

  it('is OK at the next minute when missing data is not breaching', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, { TreatMissingData: 'notBreaching' });
    putErrors(world, 0, 9);
    await world.clock.advance(20 * minuteMs);
    expect(changesOf(world)).toEqual(['1 ALARM', '4 OK']);
    stop();
  });
});

describe('a clock that was set ahead', () => {
  it('leaves the same history as one that went there minute by minute', async () => {
    const plant = (): TestWorld => {
      const world = testWorld();
      evaluateUntil(world, noonMs);
      putErrorAlarm(world, { TreatMissingData: 'notBreaching' });
      putErrorAlarm(world, { AlarmName: 'sparse', EvaluationPeriods: 5, DatapointsToAlarm: 2 });
      putErrorAlarm(world, { AlarmName: 'hours', Period: 3600, EvaluationPeriods: 3 });
      for (const minute of [0, 3, 4, 9, 70]) putErrors(world, minute, 9);
      return world;
    };
    const [walking, jumping] = [plant(), plant()];
    for (let minute = 1; minute <= 600; minute += 1) evaluateUntil(walking, noonMs + minute * minuteMs);
    evaluateUntil(jumping, noonMs + 600 * minuteMs);
    expect(changesOf(jumping)).toEqual(changesOf(walking));
    expect(changesOf(jumping).length).toBeGreaterThan(8);
  });

  it('is caught up with by a day, and no alarm is asked again once nothing can change', () => {
    const world = testWorld();
    evaluateUntil(world, noonMs);
    putErrorAlarm(world, { TreatMissingData: 'notBreaching' });
    putErrors(world, 0, 9);
    let reads = 0;
    const metrics = {
      ...world.metrics,
      read: (...where: Parameters<typeof world.metrics.read>) => {
        reads += 1;
        return world.metrics.read(...where);
      },
    };
    const nextMs = evaluateUntil({ ...world, metrics }, noonMs + 400 * dayMs);
    expect(nextMs).toBe(noonMs + 400 * dayMs + minuteMs);
    expect(reads).toBeLessThan(10);
    expect(alarmState(world, 'errors')).toBe('OK');
  });

  it('is caught up with in bounded time when data goes on and on', () => {
    const world = testWorld();
    evaluateUntil(world, noonMs);
    const alarms = 40;
    for (let index = 0; index < alarms; index += 1) putErrorAlarm(world, { AlarmName: `errors ${index}` });
    for (let minute = 0; minute <= 1500; minute += 5) putErrors(world, minute, 9);
    let reads = 0;
    const metrics = {
      ...world.metrics,
      read: (...where: Parameters<typeof world.metrics.read>) => {
        reads += 1;
        return world.metrics.read(...where);
      },
    };
    evaluateUntil({ ...world, metrics }, noonMs + 1501 * minuteMs);
    expect(reads).toBeLessThan(2 * 51_000);
    expect(alarmState(world, 'errors 7')).toBe('ALARM');
  });
});

describe('an alarm on metrics of DynamoDB', () => {
  it('keeps its state without data, whatever was asked for', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, { Namespace: 'AWS/DynamoDB', TreatMissingData: 'breaching' });
    expect(new Set(await statesOf(world, 5))).toEqual(new Set(['INSUFFICIENT_DATA']));
    stop();
  });
});

describe('a world that was kept before alarms had warm-ups and suppression', () => {
  it('goes on', () => {
    const world = testWorld();
    putErrorAlarm(world, { TreatMissingData: 'breaching' });
    const dumped = JSON.parse(JSON.stringify(dumpAlarms(world.alarms)));
    for (const entry of dumped.metric) delete entry.warmUp;
    const opened = { ...world, alarms: loadAlarms(dumped) };
    evaluateUntil(opened, noonMs);
    evaluateUntil(opened, noonMs + minuteMs);
    expect(alarmState(opened, 'errors')).toBe('ALARM');
  });
});
