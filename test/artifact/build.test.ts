import { execFileSync } from 'node:child_process';
import { chmod, mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildArtifact } from '../../src/artifact/build';
import type { FunctionConfig } from '../../src/core/function';
import type { Files } from '../../src/core/ports';
import { Digest } from '../../src/core/values';
import { createCache } from '../../src/disk/cache';
import { createFiles } from '../../src/disk/files';
import { createPacking } from '../../src/disk/packing';
import { FakeClock } from '../clock';
import { testFolder } from '../disk/folder';
import { making } from './making';
import { specOf, zipOf } from './spec';

const files = createFiles({ nonce: () => '00000000' });
const folder = testFolder();
const nodeConfig = { runtime: 'nodejs24.x', handler: 'index.handler' };

async function put(path: string, content: string | Uint8Array = 'x'): Promise<string> {
  const file = join(folder.path, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

const packing = createPacking(1);
const clock = new FakeClock(0);
const room = { bytes: 1e8, keys: 1000, keptMs: 3_600_000 };

const build = (code = 'dist', config: Partial<FunctionConfig> = {}, port: Files = files) => {
  const cache = createCache({ clock, ids: { nonce: () => '00000000' }, files }, room);
  return buildArtifact(
    making({ files: port, packing, cache }),
    specOf(join(folder.path, code), config),
    folder.path,
  );
};

const refusal = async (...request: Parameters<typeof build>): Promise<string> =>
  build(...request).then(
    () => 'built',
    ({ code, message }: { code: string; message: string }) =>
      code === 'badArtifact' ? message : `${code}: ${message}`,
  );

const place = 'lambda.config.yaml:11:11  functions.api: ';

describe('an artifact of a folder', () => {
  it('has the same digest in every run, whatever the times of its files', async () => {
    const file = await put('dist/index.js', 'exports.handler = () => 1;');
    await put('dist/lib/deep/a.js', 'a'.repeat(10_000));
    await put('dist/empty');
    const first = await build('dist', nodeConfig);
    await utimes(file, 1, 1);
    const second = await build('dist', nodeConfig);
    expect(second.digest).toBe(first.digest);
    expect(first.files).toBe(3);
    expect(first.digest).toBe(Digest.of(await zipOf(first)));
    expect(first.bytes).toBe((await zipOf(first)).length);
  });

  it('changes when a file becomes executable', async () => {
    const file = await put('dist/bootstrap');
    const before = await build();
    await chmod(file, 0o755);
    expect((await build()).digest).not.toBe(before.digest);
  });

  it('is missed when it is not built yet', async () => {
    expect(await refusal()).toBe(`${place}dist is not there  (build the code first, or correct \`code\`)`);
    await mkdir(join(folder.path, 'dist'));
    expect(await refusal()).toBe(`${place}dist has no files  (build the code first)`);
  });

  it('is a folder or a .zip', async () => {
    await put('dist.tar');
    expect(await refusal('dist.tar')).toBe(
      `${place}dist.tar is neither a folder nor a .zip file  (correct \`code\`)`,
    );
  });

  it('is not reached through a link', async () => {
    await put('elsewhere/index.js');
    await symlink(join(folder.path, 'elsewhere'), join(folder.path, 'dist'));
    expect(await refusal()).toBe(`${place}dist is a symbolic link  (name the folder it leads to)`);
    await put('elsewhere/inner/index.js');
    expect(await refusal('dist/inner')).toBe(
      `${place}dist is a symbolic link  (name the folder it leads to)`,
    );
    expect(await refusal('../x')).toBe(
      `${place}../x leaves the folder of the project file  (name a path below the project file)`,
    );
  });

  it('contains no links, pipes, or names that a shell or a screen could misread', async () => {
    await put('dist/index.js');
    await put('dist/-rf');
    await put('dist/a\nb');
    await put('dist/c\u202ed');
    await put('dist/e\\f');
    await symlink('/etc/passwd', join(folder.path, 'dist/link'));
    execFileSync('mkfifo', [join(folder.path, 'dist/pipe')]);
    const problems = await build().catch(({ problems }: { problems: string[] }) => problems);
    expect(problems).toEqual([
      `${place}dist: the file name "-rf" begins with a dash  (rename it, or delete it)`,
      `${place}dist: the file name "a\\nb" contains a tab or a line end  (rename it, or delete it)`,
      `${place}dist: the file name "c\\u{202E}d" contains the hidden character U+202E  (rename it, or delete it)`,
      `${place}dist: the file name "e\\\\f" contains a backslash  (rename it, or delete it)`,
      `${place}dist: link is a symbolic link  (put the file itself there)`,
      `${place}dist: pipe is neither file nor folder  (delete it)`,
    ]);
  });

  it.each([
    ['Index.js', 'index.js'],
    ['caf\u00e9.js', 'cafe\u0301.js'],
  ])('contains no two names that are one on other machines: %s', async (one, other) => {
    await put(`dist/${one}`);
    await put(`dist/${other}`);
    expect(await refusal()).toContain('are the same file on some machines  (rename one)');
  });

  it.each([
    ['.git/config', 'is the history of a repository'],
    ['sub/.git', 'is the history of a repository'],
    ['.env', 'is a file of secrets'],
    ['sub/.env.production', 'is a file of secrets'],
    ['keys/id_ed25519', 'is a private key'],
    ['client.p12', 'is a private key'],
  ])('contains no secrets by name: %s', async (path, why) => {
    await put('dist/index.js');
    await put(`dist/${path}`);
    expect(await refusal()).toBe(`${place}dist: ${path} ${why}  (leave it out, or name it in \`allow\`)`);
  });

  it.each(['.env.example', '.gitignore', '.github/x', 'environment.js', 'id_rsa.pub'])(
    'may contain %s',
    async (path) => {
      await put(`dist/${path}`);
      expect((await build()).files).toBe(1);
    },
  );

  it.each([
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIE\n'],
    ['Bag Attributes\n    friendlyName: x\n-----BEGIN PRIVATE KEY-----\r\nMIIE\n'],
    ['-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n'],
    ['-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nx\n'],
  ])('contains no private key, whatever it is called: %j', async (content) => {
    await put('dist/notes', content);
    expect(await refusal()).toBe(`${place}notes is a private key  (leave it out, or name it in \`allow\`)`);
  });

  it('may contain certificates, and code that speaks of keys', async () => {
    await put('dist/ca.pem', '-----BEGIN CERTIFICATE-----\nMIIE\n');
    await put('dist/pem.js', 'const header = `\n-----BEGIN PRIVATE KEY-----\n`;\n');
    await put('dist/README', 'Keys begin with "-----BEGIN PRIVATE KEY-----".\n');
    expect((await build()).files).toBe(3);
  });

  it('has its handler file', async () => {
    await put('dist/main.js');
    expect(await refusal('dist', nodeConfig)).toBe(
      `${place}dist: the handler \`index.handler\` needs index.js or index.mjs or index.cjs, which is not there  (build the code first, or correct \`handler\`)`,
    );
    await put('dist/build/index.mjs');
    expect(await refusal('dist', nodeConfig)).toContain(
      '(there is build/index.mjs: correct `code` or `handler`)',
    );
  });

  it('is at most 250 MB, and says what is large before a byte of it is read', async () => {
    const stats = [
      { path: 'node_modules/huge/a.bin', size: 200 * 1024 * 1024 },
      { path: 'node_modules/huge/b.bin', size: 60 * 1024 * 1024 },
      { path: 'node_modules/small/c.js', size: 1024 },
      { path: 'index.js', size: 2 * 1024 * 1024 },
    ].map((stat) => ({ ...stat, kind: 'file' as const, executable: false, stamp: 0 }));
    await put('dist/index.js');
    const read = () => Promise.reject(new Error('nothing is read'));
    expect(await refusal('dist', {}, { ...files, read, walk: () => Promise.resolve(stats) })).toBe(
      `${place}dist: 262.0 MB unzipped; Lambda takes 250 MB; the largest: node_modules/huge 260.0 MB, index.js 2.0 MB, node_modules/small 0.0 MB  (leave out what the function does not load)`,
    );
  });

  it('is refused when a file changes while it is read', async () => {
    await put('dist/index.js', 'long');
    const read = () => Promise.resolve(Buffer.from('short'));
    expect(await refusal('dist', {}, { ...files, read })).toBe(
      `${place}index.js changed while it was read  (wait until the build has ended)`,
    );
  });
});
