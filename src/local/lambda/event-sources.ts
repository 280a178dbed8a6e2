/** Event source mappings: kept, walked through their states, and never polled; this world has no queues and no streams. */
import type { EventSourceMappingConfiguration } from '@aws-sdk/client-lambda';
import type { World } from '../world';
import type { EventSourceEntry } from './book';
import { refusal } from './errors';

export function findEventSource(world: World, uuid: string): EventSourceEntry {
  const source = world.functions.eventSources.get(uuid);
  if (!source) throw refusal.missing('The resource you requested does not exist.');
  return source;
}

export function eventSourceView(world: World, source: EventSourceEntry): EventSourceMappingConfiguration {
  const { FunctionName: _name, Enabled: _enabled, Tags: _tags, ...definition } = source.definition;
  const { uuid, functionArn, state, modifiedMs } = source;
  const queue = isQueue(source.definition.EventSourceArn);
  return {
    BatchSize: queue ? 10 : 100,
    MaximumBatchingWindowInSeconds: 0,
    ...definition,
    UUID: uuid,
    EventSourceMappingArn: `arn:aws:lambda:${world.region}:${world.account}:event-source-mapping:${uuid}`,
    FunctionArn: functionArn,
    State: state,
    StateTransitionReason: queue ? 'USER_INITIATED' : 'User action',
    ...(queue ? {} : { LastProcessingResult: 'No records processed' }),
    LastModified: new Date(modifiedMs),
  };
}

/** Throws when the same source feeds the same function already, naming the mapping to adopt. */
export function insistOnNew(world: World, sourceArn: string, functionArn: string): void {
  const same = [...world.functions.eventSources.values()].find(
    (other) => other.definition.EventSourceArn === sourceArn && other.functionArn === functionArn,
  );
  if (!same) return;
  const name = functionArn.split(':').slice(6).join(':');
  throw refusal.conflict(
    isQueue(sourceArn)
      ? `An event source mapping with SQS arn (" ${sourceArn} ") and function (" ${name} ") already exists. Please update or delete the existing mapping with UUID ${same.uuid}`
      : `The event source arn (" ${sourceArn} ") and function (" ${name} ") provided mapping already exists. Please update or delete the existing mapping with UUID ${same.uuid}`,
  );
}

const isQueue = (arn: string | undefined): boolean => arn?.split(':')[2] === 'sqs';
