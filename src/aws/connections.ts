import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { ECRClient } from '@aws-sdk/client-ecr';
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SignerClient } from '@aws-sdk/client-signer';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { SSMClient } from '@aws-sdk/client-ssm';
import type { STSClient } from '@aws-sdk/client-sts';
import { ShipitError } from '../core/errors';
import { type AssumedRole, assume } from './assume-role';
import type { DownloadOptions } from './download';
import { checkEndpoint, checkKeys, type Keys } from './endpoints';
import { createHandler } from './handler';
import { sdk } from './sdk';

export interface ConnectionOptions {
  /** Null leaves it to the profile and the environment. */
  readonly region: string | null;
  /** Null for AWS itself. */
  readonly endpoint: string | null;
  readonly profile: string | null;
  /** Null for the SDK's own chain. */
  readonly credentials: Keys | null;
  /** The role in which everything is done, taken on with the credentials from above. Null to do it with these. */
  readonly assumeRole: AssumedRole | null;
  /** For connecting, for an answer, and for silence in the middle of one; real time, not the Clock's. */
  readonly requestTimeoutMs: number;
  /** Stands in the user agent as `shipit/<release>`, so that CloudTrail is a second witness. */
  readonly release: () => string | null;
}

/** The SDK's clients, each made when it is first asked for. None repeats a call: `retry.ts` does. */
export interface Connections {
  lambda(): LambdaClient;
  /** For calls that may rightly take minutes: invocations and uploads. */
  patientLambda(): LambdaClient;
  cloudwatch(): CloudWatchClient;
  logs(): CloudWatchLogsClient;
  iam(): IAMClient;
  sts(): STSClient;
  /** For what is fetched without a client, past its handler. */
  readonly downloads: DownloadOptions;
  /** Those with which everything is done; the SDK renews them five minutes before their end. */
  credentials: LambdaClient['config']['credentials'];
  /** When the credentials end that somebody gave, epoch ms: those of an assumed role are renewed. Null for never. */
  expiresAtMs(): Promise<number | null>;
  ssm(): SSMClient;
  secrets(): SecretsManagerClient;
  cloudformation(): CloudFormationClient;
  s3(): S3Client;
  signer(): SignerClient;
  /** Null for the region of everything else. */
  ecr(region: string | null): ECRClient;
  /** Null for the region of everything else. */
  sns(region: string | null): SNSClient;
  eventBridge(region: string | null): EventBridgeClient;
  /** `noRegion` when nobody says which, or when it does not look like one: it becomes part of a host name. */
  region(): Promise<string>;
}

/** Lambda runs a function for at most 15 minutes. */
const patienceMs = 15 * 60_000 + 15_000;

/** Throws `wrongEndpoint`; reads and sends nothing before the first call. */
export function createConnections(options: ConnectionOptions): Connections {
  if (options.endpoint !== null)
    checkKeys(checkEndpoint(options.endpoint, { local: false }), options.credentials);
  const { requestTimeoutMs, endpoint } = options;
  const given = once(() => new (sdk.sts().STSClient)(settings(options, requestTimeoutMs)));
  const role = options.assumeRole;
  const assumed = role ? { credentials: assume(given, role, options.release) } : {};
  const lambda = once(
    () => new (sdk.lambda().LambdaClient)({ ...settings(options, requestTimeoutMs), ...assumed }),
  );
  // One chain of credentials for all: each client would log in anew, and ask for a second factor anew.
  const credentials = () => lambda().config.credentials();
  const shared = (answerMs: number) => ({ ...settings(options, answerMs), credentials });
  const there = (region: object) => ({ ...shared(requestTimeoutMs), ...region });
  const plain = { disableRequestCompression: true };
  return {
    lambda,
    patientLambda: once(() => new (sdk.lambda().LambdaClient)(shared(patienceMs))),
    cloudwatch: once(
      () => new (sdk.cloudwatch().CloudWatchClient)({ ...shared(requestTimeoutMs), ...plain }),
    ),
    logs: once(() => new (sdk.logs().CloudWatchLogsClient)(shared(requestTimeoutMs))),
    iam: once(() => new (sdk.iam().IAMClient)(shared(requestTimeoutMs))),
    sts: once(() => new (sdk.sts().STSClient)(shared(requestTimeoutMs))),
    downloads: { endpoint, silenceMs: requestTimeoutMs },
    credentials,
    expiresAtMs: () => endOf(role ? given() : lambda()),
    ssm: once(() => new (sdk.ssm().SSMClient)(shared(requestTimeoutMs))),
    secrets: once(() => new (sdk.secrets().SecretsManagerClient)(shared(requestTimeoutMs))),
    cloudformation: once(() => new (sdk.cloudformation().CloudFormationClient)(shared(requestTimeoutMs))),
    s3: once(() => new (sdk.s3().S3Client)({ ...shared(requestTimeoutMs), ...bucketSettings(options) })),
    signer: once(() => new (sdk.signer().SignerClient)(shared(requestTimeoutMs))),
    ecr: byRegion((region) => new (sdk.ecr().ECRClient)(there(region))),
    sns: byRegion((region) => new (sdk.sns().SNSClient)(there(region))),
    eventBridge: byRegion((region) => new (sdk.eventBridge().EventBridgeClient)(there(region))),
    region: () => readRegion(() => lambda().config.region()),
  };
}

async function endOf(client: LambdaClient | STSClient): Promise<number | null> {
  const { expiration } = await client.config.credentials();
  return expiration?.getTime() ?? null;
}

function settings(options: ConnectionOptions, answerMs: number) {
  const { region, endpoint, profile, credentials, release } = options;
  const connectMs = options.requestTimeoutMs;
  return {
    maxAttempts: 1,
    retryMode: 'standard',
    disableHostPrefix: true,
    requestHandler: createHandler({ answerMs, connectMs, awsOnly: endpoint === null, release }),
    ...(region === null ? {} : { region }),
    ...(endpoint === null ? {} : { endpoint }),
    ...(profile === null ? {} : { profile }),
    ...(credentials === null ? {} : { credentials }),
  };
}

/** A bucket may be in another region; at another endpoint its name is no part of a host name. */
const bucketSettings = ({ endpoint }: ConnectionOptions) => ({
  followRegionRedirects: endpoint === null,
  forcePathStyle: endpoint !== null,
});

async function readRegion(read: () => Promise<string>): Promise<string> {
  const region = await read().catch((cause: unknown) => {
    throw new ShipitError('noRegion', 'No AWS region is set', { cause });
  });
  if (/^[a-z]{2,5}(-[a-z]+)+-\d{1,2}$/.test(region)) return region;
  throw new ShipitError('noRegion', `${JSON.stringify(region)} does not look like an AWS region`);
}

function byRegion<T>(make: (region: { readonly region?: string }) => T): (region: string | null) => T {
  const made = new Map<string | null, T>();
  return (region) => {
    const client = made.get(region) ?? make(region === null ? {} : { region });
    made.set(region, client);
    return client;
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
