/**
 * The kinds of event sources: which members each takes, and what it has when they are not given
 * (docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html).
 */
import type { CreateEventSourceMappingCommandInput } from '@aws-sdk/client-lambda';

export type Definition = CreateEventSourceMappingCommandInput;

export interface Kind {
  readonly name: 'sqs' | 'fifo' | 'kinesis' | 'dynamodb' | 'msk' | 'kafka' | 'mq' | 'documentdb';
  /** Records in order, of which a mapping reads from a place on. */
  readonly stream: boolean;
  /** Members that only some kinds take, and this one does. */
  readonly takes: readonly (keyof Definition)[];
  readonly defaults: Partial<Definition>;
}

const retries = ['MaximumRecordAgeInSeconds', 'MaximumRetryAttempts', 'BisectBatchOnFunctionError'] as const;
const start = ['StartingPosition', 'StartingPositionTimestamp'] as const;
const shards = ['ParallelizationFactor', 'TumblingWindowInSeconds'] as const;
const kafka = [
  ...start,
  ...retries,
  ...(['FunctionResponseTypes', 'DestinationConfig', 'ProvisionedPollerConfig', 'Topics'] as const),
  ...(['SourceAccessConfigurations', 'LoggingConfig'] as const),
];

const queueDefaults = { BatchSize: 10, MaximumBatchingWindowInSeconds: 0, FunctionResponseTypes: [] };
const streamDefaults = {
  BatchSize: 100,
  MaximumBatchingWindowInSeconds: 0,
  FunctionResponseTypes: [],
  BisectBatchOnFunctionError: false,
  DestinationConfig: { OnFailure: {} },
  MaximumRecordAgeInSeconds: -1,
  MaximumRetryAttempts: -1,
  ParallelizationFactor: 1,
  TumblingWindowInSeconds: 0,
} satisfies Partial<Definition>;

const kinds: { readonly [N in Kind['name']]: Omit<Kind, 'name'> } = {
  sqs: {
    stream: false,
    takes: ['FunctionResponseTypes', 'ScalingConfig', 'ProvisionedPollerConfig'],
    defaults: queueDefaults,
  },
  fifo: { stream: false, takes: ['FunctionResponseTypes', 'ScalingConfig'], defaults: queueDefaults },
  kinesis: {
    stream: true,
    takes: [...start, ...retries, ...shards, 'FunctionResponseTypes', 'DestinationConfig'],
    defaults: streamDefaults,
  },
  dynamodb: {
    stream: true,
    takes: [...start, ...retries, ...shards, 'FunctionResponseTypes', 'DestinationConfig'],
    defaults: streamDefaults,
  },
  msk: {
    stream: true,
    takes: [...kafka, 'AmazonManagedKafkaEventSourceConfig'],
    defaults: { BatchSize: 100 },
  },
  kafka: {
    stream: true,
    takes: [...kafka, 'SelfManagedEventSource', 'SelfManagedKafkaEventSourceConfig'],
    defaults: { BatchSize: 100 },
  },
  mq: { stream: false, takes: ['Queues', 'SourceAccessConfigurations'], defaults: { BatchSize: 100 } },
  documentdb: {
    stream: true,
    takes: [...start, 'SourceAccessConfigurations', 'DocumentDBEventSourceConfig'],
    defaults: { BatchSize: 100 },
  },
};

/** Members that not every kind takes. */
const special = new Set<keyof Definition>(Object.values(kinds).flatMap(({ takes }) => takes));

/** Null for what is no event source. */
export function kindOf({ EventSourceArn: arn, SelfManagedEventSource: own }: Definition): Kind | null {
  if (own) return { name: 'kafka', ...kinds.kafka };
  const [, , service, , , resource = ''] = arn?.split(':') ?? [];
  const name = service === 'sqs' && resource.endsWith('.fifo') ? 'fifo' : services[service ?? ''];
  return name ? { name, ...kinds[name] } : null;
}

/** The first member that is given, and that this kind does not take. */
export const strangerTo = ({ takes }: Kind, definition: Definition): string | null =>
  [...special].find((member) => definition[member] !== undefined && !takes.includes(member)) ?? null;

const services: { readonly [service: string]: Kind['name'] } = {
  sqs: 'sqs',
  kinesis: 'kinesis',
  dynamodb: 'dynamodb',
  kafka: 'msk',
  mq: 'mq',
  rds: 'documentdb',
};
