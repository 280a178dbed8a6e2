/**
 * ListEventSourceMappings: docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html. An alias is another function than its function.
 * @emulated
 */
import type { ListEventSourceMappingsRequest, ListEventSourceMappingsResponse } from '@aws-sdk/client-lambda';
import { eventSourceView } from '../../lambda/event-sources';
import { parseName } from '../../lambda/names';
import { nextMarker, pageOf } from '../../lambda/paging';
import type { Action } from '../../world';

export const listEventSourceMappings: Action<
  ListEventSourceMappingsRequest,
  ListEventSourceMappingsResponse
> = (world, input) => {
  const { EventSourceArn, FunctionName } = input;
  const functionArn = FunctionName === undefined ? undefined : parseName(world, { FunctionName }).arn;
  const found = [...world.functions.eventSources.values()].filter(
    (source) =>
      (EventSourceArn === undefined || source.definition.EventSourceArn === EventSourceArn) &&
      (functionArn === undefined || source.functionArn === functionArn),
  );
  const { items, next } = pageOf(found, input);
  return { EventSourceMappings: items.map((source) => eventSourceView(world, source)), ...nextMarker(next) };
};
