/**
 * DeleteRule: docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteRule.html. One that is not there is no error.
 * @emulated
 */
import type { DeleteRuleRequest } from '@aws-sdk/client-eventbridge';
import { refusal } from '../../buses/errors';
import { findBus } from '../../buses/find';
import type { Action } from '../../world';

export const deleteRule: Action<DeleteRuleRequest, object> = (world, { Name: name = '', EventBusName }) => {
  const { rules } = findBus(world, EventBusName);
  if ((rules.get(name)?.targets.size ?? 0) > 0)
    throw refusal.invalid("Rule can't be deleted since it has targets.");
  rules.delete(name);
  return {};
};
