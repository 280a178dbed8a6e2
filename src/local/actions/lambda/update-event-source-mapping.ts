/**
 * UpdateEventSourceMapping: docs.aws.amazon.com/lambda/latest/api/API_UpdateEventSourceMapping.html. Absent members are kept.
 * @stored Checked and walked through its states; nothing is polled.
 */
import type {
  EventSourceMappingConfiguration,
  UpdateEventSourceMappingRequest,
} from '@aws-sdk/client-lambda';
import { insist } from '../../lambda/constraints';
import { insistOnSource } from '../../lambda/event-source-checks';
import { insistOnOnly } from '../../lambda/event-source-duplicates';
import { mappingRules } from '../../lambda/event-source-rules';
import { startWalk } from '../../lambda/event-source-states';
import { eventSourceView, fedArn, findEventSource, insistOnAtRest } from '../../lambda/event-sources';
import { problemsIn } from '../../lambda/form';
import { withoutAbsent } from '../../lambda/given';
import type { Action } from '../../world';

export const updateEventSourceMapping: Action<
  UpdateEventSourceMappingRequest,
  EventSourceMappingConfiguration
> = (world, { UUID = '', ...input }) => {
  insist(...problemsIn(input, mappingRules));
  const source = findEventSource(world, UUID);
  insistOnAtRest(source, 'update');
  const definition = { ...source.definition, ...withoutAbsent(input) };
  insistOnSource(definition);
  const functionArn = input.FunctionName ? fedArn(world, input.FunctionName) : source.functionArn;
  if (functionArn !== source.functionArn) insistOnOnly(world, definition, functionArn);
  source.definition = definition;
  source.functionArn = functionArn;
  startWalk(world, source, 'Updating');
  return eventSourceView(world, source);
};
