/**
 * DeleteEventSourceMapping: docs.aws.amazon.com/lambda/latest/api/API_DeleteEventSourceMapping.html.
 * @emulated
 */
import type {
  DeleteEventSourceMappingRequest,
  EventSourceMappingConfiguration,
} from '@aws-sdk/client-lambda';
import { startWalk } from '../../lambda/event-source-states';
import { eventSourceView, findEventSource, insistOnAtRest } from '../../lambda/event-sources';
import type { Action } from '../../world';

export const deleteEventSourceMapping: Action<
  DeleteEventSourceMappingRequest,
  EventSourceMappingConfiguration
> = (world, input) => {
  const source = findEventSource(world, input.UUID ?? '');
  insistOnAtRest(source, 'delete');
  startWalk(world, source, 'Deleting');
  return eventSourceView(world, source);
};
