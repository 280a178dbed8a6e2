/** CreateEventSourceMapping: docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html. */
import type {
  CreateEventSourceMappingRequest,
  EventSourceMappingConfiguration,
} from '@aws-sdk/client-lambda';
import { refusal } from '../../lambda/errors';
import { settleLater } from '../../lambda/event-source-states';
import { eventSourceView, insistOnNew } from '../../lambda/event-sources';
import { findTarget } from '../../lambda/find';
import type { Action } from '../../world';

export const createEventSourceMapping: Action<
  CreateEventSourceMappingRequest,
  EventSourceMappingConfiguration
> = (world, input) => {
  const {
    EventSourceArn,
    SelfManagedEventSource,
    BatchSize,
    MaximumBatchingWindowInSeconds: window = 0,
  } = input;
  if (!EventSourceArn && !SelfManagedEventSource) throw refusal.invalid('Unrecognized event source.');
  if (EventSourceArn?.split(':')[2] === 'sqs' && (BatchSize ?? 0) > 10 && window < 1)
    throw refusal.invalid(
      'Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10',
    );
  const { ref } = findTarget(world, { FunctionName: input.FunctionName });
  if (EventSourceArn) insistOnNew(world, EventSourceArn, ref.arn);
  const uuid = world.random.uuid();
  const modifiedMs = world.clock.nowMs();
  const source = { uuid, definition: input, functionArn: ref.arn, state: 'Creating', modifiedMs };
  world.functions.eventSources.set(uuid, source);
  settleLater(world, source);
  return eventSourceView(world, source);
};
