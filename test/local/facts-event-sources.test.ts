/** The ranges and defaults of event source mappings, at both of their ends, for every kind of source that has them. */
import {
  CreateEventSourceMappingCommand,
  type CreateEventSourceMappingCommandInput,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { ask, conflict, invalid, missing } from './facts-answer';
import { createActive } from './lambda-steps';
import { account, type LocalAws, openLocalAws, type Refusal, refusalOf, region } from './world';

const name = 'orders';
let aws: LocalAws;
beforeAll(async () => {
  aws = await openLocalAws();
  await createActive(aws, name);
});
afterAll(() => aws.close());

type Kind = 'sqs' | 'fifo' | 'kinesis' | 'dynamodb' | 'msk' | 'kafka' | 'mq' | 'documentdb';

let made = 0;

/** A source that nothing reads from yet. */
function sourceOf(kind: Kind): object {
  made += 1;
  const arn = (service: string, resource: string): string =>
    `arn:aws:${service}:${region}:${account}:${resource}`;
  const start = { StartingPosition: 'LATEST' };
  const sources = {
    sqs: { EventSourceArn: arn('sqs', `q${made}`) },
    fifo: { EventSourceArn: arn('sqs', `q${made}.fifo`) },
    kinesis: { EventSourceArn: arn('kinesis', `stream/s${made}`), ...start },
    dynamodb: { EventSourceArn: arn('dynamodb', `table/t${made}/stream/now`), ...start },
    msk: { EventSourceArn: arn('kafka', `cluster/c${made}/1`), Topics: ['orders'], ...start },
    kafka: {
      SelfManagedEventSource: { Endpoints: { KAFKA_BOOTSTRAP_SERVERS: [`k${made}:9092`] } },
      SourceAccessConfigurations: [{ Type: 'VPC_SUBNET', URI: 'subnet:subnet-1' }],
      Topics: ['orders'],
      ...start,
    },
    mq: { EventSourceArn: arn('mq', `broker:b${made}:b-1`), Queues: ['orders'] },
    documentdb: {
      EventSourceArn: arn('rds', `cluster:d${made}`),
      DocumentDBEventSourceConfig: { DatabaseName: 'shop' },
      ...start,
    },
  } satisfies Record<Kind, object>;
  return sources[kind];
}

const create = (kind: Kind, changes: object) =>
  aws.lambda.send(
    new CreateEventSourceMappingCommand({
      ...{ FunctionName: name, ...sourceOf(kind) },
      ...changes,
    } as CreateEventSourceMappingCommandInput),
  );

const every: readonly Kind[] = ['sqs', 'fifo', 'kinesis', 'dynamodb', 'msk', 'kafka', 'mq', 'documentdb'];
const streams: readonly Kind[] = ['kinesis', 'dynamodb'];
const withRetries: readonly Kind[] = [...streams, 'msk', 'kafka'];
const withReports: readonly Kind[] = ['sqs', ...withRetries];

type Value = number | string | boolean | object;
type Row = readonly [
  member: string,
  of: (value: Value) => object,
  kinds: readonly Kind[],
  right: Value[],
  wrong: Value[],
];

const plain =
  (member: string) =>
  (value: Value): object => ({ [member]: value });
const batch = (value: Value): object => ({ BatchSize: value, MaximumBatchingWindowInSeconds: 1 });
const withoutFifo = every.filter((kind) => kind !== 'fifo');
const pollers =
  (member: string) =>
  (value: Value): object => ({ ProvisionedPollerConfig: { [member]: value } });

const rows: readonly Row[] = [
  ['BatchSize', batch, withoutFifo, [1, 10_000], [0, 10_001]],
  ['BatchSize', plain('BatchSize'), ['fifo'], [1, 10], [0, 11]],
  [
    'MaximumBatchingWindowInSeconds',
    plain('MaximumBatchingWindowInSeconds'),
    withoutFifo,
    [0, 300],
    [-1, 301],
  ],
  ['ParallelizationFactor', plain('ParallelizationFactor'), streams, [1, 10], [0, 11]],
  [
    'MaximumRecordAgeInSeconds',
    plain('MaximumRecordAgeInSeconds'),
    withRetries,
    [-1, 604_800],
    [-2, 604_801],
  ],
  ['MaximumRetryAttempts', plain('MaximumRetryAttempts'), withRetries, [-1, 10_000], [-2, 10_001]],
  ['BisectBatchOnFunctionError', plain('BisectBatchOnFunctionError'), withRetries, [true, false], []],
  ['TumblingWindowInSeconds', plain('TumblingWindowInSeconds'), streams, [0, 900], [-1, 901]],
  [
    'FunctionResponseTypes',
    plain('FunctionResponseTypes'),
    withReports,
    [['ReportBatchItemFailures']],
    [['Other'], ['ReportBatchItemFailures', 'ReportBatchItemFailures']],
  ],
  [
    'ScalingConfig.MaximumConcurrency',
    (value) => ({ ScalingConfig: { MaximumConcurrency: value } }),
    ['sqs', 'fifo'],
    [2, 1000],
    [1, 1001],
  ],
  ['MaximumPollers', pollers('MaximumPollers'), ['sqs'], [2, 10_000], [1, 10_001]],
  ['MaximumPollers', pollers('MaximumPollers'), ['msk', 'kafka'], [1, 2000], [0, 2001]],
  ['MinimumPollers', pollers('MinimumPollers'), ['sqs'], [2, 200], [1, 201]],
  ['MinimumPollers', pollers('MinimumPollers'), ['msk', 'kafka'], [1, 200], [0, 201]],
  [
    'FilterCriteria',
    (count) => ({ FilterCriteria: { Filters: Array(Number(count)).fill({ Pattern: '{"body":["x"]}' }) } }),
    every,
    [1, 5],
    [6],
  ],
  [
    'a pattern of so many characters',
    (length) => ({
      FilterCriteria: { Filters: [{ Pattern: JSON.stringify({ a: ['x'.repeat(Number(length) - 10)] }) }] },
    }),
    every,
    [4096],
    [4097],
  ],
  [
    'OnFailure.Destination',
    (Destination) => ({ DestinationConfig: { OnFailure: { Destination } } }),
    withRetries,
    [
      `arn:aws:sqs:${region}:${account}:failed`,
      `arn:aws:sns:${region}:${account}:failed`,
      'arn:aws:s3:::failed',
    ],
    ['failed'],
  ],
  [
    'OnFailure.Destination',
    (Destination) => ({ DestinationConfig: { OnFailure: { Destination } } }),
    ['msk', 'kafka'],
    ['kafka://failed'],
    ['kafka://.failed'],
  ],
  ['Topics', plain('Topics'), ['msk', 'kafka'], [['orders']], [['orders', 'refunds']]],
  ['Queues', plain('Queues'), ['mq'], [['orders']], [['orders', 'refunds']]],
  [
    'SourceAccessConfigurations',
    (count) => ({
      SourceAccessConfigurations: Array(Number(count)).fill({ Type: 'VPC_SUBNET', URI: 'subnet:subnet-1' }),
    }),
    ['kafka', 'msk', 'mq'],
    [1, 23],
    [24],
  ],
  [
    'FullDocument',
    (FullDocument) => ({
      DocumentDBEventSourceConfig: { DatabaseName: 'shop', CollectionName: 'orders', FullDocument },
    }),
    ['documentdb'],
    ['Default', 'UpdateLookup'],
    ['All'],
  ],
  [
    'StartingPosition',
    plain('StartingPosition'),
    ['kinesis', 'dynamodb', 'msk', 'kafka', 'documentdb'],
    ['TRIM_HORIZON', 'LATEST'],
    ['NOW'],
  ],
  [
    'StartingPosition',
    (StartingPosition) => ({ StartingPosition, StartingPositionTimestamp: new Date(0) }),
    ['kinesis', 'msk', 'kafka', 'documentdb'],
    ['AT_TIMESTAMP'],
    ['LATEST'],
  ],
];

const bounds = rows.flatMap(([member, of, kinds, right, wrong]) =>
  kinds.map((kind) => ({ member, of, kind, right, wrong })),
);

test.each(bounds)(
  '$member of $kind is taken as $right and refused as $wrong',
  async ({ of, kind, right, wrong }) => {
    for (const value of right)
      expect(await create(kind, of(value))).toMatchObject({
        State: 'Creating',
        $metadata: { httpStatusCode: 202 },
      });
    for (const value of wrong)
      expect([value, (await refusalOf(create(kind, of(value)))).status]).toEqual([value, 400]);
  },
);

/** Members that only some kinds take. */
const special: readonly (readonly [member: string, value: Value, kinds: readonly Kind[]])[] = [
  ['ParallelizationFactor', 2, streams],
  ['TumblingWindowInSeconds', 2, streams],
  ['MaximumRecordAgeInSeconds', 60, withRetries],
  ['MaximumRetryAttempts', 2, withRetries],
  ['BisectBatchOnFunctionError', true, withRetries],
  ['FunctionResponseTypes', ['ReportBatchItemFailures'], [...withReports, 'fifo']],
  ['ScalingConfig', { MaximumConcurrency: 2 }, ['sqs', 'fifo']],
  ['ProvisionedPollerConfig', { MinimumPollers: 2 }, ['sqs', 'msk', 'kafka']],
];

test.each(special)('%s is taken by no other kind of source', async (member, value, kinds) => {
  for (const kind of every.filter((other) => !kinds.includes(other)))
    expect([kind, await refusalOf(create(kind, { [member]: value }))]).toEqual([
      kind,
      {
        ...{ name: 'InvalidParameterValueException', status: 400 },
        message: `Unsupported ${member} parameter for given event source mapping type.`,
      } satisfies Refusal,
    ]);
});

test.each<readonly [Kind, number]>([
  ['sqs', 10],
  ['fifo', 10],
  ['kinesis', 100],
  ['dynamodb', 100],
  ['msk', 100],
  ['kafka', 100],
  ['mq', 100],
  ['documentdb', 100],
])('%s has batches of %d unless asked otherwise', async (kind, BatchSize) => {
  expect(await create(kind, {})).toMatchObject({ BatchSize });
});

test.each<readonly [Kind, object]>([
  ['sqs', { StateTransitionReason: 'USER_INITIATED' }],
  ['kinesis', { StateTransitionReason: 'User action', LastProcessingResult: 'No records processed' }],
  ['dynamodb', { StateTransitionReason: 'User action', LastProcessingResult: 'No records processed' }],
])('%s says who changed its state', async (kind, shown) => {
  const mapping = await create(kind, {});
  expect(mapping).toMatchObject(shown);
  await aws.clock.advance(10_000);
  const { UUID } = mapping;
  const updated = await aws.lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled: false }));
  expect(updated).toMatchObject({ ...shown, State: 'Updating', $metadata: { httpStatusCode: 202 } });
});

