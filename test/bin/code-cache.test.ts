/** What V8 made of the sources is believed only where nobody else can have written it, and never needed. */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodeCache, type Kept } from '../../bin/code-cache';
import { CommandFolder } from '../stories/command';

const kept: Kept = { modules: 7, code: Buffer.from('what V8 has made') };

let home: string;
beforeEach(() => {
  home = fs.mkdtempSync(join(tmpdir(), 'shipit-cache-'));
});
afterEach(() => {
  fs.chmodSync(home, 0o700);
  fs.rmSync(home, { recursive: true, force: true });
});

const folder = () => join(home, 'shipit', 'code');
const cacheOf = (key: string, command = 'deploy') => new CodeCache(folder(), key, command);

test('what was written is read, by the same version, command and chunk alone', () => {
  cacheOf('one').write('core', kept);
  expect(cacheOf('one').read('core')).toEqual(kept);
  expect(cacheOf('two').read('core')).toBeNull();
  expect(cacheOf('one', 'status').read('core')).toBeNull();
  expect(cacheOf('one').read('aws')).toBeNull();
});

test('the folders are for their owner alone, and no other file stays', () => {
  cacheOf('one').write('core', kept);
  cacheOf('one').write('core', kept);
  expect(fs.readdirSync(join(folder(), 'one'))).toEqual(['deploy.core']);
  expect(fs.statSync(folder()).mode & 0o777).toBe(0o700);
  expect(fs.statSync(join(folder(), 'one', 'deploy.core')).mode & 0o777).toBe(0o600);
});

test('a file with one wrong bit, or without its end, is none', () => {
  cacheOf('one').write('core', kept);
  const path = join(folder(), 'one', 'deploy.core');
  const whole = fs.readFileSync(path);
  for (let at = 0; at < whole.length; at += 1) {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 0x10;
    fs.writeFileSync(path, damaged);
    expect(cacheOf('one').read('core')).toBeNull();
  }
  for (const length of [0, 1, whole.length / 2, whole.length - 1]) {
    fs.writeFileSync(path, whole.subarray(0, length));
    expect(cacheOf('one').read('core')).toBeNull();
  }
});

test.each([
  ['the folder of all', () => folder()],
  ['the folder of the version', () => join(folder(), 'one')],
  ['the file', () => join(folder(), 'one', 'deploy.core')],
])('%s that others may write to is not believed', (_what, path) => {
  cacheOf('one').write('core', kept);
  fs.chmodSync(path(), fs.statSync(path()).mode | 0o022);
  expect(cacheOf('one').read('core')).toBeNull();
});

test('a folder that others may write to, and one behind a link, are not written to', () => {
  fs.mkdirSync(folder(), { recursive: true });
  fs.chmodSync(folder(), 0o777);
  cacheOf('one').write('core', kept);
  expect(fs.readdirSync(join(folder(), 'one'))).toEqual([]);
  fs.renameSync(folder(), join(home, 'elsewhere'));
  fs.chmodSync(join(home, 'elsewhere'), 0o700);
  fs.symlinkSync(join(home, 'elsewhere'), folder());
  cacheOf('one').write('core', kept);
  expect(fs.readdirSync(join(home, 'elsewhere', 'one'))).toEqual([]);
});

test('a file behind a link is not believed', () => {
  cacheOf('one').write('core', kept);
  fs.renameSync(join(folder(), 'one', 'deploy.core'), join(home, 'deploy'));
  fs.symlinkSync(join(home, 'deploy'), join(folder(), 'one', 'deploy.core'));
  expect(cacheOf('one').read('core')).toBeNull();
});

test('three versions are kept, the last that were used', () => {
  for (const [index, key] of ['one', 'two', 'three', 'four'].entries()) {
    cacheOf(key).write('core', kept);
    fs.utimesSync(join(folder(), key), index, index);
  }
  cacheOf('five').write('core', kept);
  expect(fs.readdirSync(folder()).sort()).toEqual(['five', 'four', 'three']);
});

test('of a version the sixty files that were written last', () => {
  const names = Array.from({ length: 63 }, (_, index) => `c${index}`);
  for (const [index, name] of names.entries()) {
    cacheOf('one', name).write('core', kept);
    fs.utimesSync(join(folder(), 'one', `${name}.core`), index, index);
  }
  cacheOf('one', 'last').write('core', kept);
  const there = fs.readdirSync(join(folder(), 'one'));
  expect(there).toContain('last.core');
  expect(there).not.toContain('c3.core');
  expect(there.length).toBe(60);
});

describe('the command', () => {
  const command = new CommandFolder();
  afterAll(() => command.remove());

  const refused = { code: 2, stdout: '', stderr: expect.stringMatching(/no lambda.config.yaml/) };

  test('keeps what it compiled, and starts from it', async () => {
    const place = { XDG_CACHE_HOME: home };
    expect(await command.run('validate', place)).toMatchObject(refused);
    const [key = ''] = fs.readdirSync(folder());
    expect(key).toMatch(new RegExp(`^[0-9a-f]{16}-${process.version}-${process.arch}$`));
    const path = join(folder(), key, 'validate.core');
    const { ino } = fs.statSync(path);
    expect(await command.run('validate', place)).toMatchObject(refused);
    expect(fs.statSync(path).ino).toBe(ino);
    fs.writeFileSync(path, 'damaged');
    expect(await command.run('validate', place)).toMatchObject(refused);
    expect(fs.statSync(path).size).toBeGreaterThan(100_000);
  });

  test('runs where nothing can be kept, and where nothing shall be', async () => {
    fs.writeFileSync(join(home, 'file'), '');
    expect(await command.run('validate', { XDG_CACHE_HOME: join(home, 'file') })).toMatchObject(refused);
    const off = { XDG_CACHE_HOME: home, NODE_DISABLE_COMPILE_CACHE: '1' };
    expect(await command.run('validate', off)).toMatchObject(refused);
    expect(fs.readdirSync(home)).toEqual(['file']);
  });

  test('runs for many who begin at once', async () => {
    const place = { XDG_CACHE_HOME: home };
    const all = await Promise.all(Array.from({ length: 6 }, () => command.run('validate', place)));
    for (const ended of all) expect(ended).toMatchObject(refused);
    const [key = ''] = fs.readdirSync(folder());
    expect(fs.readdirSync(join(folder(), key))).toEqual(['validate.config', 'validate.core']);
  });

  test('asks nobody for a word that is no command', async () => {
    await command.run('velidate', { XDG_CACHE_HOME: home });
    const [key = ''] = fs.readdirSync(folder());
    expect(fs.readdirSync(join(folder(), key))).toEqual(['front.config', 'front.core']);
  });
});
