import {
  CreateAliasCommand,
  CreateEventSourceMappingCommand,
  type CreateEventSourceMappingCommandInput,
  DeleteEventSourceMappingCommand,
  GetEventSourceMappingCommand,
  ListEventSourceMappingsCommand,
  PublishVersionCommand,
  UpdateEventSourceMappingCommand,
  type UpdateEventSourceMappingCommandInput,
} from '@aws-sdk/client-lambda';
import { createWorld } from '../../src/local/create';
import { dumpFunctions } from '../../src/local/lambda/memory';
import { arnOf, createActive, rawCall } from './lambda-steps';
import { account, type LocalAws, openLocalAws, type Refusal, refusalOf } from './world';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
  await createActive(aws, name);
});
afterEach(() => aws.close());

const name = 'orders-api';
const source = (service: string, resource: string): string =>
  `arn:aws:${service}:eu-west-1:${account}:${resource}`;
const queue = source('sqs', 'orders');
const fifo = source('sqs', 'orders.fifo');
const stream = source('kinesis', 'stream/orders');
const table = source('dynamodb', 'table/orders/stream/2026-11-20T00:00:00.000');
const cluster = source('kafka', 'cluster/orders/1');
const broker = source('mq', 'broker:orders:b-1');
const documents = source('rds', 'cluster:orders');
const latest = { StartingPosition: 'LATEST' };
const kafka = { EventSourceArn: cluster, Topics: ['orders'], ...latest };
const own = {
  SelfManagedEventSource: { Endpoints: { KAFKA_BOOTSTRAP_SERVERS: ['kafka:9092'] } },
  SourceAccessConfigurations: [{ Type: 'VPC_SUBNET', URI: 'subnet:subnet-1' }],
  Topics: ['orders'],
  ...latest,
};
const mq = { EventSourceArn: broker, Queues: ['orders'] };
const database = {
  EventSourceArn: documents,
  DocumentDBEventSourceConfig: { DatabaseName: 'shop' },
  ...latest,
};

const create = (input: object, FunctionName = name) =>
  aws.lambda.send(
    new CreateEventSourceMappingCommand({ FunctionName, ...input } as CreateEventSourceMappingCommandInput),
  );
const settled = async (input: object): Promise<string> => {
  const { UUID = '' } = await create(input);
  await aws.clock.advance(10_000);
  return UUID;
};
const update = (UUID: string, input: object) =>
  aws.lambda.send(
    new UpdateEventSourceMappingCommand({ UUID, ...input } as UpdateEventSourceMappingCommandInput),
  );
const get = (UUID: string) => aws.lambda.send(new GetEventSourceMappingCommand({ UUID }));

const invalid = (message: string): Refusal => ({
  name: 'InvalidParameterValueException',
  status: 400,
  message,
});
const unsupported = (member: string): Refusal =>
  invalid(`Unsupported ${member} parameter for given event source mapping type.`);

const ofStream = {
  BatchSize: 100,
  MaximumBatchingWindowInSeconds: 0,
  BisectBatchOnFunctionError: false,
  DestinationConfig: { OnFailure: {} },
  FunctionResponseTypes: [],
  MaximumRecordAgeInSeconds: -1,
  MaximumRetryAttempts: -1,
  ParallelizationFactor: 1,
  TumblingWindowInSeconds: 0,
  StartingPosition: 'LATEST',
  StateTransitionReason: 'User action',
  LastProcessingResult: 'No records processed',
};

test.each([
  [
    'a queue',
    { EventSourceArn: queue },
    {
      BatchSize: 10,
      MaximumBatchingWindowInSeconds: 0,
      FunctionResponseTypes: [],
      StateTransitionReason: 'USER_INITIATED',
    },
    ['LastProcessingResult', 'ParallelizationFactor', 'MaximumRetryAttempts', 'StartingPosition'],
  ],
  ['a Kinesis stream', { EventSourceArn: stream, ...latest }, ofStream, []],
  ['a DynamoDB stream', { EventSourceArn: table, ...latest }, ofStream, []],
  ['a topic of MSK', kafka, { BatchSize: 100, Topics: ['orders'] }, ['ParallelizationFactor']],
  ['a topic of Kafka', own, { BatchSize: 100, Topics: ['orders'] }, ['EventSourceArn']],
  ['a queue of Amazon MQ', mq, { BatchSize: 100, Queues: ['orders'] }, ['StartingPosition']],
  ['a database', database, { BatchSize: 100, StartingPosition: 'LATEST' }, ['MaximumRetryAttempts']],
])('%s has its defaults', async (_source, input, shown, absent) => {
  const created = await create(input);
  expect(created.$metadata.httpStatusCode).toBe(202);
  expect(created).toMatchObject({ State: 'Creating', FunctionArn: arnOf(name), ...shown });
  for (const member of [...absent, 'FunctionName', 'Enabled']) expect(created).not.toHaveProperty(member);
});

