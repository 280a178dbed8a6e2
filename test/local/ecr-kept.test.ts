import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock } from '../../src/disk/clock';
import { createWorld } from '../../src/local/create';
import { serveWorld } from '../../src/local/server';
import { loadWorld, openSaver } from '../../src/local/store';
import { FakeClock } from '../clock';
import { anyLayer, makeRepository, Pusher, sha256 } from './registry';
import { account, LocalAws, region } from './world';

let folder = '';
let opened: { aws: LocalAws; close(): Promise<void> }[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipit-registry-'));
});
afterEach(async () => {
  for (const { close } of opened) await close();
  opened = [];
  rmSync(folder, { recursive: true, force: true });
});

const startMs = Date.UTC(2026, 10, 20, 12);

/** A world that is kept in the folder, as it was when it was closed. */
async function open(): Promise<{ aws: LocalAws; close(): Promise<void> }> {
  const clock = new FakeClock(startMs);
  const real = createClock();
  const saved = await loadWorld(folder);
  const world = createWorld({ folder, account, region, seed: 7, clock, real, env: process.env, saved });
  const saver = await openSaver(world, folder, real);
  const served = await serveWorld(world, { port: 0, token: 't', changed: saver.changed });
  const aws = new LocalAws(world, clock, served, join(folder, 'nothing'));
  let over = false;
  const close = async (): Promise<void> => {
    if (over) return;
    over = true;
    await saver.close();
    await aws.close();
  };
  const world1 = { aws, close };
  opened.push(world1);
  return world1;
}

const files = (): string[] =>
  existsSync(join(folder, 'registry')) ? readdirSync(join(folder, 'registry')) : [];

test('images, passwords and what was half pushed are there again when the world is', async () => {
  const first = await open();
  await makeRepository(first.aws, 'orders');
  const pusher = await Pusher.of(first.aws);
  const digest = await pusher.image('orders', 'v1');
  const begun = await pusher.ask('POST orders/blobs/uploads/');
  const { pathname } = new URL(begun.headers.get('location') ?? '');
  await pusher.ask(`PATCH ${first.aws.served.endpoint}${pathname}`, { body: 'first' });
  await first.close();

  const { aws } = await open();
  const headers = { authorization: pusher.authorization };
  const ask = (path: string, init: object = {}) =>
    fetch(`${aws.served.endpoint}${path}`, { headers, ...init });
  expect((await ask('/v2/orders/manifests/v1')).headers.get('docker-content-digest')).toBe(digest);
  expect(await (await ask(`/v2/orders/blobs/${sha256(anyLayer)}`)).text()).toBe(anyLayer);
  expect((await ask(pathname)).headers.get('range')).toBe('0-4');
  const ended = await ask(`${pathname}?digest=${sha256('first-then')}`, { method: 'PUT', body: '-then' });
  expect(ended.status).toBe(201);
});

test('the bytes of an image that was deleted leave the disk with the saves that follow', async () => {
  const { aws } = await open();
  await makeRepository(aws, 'orders');
  const pusher = await Pusher.of(aws);
  await pusher.image('orders', 'v1');
  expect(files()).toHaveLength(3);
  await pusher.ask('DELETE orders/manifests/v1');
  for (const name of ['a', 'b', 'c']) await makeRepository(aws, `other-${name}`);
  while (files().length > 0) await Pusher.of(aws);
  expect(files()).toEqual([]);
});
