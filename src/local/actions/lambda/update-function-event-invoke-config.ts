/**
 * UpdateFunctionEventInvokeConfig: docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionEventInvokeConfig.html. What is not given stays.
 * @emulated Functions and buckets get their records; those for queues, topics and event buses are kept at GET /_shipit/deliveries.
 */
import type {
  FunctionEventInvokeConfig,
  UpdateFunctionEventInvokeConfigRequest,
} from '@aws-sdk/client-lambda';
import { eventConfigView } from '../../invocations/event-configs';
import { applySettings, findOwner, insistOnSettings, noConfig } from '../../invocations/settings';
import { parseName } from '../../lambda/names';
import type { Action } from '../../world';

export const updateFunctionEventInvokeConfig: Action<
  UpdateFunctionEventInvokeConfigRequest,
  FunctionEventInvokeConfig
> = (world, input) => {
  insistOnSettings(input);
  const owner = findOwner(world, input);
  const before = world.eventConfigs.find(owner.entry.name, owner.qualifier);
  if (!before) throw noConfig(parseName(world, input));
  const config = applySettings(world, owner, { input, before });
  return eventConfigView(owner.entry, owner.qualifier, config);
};
