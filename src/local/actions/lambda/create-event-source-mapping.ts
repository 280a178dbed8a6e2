/**
 * CreateEventSourceMapping: docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html.
 * @stored Checked and walked through its states; nothing is polled, and every source counts as existing.
 */
import type {
  CreateEventSourceMappingRequest,
  EventSourceMappingConfiguration,
} from '@aws-sdk/client-lambda';
import type { EventSourceEntry } from '../../lambda/book';
import { insist } from '../../lambda/constraints';
import { insistOnSource } from '../../lambda/event-source-checks';
import { insistOnOnly } from '../../lambda/event-source-duplicates';
import { newMappingRules } from '../../lambda/event-source-rules';
import { startWalk } from '../../lambda/event-source-states';
import { eventSourceView, fedArn } from '../../lambda/event-sources';
import { problemsIn } from '../../lambda/form';
import { insistOnTags } from '../../lambda/tags';
import type { Action } from '../../world';

export const createEventSourceMapping: Action<
  CreateEventSourceMappingRequest,
  EventSourceMappingConfiguration
> = (world, input) => {
  insist(...problemsIn(input, newMappingRules));
  if (input.Tags) insistOnTags(input.Tags);
  insistOnSource(input);
  const functionArn = fedArn(world, input.FunctionName ?? '');
  insistOnOnly(world, input, functionArn);
  const uuid = world.random.uuid();
  const definition = withConsumerGroup(input, uuid);
  const source: EventSourceEntry = { uuid, definition, functionArn, state: 'Creating', modifiedMs: 0 };
  world.functions.eventSources.set(uuid, source);
  startWalk(world, source, 'Creating');
  return eventSourceView(world, source);
};

/** A Kafka mapping that names no group of consumers is one of its own. */
function withConsumerGroup(
  input: CreateEventSourceMappingRequest,
  ConsumerGroupId: string,
): CreateEventSourceMappingRequest {
  if (!input.Topics) return input;
  const member = input.SelfManagedEventSource
    ? 'SelfManagedKafkaEventSourceConfig'
    : 'AmazonManagedKafkaEventSourceConfig';
  return { ...input, [member]: { ConsumerGroupId, ...input[member] } };
}
