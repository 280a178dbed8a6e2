/** DeleteEventSourceMapping: docs.aws.amazon.com/lambda/latest/api/API_DeleteEventSourceMapping.html. */
import type {
  DeleteEventSourceMappingRequest,
  EventSourceMappingConfiguration,
} from '@aws-sdk/client-lambda';
import { settleLater } from '../../lambda/event-source-states';
import { eventSourceView, findEventSource } from '../../lambda/event-sources';
import type { Action } from '../../world';

export const deleteEventSourceMapping: Action<
  DeleteEventSourceMappingRequest,
  EventSourceMappingConfiguration
> = (world, input) => {
  const source = findEventSource(world, input.UUID ?? '');
  source.state = 'Deleting';
  source.modifiedMs = world.clock.nowMs();
  settleLater(world, source);
  return eventSourceView(world, source);
};
