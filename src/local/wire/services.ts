/**
 * The services that the local AWS has, and how a request tells which one it wants: not by the host, which is always this
 * machine, but by the target that AWS JSON names, or the service that it was signed for.
 */
import { cloudFormationActions } from '../actions/cloudformation';
import { cloudWatchActions } from '../actions/cloudwatch';
import { ecrActions } from '../actions/ecr';
import { eventsActions } from '../actions/events';
import { iamActions } from '../actions/iam';
import { lambdaActions } from '../actions/lambda';
import { logsActions } from '../actions/logs';
import { s3Actions } from '../actions/s3';
import { secretsManagerActions } from '../actions/secretsmanager';
import { signerActions } from '../actions/signer';
import { snsActions } from '../actions/sns';
import { ssmActions } from '../actions/ssm';
import { stsActions } from '../actions/sts';
import { AwsError } from '../errors';
import type { World } from '../world';
import { type AwsJsonDialect, createAwsJson } from './aws-json';
import type { WireRequest } from './message';
import type { Protocol } from './protocol';
import { createQueryXml, type QueryDialect } from './query-xml';
import { createRestJson } from './rest-json';
import { createRestXml } from './rest-xml';

export interface Service {
  /** As requests are signed for it: `lambda`, `monitoring`. */
  readonly name: string;
  readonly protocol: Protocol;
  /** Bytes of a request. */
  readonly limitBytes: number;
  /** An action takes what the schema of its input says, and nothing else ever reaches it. */
  readonly actions: Actions;
}

export interface Actions {
  readonly [operation: string]: (world: World, input: never) => object | Promise<object>;
}

type Head = Pick<WireRequest, 'path' | 'query' | 'headers'>;

interface Entry {
  readonly limitBytes: number;
  readonly actions: Actions;
  /** Loads the schemas of the SDK's client, some 30 to 100 ms. */
  readonly protocol: () => Protocol;
  /** What its requests have in `X-Amz-Target` before the operation. */
  readonly target?: string;
}

type Basics = Pick<Entry, 'limitBytes' | 'actions'>;

/** The module of the SDK's client; each name stands where it is asked for, so that a bundle holds what it means. */
type Load = () => Parameters<typeof createAwsJson>[0];

const json = (load: Load, dialect: AwsJsonDialect, basics: Basics): Entry => ({
  ...basics,
  target: dialect.target,
  protocol: () => createAwsJson(load(), dialect),
});

const query = (load: Load, dialect: QueryDialect, actions: Actions): Entry => ({
  actions,
  limitBytes: 1_000_000,
  protocol: () => createQueryXml(load(), dialect),
});

export const cloudWatchDialect: AwsJsonDialect = {
  target: 'GraniteServiceVersion20100801.',
  version: '1.0',
  namespace: 'com.amazonaws.cloudwatch.v2010_08_01',
  queryErrors: true,
};
const logsDialect: AwsJsonDialect = {
  target: 'Logs_20140328.',
  version: '1.1',
  namespace: null,
  queryErrors: false,
};
const iam: QueryDialect = { version: '2010-05-08', xmlns: 'https://iam.amazonaws.com/doc/2010-05-08/' };
const cloudFormation: QueryDialect = {
  version: '2010-05-15',
  xmlns: 'http://cloudformation.amazonaws.com/doc/2010-05-15/',
};
const sns: QueryDialect = { version: '2010-03-31', xmlns: 'http://sns.amazonaws.com/doc/2010-03-31/' };
const sts: QueryDialect = { version: '2011-06-15', xmlns: 'https://sts.amazonaws.com/doc/2011-06-15/' };

/** Of services that give the bare name of an error. */
const plainDialect = (target: string): AwsJsonDialect => ({
  target,
  version: '1.1',
  namespace: null,
  queryErrors: false,
});

/** By the name for which requests are signed. */
const entries = new Map<string, Entry>([
  [
    'lambda',
    {
      limitBytes: 70_167_211,
      actions: lambdaActions,
      protocol: () => createRestJson(require('@aws-sdk/client-lambda')),
    },
  ],
  [
    'monitoring',
    json(() => require('@aws-sdk/client-cloudwatch'), cloudWatchDialect, {
      limitBytes: 1_048_576,
      actions: cloudWatchActions,
    }),
  ],
  [
    'logs',
    json(() => require('@aws-sdk/client-cloudwatch-logs'), logsDialect, {
      limitBytes: 8_000_000,
      actions: logsActions,
    }),
  ],
  [
    's3',
    {
      limitBytes: 256 * 1024 ** 2,
      actions: s3Actions,
      protocol: () => createRestXml(require('@aws-sdk/client-s3')),
    },
  ],
  [
    'ssm',
    json(() => require('@aws-sdk/client-ssm'), plainDialect('AmazonSSM.'), {
      limitBytes: 1_000_000,
      actions: ssmActions,
    }),
  ],
  [
    'secretsmanager',
    json(() => require('@aws-sdk/client-secrets-manager'), plainDialect('secretsmanager.'), {
      limitBytes: 1_000_000,
      actions: secretsManagerActions,
    }),
  ],
  [
    'ecr',
    json(() => require('@aws-sdk/client-ecr'), plainDialect('AmazonEC2ContainerRegistry_V20150921.'), {
      limitBytes: 20_000_000,
      actions: ecrActions,
    }),
  ],
  [
    'events',
    json(() => require('@aws-sdk/client-eventbridge'), plainDialect('AWSEvents.'), {
      limitBytes: 2_000_000,
      actions: eventsActions,
    }),
  ],
  [
    'signer',
    {
      limitBytes: 1_000_000,
      actions: signerActions,
      protocol: () => createRestJson(require('@aws-sdk/client-signer')),
    },
  ],
  ['sns', query(() => require('@aws-sdk/client-sns'), sns, snsActions)],
  ['iam', query(() => require('@aws-sdk/client-iam'), iam, iamActions)],
  [
    'cloudformation',
    query(() => require('@aws-sdk/client-cloudformation'), cloudFormation, cloudFormationActions),
  ],
  ['sts', query(() => require('@aws-sdk/client-sts'), sts, stsActions)],
]);

/** Throws AwsError for a service that is not here. */
export function createServices(): (request: Head) => Service {
  const made = new Map<string, Service>();
  return (request) => {
    const name = nameOf(request);
    const service = made.get(name) ?? make(name);
    made.set(name, service);
    return service;
  };
}

function make(name: string): Service {
  const entry = entries.get(name);
  if (!entry) throw new AwsError('UnknownOperationException', 501, `The local AWS has no service ${name}`);
  return { name, limitBytes: entry.limitBytes, actions: entry.actions, protocol: entry.protocol() };
}

/**
 * What is not signed is for Lambda, or for the service that gives the credentials to sign with. Only addresses of S3 are
 * still signed in the way before the last.
 */
function nameOf({ path, query: parameters, headers }: Head): string {
  const target = headers['x-amz-target'];
  if (target !== undefined)
    for (const [name, entry] of entries)
      if (entry.target !== undefined && target.startsWith(entry.target)) return name;
  const credential = /Credential=([^,\s]+)/.exec(headers.authorization ?? '')?.[1];
  const scope = (credential ?? parameters.get('X-Amz-Credential') ?? '').split('/');
  const signed = scope.length >= 5 ? scope[scope.length - 2] : undefined;
  if (parameters.has('AWSAccessKeyId') && parameters.has('Expires')) return 's3';
  return signed ?? (path === '/' ? 'sts' : 'lambda');
}
