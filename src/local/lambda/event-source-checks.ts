/** What an event source mapping may say about its source, beyond the single members. Messages as recorded where they are on record. */
import { refusal } from './errors';
import { insistOnFilters } from './event-filters';
import { type Definition, type Kind, kindOf, strangerTo } from './event-source-kinds';

/** Throws what Lambda answers for a mapping that its source does not allow. */
export function insistOnSource(definition: Definition): void {
  if (definition.SelfManagedEventSource && !definition.SourceAccessConfigurations)
    throw refusal.invalid("Required 'sourceAccessConfigurations' parameter is missing.");
  const kind = kindOf(definition);
  if (!kind) throw refusal.invalid('Unrecognized event source.');
  const stranger = definition.DestinationConfig?.OnSuccess
    ? 'DestinationConfig'
    : strangerTo(kind, definition);
  if (stranger)
    throw refusal.invalid(`Unsupported ${stranger} parameter for given event source mapping type.`);
  insistOnStart(kind, definition);
  insistOnPlaces(kind, definition);
  insistOnBatches(kind, definition);
  insistOnPollers(kind, definition);
  insistOnFilters(definition.FilterCriteria);
}

/** A stream is read from somewhere on. */
function insistOnStart({ name, stream }: Kind, definition: Definition): void {
  const { StartingPosition, StartingPositionTimestamp, EventSourceArn } = definition;
  if (!stream) return;
  if (StartingPosition === undefined)
    throw refusal.invalid(
      "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: Member must not be null.",
    );
  const dated = StartingPosition === 'AT_TIMESTAMP';
  if (dated && name === 'dynamodb')
    throw refusal.invalid(`Unsupported starting position for arn type: ${EventSourceArn}`);
  if (dated !== (StartingPositionTimestamp !== undefined))
    throw refusal.invalid('StartingPositionTimestamp is required with AT_TIMESTAMP, and only with it.');
}

/** Topic, queue or database within the source. */
function insistOnPlaces({ name }: Kind, definition: Definition): void {
  const needed = { msk: 'Topics', kafka: 'Topics', mq: 'Queues' } as const;
  const place = name in needed ? needed[name as keyof typeof needed] : null;
  if (place !== null && !definition[place]?.length)
    throw refusal.invalid(`Required '${place.toLowerCase()}' parameter is missing.`);
  if (name === 'documentdb' && !definition.DocumentDBEventSourceConfig?.DatabaseName)
    throw refusal.invalid("Required 'documentDBEventSourceConfig.databaseName' parameter is missing.");
}

function insistOnBatches({ name }: Kind, definition: Definition): void {
  const { BatchSize = 0, MaximumBatchingWindowInSeconds: windowS = 0 } = definition;
  if (name === 'fifo' && BatchSize > 10)
    throw refusal.invalid('The batch size of a FIFO queue must be less than or equal to 10.');
  if (name === 'fifo' && windowS > 0)
    throw refusal.invalid('Batching window is not supported for FIFO queues');
  if (name === 'sqs' && BatchSize > 10 && windowS < 1)
    throw refusal.invalid(
      'Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10',
    );
}

function insistOnPollers({ name }: Kind, definition: Definition): void {
  const { ProvisionedPollerConfig: config, ScalingConfig } = definition;
  if (!config) return;
  if (ScalingConfig?.MaximumConcurrency !== undefined)
    throw refusal.invalid(
      'Provisioned mode for SQS ESM does not support maximum concurrency feature. Use MaximumPollers as the control mechanism and remove maximum concurrency.',
    );
  const [least, most] = name === 'sqs' ? [2, 10_000] : [1, 2000];
  const { MinimumPollers: low = least, MaximumPollers: high = 200 } = config;
  if (low < least || high < low || high > most)
    throw refusal.invalid(
      `MinimumPollers should be between [${least}, 200] and MaximumPollers should be between [MinimumPollers, ${most}]`,
    );
}
