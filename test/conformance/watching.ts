/** Metrics, alarms and logs. */
import assert from 'node:assert/strict';
import {
  DeleteAlarmsCommand,
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  ListTagsForResourceCommand,
  PutCompositeAlarmCommand,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  FilterLogEventsCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import type { Context, Expectation } from './context';

const alarm = (context: Context, AlarmName: string, rest: object = {}) =>
  context.cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName,
      Namespace: context.place.prefix,
      MetricName: 'Errors',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      ...rest,
    }),
  );

const look = async (context: Context, AlarmName: string) =>
  (await context.cloudwatch.send(new DescribeAlarmsCommand({ AlarmNames: [AlarmName] }))).MetricAlarms?.[0];

const set = (context: Context, AlarmName: string, StateValue: string) =>
  context.cloudwatch.send(
    new SetAlarmStateCommand({ AlarmName, StateValue: StateValue as 'OK', StateReason: 'a drill' }),
  );

export const watching: readonly Expectation[] = [
  {
    fact: '4.3',
    title: 'a new alarm is INSUFFICIENT_DATA, and says why',
    async run(context) {
      const name = context.name();
      await alarm(context, name);
      const made = await look(context, name);
      assert.deepEqual(
        [made?.StateValue, made?.StateReason],
        ['INSUFFICIENT_DATA', 'Unchecked: Initial alarm creation'],
      );
    },
  },
  {
    fact: '4.3',
    title:
      'an alarm on metric math has the tags it was made with, and goes also beside a name that does not exist',
    async run(context) {
      const name = context.name();
      const stat = (Id: string, MetricName: string) => ({
        Id,
        MetricStat: {
          Metric: { Namespace: context.place.prefix, MetricName },
          ...{ Period: 60, Stat: 'Sum' },
        },
        ReturnData: false,
      });
      const share = { Id: 'share', Expression: '100 * FILL(e, 0) / i', ReturnData: true };
      await context.cloudwatch.send(
        new PutMetricAlarmCommand({
          ...{ AlarmName: name, EvaluationPeriods: 3, DatapointsToAlarm: 2, Threshold: 5 },
          ComparisonOperator: 'GreaterThanThreshold',
          Metrics: [stat('e', 'Errors'), stat('i', 'Invocations'), share],
          Tags: [{ Key: 'made', Value: 'by shipit' }],
        }),
      );
      const made = await look(context, name);
      assert.deepEqual(
        made?.Metrics?.map(({ Id, ReturnData }) => [Id, ReturnData]),
        [
          ['e', false],
          ['i', false],
          ['share', true],
        ],
      );
      const asked = new ListTagsForResourceCommand({ ResourceARN: made?.AlarmArn });
      assert.deepEqual((await context.cloudwatch.send(asked)).Tags, [{ Key: 'made', Value: 'by shipit' }]);
      await context.cloudwatch.send(new DeleteAlarmsCommand({ AlarmNames: [name, `${name}-gone`] }));
      assert.equal(await look(context, name), undefined);
    },
  },
  {
    fact: '4.3',
    title: 'an alarm fires on data, and says on which',
    async run(context) {
      const name = context.name();
      const put = () =>
        context.cloudwatch.send(
          new PutMetricDataCommand({
            Namespace: context.place.prefix,
            MetricData: [{ MetricName: 'Errors', Value: 5 }],
          }),
        );
      await put();
      await alarm(context, name, { TreatMissingData: 'notBreaching' });
      const fired = await context.until(
        async () => {
          await put();
          return look(context, name);
        },
        (state) => state?.StateValue === 'ALARM',
      );
      assert.match(
        String(fired?.StateReason),
        /^Threshold Crossed: 1 (datapoint|out of the last 1 datapoints) \[\d+\.0 \(\d\d\/\d\d\/\d\d \d\d:\d\d:00\)\] was greater than or equal to the threshold \(1\.0\)/,
      );
    },
  },
  {
    fact: '4.3',
    title:
      'alarms are described without composite ones unless asked, and absent names are left out in silence',
    async run(context) {
      const [child, parent] = [context.name(), context.name()];
      await alarm(context, child);
      await context.cloudwatch.send(
        new PutCompositeAlarmCommand({ AlarmName: parent, AlarmRule: `ALARM("${child}")` }),
      );
      const AlarmNames = [child, parent, 'nobody'];
      const plain = await context.cloudwatch.send(new DescribeAlarmsCommand({ AlarmNames }));
      assert.deepEqual(
        [plain.MetricAlarms?.map(({ AlarmName }) => AlarmName), plain.CompositeAlarms?.length ?? 0],
        [[child], 0],
      );
      const all = await context.cloudwatch.send(
        new DescribeAlarmsCommand({ AlarmNames, AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] }),
      );
      assert.deepEqual([all.MetricAlarms?.length, all.CompositeAlarms?.length], [1, 1]);
    },
  },
  {
    fact: '4.3',
    title: 'setting the state of an absent alarm is 404 without a message, and of a wrong state 400',
    async run(context) {
      await context.refuses(set(context, context.name(), 'OK'), 'ResourceNotFound', 404);
      const name = context.name();
      await alarm(context, name);
      await context.refuses(
        set(context, name, 'INVALID'),
        'ValidationException',
        400,
        "1 validation error detected: Value 'INVALID' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]",
      );
    },
  },
  {
    fact: '4.2',
    title: 'expressions are worked out over the metrics they name',
    async run(context) {
      const Namespace = `${context.place.prefix}/math`;
      const MetricData = [
        { MetricName: 'Errors', Value: 2 },
        { MetricName: 'Invocations', Value: 8 },
      ];
      await context.cloudwatch.send(new PutMetricDataCommand({ Namespace, MetricData }));
      const metric = (Id: string, MetricName: string) => ({
        Id,
        MetricStat: { Metric: { Namespace, MetricName }, Period: 60, Stat: 'Sum' },
        ReturnData: false,
      });
      const answer = await context.until(
        async () =>
          context.cloudwatch.send(
            new GetMetricDataCommand({
              StartTime: new Date(context.place.nowMs() - 600_000),
              EndTime: new Date(context.place.nowMs() + 600_000),
              MetricDataQueries: [
                metric('e', 'Errors'),
                metric('i', 'Invocations'),
                { Id: 'rate', Expression: '100 * FILL(e, 0) / i' },
              ],
            }),
          ),
        ({ MetricDataResults = [] }) => (MetricDataResults[0]?.Values?.length ?? 0) > 0,
      );
      assert.deepEqual(answer.MetricDataResults?.[0]?.Values, [25]);
    },
  },
  {
    fact: '4.1',
    title: 'what a function logs is in its log group, with START, END and REPORT',
    async run(context) {
      const name = await context.active();
      await context.lambda.send(new InvokeCommand({ FunctionName: name }));
      const logGroupName = `/aws/lambda/${name}`;
      const lines = await context.until(
        () =>
          context.logs.send(new FilterLogEventsCommand({ logGroupName })).then(
            ({ events = [] }) => events.map(({ message = '' }) => message),
            () => [],
          ),
        (messages) => messages.some((message) => message.startsWith('REPORT')),
      );
      for (const start of ['START RequestId: ', 'END RequestId: '])
        assert.ok(lines.some((line) => line.startsWith(start)));
    },
  },
  {
    fact: '3',
    title: 'log events are found by a pattern over JSON',
    async run(context) {
      const logGroupName = context.name();
      const stream = { logGroupName, logStreamName: 'one' };
      await context.logs.send(new CreateLogGroupCommand({ logGroupName }));
      await context.logs.send(new CreateLogStreamCommand(stream));
      const messages = ['{"level":"INFO","ms":5}', '{"level":"ERROR","ms":900}', 'plain'];
      const timestamp = context.place.nowMs();
      const logEvents = messages.map((message) => ({ message, timestamp }));
      await context.logs.send(new PutLogEventsCommand({ ...stream, logEvents }));
      const filterPattern = '{ $.level = "ERROR" && $.ms > 100 }';
      const found = await context.until(
        async () =>
          (await context.logs.send(new FilterLogEventsCommand({ logGroupName, filterPattern }))).events ?? [],
        (events) => events.length > 0,
      );
      assert.deepEqual(
        found.map(({ message }) => message),
        [messages[1]],
      );
    },
  },
];