const mappings = '/2015-03-31/event-source-mappings';

test('a source that feeds the function already is refused with the mapping to adopt, which can be read off', async () => {
  const queue = { FunctionName: name, ...(sourceOf('sqs') as { EventSourceArn: string }) };
  const stream = { FunctionName: name, ...(sourceOf('kinesis') as { EventSourceArn: string }) };
  const uuidOf = async (body: object): Promise<string> => {
    const made = await ask(aws, `POST ${mappings}`, { body });
    expect(made.status).toBe(202);
    return (made.body as { UUID: string }).UUID;
  };
  const adopt = 'already exists. Please update or delete the existing mapping with UUID';
  const ofQueue = await uuidOf(queue);
  expect(await ask(aws, `POST ${mappings}`, { body: queue })).toMatchObject(
    conflict(
      `An event source mapping with SQS arn (" ${queue.EventSourceArn} ") and function (" ${name} ") ${adopt} ${ofQueue}`,
    ),
  );
  const ofStream = await uuidOf(stream);
  expect(await ask(aws, `POST ${mappings}`, { body: stream })).toMatchObject(
    conflict(
      `The event source arn (" ${stream.EventSourceArn} ") and function (" ${name} ") provided mapping ${adopt} ${ofStream}`,
    ),
  );
});

test.each([
  [
    { BatchSize: 11 },
    'Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10',
  ],
  [{ FilterCriteria: { Filters: [{ Pattern: 'no json' }] } }, 'Invalid filter pattern definition.'],
])('a queue with %j is refused in the recorded words', async (changes, message) => {
  const body = { FunctionName: name, ...sourceOf('sqs'), ...changes };
  expect(await ask(aws, `POST ${mappings}`, { body })).toMatchObject(invalid(message));
});

test('a mapping that is not there is told in the words that other things have, too', async () => {
  const absent = `${mappings}/b3e0a3a9-2b5c-4d2e-9b5a-0a4f1f6b1a11`;
  for (const address of [`GET ${absent}`, `DELETE ${absent}`, `PUT ${absent}`])
    expect(await ask(aws, address, address.startsWith('PUT') ? { body: {} } : {})).toMatchObject(
      missing('The resource you requested does not exist.'),
    );
});
