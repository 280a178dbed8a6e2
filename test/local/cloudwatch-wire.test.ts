import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CloudWatchClient,
  CloudWatchServiceException,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  PutCompositeAlarmCommand,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { cloudWatchActions } from '../../src/local/actions/cloudwatch';
import { startEvaluation } from '../../src/local/alarms/evaluation';
import type { CloudWatchWorld } from '../../src/local/alarms/transition';
import { AwsError } from '../../src/local/errors';
import { createAwsJson } from '../../src/local/wire/aws-json';
import type { WireResponse } from '../../src/local/wire/message';
import { cloudWatchDialect } from '../../src/local/wire/services';
import { minuteMs, noonMs, testWorld } from './cloudwatch-world';

const world = testWorld();
const protocol = createAwsJson(require('@aws-sdk/client-cloudwatch'), cloudWatchDialect);
const actions = cloudWatchActions as unknown as {
  readonly [operation: string]: (world: CloudWatchWorld, input: never) => object;
};
let server: Server;
let client: CloudWatchClient;
let stop: () => void;

beforeAll(async () => {
  stop = startEvaluation(world);
  server = createServer(async (request, response) => {
    const { status, headers, body } = serve(request, await read(request));
    response.writeHead(status, headers).end(body as string);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  client = new CloudWatchClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: world.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
});

afterAll(async () => {
  stop();
  client.destroy();
  await new Promise((closed) => server.close(closed));
});

function serve(request: IncomingMessage, body: Buffer): WireResponse {
  const headers = request.headers as { [name: string]: string | undefined };
  const wire = { method: 'POST', path: '/', query: new URLSearchParams(), headers, body };
  try {
    const found = protocol.find(wire);
    const action = actions[found.operation.name];
    if (!action) throw new Error(`no ${found.operation.name}`);
    return protocol.write(found.operation, action(world, protocol.read(found, wire) as never), 'request');
  } catch (error) {
    if (error instanceof AwsError) return protocol.fail(error, 'request');
    throw error;
  }
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

const metric = { Namespace: 'Shop', MetricName: 'Failures', Dimensions: [{ Name: 'Stage', Value: 'prod' }] };

describe('the SDK against the local CloudWatch', () => {
  it('puts a metric, an alarm and a composite alarm, and sees them turn', async () => {
    await client.send(
      new PutMetricAlarmCommand({
        ...metric,
        AlarmName: 'failures',
        Statistic: 'Sum',
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 4.5,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      }),
    );
    await client.send(new PutCompositeAlarmCommand({ AlarmName: 'any', AlarmRule: 'ALARM("failures")' }));
    const { Namespace, ...datum } = metric;
    await client.send(
      new PutMetricDataCommand({
        Namespace,
        MetricData: [
          { ...datum, Values: [1, 2], Counts: [3, 1], Timestamp: new Date(noonMs + 1000), Unit: 'Count' },
        ],
      }),
    );
    await world.clock.advance(minuteMs);
    const { MetricAlarms, CompositeAlarms } = await client.send(
      new DescribeAlarmsCommand({
        AlarmNames: ['failures', 'any'],
        AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
      }),
    );
    expect(MetricAlarms?.[0]).toMatchObject({
      StateValue: 'ALARM',
      StateUpdatedTimestamp: new Date(noonMs + minuteMs),
      Threshold: 4.5,
      Dimensions: metric.Dimensions,
      StateReason:
        'Threshold Crossed: 1 datapoint [5.0 (20/11/26 12:00:00)] was greater than or equal to the threshold (4.5).',
    });
    expect(CompositeAlarms?.[0]).toMatchObject({ AlarmName: 'any', StateValue: 'ALARM' });
  });

  it('reads the metric back in every way', async () => {
    const range = { StartTime: new Date(noonMs), EndTime: new Date(noonMs + minuteMs) };
    const MetricStat = { Metric: metric, Period: 60, Stat: 'p50' };
    const data = await client.send(
      new GetMetricDataCommand({ ...range, MetricDataQueries: [{ Id: 'median', MetricStat }] }),
    );
    expect(data.MetricDataResults).toEqual([
      {
        Id: 'median',
        Label: 'Failures',
        StatusCode: 'Complete',
        Timestamps: [new Date(noonMs)],
        Values: [1],
      },
    ]);
    const statistics = new GetMetricStatisticsCommand({
      ...metric,
      ...range,
      Period: 60,
      Statistics: ['Average'],
    });
    expect((await client.send(statistics)).Datapoints).toEqual([
      { Timestamp: new Date(noonMs), Unit: 'Count', Average: 1.25 },
    ]);
    expect((await client.send(new ListMetricsCommand({}))).Metrics).toEqual([metric]);
    const history = await client.send(
      new DescribeAlarmHistoryCommand({ AlarmName: 'failures', HistoryItemType: 'StateUpdate' }),
    );
    expect(history.AlarmHistoryItems?.map((item) => item.HistorySummary)).toEqual([
      'Alarm updated from INSUFFICIENT_DATA to ALARM',
    ]);
  });

  it('meets errors by the names and codes that AWS gives them', async () => {
    const command = new SetAlarmStateCommand({ AlarmName: 'gone', StateValue: 'OK', StateReason: 'drill' });
    const error: unknown = await client.send(command).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CloudWatchServiceException);
    expect(error).toMatchObject({ name: 'ResourceNotFound', $metadata: { httpStatusCode: 404 } });
    const bad = new PutCompositeAlarmCommand({ AlarmName: 'bad', AlarmRule: 'ALARM(' });
    const refused: unknown = await client.send(bad).catch((thrown: unknown) => thrown);
    expect(refused).toMatchObject({
      message: 'AlarmRule is not valid: unexpected end of the rule',
      Error: { Code: 'ValidationError', Type: 'Sender' },
      $metadata: { httpStatusCode: 400 },
    });
  });
});
