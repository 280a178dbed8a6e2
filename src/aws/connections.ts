import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { STSClient } from '@aws-sdk/client-sts';
import { ShipitError } from '../core/errors';
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
  sts(): STSClient;
  /** `noRegion` when nobody says which, or when it does not look like one: it becomes part of a host name. */
  region(): Promise<string>;
}

/** Lambda runs a function for at most 15 minutes. */
const patienceMs = 15 * 60_000 + 15_000;

/** Throws `wrongEndpoint`; reads and sends nothing before the first call. */
export function createConnections(options: ConnectionOptions): Connections {
  if (options.endpoint !== null)
    checkKeys(checkEndpoint(options.endpoint, { local: false }), options.credentials);
  const { requestTimeoutMs } = options;
  const lambda = once(() => new (sdk.lambda().LambdaClient)(settings(options, requestTimeoutMs)));
  // One chain of credentials for all: each client would log in anew, and ask for a second factor anew.
  const shared = (answerMs: number) => ({
    ...settings(options, answerMs),
    credentials: () => lambda().config.credentials(),
  });
  return {
    lambda,
    patientLambda: once(() => new (sdk.lambda().LambdaClient)(shared(patienceMs))),
    cloudwatch: once(
      () =>
        new (sdk.cloudwatch().CloudWatchClient)({
          ...shared(requestTimeoutMs),
          disableRequestCompression: true,
        }),
    ),
    sts: once(() => new (sdk.sts().STSClient)(shared(requestTimeoutMs))),
    region: () => readRegion(() => lambda().config.region()),
  };
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

async function readRegion(read: () => Promise<string>): Promise<string> {
  const region = await read().catch((cause: unknown) => {
    throw new ShipitError('noRegion', 'No AWS region is set', { cause });
  });
  if (/^[a-z]{2,5}(-[a-z]+)+-\d{1,2}$/.test(region)) return region;
  throw new ShipitError('noRegion', `${JSON.stringify(region)} does not look like an AWS region`);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
