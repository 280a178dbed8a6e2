/**
 * PutCompositeAlarm: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
 * @emulated Actions that are not Lambda functions are told in the history alone.
 */
import type { PutCompositeAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { replaceSuppressor } from '../../alarms/suppression';
import { type CloudWatchWorld, settleComposite } from '../../alarms/transition';
import { checkCompositeAlarm } from './composite-alarm-rules';
import { arnOf, freshState, recordConfiguration, tagsOf } from './entries';

/** Evaluated at once, also when only its definition is new. */
export function putCompositeAlarm(world: CloudWatchWorld, input: PutCompositeAlarmCommandInput): object {
  checkCompositeAlarm(world, input);
  const name = input.AlarmName ?? '';
  const atMs = world.clock.nowMs();
  const existing = world.alarms.composite.get(name);
  const suppressorBefore = existing?.definition.ActionsSuppressor;
  if (existing) Object.assign(existing, { definition: input, configurationUpdatedMs: atMs });
  const entry = existing ?? {
    type: 'CompositeAlarm' as const,
    name,
    arn: arnOf(world, name),
    definition: input,
    tags: tagsOf(input.Tags),
    ...freshState(atMs),
  };
  world.alarms.composite.set(name, entry);
  const what = existing ? 'updated' : 'created';
  recordConfiguration(world, entry, what);
  if (existing && suppressorBefore !== input.ActionsSuppressor) replaceSuppressor(world, entry, atMs);
  settleComposite(world, entry, { what, atMs });
  return {};
}
