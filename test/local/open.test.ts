import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateAliasCommand,
  CreateFunctionCommand,
  GetAliasCommand,
  GetFunctionCommand,
  InvokeCommand,
  LambdaClient,
  ListFunctionsCommand,
  PublishVersionCommand,
  UpdateAliasCommand,
  waitUntilPublishedVersionActive,
} from '@aws-sdk/client-lambda';
import type { Clock } from '../../src/core/ports';
import { createClock } from '../../src/disk/clock';
import { control } from '../../src/local/connection';
import { type OpenOptions, type OpenWorld, openLocal } from '../../src/local/open';
import { creation } from './lambda-steps';
import { zipOf } from './zip';

let parent = '';
let folder = '';
let nonces = 0;
const opened: OpenWorld[] = [];
const machine = createClock();

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'shipit-open-'));
  folder = join(parent, 'local');
});
afterEach(async () => {
  for (const world of opened.splice(0).reverse()) await world.close();
  rmSync(parent, { recursive: true, force: true });
});

/** The machine's clock, set ahead. */
const later = (ms: number): Clock => ({ ...machine, nowMs: () => machine.nowMs() + ms });

async function open(changes: Partial<OpenOptions> = {}): Promise<OpenWorld> {
  const nonce = () => (nonces++).toString(16).padStart(8, '0');
  const rest = { folder, port: 0, speed: 1, real: machine, env: process.env, region: 'eu-west-1' };
  const world = await openLocal({ ...rest, nonce, ...changes });
  opened.push(world);
  return world;
}

const lambdaOf = ({ endpoint }: Pick<OpenWorld, 'endpoint'>) =>
  new LambdaClient({
    region: 'eu-west-1',
    endpoint,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  });

const controlOf = ({ port, token }: OpenWorld) => ({ port, token, real: machine });

const alarm = {
  AlarmName: 'errors',
  MetricName: 'Errors',
  Namespace: 'AWS/Lambda',
  Statistic: 'Sum' as const,
  Period: 60,
  EvaluationPeriods: 1,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanThreshold' as const,
};

test('the first one owns the world, the second connects to it, and what one writes the other sees', async () => {
  const [owner, guest] = [await open(), await open()];
  expect([owner.owned, guest.owned]).toEqual([true, false]);
  expect(guest).toMatchObject({ endpoint: owner.endpoint, token: owner.token });
  await lambdaOf(guest).send(new CreateFunctionCommand(creation('orders-api')));
  const found = await lambdaOf(owner).send(new GetFunctionCommand({ FunctionName: 'orders-api' }));
  expect(found.Configuration).toMatchObject({ State: 'Pending' });
});

test('of several at the same instant exactly one owns it, whatever their ports', async () => {
  const worlds = await Promise.all([open(), open(), open(), open()]);
  expect(worlds.filter(({ owned }) => owned)).toHaveLength(1);
  expect(new Set(worlds.map(({ endpoint }) => endpoint)).size).toBe(1);
});

test('two processes at the same instant share one world', async () => {
  const processes = [start('0000000a'), start('0000000b')];
  const said = await Promise.all(processes.map(firstMessage));
  expect(said.map(({ owned }) => owned).sort()).toEqual([false, true]);
  expect(said[0]?.endpoint).toBe(said[1]?.endpoint);
  const ends = processes.map((child) => once(child, 'exit'));
  for (const child of processes) child.disconnect();
  expect((await Promise.all(ends)).map(([code]) => code)).toEqual([0, 0]);
});

function start(nonce: string, speed = '1'): ChildProcess {
  const script = join(__dirname, 'open-once.ts');
  const register = join(__dirname, '../../bench/register.js');
  return spawn(process.execPath, ['-r', register, script, folder, nonce, speed], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

async function firstMessage(child: ChildProcess): Promise<{ owned: boolean; endpoint: string }> {
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`it ended with ${code ?? signal} and has said nothing`);
  });
  const [message] = await Promise.race([once(child, 'message'), ended]);
  return message;
}

test('a world that was closed is as it was when it is opened again, and its time went on', async () => {
  const first = await open({ seedAlarms: [alarm] });
  const client = lambdaOf(first);
  await client.send(new CreateFunctionCommand(creation('orders-api', { Publish: true })));
  await opened.pop()?.close();
  const beforeMs = first.clock.nowMs();
  const again = await open({ real: later(3_600_000) });
  expect(again.owned).toBe(true);
  expect(again.clock.nowMs()).toBeGreaterThanOrEqual(beforeMs + 3_600_000);
  const FunctionName = 'orders-api';
  await new Promise<void>((resolve) => again.clock.after(10, resolve));
  const found = await lambdaOf(again).send(new GetFunctionCommand({ FunctionName, Qualifier: '1' }));
  expect(found.Configuration).toMatchObject({ State: 'Active', LastUpdateStatus: 'Successful' });
  const published = await lambdaOf(again).send(new PublishVersionCommand({ FunctionName }));
  expect(published.Version).toBe('1');
  const state = JSON.parse(readFileSync(join(folder, 'world.json'), 'utf8'));
  expect(state.alarms.metric).toMatchObject([{ name: 'errors' }]);
});

test('world time never goes back, however fast the world ran when its process was killed', async () => {
  const first = await open({ speed: 1000 });
  const saved = { ...JSON.parse(await kept(first)), closed: false, speed: 1000, wallMs: machine.nowMs() };
  writeFileSync(join(folder, 'world.json'), JSON.stringify(saved));
  const again = await open({ real: later(20_000) });
  expect(again.clock.nowMs()).toBeGreaterThanOrEqual(saved.worldMs + 20_000_000);
});

