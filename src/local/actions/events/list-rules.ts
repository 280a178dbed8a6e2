/**
 * ListRules: docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListRules.html
 * @emulated
 */
import type { ListRulesRequest, ListRulesResponse, Rule } from '@aws-sdk/client-eventbridge';
import { findBus, pageOf } from '../../buses/find';
import type { Action } from '../../world';

export const listRules: Action<ListRulesRequest, ListRulesResponse> = (world, input) => {
  const bus = findBus(world, input.EventBusName);
  const all = [...bus.rules.values()].filter(({ name }) => name.startsWith(input.NamePrefix ?? ''));
  const { items, more } = pageOf(
    all.sort((a, b) => (a.name < b.name ? -1 : 1)),
    input,
  );
  const views = items.map(
    ({ name, arn, pattern, schedule, state, description, roleArn }): Rule => ({
      ...{ Name: name, Arn: arn, State: state as 'ENABLED', EventBusName: bus.name },
      ...(pattern === null ? {} : { EventPattern: pattern }),
      ...(schedule === null ? {} : { ScheduleExpression: schedule }),
      ...(description === null ? {} : { Description: description }),
      ...(roleArn === null ? {} : { RoleArn: roleArn }),
    }),
  );
  return { Rules: views, ...more };
};
