import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeAlarmHistory } from '../../src/local/actions/cloudwatch/describe-alarm-history';
import { putCompositeAlarm } from '../../src/local/actions/cloudwatch/put-composite-alarm';
import { setAlarmState } from '../../src/local/actions/cloudwatch/set-alarm-state';
import { startEvaluation } from '../../src/local/alarms/evaluation';
import type { CloudWatchWorld } from '../../src/local/alarms/transition';
import { minuteMs, noonMs, putErrorAlarm, putErrors, testWorld } from './cloudwatch-world';
import { addFunction, type DataPlane, dataPlane } from './data-plane-world';

const topic = 'arn:aws:sns:eu-west-1:123456789012:on-call';
const page = 'arn:aws:ssm:eu-west-1:123456789012:opsitem:3#CATEGORY=Security';
const arn = (name: string): string => `arn:aws:cloudwatch:eu-west-1:123456789012:alarm:${name}`;

const itemsOf = (world: CloudWatchWorld) =>
  describeAlarmHistory(world, {
    HistoryItemType: 'Action',
    AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
  }).AlarmHistoryItems ?? [];

function drill(world: CloudWatchWorld, AlarmName: string, StateValue: 'OK' | 'ALARM'): void {
  setAlarmState(world, { AlarmName, StateValue, StateReason: 'drill' });
}

describe('an alarm that changes its state', () => {
  it('tells the topic of its new state, in the form of AWS', async () => {
    const world = testWorld();
    const stop = startEvaluation(world);
    putErrorAlarm(world, { AlarmActions: [topic, page], OKActions: [topic] });
    putErrors(world, 0.2, 21.5);
    await world.clock.advance(minuteMs);
    const items = itemsOf(world);
    expect(items.map((item) => item.HistorySummary)).toEqual([
      `Successfully executed action ${page}`,
      `Successfully executed action ${topic}`,
    ]);
    const { publishedMessage, ...data } = JSON.parse(items[1]?.HistoryData ?? '');
    expect(data).toEqual({
      actionState: 'Succeeded',
      stateUpdateTimestamp: noonMs + minuteMs,
      notificationResource: topic,
      error: null,
    });
    const message = JSON.parse(publishedMessage);
    expect(message.sms).toBe('ALARM: "errors" in EU (Ireland)');
    expect(message.default).toContain('"Threshold":2.0');
    expect(JSON.parse(message.default)).toEqual({
      AlarmName: 'errors',
      AlarmDescription: null,
      AWSAccountId: '123456789012',
      AlarmConfigurationUpdatedTimestamp: '2026-11-20T12:00:00.000+0000',
      NewStateValue: 'ALARM',
      NewStateReason:
        'Threshold Crossed: 1 datapoint [21.5 (20/11/26 12:00:00)] was greater than the threshold (2.0).',
      StateChangeTime: '2026-11-20T12:01:00.000+0000',
      Region: 'EU (Ireland)',
      AlarmArn: arn('errors'),
      OldStateValue: 'INSUFFICIENT_DATA',
      OKActions: [topic],
      AlarmActions: [topic, page],
      InsufficientDataActions: [],
      Trigger: {
        MetricName: 'Errors',
        Namespace: 'AWS/Lambda',
        StatisticType: 'Statistic',
        Statistic: 'SUM',
        Unit: null,
        Dimensions: [{ value: 'api', name: 'FunctionName' }],
        Period: 60,
        EvaluationPeriods: 1,
        ComparisonOperator: 'GreaterThanThreshold',
        Threshold: 2,
        TreatMissingData: 'missing',
        EvaluateLowSampleCountPercentile: '',
      },
    });
    stop();
  });

  it('tells which of its children made a composite alarm change', () => {
    const world = testWorld();
    putErrorAlarm(world, {});
    putCompositeAlarm(world, { AlarmName: 'any', AlarmRule: 'ALARM(errors)', AlarmActions: [topic] });
    drill(world, 'errors', 'ALARM');
    const { publishedMessage } = JSON.parse(itemsOf(world)[0]?.HistoryData ?? '');
    expect(JSON.parse(JSON.parse(publishedMessage).default)).toMatchObject({
      AlarmRule: 'ALARM(errors)',
      TriggeringChildren: [
        { Arn: arn('errors'), State: { Value: 'ALARM', Timestamp: '2026-11-20T12:00:00.000+0000' } },
      ],
    });
  });

  it('does nothing without a change, or when its actions are off', () => {
    const world = testWorld();
    putErrorAlarm(world, { AlarmActions: [topic] });
    drill(world, 'errors', 'ALARM');
    drill(world, 'errors', 'ALARM');
    expect(itemsOf(world)).toHaveLength(1);
    putErrorAlarm(world, { AlarmActions: [topic], ActionsEnabled: false });
    drill(world, 'errors', 'OK');
    drill(world, 'errors', 'ALARM');
    expect(itemsOf(world)).toHaveLength(1);
  });

  it('has only the actions of the state it came to', () => {
    const world = testWorld();
    putErrorAlarm(world, { InsufficientDataActions: [topic], OKActions: [page] });
    drill(world, 'errors', 'OK');
    expect(itemsOf(world).map((item) => item.HistorySummary)).toEqual([
      `Successfully executed action ${page}`,
    ]);
  });
});

