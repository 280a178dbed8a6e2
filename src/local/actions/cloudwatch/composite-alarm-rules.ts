/** What PutCompositeAlarm takes. */
import type { PutCompositeAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { find, parentsOf } from '../../alarms/composite';
import { childrenOf, parseRule, type Rule } from '../../alarms/rule';
import { suppressorOf } from '../../alarms/suppressor';
import type { CloudWatchWorld } from '../../alarms/transition';
import { checkActions, problemsOf } from './alarm-members';
import { insist, required, within } from './constraints';
import { cloudWatchError } from './errors';

const mostChildren = 100;
const mostParents = 150;

export function checkCompositeAlarm(world: CloudWatchWorld, input: PutCompositeAlarmCommandInput): void {
  const { AlarmName: name = '', AlarmRule: text = '' } = input;
  insist([
    ...problemsOf(input),
    required('alarmRule', input.AlarmRule),
    within('alarmRule', input.AlarmRule, [1, 10_240]),
    within('actionsSuppressor', input.ActionsSuppressor, [1, 1600]),
    within('actionsSuppressorWaitPeriod', input.ActionsSuppressorWaitPeriod, [0, 2 ** 31 - 1]),
    within('actionsSuppressorExtensionPeriod', input.ActionsSuppressorExtensionPeriod, [0, 2 ** 31 - 1]),
  ]);
  checkActions(world, 'composite', input);
  if (world.alarms.metric.has(name)) refuse(`A metric alarm with the name ${name} already exists.`);
  if (text !== text.trim()) refuse('AlarmRule must not contain leading or trailing whitespace or be null');
  const rule = parseRule(text);
  if ('problem' in rule) refuse(`AlarmRule is not valid: ${rule.problem}`);
  else checkChildren(world, name, rule);
  checkSuppressor(world, input);
}

function checkChildren(world: CloudWatchWorld, name: string, rule: Rule): void {
  const children = childrenOf(rule);
  if (children.length > mostChildren)
    refuse(`AlarmRule must not reference more than ${mostChildren} alarms.`);
  const absent = children.filter((child) => child !== name && !find(world.alarms, child));
  if (absent.length > 0)
    refuse(
      `Could not save the composite alarm as alarms [${absent.join(', ')}] in the alarm rule do not exist`,
    );
  const isOther = (parent: { name: string }): boolean => parent.name !== name;
  const crowded = children.find(
    (child) => parentsOf(world.alarms, child).filter(isOther).length >= mostParents,
  );
  if (crowded !== undefined)
    throw cloudWatchError(
      'limit',
      `The alarm ${crowded} must not be referenced by more than ${mostParents} composite alarms.`,
    );
}

function checkSuppressor({ alarms }: CloudWatchWorld, input: PutCompositeAlarmCommandInput): void {
  const { AlarmName: name = '', ActionsSuppressor: text } = input;
  if (text === undefined) return;
  if (input.ActionsSuppressorWaitPeriod === undefined || input.ActionsSuppressorExtensionPeriod === undefined)
    refuse(
      'ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod are required when ActionsSuppressor is specified.',
    );
  const suppressor = suppressorOf(alarms, { definition: input });
  if (!suppressor)
    refuse(`Could not save the composite alarm as the actions suppressor alarm [${text}] does not exist`);
  if (suppressor?.name === name) refuse('A composite alarm can not suppress its own actions.');
}

function refuse(message: string): never {
  throw cloudWatchError('validation', message);
}