test('a mapping of Kafka that names no group of consumers has one of its own', async () => {
  const { UUID, AmazonManagedKafkaEventSourceConfig: managed } = await create(kafka);
  expect(managed).toEqual({ ConsumerGroupId: UUID });
  const SelfManagedKafkaEventSourceConfig = { ConsumerGroupId: 'shop' };
  expect(await create({ ...own, SelfManagedKafkaEventSourceConfig })).toMatchObject({
    SelfManagedKafkaEventSourceConfig,
  });
});

describe('a mapping walks', () => {
  const walkOf = async (UUID: string): Promise<(string | undefined)[]> => {
    const states: (string | undefined)[] = [];
    for (let second = 0; second < 10; second += 1) {
      const state = await get(UUID).then(
        ({ State }) => State,
        () => 'gone',
      );
      if (states.at(-1) !== state) states.push(state);
      await aws.clock.advance(1000);
    }
    return states;
  };

  test('from Creating to Enabled, or to Disabled when it is asked to', async () => {
    const { UUID: on = '' } = await create({ EventSourceArn: queue });
    expect(await walkOf(on)).toEqual(['Creating', 'Enabling', 'Enabled']);
    const { UUID: off = '' } = await create({ EventSourceArn: stream, ...latest, Enabled: false });
    expect(await walkOf(off)).toEqual(['Creating', 'Disabled']);
  });

  test('through Updating and Disabling, and back', async () => {
    const UUID = await settled({ EventSourceArn: queue });
    expect(await update(UUID, { Enabled: false })).toMatchObject({
      State: 'Updating',
      $metadata: { httpStatusCode: 202 },
    });
    expect(await walkOf(UUID)).toEqual(['Updating', 'Disabling', 'Disabled']);
    await update(UUID, { Enabled: true });
    expect(await walkOf(UUID)).toEqual(['Updating', 'Enabling', 'Enabled']);
  });

  test('through Deleting to nothing', async () => {
    const UUID = await settled({ EventSourceArn: queue });
    const deleted = await aws.lambda.send(new DeleteEventSourceMappingCommand({ UUID }));
    expect(deleted).toMatchObject({ State: 'Deleting', $metadata: { httpStatusCode: 202 } });
    expect(await walkOf(UUID)).toEqual(['Deleting', 'gone']);
  });

  test('alone: whoever comes between is refused', async () => {
    const { UUID = '' } = await create({ EventSourceArn: queue });
    expect(await refusalOf(update(UUID, { BatchSize: 5 }))).toEqual({
      name: 'ResourceInUseException',
      status: 400,
      message: 'Cannot update the event source mapping because it is in use.',
    });
    const remove = aws.lambda.send(new DeleteEventSourceMappingCommand({ UUID }));
    expect(await refusalOf(remove)).toMatchObject({ name: 'ResourceInUseException', status: 400 });
    expect(await rawCall(aws, `DELETE /2015-03-31/event-source-mappings/${UUID}`)).toEqual({
      status: 400,
      body: { Type: 'User', Message: 'Cannot delete the event source mapping because it is in use.' },
    });
  });
});

test('an update changes what it names, and keeps the rest', async () => {
  const FilterCriteria = { Filters: [{ Pattern: '{"body":{"kind":["order"]}}' }] };
  const UUID = await settled({ EventSourceArn: queue, BatchSize: 5, FilterCriteria });
  expect(await update(UUID, { ScalingConfig: { MaximumConcurrency: 2 } })).toMatchObject({
    BatchSize: 5,
    FilterCriteria,
    ScalingConfig: { MaximumConcurrency: 2 },
  });
  await aws.clock.advance(10_000);
  expect(await update(UUID, { BatchSize: 6, FilterCriteria: {} })).toMatchObject({
    BatchSize: 6,
    ScalingConfig: { MaximumConcurrency: 2 },
  });
  expect((await get(UUID)).FilterCriteria?.Filters).toBeUndefined();
});

