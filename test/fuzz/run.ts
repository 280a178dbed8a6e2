/**
 * Sends what no client would send to a local AWS of its own, for so many minutes: `npm run fuzz -- --minutes 2 --seed 7`;
 * `--verbose` also tells which operations no request got through. A server that ends, hangs, stalls, grows without bound,
 * answers with an error of its own making or a stack, or writes outside its folder, fails it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ECRClient } from '@aws-sdk/client-ecr';
import { IAMClient } from '@aws-sdk/client-iam';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SSMClient } from '@aws-sdk/client-ssm';
import { createChance } from '../../src/core/chance';
import { createClock } from '../../src/disk/clock';
import { createWorldClock } from '../../src/local/clock';
import { createWorld, resetWorld } from '../../src/local/create';
import { newPassword } from '../../src/local/registry/tokens';
import { serveWorld } from '../../src/local/server';
import { createVisits } from '../../src/local/visits';
import type { World } from '../../src/local/world';
import { sha256 } from '../local/registry';
import { controlRequest } from './control';
import { hostileRequest } from './hostile';
import { createLearned, type Learned } from './learned';
import { type Clients, populate } from './population';
import { registryRequest } from './registry';
import { damaged, type FuzzRequest, shapedRequest, signed } from './requests';
import { send, sendBytes } from './send';
import type { Chance } from './texts';
import { createWatch, judge, report, trespasses, type Watch } from './watch';

const token = 'a-token-nobody-guesses';
const atOnce = 8;
const mostProblems = 20;
const populateEveryMs = 4000;
const roundsBetweenWords = 15;
/** An Insights query may take three seconds, and others use this machine too. */
const mostStallMs = 10_000;
/** Most of it is code, and the schemas of ten clients. */
const mostHeldMb = 250;
const mostResidentBytes = 2.5 * 1024 ** 3;

interface Fuzz {
  readonly world: World;
  readonly port: number;
  readonly next: Chance;
  readonly learned: Learned;
  readonly watch: Watch;
}

const flag = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};

function randomRequest({ next, learned, world }: Fuzz): FuzzRequest {
  const kind = next();
  if (kind < 0.05) return hostileRequest(next);
  if (kind < 0.08) return controlRequest(next, token);
  if (kind < 0.16) return registryRequest(next, newPassword(world).text, learned);
  const of = { next, learned, nowMs: world.clock.nowMs() };
  if (kind < 0.6) return shapedRequest({ ...of, careful: true });
  const wild = shapedRequest({ ...of, careful: next() < 0.3 });
  return kind < 0.75 ? damaged(next, wild) : wild;
}

async function one(fuzz: Fuzz): Promise<void> {
  const { next, port, watch, learned } = fuzz;
  if (next() < 0.02) {
    const text = await sendBytes(port, next);
    if (/access-control-allow/i.test(text)) watch.problems.push(`lets web pages in: ${text.slice(0, 300)}`);
    return;
  }
  const what = randomRequest(fuzz);
  const answer = await send(port, what);
  judge(watch, what, answer);
  if (!(answer instanceof Error) && answer.status < 300) learned.read(answer.text, answer.headers);
}

function connectClients({ port, world }: Fuzz): Clients {
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const config = { region: 'eu-west-1', endpoint: `http://127.0.0.1:${port}`, credentials, maxAttempts: 1 };
  return {
    lambda: new LambdaClient(config),
    cloudwatch: new CloudWatchClient(config),
    logs: new CloudWatchLogsClient(config),
    s3: new S3Client({ ...config, forcePathStyle: true }),
    iam: new IAMClient(config),
    ssm: new SSMClient(config),
    secrets: new SecretsManagerClient(config),
    ecr: new ECRClient(config),
    pushLayer: (repository, bytes) => {
      const authorization = `Basic ${Buffer.from(`AWS:${newPassword(world).text}`).toString('base64')}`;
      const url = `${config.endpoint}/v2/${repository}/blobs/uploads/?digest=${sha256(bytes)}`;
      return fetch(url, { method: 'POST', headers: { authorization }, body: bytes });
    },
  };
}

