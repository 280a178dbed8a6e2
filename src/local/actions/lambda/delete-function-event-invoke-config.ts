/**
 * DeleteFunctionEventInvokeConfig: docs.aws.amazon.com/lambda/latest/api/API_DeleteFunctionEventInvokeConfig.html.
 * @emulated
 */
import type { DeleteFunctionEventInvokeConfigRequest } from '@aws-sdk/client-lambda';
import { noConfig } from '../../invocations/settings';
import { parseName } from '../../lambda/names';
import type { Action } from '../../world';

export const deleteFunctionEventInvokeConfig: Action<DeleteFunctionEventInvokeConfigRequest, object> = (
  world,
  input,
) => {
  const ref = parseName(world, input);
  const qualifier = ref.qualifier ?? '$LATEST';
  if (!world.eventConfigs.find(ref.name, qualifier)) throw noConfig(ref);
  world.eventConfigs.forget(ref.name, qualifier);
  return {};
};
