import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { ownerOf, takeLock } from '../../src/local/lock';

let parent = '';
let folder = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'shipit-lock-'));
  folder = join(parent, 'local');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

/** A number that no process has: above the largest that the systems give. */
const deadPid = 99_999_999;

test('nobody owns a folder that is not there, and looking does not make it', async () => {
  expect(await ownerOf(folder)).toBeNull();
  expect(existsSync(folder)).toBe(false);
});

test('one owns it, in a folder closed to others, until it gives it back', async () => {
  const lock = await takeLock(folder, 'aaaaaaaa');
  expect(await ownerOf(folder)).toBe(process.pid);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(await takeLock(folder, 'bbbbbbbb')).toBeNull();
  await lock?.release();
  expect(await ownerOf(folder)).toBeNull();
  expect(await takeLock(folder, 'cccccccc')).not.toBeNull();
});

test('of many at the same instant exactly one is first, also over a lock whose owner has ended', async () => {
  for (const round of [1, 2, 3]) {
    const tries = Array.from({ length: 10 }, (_, index) => takeLock(folder, `0000000${index}`));
    const taken = (await Promise.all(tries)).filter((lock) => lock !== null);
    expect([round, taken.length]).toEqual([round, 1]);
    const [held = ''] = readdirSync(folder).filter((name) => name.startsWith('lock.'));
    writeFileSync(join(folder, held), String(deadPid));
    expect(await ownerOf(folder)).toBeNull();
  }
});

test('only the newest lock counts, and no litter is left', async () => {
  await takeLock(folder, 'aaaaaaaa');
  writeFileSync(join(folder, 'lock.1'), String(deadPid));
  await takeLock(folder, 'bbbbbbbb');
  expect(readdirSync(folder)).toEqual(['lock.2']);
  expect(readFileSync(join(folder, 'lock.2'), 'utf8').split(' ')[0]).toBe(String(process.pid));
});

test('a process that happens to have the number of an owner that ended is not taken for it', async () => {
  await takeLock(folder, 'aaaaaaaa');
  writeFileSync(join(folder, 'lock.1'), `${process.pid} 1`);
  expect(await ownerOf(folder)).toBeNull();
  expect(await takeLock(folder, 'bbbbbbbb')).not.toBeNull();
  expect(await ownerOf(folder)).toBe(process.pid);
});

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('an owner that was killed, and whose parent has not noticed, owns nothing', async () => {
  // The shell must have become a program that waits for nobody before its child ends, or it would notice.
  const parentOfIt = spawn('sh', ['-c', '(read -r _ <&3) & echo $!; exec sleep 60 3<&-'], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const [line] = (await once(parentOfIt.stdout as Readable, 'data')) as [Buffer];
  const pid = String(line).trim();
  const fields = () => readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ');
  const becomes = async (isIt: () => boolean): Promise<void> => {
    while (!isIt()) await new Promise((resolve) => setImmediate(resolve));
  };
  await becomes(() => readFileSync(`/proc/${parentOfIt.pid}/comm`, 'utf8').trim() === 'sleep');
  (parentOfIt.stdio[3] as Writable).end();
  await becomes(() => fields()[2] === 'Z');
  await takeLock(folder, 'aaaaaaaa');
  writeFileSync(join(folder, 'lock.1'), `${pid} ${fields()[21]}`);
  expect(await ownerOf(folder)).toBeNull();
  parentOfIt.kill('SIGKILL');
});