describe('an alarm whose action is a function', () => {
  let plane: DataPlane;
  beforeEach(() => {
    plane = dataPlane({ PATH: process.env.PATH });
  });
  afterEach(() => plane.close());

  const functionArn = 'arn:aws:lambda:eu-west-1:123456789012:function:responder';

  async function untilItems(count: number): Promise<void> {
    while (itemsOf(plane.world).length < count) await new Promise((next) => setImmediate(next));
  }

  it('invokes it with the event that AWS sends', async () => {
    const file = join(plane.folder, 'event.json');
    const code = `exports.handler = async (event) => require('node:fs').writeFileSync(${JSON.stringify(file)}, JSON.stringify(event));`;
    addFunction(plane, 'responder', code);
    putErrorAlarm(plane.world, { AlarmDescription: 'too many errors', AlarmActions: [functionArn] });
    drill(plane.world, 'errors', 'ALARM');
    await plane.world.clock.runUntil(invoked());
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      source: 'aws.cloudwatch',
      alarmArn: arn('errors'),
      accountId: '123456789012',
      time: '2026-11-20T12:00:00.000+0000',
      region: 'eu-west-1',
      alarmData: {
        alarmName: 'errors',
        state: { value: 'ALARM', reason: 'drill', timestamp: '2026-11-20T12:00:00.000+0000' },
        previousState: {
          value: 'INSUFFICIENT_DATA',
          reason: 'Unchecked: Initial alarm creation',
          timestamp: '2026-11-20T12:00:00.000+0000',
        },
        configuration: {
          description: 'too many errors',
          metrics: [
            {
              id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
              metricStat: {
                metric: { namespace: 'AWS/Lambda', name: 'Errors', dimensions: { FunctionName: 'api' } },
                period: 60,
                stat: 'Sum',
              },
              returnData: true,
            },
          ],
        },
      },
    });
    expect(itemsOf(plane.world)[0]?.HistorySummary).toBe(`Successfully executed action ${functionArn}`);
  });

  async function invoked(): Promise<void> {
    const id = { namespace: 'AWS/Lambda', name: 'Invocations', dimensions: { FunctionName: 'responder' } };
    while (plane.world.metrics.read(id, 0, Number.POSITIVE_INFINITY).length === 0)
      await new Promise((next) => setImmediate(next));
  }

  it('goes on without it when it does not exist, and says so', async () => {
    putErrorAlarm(plane.world, { AlarmActions: [functionArn, topic] });
    drill(plane.world, 'errors', 'ALARM');
    await untilItems(2);
    const failed = itemsOf(plane.world).find((item) => item.HistorySummary?.startsWith('Failed'));
    expect(failed?.HistorySummary).toBe(
      `Failed to execute action ${functionArn}. Received error: "Function not found: ${functionArn}"`,
    );
    expect(JSON.parse(failed?.HistoryData ?? '')).toMatchObject({ actionState: 'Failed' });
  });
});
