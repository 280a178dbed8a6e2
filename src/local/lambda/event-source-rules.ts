/** What the service model allows of the members that make an event source mapping. */
import { Check } from './constraints';
import type { Rules } from './form';

const region = '(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}';
const arn = `arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:(${region})?:(\\d{12})?:(.*)`;
const functionName = `(arn:(aws[a-zA-Z-]*)?:lambda:)?(${region}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?`;
const uri = [Check.pattern('[ a-zA-Z0-9-\\/*:_+=.@-]*'), Check.length(1, 200)];
const destination = [Check.pattern(`$|kafka://([^.]([a-zA-Z0-9\\-_.]{0,248}))|${arn}`), Check.length(0, 350)];
const access = [
  ...['BASIC_AUTH', 'VPC_SUBNET', 'VPC_SECURITY_GROUP', 'SASL_SCRAM_512_AUTH', 'SASL_SCRAM_256_AUTH'],
  ...['VIRTUAL_HOST', 'CLIENT_CERTIFICATE_TLS_AUTH', 'SERVER_ROOT_CA_CERTIFICATE'],
];
const level = [Check.oneOf(['DEBUG', 'INFO', 'WARN'])];

/** What can be changed later. */
export const mappingRules: Rules = {
  functionName: [Check.pattern(functionName), Check.length(1, 256)],
  batchSize: [Check.range(1, 10_000)],
  'filterCriteria.filters.member.pattern': [Check.length(0, 4096)],
  kMSKeyArn: [Check.pattern('(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()')],
  'metricsConfig.metrics': [
    Check.count(0, 3),
    Check.items({ values: ['EventCount', 'ErrorCount', 'KafkaMetrics'] }),
  ],
  'loggingConfig.systemLogLevel': level,
  'scalingConfig.maximumConcurrency': [Check.range(2, 1000)],
  maximumBatchingWindowInSeconds: [Check.range(0, 300)],
  parallelizationFactor: [Check.range(1, 10)],
  'destinationConfig.onSuccess.destination': destination,
  'destinationConfig.onFailure.destination': destination,
  maximumRecordAgeInSeconds: [Check.range(-1, 604_800)],
  maximumRetryAttempts: [Check.range(-1, 10_000)],
  tumblingWindowInSeconds: [Check.range(0, 900)],
  sourceAccessConfigurations: [Check.count(0, 23)],
  'sourceAccessConfigurations.member.type': [Check.oneOf(access)],
  'sourceAccessConfigurations.member.uRI': uri,
  functionResponseTypes: [Check.count(0, 1), Check.items({ values: ['ReportBatchItemFailures'] })],
  'amazonManagedKafkaEventSourceConfig.consumerGroupId': uri,
  'selfManagedKafkaEventSourceConfig.consumerGroupId': uri,
  'documentDBEventSourceConfig.databaseName': [Check.pattern('[^ /\\.$\\x22]*'), Check.length(1, 63)],
  'documentDBEventSourceConfig.collectionName': [
    Check.pattern('(^(?!(system\\x2e)))(^[_a-zA-Z0-9])([^$]*)'),
    Check.length(1, 57),
  ],
  'documentDBEventSourceConfig.fullDocument': [Check.oneOf(['UpdateLookup', 'Default'])],
  'provisionedPollerConfig.minimumPollers': [Check.range(1, 200)],
  'provisionedPollerConfig.maximumPollers': [Check.range(1, 10_000)],
  'provisionedPollerConfig.pollerGroupName': [Check.pattern('[a-zA-Z0-9-_]*'), Check.length(0, 128)],
};

/** What is decided when the mapping is made. */
export const newMappingRules: Rules = {
  ...mappingRules,
  functionName: [Check.required, ...(mappingRules.functionName ?? [])],
  eventSourceArn: [Check.pattern(arn)],
  startingPosition: [Check.oneOf(['LATEST', 'AT_TIMESTAMP', 'TRIM_HORIZON'])],
  topics: [Check.count(1, 1), Check.items({ length: [1, 249], pattern: '[^.]([a-zA-Z0-9\\-_.]+)' })],
  queues: [Check.count(1, 1), Check.items({ length: [1, 1000] })],
};
