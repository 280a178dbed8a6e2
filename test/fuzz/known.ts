/** What makes a request reach something that is there: values by the names of members, or `Operation.member` where the name alone does not say. */
import { ofRegistry } from './known-registry';
import {
  account,
  type Known,
  lambda,
  ofLogs,
  ofStores,
  policy,
  role,
  statement,
  tagMap,
  tags,
} from './known-stores';

const functionNames = ['orders', 'mail', 'pay'];
const alarms = ['errors', 'all', 'slow'];

/** Two weeks around the time of the world, in seconds, where a schema has a time. */
export const times = (nowMs: number): readonly number[] =>
  [-14 * 86_400, -3600, -60, 0, 60, 86_400].map((seconds) => Math.floor(nowMs / 1000) + seconds);

const ofLambda: Known = {
  FunctionName: [...functionNames, ...functionNames, `${lambda}:function:orders`, 'orders:live', 'orders:1'],
  'CreateFunction.FunctionName': [...functionNames, 'spare'],
  'DeleteFunction.FunctionName': [...functionNames, 'spare', 'spare'],
  'CreateFunction.KMSKeyArn': [''],
  'CreateFunction.Layers': [[]],
  'CreateAlias.Name': ['live', 'next', 'old'],
  Name: ['live', 'next'],
  Qualifier: ['live', '1', '2', '$LATEST'],
  FunctionVersion: ['1', '1', '2', '$LATEST'],
  VersionNumber: [1, 2, 3, 5, 8, 13],
  LayerName: ['deps', 'tools', `${lambda}:layer:deps`],
  Layers: [[], [`${lambda}:layer:deps:1`], [`${lambda}:layer:deps:1`, `${lambda}:layer:tools:1`]],
  'GetLayerVersionByArn.Arn': [`${lambda}:layer:deps:1`, `${lambda}:layer:tools:2`],
  Runtime: ['nodejs24.x', 'nodejs22.x', 'python3.13'],
  Role: [role],
  Handler: ['index.handler', 'index.handler', '../../x.handler'],
  'PutResourcePolicy.Policy': [
    policy({
      ...statement,
      Principal: '*',
      Action: 'lambda:InvokeFunction',
      Resource: `${lambda}:function:orders`,
    }),
  ],
  PackageType: ['Zip'],
  Architectures: [['x86_64']],
  Timeout: [1, 3],
  MemorySize: [128, 512],
  Action: ['lambda:InvokeFunction', 'lambda:GetLayerVersion'],
  Principal: ['logs.amazonaws.com', account, '*'],
  StatementId: ['one', 'two'],
  InvocationType: ['RequestResponse', 'Event', 'DryRun'],
  Resource: [`${lambda}:function:orders`, `${lambda}:function:mail`],
  ResourceArn: [`${lambda}:function:orders`],
  AuthType: ['NONE', 'AWS_IAM'],
  EventSourceArn: [`arn:aws:sqs:eu-west-1:${account}:jobs`, `arn:aws:kinesis:eu-west-1:${account}:stream/s`],
  StartingPosition: ['LATEST', 'TRIM_HORIZON'],
  BatchSize: [1, 10],
  RecursiveLoop: ['Allow', 'Terminate'],
  UpdateRuntimeOn: ['Auto', 'FunctionUpdate'],
  ProvisionedConcurrentExecutions: [1, 2],
  ReservedConcurrentExecutions: [0, 2, 10],
  SigningProfileVersionArns: [[`arn:aws:signer:eu-west-1:${account}:/signing-profiles/p/1234567890`]],
  AdditionalVersionWeights: [{ 2: 0.1 }, { 1: 0.5 }, {}],
  SubnetIds: [['subnet-1']],
  SecurityGroupIds: [['sg-1']],
  CapacityProviderOperatorRoleArn: [role],
  CapacityProviderName: ['metal', `${lambda}:capacity-provider:metal`],
  Destination: [`${lambda}:function:mail`, `arn:aws:sqs:eu-west-1:${account}:dead`],
  Tags: tagMap,
  Variables: [{}, { A: 'b' }],
  S3Bucket: ['code'],
  S3Key: ['a', 'zip'],
  FunctionResponseTypes: [['ReportBatchItemFailures']],
  Payload: ['{}', '[1]', '"x"'],
  MaximumRetryAttempts: [0, 1],
};

