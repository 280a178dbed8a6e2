/**
 * PutRule: docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
 * @emulated Schedules are kept and never come due; patterns with wildcard or cidr are refused.
 */
import type { PutRuleRequest, PutRuleResponse } from '@aws-sdk/client-eventbridge';
import { insist, refusal } from '../../buses/errors';
import { findBus } from '../../buses/find';
import { parsePattern } from '../../buses/pattern';
import { Check } from '../../lambda/constraints';
import type { Action } from '../../world';

const isName = Check.pattern('[\\.\\-_A-Za-z0-9]+');
const isState = Check.oneOf(['ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS']);

export const putRule: Action<PutRuleRequest, PutRuleResponse> = (world, input) => {
  const { Name: name = '', EventPattern: pattern = null, ScheduleExpression: schedule = null } = input;
  insist(
    Check.required('name', input.Name),
    Check.length(1, 64)('name', name),
    isName('name', name),
    isState('state', input.State),
    Check.length(0, 512)('description', input.Description),
    Check.length(0, 4096)('eventPattern', pattern),
  );
  const bus = findBus(world, input.EventBusName);
  if (!pattern && !schedule)
    throw refusal.invalid('Parameter(s) EventPattern or ScheduleExpression must be specified.');
  if (pattern) parsePattern(pattern);
  if (schedule) insistOnSchedule(schedule, bus.name);
  const path = bus.name === 'default' ? name : `${bus.name}/${name}`;
  const arn = `arn:aws:events:${world.region}:${world.account}:rule/${path}`;
  bus.rules.set(name, {
    ...{ name, arn, pattern, schedule, state: input.State ?? 'ENABLED' },
    description: input.Description ?? null,
    roleArn: input.RoleArn ?? null,
    targets: bus.rules.get(name)?.targets ?? new Map(),
  });
  return { RuleArn: arn };
};

function insistOnSchedule(schedule: string, bus: string): void {
  if (bus !== 'default')
    throw refusal.invalid('ScheduleExpression is supported only on the default event bus.');
  if (!/^(rate\([1-9]\d* (minute|hour|day)s?\)|cron\([^()]+\))$/.test(schedule))
    throw refusal.invalid('Parameter ScheduleExpression is not valid.');
}
