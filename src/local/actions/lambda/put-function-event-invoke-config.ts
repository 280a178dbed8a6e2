/**
 * PutFunctionEventInvokeConfig: docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html. What is not given falls back to AWS's default.
 * @emulated Functions and buckets get their records; those for queues, topics and event buses are kept at GET /_shipit/deliveries.
 */
import type { FunctionEventInvokeConfig, PutFunctionEventInvokeConfigRequest } from '@aws-sdk/client-lambda';
import { eventConfigView } from '../../invocations/event-configs';
import { applySettings, findOwner, insistOnSettings } from '../../invocations/settings';
import type { Action } from '../../world';

export const putFunctionEventInvokeConfig: Action<
  PutFunctionEventInvokeConfigRequest,
  FunctionEventInvokeConfig
> = (world, input) => {
  insistOnSettings(input);
  const owner = findOwner(world, input);
  const config = applySettings(world, owner, { input, before: null });
  return eventConfigView(owner.entry, owner.qualifier, config);
};
