/** Alarms that a project brings along for its local world. */
import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { putMetricAlarm } from './actions/cloudwatch/put-metric-alarm';
import { createJsonForm } from './wire/json';
import { operationsOf } from './wire/operation';
import type { World } from './world';

/**
 * Creates those that are not there, by name; what is there stays as it is. They were written by hand, so they are read by
 * the schema as a request would be. Throws AwsError as PutMetricAlarm does, before any is created when a type is wrong.
 */
export function seedAlarms(world: World, inputs: readonly PutMetricAlarmCommandInput[]): void {
  const operation = operationsOf(require('@aws-sdk/client-cloudwatch')).get('PutMetricAlarm');
  if (!operation || inputs.length === 0) return;
  const form = createJsonForm({ jsonName: false });
  const read = inputs.map((input) => form.read(operation.input, JSON.stringify(input)));
  for (const input of read as unknown as PutMetricAlarmCommandInput[])
    if (!world.alarms.metric.has(input.AlarmName ?? '')) putMetricAlarm(world, input);
}
