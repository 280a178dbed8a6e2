/**
 * PutMetricAlarm: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 * @emulated Alarms on anomaly detection, Metrics Insights and PromQL are refused, and there is no PutLogAlarm; actions other than Lambda functions are told in the history alone.
 */
import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchWorld } from '../../alarms/transition';
import { arnOf, freshState, recordConfiguration, tagsOf } from './entries';
import { cloudWatchError } from './errors';
import { checkMetricAlarm } from './metric-alarm-rules';

/** Overwrites the whole definition of an alarm that exists and keeps its state and tags. */
export function putMetricAlarm(world: CloudWatchWorld, input: PutMetricAlarmCommandInput): object {
  checkMetricAlarm(world, input);
  const name = input.AlarmName ?? '';
  if (world.alarms.composite.has(name))
    throw cloudWatchError('validation', `A composite alarm with the name ${name} already exists.`);
  const atMs = world.clock.nowMs();
  const existing = world.alarms.metric.get(name);
  if (existing) Object.assign(existing, { definition: input, configurationUpdatedMs: atMs });
  const entry = existing ?? {
    type: 'MetricAlarm' as const,
    name,
    arn: arnOf(world, name),
    definition: input,
    tags: tagsOf(input.Tags),
    ...freshState(atMs),
    warmUp: { sinceMs: atMs, firstDataMs: null },
  };
  if (!input.WarmUpConfiguration) entry.warmUp = null;
  world.alarms.metric.set(name, entry);
  recordConfiguration(world, entry, existing ? 'updated' : 'created');
  world.alarms.outside.rearm?.();
  return {};
}
