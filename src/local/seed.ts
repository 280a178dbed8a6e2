/** Alarms that a project brings along for its local world. */
import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { putMetricAlarm } from './actions/cloudwatch/put-metric-alarm';
import type { World } from './world';

/** Creates those that are not there, by name; what is there stays as it is. Throws AwsError as PutMetricAlarm does. */
export function seedAlarms(world: World, inputs: readonly PutMetricAlarmCommandInput[]): void {
  for (const input of inputs)
    if (!world.alarms.metric.has(input.AlarmName ?? '')) putMetricAlarm(world, input);
}
