/**
 * GetEventSourceMapping: docs.aws.amazon.com/lambda/latest/api/API_GetEventSourceMapping.html.
 * @emulated
 */
import type { EventSourceMappingConfiguration, GetEventSourceMappingRequest } from '@aws-sdk/client-lambda';
import { eventSourceView, findEventSource } from '../../lambda/event-sources';
import type { Action } from '../../world';

export const getEventSourceMapping: Action<GetEventSourceMappingRequest, EventSourceMappingConfiguration> = (
  world,
  input,
) => eventSourceView(world, findEventSource(world, input.UUID ?? ''));
