import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildArtifact } from '../../../src/artifact/build';
import { updateBases } from '../../../src/artifact/image';
import { disk } from '../../../src/compose/disk';
import type { AppendSource } from '../../../src/config/code';
import type { FunctionSpec } from '../../../src/config/project';
import type { BuiltImage, ImageBlob } from '../../../src/core/code';
import type { FunctionConfig } from '../../../src/core/function';
import { testFolder } from '../../disk/folder';
import { FakeRegistries } from '../../fakes/registries';
import { making } from '../making';
import { specOf } from '../spec';
import { type BaseOptions, families, plainBase, putBase, putIndex } from './base';

const folder = testFolder();
const base = 'registry.example.com/lambda/nodejs:24';
const at = { host: 'registry.example.com', name: 'lambda/nodejs', reference: '24' };

async function put(path: string, content: string | Uint8Array = 'x'): Promise<string> {
  const file = join(folder.path, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

function functionOn(change: Partial<AppendSource> = {}, config: Partial<FunctionConfig> = {}): FunctionSpec {
  const add = join(folder.path, 'dist');
  const packed = { include: null, exclude: [], allow: [] };
  const image = { kind: 'append' as const, base, add, to: '/var/task', ...packed, ...change };
  return { ...specOf(add, config), code: null, image, where: { image: 'lambda.config.yaml:9:5' } };
}

const portsOf = (registries: FakeRegistries) => making({ ...disk, registries });

function hubWith(options: Partial<BaseOptions> = {}): FakeRegistries {
  const registries = new FakeRegistries();
  putBase(registries, at, { ...plainBase, ...options });
  return registries;
}

const build = (registries: FakeRegistries, spec = functionOn()) =>
  buildArtifact(portsOf(registries), spec, folder.path);

async function imageOf(registries: FakeRegistries, spec = functionOn()): Promise<BuiltImage> {
  const { code } = await build(registries, spec);
  if (!('image' in code)) throw new Error('it is no image');
  return code.image;
}

const refusal = (registries: FakeRegistries, spec = functionOn()): Promise<string> =>
  build(registries, spec).then(
    () => 'built',
    ({ code, message }: { code: string; message: string }) =>
      code === 'badArtifact'
        ? message.replace('lambda.config.yaml:9:5  functions.api: ', '')
        : `${code}: ${message}`,
  );

async function bytesOf(blob: ImageBlob | undefined, from = 0): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of blob?.read(from) ?? []) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const documentOf = ({ manifest }: BuiltImage) => JSON.parse(Buffer.from(manifest.bytes).toString('utf8'));
const configOf = async ({ blobs }: BuiltImage) => JSON.parse((await bytesOf(blobs[0])).toString('utf8'));
const lock = async () => JSON.parse(await readFile(join(folder.path, 'shipit.lock.json'), 'utf8'));

const flags = ['--numeric-owner', '--full-time', '--utc', '--quoting-style=literal'];

async function listed(image: BuiltImage): Promise<string[]> {
  const tar = gunzipSync(await bytesOf(image.blobs.at(-1)));
  const text = execFileSync('tar', [...flags, '-tvf', '-'], { input: tar }).toString('utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => line.replace(/ +/g, ' '));
}

describe('an image on a base', () => {
  it('is the base with one layer more, in the same family', async () => {
    await put('dist/index.js', 'exports.handler = () => 1;');
    for (const family of ['docker', 'oci'] as const) {
      const registries = hubWith({ family });
      const image = await imageOf(registries, functionOn({ base: `registry.example.com/lambda/nodejs:24` }));
      const document = documentOf(image);
      expect(image.manifest.mediaType).toBe(families[family].manifest);
      expect(document.layers.map(({ mediaType }: { mediaType: string }) => mediaType)).toEqual([
        families[family].layer,
        families[family].layer,
      ]);
      expect(image.blobs.map(({ from }) => from?.name ?? null)).toEqual([null, 'lambda/nodejs', null]);
      expect(document.config.digest).toBe(image.blobs[0]?.digest);
      const config = await configOf(image);
      expect(config).toMatchObject({
        architecture: 'amd64',
        config: { Env: ['LANG=en'], Entrypoint: ['/run'] },
      });
      expect(config.rootfs.diff_ids).toHaveLength(2);
      await writeFile(join(folder.path, 'shipit.lock.json'), '{"bases":{},"version":1}');
    }
  });

  it('has files of nobody, from the beginning of time, and the folders on the way', async () => {
    await put('dist/index.js', 'abc');
    await chmod(await put('dist/bin/run'), 0o775);
    expect(await listed(await imageOf(hubWith()))).toEqual([
      'drwxr-xr-x 0/0 0 1970-01-01 00:00:00 var/',
      'drwxr-xr-x 0/0 0 1970-01-01 00:00:00 var/task/',
      'drwxr-xr-x 0/0 0 1970-01-01 00:00:00 var/task/bin/',
      '-rwxr-xr-x 0/0 1 1970-01-01 00:00:00 var/task/bin/run',
      '-rw-r--r-- 0/0 3 1970-01-01 00:00:00 var/task/index.js',
    ]);
  });

  it('keeps names that are long or foreign', async () => {
    const long = `${'deep/'.repeat(50)}file.js`;
    for (const path of [long, `${'x'.repeat(120)}.js`, 'grüezi/日本.js']) await put(`dist/${path}`);
    const names = (await listed(await imageOf(hubWith()))).map((line) => line.split(' ').slice(5).join(' '));
    expect(names).toEqual(
      expect.arrayContaining([
        `var/task/${long}`,
        `var/task/${'x'.repeat(120)}.js`,
        'var/task/grüezi/日本.js',
      ]),
    );
  });

  it('has the same digest in every run, whatever the times of its files', async () => {
    const file = await put('dist/index.js', 'x'.repeat(3_000_000));
    const first = await build(hubWith());
    await utimes(file, 1, 1);
    const second = await build(hubWith());
    expect(second.digest).toBe(first.digest);
    expect([first.reused, second.reused]).toEqual([false, true]);
    expect(first.digest).toMatch(/^[0-9a-f]{64}$/);
    await put('dist/index.js', 'y'.repeat(3_000_000));
    expect((await build(hubWith())).digest).not.toBe(first.digest);
  });

  it('may be a single file', async () => {
    await chmod(await put('build/bootstrap'), 0o755);
    const spec = functionOn({ add: join(folder.path, 'build/bootstrap'), to: '/opt/app' });
    expect((await listed(await imageOf(hubWith(), spec))).at(-1)).toContain(
      '-rwxr-xr-x 0/0 1 1970-01-01 00:00:00 opt/app/bootstrap',
    );
  });

  it('can be read from any byte, also of the base', async () => {
    await put('dist/index.js', 'x'.repeat(100_000));
    const { blobs } = await imageOf(hubWith());
    for (const blob of blobs) {
      const whole = await bytesOf(blob);
      expect(whole).toHaveLength(blob.bytes);
      expect(await bytesOf(blob, 5)).toEqual(whole.subarray(5));
    }
  });

  it('takes what goes in as a zip does', async () => {
    await put('dist/index.js');
    await put('dist/index.js.map');
    await put('dist/skip/a.js');
    await put('dist/.lambdaignore', 'skip/\n');
    const lines = await listed(await imageOf(hubWith(), functionOn({ exclude: ['*.map'] })));
    expect(lines.map((line) => line.split(' ').at(-1))).toEqual(['var/', 'var/task/', 'var/task/index.js']);
  });

  it.each([
    ['a link', () => symlink('/etc/passwd', join(folder.path, 'dist/l')), 'dist: l is a symbolic link'],
    ['a secret', () => put('dist/.env'), '.env'],
    ['a private key', () => put('dist/k.txt', '-----BEGIN PRIVATE KEY-----\n'), 'k.txt is a private key'],
    ['what would hide the base', () => put('dist/.wh.run'), '.wh.run would hide a file of the base'],
  ])('refuses %s', async (_, sin, said) => {
    await put('dist/index.js');
    await sin();
    expect(await refusal(hubWith())).toContain(said);
  });

  it('is not put where a base has a link', async () => {
    await put('dist/index.js');
    expect(await refusal(hubWith(), functionOn({ to: '/lib/x' }))).toContain('is a folder of the system');
  });

  it('is missed when nothing is there to add', async () => {
    expect(await refusal(hubWith())).toBe('dist is not there  (build the code first, or correct `add`)');
  });

  it('has at most 10 GB, as far as anybody knows', async () => {
    await put('dist/index.js');
    const change: BaseOptions['change'] = (manifest) => {
      manifest.layers = (manifest.layers as object[]).map((layer) => ({ ...layer, size: 10 * 1024 ** 3 }));
    };
    expect(await refusal(hubWith({ change }))).toContain('Lambda takes 10 GB');
  });
});

describe('a base', () => {
  beforeEach(() => put('dist/index.js'));

  it('is looked up once, and pinned', async () => {
    const registries = new FakeRegistries();
    const digests = putIndex(registries, at, 'one');
    const first = await build(registries);
    expect(await lock()).toEqual({ version: 1, bases: { [base]: digests } });
    expect(first.remarks?.[0]?.hint).toContain('Commit shipit.lock.json');
    putIndex(registries, at, 'two');
    const second = await build(registries);
    expect(second.digest).toBe(first.digest);
    expect(second.remarks).toEqual([]);
  });

  it('that is pinned and was seen needs no network', async () => {
    const registries = hubWith();
    const first = await build(registries);
    const offline = new FakeRegistries();
    expect((await build(offline)).digest).toBe(first.digest);
    expect(offline.did).toEqual([]);
  });

  it('moves when it is asked to', async () => {
    const registries = new FakeRegistries();
    putIndex(registries, at, 'one');
    const first = await build(registries);
    const { amd64 } = putIndex(registries, at, 'two');
    const moved = await updateBases(portsOf(registries), [functionOn(), functionOn()], folder.path);
    expect(moved).toHaveLength(2);
    expect(moved[0]).toMatch(new RegExp(`^${base} for amd64: from sha256:[0-9a-f]{64} to ${amd64}$`));
    expect((await build(registries)).digest).not.toBe(first.digest);
    expect(await updateBases(portsOf(registries), [functionOn()], folder.path)).toEqual([]);
  });

  it('is the same for functions that are built at once', async () => {
    const registries = new FakeRegistries();
    putIndex(registries, at, 'one');
    const both = await Promise.all([
      build(registries),
      build(registries, functionOn({}, { architecture: 'arm64' })),
    ]);
    expect(both[0]?.digest).not.toBe(both[1]?.digest);
    expect(registries.did.filter((one) => one.endsWith(' 24'))).toHaveLength(1);
  });

  it('may be pinned by its name, and then stands in no lock file', async () => {
    const registries = new FakeRegistries();
    const digest = putBase(registries, at, plainBase);
    await build(registries, functionOn({ base: `registry.example.com/lambda/nodejs@${digest}` }));
    await expect(lock()).rejects.toThrow('ENOENT');
  });

  it.each([
    [
      'for another architecture',
      { architecture: 'arm64' },
      'is for arm64, and the function for x86_64  (set `architecture: arm64`',
    ],
    ['for neither', { architecture: 's390x' }, 'is for neither x86_64 nor arm64'],
    [
      'of layers that Lambda does not take',
      { change: layerOf('application/vnd.oci.image.layer.v1.tar+zstd') },
      'zstd, which Lambda does not take',
    ],
    [
      'that is no image',
      {
        change: (manifest: { [name: string]: unknown }) => {
          manifest.mediaType = 'text/html';
        },
      },
      'which is none of an image',
    ],
    [
      'without layers',
      {
        change: (manifest: { [name: string]: unknown }) => {
          manifest.layers = [];
        },
      },
      'lacks a config or layers',
    ],
  ])('%s is refused', async (_, options, said) => {
    expect(await refusal(hubWith(options))).toContain(said);
  });

  it('is refused when it is not there, or has no name', async () => {
    expect(await refusal(new FakeRegistries())).toContain('nodejs:24 is not there  (correct `base`)');
    expect(await refusal(hubWith(), functionOn({ base: 'Not A Name' }))).toContain('is no name of an image');
  });

  it('that is pinned and gone says how to go on', async () => {
    const digest = `sha256:${'0'.repeat(64)}`;
    await put('shipit.lock.json', JSON.stringify({ version: 1, bases: { [base]: { amd64: digest } } }));
    expect(await refusal(hubWith())).toContain(
      `is no longer there as ${digest}  (run \`shipit build --update-base\``,
    );
  });

  it('pinned in a file that nobody can read is refused', async () => {
    await put('shipit.lock.json', '<<<<<<< HEAD');
    expect(await refusal(hubWith())).toContain('badConfig: ');
  });

  it('that says of other layers than it has is refused', async () => {
    const change: BaseOptions['change'] = (manifest) => {
      const [layer] = manifest.layers as object[];
      manifest.layers = Array.from({ length: 150 }, () => layer);
    };
    expect(await refusal(hubWith({ change }))).toContain('says of other layers than it has');
  });
});

function layerOf(mediaType: string): BaseOptions['change'] {
  return (manifest) => {
    manifest.layers = (manifest.layers as object[]).map((layer) => ({ ...layer, mediaType }));
  };
}

describe('an image that is there', () => {
  const there = (uri: string): FunctionSpec => ({ ...functionOn(), image: { kind: 'there', uri } });

  it('by its digest is taken as it is', async () => {
    const registries = new FakeRegistries();
    const uri = `registry.example.com/a@sha256:${'1'.repeat(64)}`;
    expect(await build(registries, there(uri))).toMatchObject({
      code: { imageUri: uri },
      digest: '1'.repeat(64),
    });
    expect(registries.did).toEqual([]);
  });

  it('by a tag is what the tag means now', async () => {
    const registries = new FakeRegistries();
    const digest = putBase(registries, at, plainBase);
    const { code } = await build(registries, there(base));
    expect(code).toEqual({ imageUri: `registry.example.com/lambda/nodejs@${digest}` });
  });

  it('in an index is the one for the architecture', async () => {
    const registries = new FakeRegistries();
    const { amd64 } = putIndex(registries, at, 'one');
    const { code } = await build(registries, there(base));
    expect(code).toEqual({ imageUri: `registry.example.com/lambda/nodejs@${amd64}` });
  });

  it('is missed where it is not', async () => {
    expect(await refusal(new FakeRegistries(), there(base))).toContain('is not there  (push it first');
  });
});
