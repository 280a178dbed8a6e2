import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { containerLimits, createContainerStore } from '../../src/local/containers/folders';
import type { ImageLayer, ResolvedImage } from '../../src/local/registry/book';
import { type TarEntry, tarOf } from './tar';

let outer: string;
beforeEach(() => {
  outer = mkdtempSync(join(tmpdir(), 'shipit-layers-'));
});
afterEach(() => rmSync(outer, { recursive: true, force: true }));

const digest = `sha256:${'a'.repeat(64)}`;
const uri = `123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders@${digest}`;
const folder = () => join(outer, 'images');
const root = () => join(folder(), 'a'.repeat(64), 'root');
const config = { Env: [], Entrypoint: [], Cmd: [], WorkingDir: '', User: '' };

function storeOf(layers: readonly Uint8Array[], limits = containerLimits, used: readonly string[] = [uri]) {
  const image = {
    ...{
      digest,
      mediaType: '',
      sizeBytes: 0,
      architecture: 'x86_64',
      repository: 'orders',
      configMediaType: '',
    },
    config,
    layers: layers.map((_, index) => ({ digest: String(index), mediaType: '', size: 0, pieces: [] })),
  } as ResolvedImage;
  async function* readLayer(layer: ImageLayer) {
    const bytes = layers[Number(layer.digest)] ?? new Uint8Array();
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
  }
  return createContainerStore({
    folder: folder(),
    library: { resolve: async () => image, readLayer },
    used: () => used,
    limits,
  });
}

async function unpacked(...layers: readonly (readonly TarEntry[])[]): Promise<void> {
  await storeOf(await Promise.all(layers.map((entries) => tarOf(...entries)))).open(uri);
}

const text = (path: string): string => readFileSync(join(root(), path), 'utf8');
const file = (name: string, data: string): TarEntry => ({ name, data });
const link = (name: string, linkname: string): TarEntry => ({ name, type: 'symlink', linkname });

test('layers lie over each other, packed with gzip or not', async () => {
  const below = await tarOf(file('./var/task/app.js', 'one'), file('etc/keep', 'kept'));
  const above = gzipSync(
    await tarOf(file('/var/task/app.js', 'two'), { name: 'run', data: '#!', mode: 0o4755 }),
  );
  const opened = await storeOf([below, above]).open(uri);
  expect(opened).toEqual({ root: root(), config });
  expect([text('var/task/app.js'), text('etc/keep')]).toEqual(['two', 'kept']);
  expect(statSync(join(root(), 'run')).mode & 0o7777).toBe(0o755);
  expect(readdirSync(folder())).toEqual(['a'.repeat(64)]);
});

test('what is unpacked once stays, and is not read again', async () => {
  await storeOf([await tarOf(file('a', '1'))]).open(uri);
  expect(await storeOf([Buffer.from('nonsense')]).open(uri)).toEqual({ root: root(), config });
});

test('a file of a whiteout is gone, and an opaque folder shows only what its own layer has', async () => {
  await unpacked(
    [file('d/old', '1'), file('d/sub/old', '1'), file('gone', '1'), file('other/x', '1')],
    [
      file('d/new', '2'),
      file('d/.wh..wh..opq', ''),
      file('d/sub/new', '2'),
      file('.wh.gone', ''),
      file('.wh.other', ''),
    ],
  );
  expect(readdirSync(join(root(), 'd')).sort()).toEqual(['new', 'sub']);
  expect(readdirSync(join(root(), 'd/sub'))).toEqual(['new']);
  for (const name of ['gone', 'other']) expect(readdirSync(root())).not.toContain(name);
});

test('a whiteout hides what was below, never what its own layer brings', async () => {
  await unpacked([file('a', 'below')], [file('a', 'own'), file('.wh.a', '')]);
  expect(text('a')).toBe('own');
});

test('a link leads to the same place as in the image, never out of it', async () => {
  await unpacked([
    file('etc/passwd', 'of the image'),
    link('absolute', '/etc/passwd'),
    link('deep/er/climbs', '../../../../../../../../etc/passwd'),
    link('lib', 'usr/lib'),
    file('usr/lib/x', 'x'),
    link('slash', '/'),
    link('gone', '/not/there'),
  ]);
  for (const path of ['absolute', 'deep/er/climbs', 'slash/etc/passwd'])
    expect(text(path)).toBe('of the image');
  expect(text('lib/x')).toBe('x');
});

test('a file behind a linked folder lands inside of the image', async () => {
  await unpacked(
    [link('escape', '/'), link('up', '../../../..'), link('data', '/srv')],
    [file('escape/one', '1'), file('up/two', '2'), file('data/three', '3')],
  );
  expect([text('one'), text('two'), text('srv/three')]).toEqual(['1', '2', '3']);
  expect(readdirSync(outer)).toEqual(['images']);
});

