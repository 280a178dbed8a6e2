/**
 * GetFunctionEventInvokeConfig: docs.aws.amazon.com/lambda/latest/api/API_GetFunctionEventInvokeConfig.html.
 * @emulated
 */
import type { FunctionEventInvokeConfig, GetFunctionEventInvokeConfigRequest } from '@aws-sdk/client-lambda';
import { eventConfigView } from '../../invocations/event-configs';
import { noConfig } from '../../invocations/settings';
import { parseName } from '../../lambda/names';
import type { Action } from '../../world';

export const getFunctionEventInvokeConfig: Action<
  GetFunctionEventInvokeConfigRequest,
  FunctionEventInvokeConfig
> = (world, input) => {
  const ref = parseName(world, input);
  const qualifier = ref.qualifier ?? '$LATEST';
  const entry = world.functions.entries.get(ref.name);
  const config = world.eventConfigs.find(ref.name, qualifier);
  if (!entry || !config) throw noConfig(ref);
  return eventConfigView(entry, qualifier, config);
};
