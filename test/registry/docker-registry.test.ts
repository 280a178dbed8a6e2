/** Against Debian's docker-registry, where it is installed, with skopeo as a second witness. */

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildArtifact } from '../../src/artifact/build';
import { disk } from '../../src/compose/disk';
import { createRegistries } from '../../src/registry/registries';
import { making } from '../artifact/making';
import { specOf } from '../artifact/spec';
import { testFolder } from '../disk/folder';
import { serveRegistry } from './docker-registry';
import { pushImage, tinyBase } from './images';

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
const isThere = has('docker-registry');
const witness = has('skopeo');
const reason = isThere ? '' : ' (skipped: docker-registry is not installed)';

const folder = testFolder();
let open: Awaited<ReturnType<typeof serveRegistry>>;

const registries = createRegistries({ ...disk, login: async () => null, silenceMs: 10_000 });

(isThere ? describe : describe.skip)(`a real registry${reason}`, () => {
  beforeEach(async () => {
    open = await serveRegistry(folder.path);
  });
  afterEach(() => open.close());

  it('takes an image that was appended, and others read what was pushed', async () => {
    const base = await tinyBase('base\n');
    const bases = { host: open.host, name: 'bases/tiny' };
    await pushImage(registries, bases, base);
    await registries.tag(bases, '24', base.manifest);
    await mkdir(join(folder.path, 'dist'));
    await writeFile(join(folder.path, 'dist/index.js'), 'exports.handler = () => 1;\n');
    const packed = { include: null, exclude: [], allow: [], add: join(folder.path, 'dist'), to: '/var/task' };
    const image = { kind: 'append' as const, base: `${open.host}/bases/tiny:24`, ...packed };
    const spec = { ...specOf(''), code: null, image };
    const { code, digest } = await buildArtifact(making({ ...disk, registries }), spec, folder.path);
    if (!('image' in code)) throw new Error('it is no image');
    const orders = { host: open.host, name: 'orders' };
    await pushImage(registries, orders, code.image);
    expect((await registries.manifest(orders, `sha256:${digest}`))?.bytes).toEqual(code.image.manifest.bytes);
    if (!witness) return;
    const from = `docker://${open.host}/orders@sha256:${digest}`;
    const copy = join(folder.path, 'copy');
    execFileSync('skopeo', ['copy', '--src-tls-verify=false', from, `dir:${copy}`], { stdio: 'pipe' });
    expect(await readFile(join(copy, 'manifest.json'))).toEqual(Buffer.from(code.image.manifest.bytes));
    const layer = code.image.blobs.at(-1)?.digest.slice('sha256:'.length) ?? '';
    const listed = execFileSync('tar', ['-tzf', join(copy, layer)]).toString('utf8');
    expect(listed).toBe('var/\nvar/task/\nvar/task/index.js\n');
  });
});
