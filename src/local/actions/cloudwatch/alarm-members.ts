/** What metric and composite alarms have in common in a request. */
import type { PutMetricAlarmCommandInput, Tag } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchWorld } from '../../alarms/transition';
import { required, within } from './constraints';
import { cloudWatchError } from './errors';
import { atMost } from './patterns';

type CommonMember =
  | 'AlarmName'
  | 'AlarmDescription'
  | 'OKActions'
  | 'AlarmActions'
  | 'InsufficientDataActions'
  | 'Tags';

type CommonInput = Pick<PutMetricAlarmCommandInput, CommonMember>;

export function problemsOf(input: CommonInput): (string | null)[] {
  const lists = { oKActions: input.OKActions, alarmActions: input.AlarmActions };
  const actions = { ...lists, insufficientDataActions: input.InsufficientDataActions };
  return [
    required('alarmName', input.AlarmName),
    within('alarmName', input.AlarmName, [1, 255]),
    within('alarmDescription', input.AlarmDescription, [0, 1024]),
    ...Object.entries(actions).map(([field, list]) => within(field, list, [0, 5])),
    ...Object.entries(actions).flatMap(([field, list]) =>
      (list ?? []).map((arn, index) => within(`${field}.${index + 1}.member`, arn, [1, 1024])),
    ),
    ...tagProblems(input.Tags),
  ];
}

export function tagProblems(tags: readonly Tag[] | undefined): (string | null)[] {
  return [
    atMost('tags', tags, 50),
    ...(tags ?? []).flatMap(({ Key, Value }, index) => [
      required(`tags.${index + 1}.member.key`, Key),
      within(`tags.${index + 1}.member.key`, Key, [1, 128]),
      required(`tags.${index + 1}.member.value`, Value),
      within(`tags.${index + 1}.member.value`, Value, [0, 256]),
    ]),
  ];
}

/** Who may be told or set in motion by an alarm; `anywhere` need not be of the alarm's Region. */
const services = {
  metric: ['sns', 'lambda', 'automate', 'swf', 'autoscaling', 'ssm', 'ssm-incidents', 'aiops'],
  composite: ['sns', 'lambda', 'ssm', 'ssm-incidents', 'aiops'],
  anywhere: ['ssm-incidents'],
};

export function checkActions(
  { region }: Pick<CloudWatchWorld, 'region'>,
  kind: 'metric' | 'composite',
  input: CommonInput,
): void {
  const { OKActions = [], AlarmActions = [], InsufficientDataActions = [] } = input;
  if ([...(input.AlarmName ?? '')].some((character) => character < ' ' || character === '\u007f'))
    throw cloudWatchError('validation', 'AlarmName must not contain ASCII control characters.');
  for (const arn of [...OKActions, ...AlarmActions, ...InsufficientDataActions]) {
    const parts = /^arn:aws[a-z-]*:([a-z0-9-]+):([a-z0-9-]*):[^:]*:.+$/.exec(arn);
    if (!parts) throw cloudWatchError('validation', `Invalid arn syntax: ${arn}`);
    const [, service = '', place] = parts;
    if (!services[kind].includes(service))
      throw cloudWatchError('validation', `The action ${arn} is not supported for a ${kind} alarm.`);
    if (place !== region && !services.anywhere.includes(service))
      throw cloudWatchError('validation', `Invalid region ${place} specified. Only ${region} is supported.`);
  }
}
