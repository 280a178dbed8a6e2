/** Event source mappings: kept, walked through their states, and never polled; this world has no queues and no streams. */
import type { EventSourceMappingConfiguration } from '@aws-sdk/client-lambda';
import { AwsError } from '../errors';
import type { World } from '../world';
import type { EventSourceEntry } from './book';
import { refusal } from './errors';
import { kindOf } from './event-source-kinds';
import { findVersion } from './find';
import { parseName } from './names';

export function findEventSource(world: World, uuid: string): EventSourceEntry {
  const source = world.functions.eventSources.get(uuid);
  if (!source) throw refusal.missing('The resource you requested does not exist.');
  return source;
}

/** Throws while the mapping is on its way from one state to another. */
export function insistOnAtRest({ state }: EventSourceEntry, what: 'update' | 'delete'): void {
  if (state === 'Enabled' || state === 'Disabled') return;
  throw new AwsError(
    'ResourceInUseException',
    400,
    `Cannot ${what} the event source mapping because it is in use.`,
  );
}

export function eventSourceView(world: World, source: EventSourceEntry): EventSourceMappingConfiguration {
  const { FunctionName: _name, Enabled: _enabled, Tags: _tags, ...definition } = source.definition;
  const { uuid, functionArn, state, modifiedMs } = source;
  const kind = kindOf(source.definition);
  const stream = kind?.stream ?? false;
  const { StartingPositionTimestamp: from } = definition;
  return {
    ...kind?.defaults,
    ...definition,
    ...(from ? { StartingPositionTimestamp: new Date(from) } : {}),
    UUID: uuid,
    EventSourceMappingArn: `arn:aws:lambda:${world.region}:${world.account}:event-source-mapping:${uuid}`,
    FunctionArn: functionArn,
    State: state,
    StateTransitionReason: stream ? 'User action' : 'USER_INITIATED',
    ...(stream ? { LastProcessingResult: 'No records processed' } : {}),
    LastModified: new Date(modifiedMs),
  };
}

/** The function, version or alias that a mapping feeds; throws for one that is not there. */
export function fedArn(world: World, FunctionName: string): string {
  const ref = parseName(world, { FunctionName });
  const entry = world.functions.entries.get(ref.name);
  if (!entry) throw refusal.invalid('Function does not exist');
  const { qualifier } = ref;
  if (qualifier !== null && !entry.aliases.has(qualifier) && !findVersion(entry, qualifier))
    throw refusal.noFunction(ref.arn);
  if (entry.latest.config.TenancyConfig)
    throw refusal.invalid('Functions with tenant isolation do not support this event source.');
  return ref.arn;
}
