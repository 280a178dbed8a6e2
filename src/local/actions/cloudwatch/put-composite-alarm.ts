import type { PutCompositeAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { childrenOf, parseRule, type Rule } from '../../alarms/rule';
import { type CloudWatchWorld, find, settleComposite } from '../../alarms/transition';
import { insist, required, within } from './constraints';
import { arnOf, freshState, recordConfiguration, tagsOf } from './entries';
import { cloudWatchError } from './errors';
import { checkActions } from './metric-alarm-rules';

const mostChildren = 100;

/** Evaluated at once; ActionsSuppressor and its periods are stored and shown, there being no actions to suppress. */
export function putCompositeAlarm(world: CloudWatchWorld, input: PutCompositeAlarmCommandInput): object {
  const name = input.AlarmName ?? '';
  check(world, input);
  const atMs = world.clock.nowMs();
  const existing = world.alarms.composite.get(name);
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
  settleComposite(world.alarms, entry, { what, atMs });
  return {};
}

function check(world: CloudWatchWorld, input: PutCompositeAlarmCommandInput): void {
  const { AlarmName: name = '', AlarmRule: text = '' } = input;
  insist([
    required('alarmName', input.AlarmName),
    within('alarmName', input.AlarmName, [1, 255]),
    within('alarmDescription', input.AlarmDescription, [0, 1024]),
    required('alarmRule', input.AlarmRule),
    within('alarmRule', input.AlarmRule, [1, 10_240]),
  ]);
  checkActions(input);
  if (world.alarms.metric.has(name))
    throw cloudWatchError('validation', `A metric alarm with the name ${name} already exists.`);
  if (text !== text.trim())
    throw cloudWatchError(
      'validation',
      'AlarmRule must not contain leading or trailing whitespace or be null',
    );
  const rule = parseRule(text);
  if ('problem' in rule) throw cloudWatchError('validation', `AlarmRule is not valid: ${rule.problem}`);
  checkChildren(world, name, rule);
}

function checkChildren(world: CloudWatchWorld, name: string, rule: Rule): void {
  const children = childrenOf(rule);
  if (children.length > mostChildren)
    throw cloudWatchError('validation', `AlarmRule must not reference more than ${mostChildren} alarms.`);
  const absent = children.filter((child) => child !== name && !find(world.alarms, child));
  if (absent.length > 0)
    throw cloudWatchError(
      'validation',
      `Could not save the composite alarm as alarms [${absent.join(', ')}] in the alarm rule do not exist`,
    );
}
