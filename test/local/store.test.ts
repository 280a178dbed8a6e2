import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock } from '../../src/disk/clock';
import { createFunction } from '../../src/local/actions/lambda/create-function';
import { loadWorld, openSaver, type Saver } from '../../src/local/store';
import { creation } from './lambda-steps';
import { type LocalAws, openLocalAws } from './world';

let aws: LocalAws;
let parent = '';
let folder = '';
let saver: Saver;
beforeEach(async () => {
  aws = await openLocalAws();
  parent = mkdtempSync(join(tmpdir(), 'shipit-store-'));
  folder = join(parent, 'local');
  saver = await openSaver(aws.world, folder, createClock());
});
afterEach(async () => {
  await saver.close();
  await aws.close();
  rmSync(parent, { recursive: true });
});

const kept = async () => (await loadWorld(folder))?.functions.entries.map(({ name }) => name);

test('a world is kept from its start, with its time and its speed', async () => {
  expect(await loadWorld(folder)).toMatchObject({ worldMs: aws.clock.nowMs(), speed: 1, closed: false });
});

test('what changed is kept when the answer to it is given, also of many changes at once', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `orders-${index}`);
  await Promise.all(
    names.map(async (name) => {
      await createFunction(aws.world, creation(name));
      await saver.changed();
      expect(await kept()).toContain(name);
    }),
  );
});

test('a save that failed is told, and the next one is tried all the same', async () => {
  await createFunction(aws.world, creation('orders-api'));
  renameSync(folder, `${folder}.away`);
  writeFileSync(folder, 'not a folder');
  await expect(saver.changed()).rejects.toThrow('EEXIST');
  rmSync(folder);
  await saver.changed();
  expect(await kept()).toEqual(['orders-api']);
});

test('after its last save a world is not saved again', async () => {
  await saver.close();
  await createFunction(aws.world, creation('orders-api'));
  await saver.changed();
  expect(await loadWorld(folder)).toMatchObject({ closed: true, functions: { entries: [] } });
});
