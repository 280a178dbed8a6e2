/**
 * Drives the local AWS with clients that are not ours: boto3, botocore's own model, and the AWS CLI (`npm run clients`). They are
 * no part of shipit: where they are not installed it says so, and checks nothing.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock } from '../../src/disk/clock';
import { createWorldClock } from '../../src/local/clock';
import { createWorld } from '../../src/local/create';
import { serveWorld } from '../../src/local/server';

const token = 'a-token-of-the-clients';

/** World seconds a second: their waiters ask once a second, and functions take a few to become Active. */
const speed = 60;

const isThere = (...argv: readonly string[]): boolean => spawnSync(argv[0] ?? '', argv.slice(1)).status === 0;

function missing(): string | null {
  if (!isThere('python3', '-c', 'import boto3')) return 'boto3 is not installed (pip install boto3)';
  return null;
}

function drive(endpoint: string): Promise<number> {
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_DEFAULT_REGION: 'eu-west-1',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_PAGER: '',
    SHIPIT_TOKEN: token,
    PYTHONDONTWRITEBYTECODE: '1',
  };
  const child = spawn('python3', [join(__dirname, 'drive.py')], { env, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

async function main(): Promise<void> {
  const why = missing();
  if (why !== null) return console.log(`skipped: ${why}`);
  const folder = mkdtempSync(join(tmpdir(), 'shipit-clients-'));
  const clock = createClock();
  const worldClock = createWorldClock({ real: clock, startMs: clock.nowMs(), speed });
  const world = createWorld({
    ...{ folder, account: '123456789012', region: 'eu-west-1', seed: 7, clock: worldClock, real: clock },
    env: process.env,
  });
  const served = await serveWorld(world, { port: 0, token });
  try {
    process.exitCode = await drive(served.endpoint);
  } finally {
    await served.close();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: Error) => {
  console.error(error);
  process.exitCode = 2;
});
