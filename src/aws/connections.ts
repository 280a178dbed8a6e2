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
import type { Caller } from '../core/ports';
import { type AssumedRole, assume } from './assume-role';
import type { DownloadOptions } from './download';
import { checkEndpoint, checkKeys, type Keys } from './endpoints';
import { createHandler } from './handler';
import { type Given, lastingOf } from './lasting';
import { sdk } from './sdk';
import { type Renewal, renewed } from './session';
import { type Trace, type Traceable, traced } from './tracer';
import { federate, type WebIdentity } from './web-identity';

export interface ConnectionOptions extends Renewal {
  /** Null leaves it to the profile and the environment. */
  readonly region: string | null;
  /** Null for AWS itself. */
  readonly endpoint: string | null;
  readonly profile: string | null;
  /** Null for the SDK's own chain. */
  readonly credentials: Keys | null;
  /** Whose word opens the session that everything begins with; null for the credentials from above. */
  readonly webIdentity: WebIdentity | null;
  /** Others can read there what lies about. */
  readonly inCi: boolean;
  /** The role in which everything is done, taken on with the credentials from above. Null to do it with these. */
  readonly assumeRole: AssumedRole | null;
  /** For connecting, for an answer, and for silence in the middle of one; real time, not the Clock's. */
  readonly requestTimeoutMs: number;
  /** Stands in the user agent as `shipit/<release>`, so that CloudTrail is a second witness. */
  readonly release: () => string | null;
  /** Hears of each request; null for nobody. */
  readonly trace: Trace | null;
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
  /** Those with which everything is done; renewed before their end. */
  credentials: LambdaClient['config']['credentials'];
  /** Of the credentials that somebody gave: those of an assumed role are renewed from them. */
  lasting(): Promise<Pick<Caller, 'expiresAtMs' | 'worry'>>;
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
  if (options.endpoint !== null) checkReceiver(options.endpoint, options);
  const { requestTimeoutMs, endpoint, trace } = options;
  const { lambda, lasting } = chainOf(options);
  const seen = <T extends Traceable>(made: T): T => traced(made, trace);
  const client = <T extends Traceable>(make: () => T) => once(() => seen(make()));
  // One chain of credentials for all: each client would log in anew, and ask for a second factor anew.
  const credentials = () => lambda().config.credentials();
  const shared = (answerMs: number) => ({ ...settings(options, answerMs), credentials });
  const there = (region: object) => ({ ...shared(requestTimeoutMs), ...region });
  const plain = { disableRequestCompression: true };
  return {
    lambda,
    patientLambda: client(() => new (sdk.lambda().LambdaClient)(shared(patienceMs))),
    cloudwatch: client(
      () => new (sdk.cloudwatch().CloudWatchClient)({ ...shared(requestTimeoutMs), ...plain }),
    ),
    logs: client(() => new (sdk.logs().CloudWatchLogsClient)(shared(requestTimeoutMs))),
    iam: client(() => new (sdk.iam().IAMClient)(shared(requestTimeoutMs))),
    sts: client(() => new (sdk.sts().STSClient)(shared(requestTimeoutMs))),
    downloads: { endpoint, silenceMs: requestTimeoutMs },
    credentials,
    lasting,
    ssm: client(() => new (sdk.ssm().SSMClient)(shared(requestTimeoutMs))),
    secrets: client(() => new (sdk.secrets().SecretsManagerClient)(shared(requestTimeoutMs))),
    cloudformation: client(() => new (sdk.cloudformation().CloudFormationClient)(shared(requestTimeoutMs))),
    s3: client(() => new (sdk.s3().S3Client)({ ...shared(requestTimeoutMs), ...bucketSettings(options) })),
    signer: client(() => new (sdk.signer().SignerClient)(shared(requestTimeoutMs))),
    ecr: byRegion((region) => seen(new (sdk.ecr().ECRClient)(there(region)))),
    sns: byRegion((region) => seen(new (sdk.sns().SNSClient)(there(region)))),
    eventBridge: byRegion((region) => seen(new (sdk.eventBridge().EventBridgeClient)(there(region)))),
    region: () => readRegion(() => lambda().config.region()),
  };
}

/** From the credentials that somebody gave, or the word of somebody else, to those with which everything is done. */
function chainOf(options: ConnectionOptions): Pick<Connections, 'lambda' | 'lasting'> {
  const { assumeRole: role, webIdentity, release, inCi, requestTimeoutMs, trace } = options;
  const base = () => settings(options, requestTimeoutMs);
  const sts = (more: object) => once(() => traced(new (sdk.sts().STSClient)({ ...base(), ...more }), trace));
  // What a web identity says is not signed.
  const federated = webIdentity ? { credentials: renewed(federate(sts({}), webIdentity), options) } : {};
  const given = sts(federated);
  const assumed = role ? { credentials: renewed(assume(given, role, release), options) } : federated;
  const lambda = once(() => traced(new (sdk.lambda().LambdaClient)({ ...base(), ...assumed }), trace));
  const lasting = async () => {
    const own: Given = await (role ? given() : lambda()).config.credentials();
    return webIdentity ? { expiresAtMs: null, worry: null } : lastingOf(own, inCi);
  };
  return { lambda, lasting };
}

/** The word for which AWS gives credentials opens the same doors as they do. */
function checkReceiver(text: string, { webIdentity, credentials }: ConnectionOptions): void {
  const endpoint = checkEndpoint(text, { local: false });
  if (webIdentity === null) checkKeys(endpoint, credentials);
  else if (!endpoint.aws) checkEndpoint(text, { local: true });
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