function tellMemory({ total }: Watch): void {
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  const [resident, heap, buffers] = [rss, heapUsed, arrayBuffers].map((bytes) => Math.round(bytes / 2 ** 20));
  console.log(`${total} requests; ${resident} MB resident, heap ${heap} MB, buffers ${buffers} MB`);
}

/** Everything goes on in one process, so a stall of the server is one of the loop. */
async function attack(fuzz: Fuzz, minutes: number): Promise<void> {
  const { watch, world } = fuzz;
  const clients = connectClients(fuzz);
  const clock = createClock();
  const endMs = clock.monotonicMs() + minutes * 60_000;
  const goesOn = (): boolean => clock.monotonicMs() < endMs && watch.problems.length < mostProblems;
  const lane = async (): Promise<void> => {
    while (goesOn()) await one(fuzz);
  };
  const settle = async (): Promise<void> => {
    for (let round = 0; goesOn(); round += 1) {
      await populate(clients, world.clock.nowMs());
      if (round % roundsBetweenWords === 0) tellMemory(watch);
      await new Promise<void>((resolve) => clock.after(populateEveryMs, resolve));
    }
  };
  const delay = monitorEventLoopDelay();
  delay.enable();
  await Promise.all([settle(), ...Array.from({ length: atOnce }, lane)]);
  const stallMs = delay.max / 1e6;
  console.log(`the longest stall was ${Math.round(stallMs)} ms`);
  if (stallMs > mostStallMs) watch.problems.push(`stalled for ${Math.round(stallMs)} ms`);
  const { rss } = process.memoryUsage();
  if (rss > mostResidentBytes) watch.problems.push(`grew to ${rss} bytes`);
}

/** What an emptied world still holds is held by nobody: it would grow for ever. */
function insistOnMemory({ world, watch }: Fuzz): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = (): number => {
    collect();
    return Math.round(process.memoryUsage().heapUsed / 2 ** 20);
  };
  const full = held();
  resetWorld(world);
  const empty = held();
  console.log(`the heap holds ${full} MB with the world, ${empty} MB without it`);
  if (empty > mostHeldMb) watch.problems.push(`an emptied world holds ${empty} MB`);
}

async function insistOnLife({ port, watch, world }: Fuzz): Promise<void> {
  world.faults.set([], 0);
  const headers = { authorization: signed('lambda') };
  const alive = await send(port, {
    what: 'alive',
    method: 'GET',
    path: '/2015-03-31/functions',
    headers,
    body: Buffer.alloc(0),
  });
  if (alive instanceof Error || alive.status !== 200)
    watch.problems.push('it does not list functions any more');
}

async function main(): Promise<void> {
  const [minutes, seed] = [flag('minutes', 2), flag('seed', 7)];
  const clock = createClock();
  const outer = mkdtempSync(join(tmpdir(), 'shipit-fuzz-'));
  const worldClock = createWorldClock({ real: clock, startMs: clock.nowMs(), speed: 60 });
  const world = createWorld({
    folder: join(outer, 'world'),
    account: '123456789012',
    region: 'eu-west-1',
    seed,
    clock: worldClock,
    real: clock,
    env: process.env,
  });
  const served = await serveWorld(world, { port: 0, token, visits: createVisits() });
  const watch = createWatch();
  process.on('uncaughtException', (error) => watch.problems.push(`uncaught: ${error.stack}`));
  process.on('unhandledRejection', (error) =>
    watch.problems.push(`unhandled: ${error instanceof Error ? error.stack : error}`),
  );
  const fuzz: Fuzz = { world, port: served.port, next: createChance(seed), learned: createLearned(), watch };
  await attack(fuzz, minutes);
  watch.problems.push(...trespasses(outer));
  await insistOnLife(fuzz);
  insistOnMemory(fuzz);
  await served.close();
  await world.close();
  rmSync(outer, { recursive: true, force: true });
  report(watch, { title: `seed ${seed}`, verbose: process.argv.includes('--verbose') });
  process.exit(watch.problems.length === 0 ? 0 : 1);
}

main().catch((error: Error) => {
  console.error(error);
  process.exit(2);
});