test('a mapping is moved to an alias, where there may be only one', async () => {
  await aws.lambda.send(new PublishVersionCommand({ FunctionName: name }));
  await aws.lambda.send(new CreateAliasCommand({ FunctionName: name, Name: 'live', FunctionVersion: '1' }));
  const UUID = await settled({ EventSourceArn: queue });
  const FunctionName = arnOf(name, 'live');
  expect(await update(UUID, { FunctionName })).toMatchObject({ FunctionArn: FunctionName });
  const second = await settled({ EventSourceArn: queue });
  expect(await refusalOf(update(second, { FunctionName }))).toEqual({
    name: 'ResourceConflictException',
    status: 409,
    message: `An event source mapping with SQS arn (" ${queue} ") and function (" ${name}:live ") already exists. Please update or delete the existing mapping with UUID ${UUID}`,
  });
});

test.each([
  [
    { EventSourceArn: queue },
    (id: string) =>
      `An event source mapping with SQS arn (" ${queue} ") and function (" ${name} ") already exists. Please update or delete the existing mapping with UUID ${id}`,
  ],
  [
    { EventSourceArn: stream, ...latest },
    (id: string) =>
      `The event source arn (" ${stream} ") and function (" ${name} ") provided mapping already exists. Please update or delete the existing mapping with UUID ${id}`,
  ],
  [
    { EventSourceArn: table, ...latest },
    (id: string) =>
      `The event source arn (" ${table} ") and function (" ${name} ") provided mapping already exists. Please update or delete the existing mapping with UUID ${id}`,
  ],
  [
    own,
    (id: string) =>
      `An event source mapping with event source ("kafka:9092"), function ("${arnOf(name)}"), topics ("orders") already exists. Please update or delete the existing mapping with UUID ${id}`,
  ],
])('%j is refused twice, with the mapping to adopt', async (input, message) => {
  const { UUID = '' } = await create(input);
  expect(await refusalOf(create(input))).toEqual({
    name: 'ResourceConflictException',
    status: 409,
    message: message(UUID),
  });
});

test('two topics of one cluster are two sources', async () => {
  await create(kafka);
  expect(await create({ ...kafka, Topics: ['refunds'] })).toMatchObject({ State: 'Creating' });
});

const startMissing =
  "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: Member must not be null.";
const windowMissing =
  'Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10';
const badPattern = 'Invalid filter pattern definition.';
const filtered = (Pattern: string): object => ({
  EventSourceArn: queue,
  FilterCriteria: { Filters: [{ Pattern }] },
});

test.each<readonly [object, Refusal]>([
  [{}, invalid('Unrecognized event source.')],
  [{ EventSourceArn: source('sns', 'topic') }, invalid('Unrecognized event source.')],
  [{ EventSourceArn: stream }, invalid(startMissing)],
  [{ EventSourceArn: table }, invalid(startMissing)],
  [{ EventSourceArn: cluster, Topics: ['orders'] }, invalid(startMissing)],
  [{ ...database, StartingPosition: undefined }, invalid(startMissing)],
  [
    { EventSourceArn: table, StartingPosition: 'AT_TIMESTAMP', StartingPositionTimestamp: new Date(0) },
    invalid(`Unsupported starting position for arn type: ${table}`),
  ],
  [{ EventSourceArn: queue, BatchSize: 11 }, invalid(windowMissing)],
  [
    { EventSourceArn: fifo, BatchSize: 11, MaximumBatchingWindowInSeconds: 1 },
    invalid('The batch size of a FIFO queue must be less than or equal to 10.'),
  ],
  [
    { EventSourceArn: fifo, MaximumBatchingWindowInSeconds: 1 },
    invalid('Batching window is not supported for FIFO queues'),
  ],
  [{ EventSourceArn: queue, ...latest }, unsupported('StartingPosition')],
  [{ EventSourceArn: queue, ParallelizationFactor: 2 }, unsupported('ParallelizationFactor')],
  [{ EventSourceArn: queue, MaximumRetryAttempts: 2 }, unsupported('MaximumRetryAttempts')],
  [{ EventSourceArn: queue, TumblingWindowInSeconds: 2 }, unsupported('TumblingWindowInSeconds')],
  [{ EventSourceArn: queue, Topics: ['orders'] }, unsupported('Topics')],
  [{ EventSourceArn: queue, LoggingConfig: { SystemLogLevel: 'INFO' } }, unsupported('LoggingConfig')],
  [
    { EventSourceArn: stream, ...latest, ScalingConfig: { MaximumConcurrency: 2 } },
    unsupported('ScalingConfig'),
  ],
  [
    { EventSourceArn: stream, ...latest, DestinationConfig: { OnSuccess: { Destination: queue } } },
    unsupported('DestinationConfig'),
  ],
  [{ ...kafka, TumblingWindowInSeconds: 2 }, unsupported('TumblingWindowInSeconds')],
  [{ ...mq, FunctionResponseTypes: ['ReportBatchItemFailures'] }, unsupported('FunctionResponseTypes')],
  [{ ...database, MaximumRetryAttempts: 2 }, unsupported('MaximumRetryAttempts')],
  [
    { ...own, SourceAccessConfigurations: undefined },
    invalid("Required 'sourceAccessConfigurations' parameter is missing."),
  ],
  [{ ...kafka, Topics: undefined }, invalid("Required 'topics' parameter is missing.")],
  [{ ...mq, Queues: undefined }, invalid("Required 'queues' parameter is missing.")],
  [filtered('no json'), invalid(badPattern)],
  [filtered('"text"'), invalid(badPattern)],
  [filtered('{"body":"order"}'), invalid(badPattern)],
  [filtered('{"body":[]}'), invalid(badPattern)],
  [filtered('{"body":[{"like":"x"}]}'), invalid(badPattern)],
  [
    {
      EventSourceArn: queue,
      ScalingConfig: { MaximumConcurrency: 2 },
      ProvisionedPollerConfig: { MinimumPollers: 2 },
    },
    invalid(
      'Provisioned mode for SQS ESM does not support maximum concurrency feature. Use MaximumPollers as the control mechanism and remove maximum concurrency.',
    ),
  ],
])('%j is refused', async (input, refusal) => {
  expect(await refusalOf(create(input))).toEqual(refusal);
});

