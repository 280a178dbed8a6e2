/**
 * ListTargetsByRule: docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListTargetsByRule.html
 * @emulated
 */
import type { ListTargetsByRuleRequest, ListTargetsByRuleResponse } from '@aws-sdk/client-eventbridge';
import { findBus, findRule, pageOf } from '../../buses/find';
import type { Action } from '../../world';

export const listTargetsByRule: Action<ListTargetsByRuleRequest, ListTargetsByRuleResponse> = (
  world,
  input,
) => {
  const { targets } = findRule(findBus(world, input.EventBusName), input.Rule);
  const { items, more } = pageOf([...targets.values()], input);
  return { Targets: [...items], ...more };
};