test('a file never goes through a link of its own name', async () => {
  await unpacked([file('real', 'real'), link('name', 'real')], [file('name', 'new')]);
  expect([text('real'), text('name')]).toEqual(['real', 'new']);
});

test('hard links share a file of the image, and the last of several entries of one name counts', async () => {
  await unpacked([
    file('a', 'first'),
    file('a', 'second'),
    { name: 'b', type: 'link', linkname: '/a' },
    link('l', '/a'),
    { name: 'sub/l', type: 'link', linkname: 'l' },
  ]);
  expect([text('a'), text('b'), text('sub/l')]).toEqual(['second', 'second', 'second']);
  expect(statSync(join(root(), 'a')).ino).toBe(statSync(join(root(), 'b')).ino);
});

test('a folder gives way to a file and a file to a folder', async () => {
  await unpacked(
    [file('a/b', '1'), file('c', '1')],
    [file('a', '2'), { name: 'c', type: 'directory' }, file('c/d', '2')],
  );
  expect([text('a'), text('c/d')]).toEqual(['2', '2']);
});

test('devices and pipes are left out', async () => {
  const kinds = ['character-device', 'block-device', 'fifo'] as const;
  await unpacked([...kinds.map((type) => ({ name: type, type, devmajor: 1, devminor: 3 })), file('a', '1')]);
  expect(readdirSync(root()).sort()).toEqual(['a', 'dev', 'opt', 'proc', 'tmp', 'var']);
});

const refused: readonly (readonly [string, readonly TarEntry[], string])[] = [
  ['a name that leads out', [file('../../out', '1')], 'entry with the name'],
  ['a name that leads out in the middle', [file('a/../../out', '1')], 'entry with the name'],
  [
    'a hard link to a file outside',
    [{ name: 'a', type: 'link', linkname: '../../../etc/passwd' }],
    'entry with the name',
  ],
  ['a hard link to nothing', [{ name: 'a', type: 'link', linkname: 'none' }], 'no file'],
  [
    'a hard link to a folder',
    [
      { name: 'd', type: 'directory' },
      { name: 'a', type: 'link', linkname: 'd' },
    ],
    'no file',
  ],
  ['links that go in circles', [link('a', 'b'), link('b', 'a'), file('a/x', '1')], 'Too many links'],
  ['a whiteout of the folder above', [file('d/.wh...', '')], 'hides what is no file'],
  ['a whiteout of the folder itself', [file('d/.wh..', '')], 'hides what is no file'],
  ['a file used as a folder', [file('a', '1'), file('a/b', '1')], 'in the way'],
];
test.each(refused)('%s is refused, and nothing is left', async (_what, entries, why) => {
  await expect(unpacked(entries)).rejects.toThrow(why);
  expect(readdirSync(folder())).toEqual([]);
  expect(readdirSync(outer)).toEqual(['images']);
});

test.each([
  ['more bytes', { bytes: 9, entries: 100 }],
  ['more files', { bytes: 100, entries: 1 }],
])('an image with %s than there is room for is refused, all its layers together', async (_what, limits) => {
  const layers = [await tarOf(file('a', '12345')), gzipSync(await tarOf(file('b', '12345')))];
  await expect(storeOf(layers, limits).open(uri)).rejects.toThrow('larger than');
  expect(readdirSync(folder())).toEqual([]);
});

test.each([
  ['what is no archive', Buffer.from('x'.repeat(2000))],
  ['an archive that breaks off', gzipSync(Buffer.alloc(4000, 'x')).subarray(0, 30)],
  ['zstd', Buffer.from('28b52ffd00000000', 'hex')],
])('%s is refused', async (_what, bytes) => {
  await expect(storeOf([bytes]).open(uri)).rejects.toThrow(/layer/);
  expect(readdirSync(folder())).toEqual([]);
});

test('an image that was half unpacked when the process ended is unpacked anew', async () => {
  await unpacked([file('a', '1')]);
  rmSync(join(folder(), 'a'.repeat(64), 'image.json'));
  await unpacked([file('a', '2')]);
  expect(text('a')).toBe('2');
});

test('an image that no function is made of goes with the second save', async () => {
  const store = storeOf([await tarOf(file('a', '1'))], containerLimits, []);
  await store.open(uri);
  store.dump();
  expect(lstatSync(root()).isDirectory()).toBe(true);
  store.dump();
  expect(readdirSync(folder())).toEqual([]);
});