test.each<readonly [object, string]>([
  [
    { BatchSize: 0 },
    "Value '0' at 'batchSize' failed to satisfy constraint: Member must have value greater than or equal to 1",
  ],
  [
    { BatchSize: 10_001 },
    "Value '10001' at 'batchSize' failed to satisfy constraint: Member must have value less than or equal to 10000",
  ],
  [
    { MaximumBatchingWindowInSeconds: 301 },
    "Value '301' at 'maximumBatchingWindowInSeconds' failed to satisfy constraint: Member must have value less than or equal to 300",
  ],
  [
    { ParallelizationFactor: 11 },
    "Value '11' at 'parallelizationFactor' failed to satisfy constraint: Member must have value less than or equal to 10",
  ],
  [
    { MaximumRecordAgeInSeconds: 604_801 },
    "Value '604801' at 'maximumRecordAgeInSeconds' failed to satisfy constraint: Member must have value less than or equal to 604800",
  ],
  [
    { MaximumRetryAttempts: -2 },
    "Value '-2' at 'maximumRetryAttempts' failed to satisfy constraint: Member must have value greater than or equal to -1",
  ],
  [
    { TumblingWindowInSeconds: 901 },
    "Value '901' at 'tumblingWindowInSeconds' failed to satisfy constraint: Member must have value less than or equal to 900",
  ],
  [
    { ScalingConfig: { MaximumConcurrency: 1 } },
    "Value '1' at 'scalingConfig.maximumConcurrency' failed to satisfy constraint: Member must have value greater than or equal to 2",
  ],
  [
    { StartingPosition: 'FIRST' },
    "Value 'FIRST' at 'startingPosition' failed to satisfy constraint: Member must satisfy enum value set: [LATEST, AT_TIMESTAMP, TRIM_HORIZON]",
  ],
  [
    { FunctionResponseTypes: ['All'] },
    "Value '[All]' at 'functionResponseTypes' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [ReportBatchItemFailures], Member must not be null]",
  ],
  [
    { Topics: ['a', 'b'] },
    "Value '[a, b]' at 'topics' failed to satisfy constraint: Member must have length less than or equal to 1",
  ],
  [
    { FilterCriteria: { Filters: [{ Pattern: 'x'.repeat(4097) }] } },
    `Value '${'x'.repeat(4097)}' at 'filterCriteria.filters.1.member.pattern' failed to satisfy constraint: Member must have length less than or equal to 4096`,
  ],
  [
    { ProvisionedPollerConfig: { MaximumPollers: 10_001 } },
    "Value '10001' at 'provisionedPollerConfig.maximumPollers' failed to satisfy constraint: Member must have value less than or equal to 10000",
  ],
])('%j is out of range', async (input, problem) => {
  expect(await refusalOf(create({ EventSourceArn: queue, ...input }))).toEqual({
    name: 'ValidationException',
    status: 400,
    message: `1 validation error detected: ${problem}`,
  });
});

