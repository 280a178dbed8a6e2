/** A whole local AWS behind the SDK's own clients, on a clock that stands still until a test moves it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { STSClient } from '@aws-sdk/client-sts';
import { createClock } from '../../src/disk/clock';
import { createWorld } from '../../src/local/create';
import { type ServedWorld, type ServeOptions, serveWorld } from '../../src/local/server';
import type { World } from '../../src/local/world';
import { FakeClock } from '../clock';

const noonMs = Date.UTC(2026, 10, 20, 12, 0, 0);
export const account = '123456789012';
export const region = 'eu-west-1';
export const token = 'a-token-of-a-test';

export interface LocalAws {
  readonly world: World;
  readonly clock: FakeClock;
  readonly served: ServedWorld;
  readonly folder: string;
  readonly lambda: LambdaClient;
  readonly cloudwatch: CloudWatchClient;
  readonly sts: STSClient;
  close(): Promise<void>;
}

export async function openLocalAws(options: Partial<ServeOptions> = {}): Promise<LocalAws> {
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
  });
  const served = await serveWorld(world, { port: 0, token, ...options });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const config = { region, endpoint: served.endpoint, credentials, maxAttempts: 1 };
  const clients = {
    lambda: new LambdaClient(config),
    cloudwatch: new CloudWatchClient(config),
    sts: new STSClient(config),
  };
  const close = async (): Promise<void> => {
    for (const client of Object.values(clients)) client.destroy();
    await served.close();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { world, clock, served, folder, ...clients, close };
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
