/** The part of the local AWS that CloudWatch needs, at a whole minute, and short ways to fill it. */
import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { putMetricAlarm } from '../../src/local/actions/cloudwatch/put-metric-alarm';
import { createAlarmBook } from '../../src/local/alarms/memory';
import type { CloudWatchWorld } from '../../src/local/alarms/transition';
import { AwsError } from '../../src/local/errors';
import { createMetricStore } from '../../src/local/metrics/memory';
import { FakeClock } from '../clock';

export const noonMs = Date.UTC(2026, 10, 20, 12, 0, 0);
export const minuteMs = 60_000;

export interface TestWorld extends CloudWatchWorld {
  readonly clock: FakeClock;
}

export function testWorld(): TestWorld {
  return {
    account: '123456789012',
    region: 'eu-west-1',
    clock: new FakeClock(noonMs),
    metrics: createMetricStore(),
    alarms: createAlarmBook(),
  };
}

/** One sample of Errors of a function, `minutes` from noon. */
export function putErrors(world: CloudWatchWorld, minutes: number, value: number): void {
  const id = { namespace: 'AWS/Lambda', name: 'Errors', dimensions: { FunctionName: 'api' } };
  world.metrics.put({ ...id, atMs: noonMs + minutes * minuteMs, value, count: 1, unit: 'Count' });
}

/** An alarm on those errors: more than 2 in a minute. */
export function putErrorAlarm(world: CloudWatchWorld, changes: Partial<PutMetricAlarmCommandInput>): void {
  putMetricAlarm(world, {
    AlarmName: 'errors',
    Namespace: 'AWS/Lambda',
    MetricName: 'Errors',
    Dimensions: [{ Name: 'FunctionName', Value: 'api' }],
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 2,
    ComparisonOperator: 'GreaterThanThreshold',
    ...changes,
  });
}

export function alarmState(world: CloudWatchWorld, name: string): string | undefined {
  return (world.alarms.metric.get(name) ?? world.alarms.composite.get(name))?.state;
}

/** The refusal as it goes over the wire. */
export function refusal(call: () => unknown): {
  name: string;
  status: number;
  message: string;
  code: string;
} {
  try {
    call();
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const { name, status, message, headers } = error;
    return { name, status, message, code: headers['x-amzn-query-error'] ?? '' };
  }
  throw new Error('it was not refused');
}
