/** Every setting of a function, with what changes when it alone changes: for the stories of settings. */
import type { FunctionConfig, FunctionSettings } from '../../src/core/function';

export interface SettingStory {
  /** As the project file names it. */
  readonly setting: string;
  /** YAML of the value, one line. */
  readonly value: string;
  /** The keys of the live function that change, and nothing else does. */
  readonly changes: readonly (keyof FunctionConfig | keyof FunctionSettings)[];
  /** The lines of the plan, as patterns. */
  readonly lines: readonly RegExp[];
  /** Lines of further settings that it needs, in all its deploys. */
  readonly beside?: readonly string[];
  /** Lambda demands it: it can neither be left out nor be null. */
  readonly isDemanded?: boolean;
}

const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:123456789012:${rest}`;
const accessPoint = arn('elasticfilesystem', 'access-point/fsap-0123456789abcdef0');
const network = '{ subnetIds: [subnet-0a1], securityGroupIds: [sg-0a1] }';

/** What its code is given to run with. */
export const computing: readonly SettingStory[] = [
  one('memorySize', '256', /^~ memorySize 128 -> 256$/),
  one('timeout', '10s', /^~ timeout 3 -> 10$/),
  one('ephemeralStorage', '1024', /^~ ephemeralStorage 512 -> 1024$/),
  one('description', 'takes orders', /^\+ description takes orders$/),
  one('environment', '{ TABLE: orders }', /^\+ environment\.TABLE \([0-9a-f]{8}\)$/),
  one('architecture', 'arm64', /^~ architecture x86_64 -> arm64$/),
  { ...one('runtime', 'nodejs22.x', /^~ runtime nodejs24\.x -> nodejs22\.x$/), isDemanded: true },
  { ...one('handler', 'index.other', /^~ handler index\.handler -> index\.other$/), isDemanded: true },
];

/** What it reaches, and who watches. */
export const surroundings: readonly SettingStory[] = [
  one('vpc', network, /^\+ vpc\./, /^\+ vpc\./, /^\+ vpc\./),
  {
    ...one(
      'fileSystem',
      `{ arn: '${accessPoint}', localMountPath: /mnt/data }`,
      /^\+ fileSystem\./,
      /^\+ fileSystem\./,
    ),
    beside: [`vpc: ${network}`],
  },
  {
    ...one(
      'fileSystem',
      `{ arn: '${arn('s3files', 'file-system/fs-0123456789abcdef0/access-point/fsap-0123456789abcdef0')}', localMountPath: /mnt/data, directS3Read: AUTO }`,
      /^\+ fileSystem\./,
      /^\+ fileSystem\./,
      /^\+ fileSystem\./,
    ),
    beside: [`vpc: ${network}`],
  },
  one('deadLetterQueue', `'${arn('sqs', 'dead')}'`, /^\+ deadLetterQueue arn:/),
  one('kmsKey', `'${arn('kms', 'key/1234abcd-12ab-34cd-56ef-1234567890ab')}'`, /^\+ kmsKey arn:/),
  one('tracing', 'Active', /^~ tracing PassThrough -> Active$/),
  {
    ...one('snapStart', 'PublishedVersions', /^~ snapStart None -> PublishedVersions$/),
    beside: ['runtime: python3.13'],
  },
  {
    ...one('logging', '{ format: JSON, applicationLogLevel: WARN, group: /orders/all, retentionInDays: 30 }'),
    changes: ['logFormat', 'applicationLogLevel', 'logGroup', 'logRetention'],
    lines: [
      /^\+ applicationLogLevel WARN$/,
      /^~ logFormat Text -> JSON$/,
      /^\+ logGroup \/orders\/all$/,
      /^\+ logRetention 30$/,
    ],
  },
];

/** Settings of the function as a whole. */
export const whole: readonly SettingStory[] = [
  one('tags', '{ team: orders }', /^\+ tags\.team orders$/),
  one('reservedConcurrency', '5', /^\+ reservedConcurrency 5$/),
  one('recursion', 'Allow', /^~ recursion Terminate -> Allow$/),
  {
    ...one('logging', '{ retentionInDays: 14 }', /^\+ logRetention 14$/),
    changes: ['logRetention'],
  },
  one(
    'runtimeManagement',
    `{ runtimeVersionArn: 'arn:aws:lambda:eu-west-1::runtime:${'0'.repeat(64)}' }`,
    /^\+ runtimeManagement\.arn arn:aws:lambda:/,
    /^~ runtimeManagement\.mode Auto -> Manual$/,
  ),
  one('runtimeManagement', 'FunctionUpdate', /^~ runtimeManagement\.mode Auto -> FunctionUpdate$/),
];

export function one(setting: string, value: string, ...lines: readonly RegExp[]): SettingStory {
  const changes = [setting as keyof FunctionConfig];
  return { setting, value, changes, lines };
}
