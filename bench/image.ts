/**
 * What an image costs that is files on a base, to build and to push, beside buildah doing the same from a Dockerfile, both
 * against Debian's docker-registry: `node -r ./bench/register.js bench/image.ts`. Says so where one of them is missing.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Artifact } from '../src/artifact/artifact';
import { buildArtifact } from '../src/artifact/build';
import { disk } from '../src/compose/disk';
import type { FunctionSpec } from '../src/config/project';
import type { RepositoryAddress } from '../src/core/code';
import { createRegistries } from '../src/registry/registries';
import { making } from '../test/artifact/making';
import { specOf } from '../test/artifact/spec';
import { serveRegistry } from '../test/registry/docker-registry';
import { pushImage, tinyBase } from '../test/registry/images';

const inCi = process.env.CI === 'true';
const files = inCi ? 2000 : 9803;
const baseBytes = inCi ? 20_000_000 : 40_000_000;
/** Of the registry, once it serves. */
let host = '';
const root = mkdtempSync(join(tmpdir(), 'shipit-bench-image-'));
const registries = createRegistries({ ...disk, login: async () => null, silenceMs: 30_000 });

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

/** Text that compresses about as well as code, and is the same in every run. */
function text(seed: number, bytes: number): string {
  const lines: string[] = [];
  for (let index = 0, length = 0; length < bytes; index++) {
    const word = createHash('sha256').update(`${seed}.${index}`).digest('hex').slice(0, 24);
    lines.push(`exports.handle${word} = async (event) => ({ statusCode: 200, body: event.${word} });\n`);
    length += lines.at(-1)?.length ?? 0;
  }
  return lines.join('');
}

function writeTree(): void {
  for (let index = 0; index < files; index += 1) {
    const path = join(root, 'dist', `node_modules/m${index % 300}/lib/f${index}.js`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text(index, 3100));
  }
}

async function timed<T>(work: () => Promise<T> | T): Promise<{ readonly ms: number; readonly value: T }> {
  const before = disk.clock.monotonicMs();
  const value = await work();
  return { ms: disk.clock.monotonicMs() - before, value };
}

interface Figures {
  readonly build: number;
  readonly push: number;
  readonly digest: string;
}

function specHere(): FunctionSpec {
  const packed = { include: null, exclude: [], allow: [] };
  const image = {
    kind: 'append' as const,
    base: `${host}/base:24`,
    add: join(root, 'dist'),
    to: '/var/task',
  };
  return { ...specOf(''), code: null, image: { ...image, ...packed } };
}

async function shipit(name: string): Promise<Figures> {
  const { ms: build, value } = await timed<Artifact>(() =>
    buildArtifact(making({ ...disk, registries }), specHere(), root),
  );
  const { code, digest } = value;
  if (!('image' in code)) throw new Error('it is no image');
  const to: RepositoryAddress = { host, name };
  const { ms: push } = await timed(() => pushImage(registries, to, code.image));
  return { build, push, digest };
}

async function buildah(name: string): Promise<Figures> {
  const storage = ['--root', join(root, 'store'), '--runroot', join(root, 'run'), '--storage-driver', 'vfs'];
  const run = (...words: string[]): string =>
    execFileSync('buildah', [...storage, ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: root,
    }).toString();
  const tls = '--tls-verify=false';
  const build = await timed(() =>
    run(
      'bud',
      '--isolation',
      'chroot',
      '--timestamp',
      '0',
      '--layers',
      tls,
      '-q',
      '-t',
      name,
      '-f',
      'Dockerfile',
      '.',
    ),
  );
  const push = await timed(() => run('push', tls, '-q', name, `docker://${host}/${name}:v1`));
  return { build: build.ms, push: push.ms, digest: '' };
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

function show(what: string, own: Figures, other: Figures | null): void {
  const line = (part: 'build' | 'push'): string => {
    const beside =
      other === null
        ? ''
        : `   buildah ${seconds(other[part])}   ratio ${(own[part] / other[part]).toFixed(2)}`;
    return `${what.padEnd(28)} ${part.padEnd(5)}   shipit ${seconds(own[part])}${beside}\n`;
  };
  process.stdout.write(line('build') + line('push'));
}

async function measure(withBuildah: boolean): Promise<void> {
  const base = await tinyBase(
    randomBytes(baseBytes / 2)
      .toString('hex')
      .slice(0, baseBytes),
  );
  await pushImage(registries, { host, name: 'base' }, base);
  await registries.tag({ host, name: 'base' }, '24', base.manifest);
  writeFileSync(join(root, 'Dockerfile'), `FROM ${host}/base:24\nCOPY dist /var/task\n`);
  const other = async (name: string) => (withBuildah ? buildah(name) : null);
  const cold = await shipit('one');
  show('cold', cold, await other('other'));
  const warm = await shipit('one');
  show('nothing changed', warm, await other('other'));
  writeFileSync(join(root, 'dist/index.js'), 'exports.handler = async () => 2;\n');
  show('one file changed', await shipit('one'), await other('other'));
  rmSync(join(root, '.shipit'), { recursive: true });
  rmSync(join(root, 'dist/index.js'));
  const again = await shipit('again');
  process.stdout.write(`the same digest without a cache: ${again.digest === cold.digest ? 'yes' : 'NO'}\n`);
  if (again.digest !== cold.digest) process.exitCode = 1;
}

async function main(): Promise<void> {
  if (!has('docker-registry')) {
    process.stdout.write(
      'docker-registry is not installed: there is nowhere to push to, and nothing was measured.\n',
    );
    return;
  }
  const withBuildah = has('buildah');
  if (!withBuildah) process.stdout.write('buildah is not installed: there is nothing to compare with.\n');
  writeTree();
  process.stdout.write(`${files} files of 3.1 KB on a base of ${baseBytes / 1e6} MB\n`);
  const registry = await serveRegistry(root);
  host = registry.host;
  try {
    await measure(withBuildah);
  } finally {
    await registry.close();
    rmSync(root, { recursive: true, force: true });
  }
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
