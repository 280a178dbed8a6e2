/**
 * ListFunctionEventInvokeConfigs: docs.aws.amazon.com/lambda/latest/api/API_ListFunctionEventInvokeConfigs.html.
 * @emulated
 */
import type {
  ListFunctionEventInvokeConfigsRequest,
  ListFunctionEventInvokeConfigsResponse,
} from '@aws-sdk/client-lambda';
import { eventConfigView } from '../../invocations/event-configs';
import { refusal } from '../../lambda/errors';
import { parseName } from '../../lambda/names';
import { nextMarker, pageOf } from '../../lambda/paging';
import type { Action } from '../../world';

export const listFunctionEventInvokeConfigs: Action<
  ListFunctionEventInvokeConfigsRequest,
  ListFunctionEventInvokeConfigsResponse
> = (world, input) => {
  const { name } = parseName(world, input);
  const entry = world.functions.entries.get(name);
  if (!entry) throw refusal.missing("The function doesn't exist.");
  const { items, next } = pageOf(world.eventConfigs.list(name), input);
  const views = items.map(([qualifier, config]) => eventConfigView(entry, qualifier, config));
  return { FunctionEventInvokeConfigs: views, ...nextMarker(next) };
};