test.each([
  { EventSourceArn: queue, BatchSize: 10_000, MaximumBatchingWindowInSeconds: 1 },
  { EventSourceArn: queue, ProvisionedPollerConfig: { MinimumPollers: 2, MaximumPollers: 10_000 } },
  { ...kafka, MaximumRetryAttempts: 3, FunctionResponseTypes: ['ReportBatchItemFailures'] },
  { ...kafka, ProvisionedPollerConfig: { MinimumPollers: 1, MaximumPollers: 2000, PollerGroupName: 'g' } },
  { ...kafka, DestinationConfig: { OnFailure: { Destination: 'kafka://failed' } } },
  {
    EventSourceArn: stream,
    StartingPosition: 'AT_TIMESTAMP',
    StartingPositionTimestamp: new Date(1_000_000),
  },
  { ...filtered('{"body":{"price":[{"numeric":[">",5]}],"$or":[{"a":["x"]},{"b":[null]}]}}') },
])('%j is taken, kept and shown', async (input) => {
  const { UUID = '' } = await create(input);
  expect(await get(UUID)).toMatchObject(input);
});

test('more pollers than a source may have are refused', async () => {
  for (const input of [
    { EventSourceArn: queue, ProvisionedPollerConfig: { MinimumPollers: 1 } },
    { ...kafka, ProvisionedPollerConfig: { MaximumPollers: 2001 } },
    { ...kafka, ProvisionedPollerConfig: { MinimumPollers: 9, MaximumPollers: 8 } },
  ])
    expect(await refusalOf(create(input))).toMatchObject({
      name: 'InvalidParameterValueException',
      status: 400,
    });
});

test('a mapping needs a function, and a mapping that is not there is not found', async () => {
  expect(await refusalOf(create({ EventSourceArn: queue }, 'nobody'))).toEqual(
    invalid('Function does not exist'),
  );
  expect(await refusalOf(create({ EventSourceArn: queue }, `${name}:live`))).toEqual({
    name: 'ResourceNotFoundException',
    status: 404,
    message: `Function not found: ${arnOf(name, 'live')}`,
  });
  const absent = 'b3e0a3a9-2b5c-4d2e-9b5a-0a4f1f6b1a11';
  for (const call of [
    () => get(absent),
    () => update(absent, { BatchSize: 1 }),
    () => aws.lambda.send(new DeleteEventSourceMappingCommand({ UUID: absent })),
  ])
    expect(await refusalOf(call())).toEqual({
      name: 'ResourceNotFoundException',
      status: 404,
      message: 'The resource you requested does not exist.',
    });
});

test('mappings are listed by source and by function, in pages', async () => {
  await createActive(aws, 'other');
  await create({ EventSourceArn: queue });
  await create({ EventSourceArn: stream, ...latest });
  await create({ EventSourceArn: queue }, 'other');
  const list = async (input: object) => {
    const answer = await aws.lambda.send(new ListEventSourceMappingsCommand(input));
    return (answer.EventSourceMappings ?? []).map((one) => [one.EventSourceArn, one.FunctionArn]);
  };
  const [mine, theirs] = [arnOf(name), arnOf('other')];
  expect(await list({ EventSourceArn: queue })).toEqual([
    [queue, mine],
    [queue, theirs],
  ]);
  expect(await list({ FunctionName: name })).toEqual([
    [queue, mine],
    [stream, mine],
  ]);
  expect(await list({ FunctionName: name, EventSourceArn: stream })).toEqual([[stream, mine]]);
  expect(await list({ FunctionName: 'nobody' })).toEqual([]);
  const first = await aws.lambda.send(new ListEventSourceMappingsCommand({ MaxItems: 2 }));
  expect(await list({ Marker: first.NextMarker })).toEqual([[queue, theirs]]);
});

test('a mapping that walks goes on when the world is opened again, with its time as a time', async () => {
  const from = new Date(1_000_000_000);
  const { UUID = '' } = await create({
    EventSourceArn: stream,
    StartingPosition: 'AT_TIMESTAMP',
    StartingPositionTimestamp: from,
  });
  const functions = JSON.parse(JSON.stringify(dumpFunctions(aws.world.functions)));
  const { clock, folder } = aws;
  const saved = { functions, alarms: { metric: [], composite: [], history: [] }, metrics: { series: [] } };
  const again = createWorld({
    ...{ folder, account, region: 'eu-west-1', seed: 8, clock, env: {} },
    real: clock,
    saved: saved as unknown as Parameters<typeof createWorld>[0]['saved'] & object,
  });
  await clock.advance(10_000);
  expect(again.functions.eventSources.get(UUID)?.state).toBe('Enabled');
  await again.close();
});
