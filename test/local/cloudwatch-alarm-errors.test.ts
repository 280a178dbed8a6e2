/** The recorded errors of alarms, as bytes on the wire and as the SDK shows them. */
import {
  DescribeAlarmsCommand,
  ListTagsForResourceCommand,
  PutCompositeAlarmCommand,
  PutMetricAlarmCommand,
  type PutMetricAlarmCommandInput,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { type LocalAws, openLocalAws, refusalOf } from './world';

let aws: LocalAws;
beforeAll(async () => {
  aws = await openLocalAws();
});
afterAll(() => aws.close());

async function answerTo(operation: string, body: object) {
  const answer = await fetch(aws.served.endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `GraniteServiceVersion20100801.${operation}`,
      'x-amzn-query-mode': 'true',
    },
    body: JSON.stringify(body),
  });
  const { __type, message } = (await answer.json()) as { __type: string; message?: string };
  const code = answer.headers.get('x-amzn-query-error');
  return { status: answer.status, type: __type.split('#')[1], code, message };
}

const alarm: PutMetricAlarmCommandInput = {
  AlarmName: 'errors',
  ...{ Namespace: 'AWS/Lambda', MetricName: 'Errors', Statistic: 'Sum', Period: 60 },
  ...{ EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: 'GreaterThanThreshold' },
};

describe('an error of CloudWatch', () => {
  it.each([
    [
      ...['SetAlarmState', { AlarmName: 'gone', StateValue: 'INVALID', StateReason: 'x' }],
      ...[400, 'ValidationException', 'ValidationError;Sender'],
      "1 validation error detected: Value 'INVALID' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]",
    ],
    [
      ...['SetAlarmState', { AlarmName: 'gone', StateValue: 'OK', StateReason: 'x' }],
      ...[404, 'ResourceNotFound', 'ResourceNotFound;Sender', ''],
    ],
    [
      ...['DescribeAlarms', { AlarmNames: ['a'], AlarmNamePrefix: 'a' }],
      ...[400, 'InvalidParameterCombinationException', 'InvalidParameterCombination;Sender'],
      'AlarmNamePrefix and AlarmNames must not be specified together.',
    ],
    [
      ...['ListTagsForResource', { ResourceARN: 'errors' }],
      ...[400, 'InvalidParameterValueException', 'InvalidParameterValue;Sender'],
      'Invalid arn syntax: errors',
    ],
    [
      ...['DescribeAlarms', { NextToken: 'nonsense' }],
      ...[400, 'InvalidNextToken', 'InvalidNextToken;Sender'],
      'The specified token is invalid.',
    ],
    [
      ...['PutMetricAlarm', { ...alarm, AlarmActions: ['call me'] }],
      ...[400, 'ValidationException', 'ValidationError;Sender'],
      'Invalid arn syntax: call me',
    ],
  ] as const)('%s of %j', async (operation, body, status, type, code, message) => {
    expect(await answerTo(operation, body as object)).toMatchObject({ status, type, code });
    expect((await answerTo(operation, body as object)).message ?? '').toBe(message);
  });

  it('has its shape in the SDK', async () => {
    const set = { AlarmName: 'gone', StateValue: 'OK', StateReason: 'x' } as const;
    expect(await refusalOf(aws.cloudwatch.send(new SetAlarmStateCommand(set)))).toMatchObject({
      name: 'ResourceNotFound',
      status: 404,
    });
    const token = new DescribeAlarmsCommand({ NextToken: 'nonsense' });
    expect((await refusalOf(aws.cloudwatch.send(token))).name).toBe('InvalidNextToken');
    const tags = new ListTagsForResourceCommand({
      ResourceARN: 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:gone',
    });
    expect((await refusalOf(aws.cloudwatch.send(tags))).name).toBe('ResourceNotFoundException');
  });
});

describe('an alarm over the wire', () => {
  it('comes back with everything that was put, new members too', async () => {
    const input: PutMetricAlarmCommandInput = {
      ...alarm,
      EvaluationWindow: { WallClockWindow: { Timezone: 'Europe/Berlin' } },
      WarmUpConfiguration: { WarmUpPeriodDurationInMinutes: 5 },
    };
    await aws.cloudwatch.send(new PutMetricAlarmCommand(input));
    await aws.cloudwatch.send(
      new PutCompositeAlarmCommand({
        AlarmName: 'any',
        AlarmRule: 'ALARM(errors)',
        ...{
          ActionsSuppressor: 'errors',
          ActionsSuppressorWaitPeriod: 30,
          ActionsSuppressorExtensionPeriod: 30,
        },
      }),
    );
    const AlarmTypes = ['MetricAlarm' as const, 'CompositeAlarm' as const];
    const { MetricAlarms, CompositeAlarms } = await aws.cloudwatch.send(
      new DescribeAlarmsCommand({ AlarmTypes }),
    );
    expect(MetricAlarms?.[0]).toMatchObject({ ...input, EvaluationState: 'IN_WARM_UP' });
    expect(CompositeAlarms?.[0]).toMatchObject({
      StateValue: 'OK',
      ActionsSuppressedBy: 'WaitPeriod',
      ActionsSuppressedReason: 'Actions suppressed by WaitPeriod',
    });
    await aws.clock.advance(30_000);
    const later = await aws.cloudwatch.send(new DescribeAlarmsCommand({ AlarmTypes }));
    expect(later.CompositeAlarms?.[0]).not.toHaveProperty('ActionsSuppressedBy');
  });
});
