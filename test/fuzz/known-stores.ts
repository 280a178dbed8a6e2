/** What is known of logs, and of the services that keep things. */
import { noise } from './texts';

export type Known = { readonly [member: string]: readonly unknown[] };

export const account = '123456789012';
export const lambda = `arn:aws:lambda:eu-west-1:${account}`;
export const role = `arn:aws:iam::${account}:role/orders`;
const groups = ['/aws/lambda/orders', 'shop', 'pay'];
export const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } };
export const policy = (...Statement: object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement });
export const tags = [[{ Key: 'a', Value: 'b' }], [{ Key: 'team', Value: 'shop' }]];
export const tagMap = [{ a: 'b' }, { team: 'shop', x: '' }];

export const ofLogs: Known = {
  logGroupName: groups,
  logGroupIdentifier: groups,
  logGroupIdentifiers: [[`arn:aws:logs:eu-west-1:${account}:log-group:shop`]],
  logGroupNames: [['shop'], groups],
  logStreamName: ['one', 'two'],
  'StartQuery.startTime': [0],
  'StartQuery.endTime': [4_000_000_000],
  'PutLogEvents.logStreamName': ['one'],
  filterName: ['f', 'g'],
  filterPattern: [
    'ERROR',
    '{ $.a = 1 }',
    '[a, b=1*, ...]',
    '%x%',
    '%a*a*a*c%',
    `{ ${'('.repeat(90)}$.a=1${')'.repeat(90)} }`,
  ],
  metricValue: ['1', '$.a'],
  metricName: ['orders'],
  metricNamespace: ['shop'],
  destinationArn: [`${lambda}:function:orders`, `arn:aws:kinesis:eu-west-1:${account}:stream/s`],
  roleArn: [role],
  message: [
    'ERROR a b',
    '{"a":1}',
    'aaaaaaaaab',
    '{"_aws":{"CloudWatchMetrics":[]}}',
    noise(3, 4000),
    '[ '.repeat(20_000),
  ],
  queryString: [
    'fields @message | limit 5',
    'stats count(*) by bin(5m)',
    'parse @message /(?<a>(a+)+)$/ | stats count(a)',
    `fields ${'replace('.repeat(20)}@message${",'a','aaaaaaaaaa')".repeat(20)}`,
    `parse @message "${'*a'.repeat(50)}" as ${Array.from({ length: 50 }, (_, index) => `a${index}`)}`,
    'filter @message like /ERR/ | sort @timestamp desc',
    `filter ${'('.repeat(80)}1${')'.repeat(80)}`,
    `fields ${'1+'.repeat(3000)}1 as a`,
  ],
  retentionInDays: [1, 7, 365],
  resourceArn: [`arn:aws:logs:eu-west-1:${account}:log-group:shop`],
  policyName: ['p'],
  policyDocument: [policy(statement)],
  logEventMessages: [['ERROR', '{"a":1}']],
  logGroupClass: ['STANDARD', 'INFREQUENT_ACCESS'],
  queryLanguage: ['CWLI'],
  status: ['Complete', 'Running'],
  tags: tagMap,
  'UntagLogGroup.tags': [['a']],
  name: ['q'],
};

export const ofStores: Known = {
  Bucket: ['code', 'backups'],
  'CreateBucket.Bucket': ['spare', 'code'],
  'DeleteBucket.Bucket': ['spare', 'backups'],
  Key: ['a', 'a/b', 'zip', '../../../escape', '/etc/passwd', 'a//b', '%2e%2e/x'],
  ...Object.fromEntries(
    [
      'CreateMultipartUpload',
      'UploadPart',
      'UploadPartCopy',
      'CompleteMultipartUpload',
      'AbortMultipartUpload',
      'ListParts',
    ].flatMap((operation) => [
      [`${operation}.Key`, ['big']],
      [`${operation}.Bucket`, ['code']],
    ]),
  ),
  CopySource: ['code/a', '/backups/a%2Fb', 'code/zip?versionId=null'],
  Range: ['bytes=0-3', 'bytes=-1', 'bytes=9-'],
  LocationConstraint: ['eu-west-1'],
  CreateBucketConfiguration: [{ LocationConstraint: 'eu-west-1' }],
  PartNumber: [1, 2, 10_000],
  'UploadPart.PartNumber': [1],
  'UploadPart.Body': ['a'],
  Parts: [[{ PartNumber: 1, ETag: '"0cc175b9c0f1b6a831c399e269772661"' }]],
  Status: ['Enabled', 'Suspended'],
  Policy: [policy({ ...statement, Principal: '*', Resource: 'arn:aws:s3:::code/*' })],
  Delimiter: ['/'],
  Prefix: ['', 'a'],
  EncodingType: ['url'],
  ObjectAttributes: [['ETag', 'ObjectSize', 'ObjectParts', 'Checksum']],
  SSEAlgorithm: ['AES256'],
  RoleName: ['orders', 'mail'],
  PolicyName: ['read'],
  PolicyArn: [`arn:aws:iam::${account}:policy/read`, 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
  PolicyDocument: [policy(statement), '{', '[]'],
  AssumeRolePolicyDocument: [policy(trust)],
  'UpdateAssumeRolePolicy.PolicyDocument': [policy(trust)],
  RoleArn: [role],
  RoleSessionName: ['me'],
  WebIdentityToken: [
    'eyJ.a.b',
    'a.eyJhIjoxfQ.c',
    'e30.eyJpc3MiOiJodHRwczovL2lkIiwiYXVkIjoic3RzLmFtYXpvbmF3cy5jb20iLCJzdWIiOiJtZSIsImV4cCI6NDEwMjQ0NDgwMH0.c2ln',
  ],
  VersionId: ['v1', 'v2'],
  StackName: ['shop'],
  LogicalResourceId: ['Orders'],
  SecretId: ['db', 'key'],
  SecretIdList: [['db', 'key']],
  SecretString: ['{"a":1}', 'x'],
  'CreateSecret.Name': ['db', 'key'],
  VersionStage: ['AWSCURRENT', 'AWSPENDING'],
  RecoveryWindowInDays: [7, 30],
  Name: ['/shop/db', '/shop/key', 'flag'],
  Names: [['/shop/db', 'flag']],
  Path: ['/shop', '/'],
  'CreateRole.Path': ['/', '/a/'],
  'CreatePolicy.Path': ['/'],
  PathPrefix: ['/'],
  'PutParameter.Value': ['x', 'a,b'],
  Type: ['String', 'StringList', 'SecureString'],
  AllowedPattern: ['.*', '(a+)+$', '[a-z]+'],
  Overwrite: [true, true, false],
  ResourceType: ['Parameter'],
  ResourceId: ['/shop/db', 'flag'],
  Labels: [['good'], ['a', 'b']],
  ParameterVersion: [1, 2],
  Tags: tags,
  TagKeys: [['a']],
};
