/** A whole local AWS behind the SDK's own clients, on a clock that stands still until a test moves it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
import { createClock } from '../../src/disk/clock';
import { createWorld, type WorldOptions } from '../../src/local/create';
import { type ServedWorld, type ServeOptions, serveWorld } from '../../src/local/server';
import type { World } from '../../src/local/world';
import { FakeClock } from '../clock';

const noonMs = Date.UTC(2026, 10, 20, 12, 0, 0);
export const account = '123456789012';
export const region = 'eu-west-1';
export const token = 'a-token-of-a-test';

/** The clients are made when first asked for: to load one takes longer than most tests. */
export class LocalAws {
  private readonly made = new Map<string, { destroy(): void }>();

  constructor(
    readonly world: World & { close(): Promise<void> },
    readonly clock: FakeClock,
    readonly served: ServedWorld,
    readonly folder: string,
  ) {}

  get lambda(): LambdaClient {
    return this.client('@aws-sdk/client-lambda', 'LambdaClient');
  }

  get cloudwatch(): CloudWatchClient {
    return this.client('@aws-sdk/client-cloudwatch', 'CloudWatchClient');
  }

  get logs(): CloudWatchLogsClient {
    return this.client('@aws-sdk/client-cloudwatch-logs', 'CloudWatchLogsClient');
  }

  get sts(): STSClient {
    return this.client('@aws-sdk/client-sts', 'STSClient');
  }

  get s3(): S3Client {
    return this.client('@aws-sdk/client-s3', 'S3Client');
  }

  get iam(): IAMClient {
    return this.client('@aws-sdk/client-iam', 'IAMClient');
  }

  get ssm(): SSMClient {
    return this.client('@aws-sdk/client-ssm', 'SSMClient');
  }

  get secrets(): SecretsManagerClient {
    return this.client('@aws-sdk/client-secrets-manager', 'SecretsManagerClient');
  }

  get cloudformation(): CloudFormationClient {
    return this.client('@aws-sdk/client-cloudformation', 'CloudFormationClient');
  }

  get sns(): SNSClient {
    return this.client('@aws-sdk/client-sns', 'SNSClient');
  }

  get signer(): SignerClient {
    return this.client('@aws-sdk/client-signer', 'SignerClient');
  }

  get ecr(): ECRClient {
    return this.client('@aws-sdk/client-ecr', 'ECRClient');
  }

  get events(): EventBridgeClient {
    return this.client('@aws-sdk/client-eventbridge', 'EventBridgeClient');
  }

  async close(): Promise<void> {
    for (const client of this.made.values()) client.destroy();
    await this.served.close();
    await this.world.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private client<Client extends { destroy(): void }>(module: string, name: string): Client {
    const known = this.made.get(name);
    if (known) return known as Client;
    const { endpoint } = this.served;
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const config = { region, endpoint, credentials, maxAttempts: 1 };
    const client = new (require(module)[name])({ ...config, disableHostPrefix: true, forcePathStyle: true });
    this.made.set(name, client);
    return client;
  }
}

/** Of the world itself, and of how it is served. */
export type LocalOptions = Partial<ServeOptions> & Pick<WorldOptions, 'limits' | 'strictIam'>;

export async function openLocalAws({
  limits = false,
  strictIam = false,
  ...options
}: LocalOptions = {}): Promise<LocalAws> {
  const folder = mkdtempSync(join(tmpdir(), 'shipit-local-'));
  const clock = new FakeClock(noonMs);
  const world = createWorld({
    folder,
    account,
    region,
    seed: 7,
    clock,
    real: createClock(),
    env: process.env,
    limits,
    strictIam,
  });
  const served = await serveWorld(world, { port: 0, token, ...options });
  return new LocalAws(world, clock, served, folder);
}

/** An answer of AWS that is an error, as a client sees it. */
export interface Refusal {
  readonly name: string;
  readonly status: number;
  readonly message: string;
}

export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error = (await work.then(
    () => {
      throw new Error('it was not refused');
    },
    (reason) => reason,
  )) as Error & { $metadata?: { httpStatusCode?: number } };
  return { name: error.name, status: error.$metadata?.httpStatusCode ?? 0, message: error.message };
}