const ofCloudWatch: Known = {
  AlarmName: alarms,
  AlarmNames: [['errors'], alarms],
  AlarmRule: [
    'ALARM("errors")',
    'ALARM(errors) AND NOT OK(slow)',
    'AT_LEAST(1, ALARM, (errors, slow))',
    'TRUE',
  ],
  Namespace: ['shop', 'AWS/Lambda'],
  'PutMetricData.Namespace': ['shop'],
  MetricName: ['Errors', 'Invocations', 'orders'],
  Dimensions: [[], [{ Name: 'FunctionName', Value: 'orders' }]],
  Stat: ['Sum', 'p99', 'TM(2%:98%)', 'IQM', 'PR(0:100)'],
  Statistic: ['Sum', 'Average', 'Maximum'],
  Statistics: [['Sum'], ['Average', 'Minimum']],
  ExtendedStatistic: ['p99.9', 'tc90', 'WM(10%:90%)'],
  Expression: [
    'e/i',
    'SUM(METRICS())',
    'FILL(m1, 0)',
    'ANOMALY_DETECTION_BAND(e, 2)',
    "SEARCH('{AWS/Lambda,FunctionName} Errors', 'Sum', 60)",
    'IF(e > 1, e, i) + RATE(m1) * 1/0',
    `${'1+'.repeat(1000)}1`,
    `${'-('.repeat(300)}1`,
    `SEARCH('${'NOT '.repeat(200)}a', 'Sum')`,
  ],
  Id: ['e', 'i', 'm1'],
  ComparisonOperator: ['GreaterThanThreshold', 'LessThanThreshold'],
  TreatMissingData: ['missing', 'ignore', 'breaching', 'notBreaching'],
  StateValue: ['OK', 'ALARM', 'INSUFFICIENT_DATA'],
  StateReasonData: ['{}', '{"a":1}'],
  EvaluationPeriods: [1, 3],
  DatapointsToAlarm: [1],
  Threshold: [0, 1],
  Period: [60, 300],
  Unit: ['Count', 'None'],
  AlarmTypes: [['MetricAlarm', 'CompositeAlarm']],
  AlarmActions: [[], [`${lambda}:function:orders`], [`arn:aws:sns:eu-west-1:${account}:page`]],
  ScanBy: ['TimestampDescending', 'TimestampAscending'],
  ResourceARN: [`arn:aws:cloudwatch:eu-west-1:${account}:alarm:errors`],
  DashboardName: ['shop', 'all'],
  DashboardNames: [['shop']],
  DashboardBody: ['{"widgets":[]}', '[', '{"widgets":[{"type":"text","x":0,"y":0,"width":3,"height":3}]}'],
  RuleName: ['hot'],
  RuleNames: [['hot']],
  RuleDefinition: [
    '{"Schema":{"Name":"CloudWatchLogRule","Version":1},"LogGroupNames":["shop"],"LogFormat":"JSON","Contribution":{"Keys":["$.ip"],"Filters":[]},"AggregateOn":"Count"}',
  ],
  AlarmMuteRuleName: ['night'],
  'PutAlarmMuteRule.Name': ['night'],
  Schedule: [{ Expression: 'cron(0 2 * * *)', Duration: 'PT1H' }],
  Name: ['stream', 'night'],
  Names: [['stream']],
  FirehoseArn: [`arn:aws:firehose:eu-west-1:${account}:deliverystream/d`],
  RoleArn: [role],
  OutputFormat: ['json', 'opentelemetry1.0'],
  Tags: tags,
  Value: [0, 1, 12.5],
};

const services: { readonly [scope: string]: Known } = {
  lambda: ofLambda,
  monitoring: ofCloudWatch,
  logs: ofLogs,
  ecr: ofRegistry,
};

/** Undefined where nothing is known. */
export function knownFor(scope: string, operation: string, member: string): readonly unknown[] | undefined {
  const known = services[scope] ?? ofStores;
  return known[`${operation}.${member}`] ?? (Object.hasOwn(known, member) ? known[member] : undefined);
}

/** What an operation demands though the schema does not say so. */
const demanded: { readonly [operation: string]: readonly string[] } = {
  CreateFunction: ['Runtime', 'Handler', 'ZipFile'],
  PublishLayerVersion: ['ZipFile'],
  CreateEventSourceMapping: ['EventSourceArn', 'StartingPosition'],
  PutFunctionEventInvokeConfig: ['MaximumRetryAttempts'],
  UpdateFunctionEventInvokeConfig: ['MaximumRetryAttempts'],
  UpdateFunctionCode: ['ZipFile'],
  PutMetricAlarm: [
    ...['MetricName', 'Namespace', 'Statistic', 'Period', 'EvaluationPeriods', 'Threshold'],
    'ComparisonOperator',
  ],
  PutMetricData: ['MetricData', 'Value'],
  GetMetricData: ['MetricStat'],
  GetMetricStatistics: ['Statistics'],
  StartQuery: ['logGroupName'],
  FilterLogEvents: ['logGroupName'],
  GetLogEvents: ['logGroupName'],
  CompleteMultipartUpload: ['MultipartUpload', 'Parts', 'ETag', 'PartNumber'],
  PutBucketTagging: ['Tagging', 'TagSet'],
  PutAnomalyDetector: ['Namespace', 'MetricName', 'Stat'],
  DeleteAnomalyDetector: ['Namespace', 'MetricName', 'Stat'],
  PutParameter: ['Type', 'Overwrite'],
  CreateSecret: ['SecretString'],
  PutSecretValue: ['SecretString'],
  PutImage: ['imageTag'],
  BatchGetImage: ['imageTag'],
  DescribeImageScanFindings: ['imageTag'],
  StartImageScan: ['imageTag'],
};

/** Members that spoil every request of the operation that has them. */
const spoiling: { readonly [operation: string]: readonly string[] } = {
  PutMetricAlarm: ['EvaluationCriteria', 'Metrics', 'ExtendedStatistic', 'EvaluationInterval'],
  CreateFunction: [
    ...[
      'KMSKeyArn',
      'ImageUri',
      'S3Bucket',
      'S3Key',
      'ImageConfig',
      'CapacityProviderConfig',
      'TenancyConfig',
    ],
    ...['PublishTo', 'S3ObjectStorageMode', 'SourceKMSKeyArn', 'FileSystemConfigs'],
  ],
  PublishLayerVersion: ['S3Bucket', 'S3Key'],
  UpdateFunctionCode: ['S3Bucket', 'S3Key', 'ImageUri'],
  UploadPart: ['ContentMD5', 'SSECustomerKey'],
  CreateBucket: ['ObjectLockEnabledForBucket'],
};

export const isDemanded = (operation: string, member: string): boolean =>
  demanded[operation]?.includes(member) ?? false;

export const isSpoiling = (operation: string, member: string): boolean =>
  spoiling[operation]?.includes(member) ?? false;