test('a world whose process is killed keeps what it answered, never gives an id or a time again, and leaves no process', async () => {
  const child = start('0000000a', '600');
  const { endpoint } = await firstMessage(child);
  const { port, token } = JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8'));
  const lambda = lambdaOf({ endpoint });
  const FunctionName = 'orders-api';
  const alias = { FunctionName, Name: 'live' };
  const pidOf = 'exports.handler = async () => process.pid;';
  const Code = { ZipFile: zipOf({ name: 'index.js', data: pidOf }) };
  await lambda.send(new CreateFunctionCommand(creation(FunctionName, { Code, Publish: true })));
  await waitUntilPublishedVersionActive(
    { client: lambda, maxWaitTime: 60 },
    { FunctionName, Qualifier: '1' },
  );
  const made = await lambda.send(new CreateAliasCommand({ ...alias, FunctionVersion: '1' }));
  const pid = Number(
    String((await lambda.send(new InvokeCommand({ FunctionName }))).Payload?.transformToString()),
  );
  const clock = { method: 'GET', path: '/_shipit/clock' } as const;
  const { nowMs } = (await control({ port, token, real: machine }, clock)) as { nowMs: number };
  const ids = [made.RevisionId];
  for (let turn = 0; turn < 5; turn += 1)
    ids.push((await lambda.send(new UpdateAliasCommand(alias))).RevisionId);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const again = await open({ speed: 600 });
  expect(again.owned).toBe(true);
  expect(again.clock.nowMs()).toBeGreaterThan(nowMs);
  const next = lambdaOf(again);
  expect((await next.send(new GetAliasCommand(alias))).RevisionId).toBe(ids.at(-1));
  for (let turn = 0; turn < 5; turn += 1)
    ids.push((await next.send(new UpdateAliasCommand(alias))).RevisionId);
  expect(new Set(ids).size).toBe(11);
  while (isAlive(pid)) await new Promise((resolve) => setImmediate(resolve));
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Closes a world; answers what it left behind. */
async function kept(world: OpenWorld): Promise<string> {
  opened.splice(opened.indexOf(world), 1);
  await world.close();
  return readFileSync(join(folder, 'world.json'), 'utf8');
}

test('only the owner of the folder can read what is in it', async () => {
  await open();
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'server.json')).mode & 0o777).toBe(0o600);
  const server = JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8'));
  expect(server).toEqual({
    pid: process.pid,
    port: expect.any(Number),
    token: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
});

test('the owner stays until its guests have left', async () => {
  const owner = await open({ lingerMs: 60_000 });
  const guests = [await open(), await open()];
  let closed = false;
  const closing = kept(owner).then(() => {
    closed = true;
  });
  for (const guest of guests) {
    expect(await lambdaOf(guest).send(new ListFunctionsCommand({}))).toMatchObject({ Functions: [] });
    expect(closed).toBe(false);
    await opened.splice(opened.indexOf(guest), 1)[0]?.close();
  }
  await closing;
  expect((await open()).owned).toBe(true);
});

test('an owner that will not wait leaves its guests alone, and the next one starts where it ended', async () => {
  const owner = await open({ lingerMs: 0 });
  const guest = await open();
  await kept(owner);
  const late = lambdaOf(guest).send(new ListFunctionsCommand({}));
  await expect(late).rejects.toThrow('ECONNREFUSED');
  expect((await open()).owned).toBe(true);
});

test('a guest sets the speed for as long as it stays', async () => {
  const owner = await open({ speed: 2 });
  const guest = await open({ speed: 60 });
  const speed = async () =>
    ((await control(controlOf(owner), { method: 'GET', path: '/_shipit/clock' })) as { speed: number }).speed;
  expect(await speed()).toBe(60);
  await opened.splice(opened.indexOf(guest), 1)[0]?.close();
  expect(await speed()).toBe(2);
  await open({ speed: null });
  expect(await speed()).toBe(2);
});

test('a port that is taken by somebody else is told, and nothing was written', async () => {
  const other = await open({ folder: join(parent, 'other') });
  const { port } = other;
  await expect(open({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect(existsSync(folder)).toBe(false);
});

test('a world of another region is not touched', async () => {
  await open();
  await expect(open({ region: 'us-east-1' })).rejects.toMatchObject({ code: 'EREGION' });
  await opened.pop()?.close();
  await expect(open({ region: 'us-east-1' })).rejects.toMatchObject({ code: 'EREGION' });
  expect((await open()).owned).toBe(true);
});

test('a damaged world is told with its file, and kept', async () => {
  await kept(await open());
  writeFileSync(join(folder, 'world.json'), '{"form":');
  await expect(open()).rejects.toMatchObject({ code: 'EDAMAGED' });
  expect(readFileSync(join(folder, 'world.json'), 'utf8')).toBe('{"form":');
});

test('alarms that make no sense are refused, and the world can be opened without them', async () => {
  const seedAlarms = [{ ...alarm, Period: 7 }];
  await expect(open({ seedAlarms })).rejects.toMatchObject({ status: 400 });
  await open();
  await expect(open({ seedAlarms })).rejects.toMatchObject({ status: 400 });
  await kept(opened[0] as OpenWorld);
  expect((await open({ seedAlarms: [alarm] })).owned).toBe(true);
  expect((await open({ seedAlarms: [alarm] })).owned).toBe(false);
});
