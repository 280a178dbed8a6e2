/** What builders are asked, and what is taken of what they hand over. No builder has to be here. */

import { createHash } from 'node:crypto';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildArtifact } from '../../../src/artifact/build';
import { disk } from '../../../src/compose/disk';
import type { DockerfileSource } from '../../../src/config/code';
import type { Event } from '../../../src/core/events';
import type { Ran } from '../../../src/core/ports';
import { testFolder } from '../../disk/folder';
import { FakeProcesses } from '../../fakes/processes';
import { FakeRegistries } from '../../fakes/registries';
import { tarOf } from '../../local/tar';
import { making } from '../making';
import { specOf } from '../spec';

const folder = testFolder();
const sha = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Made {
  readonly architecture?: string;
  readonly layerType?: string;
  readonly layer?: string;
  /** Changes the files of the layout before they are written. */
  readonly spoil?: (files: Map<string, string>) => void;
}

function layoutOf({ architecture = 'amd64', layerType = 'tar+gzip', layer = 'a layer', spoil }: Made) {
  const files = new Map<string, string>();
  const put = (mediaType: string, text: string) => {
    files.set(`blobs/sha256/${sha(text)}`, text);
    return { mediaType, size: Buffer.byteLength(text), digest: `sha256:${sha(text)}` };
  };
  const type = 'application/vnd.oci.image';
  const config = put(`${type}.config.v1+json`, JSON.stringify({ architecture, os: 'linux' }));
  const layers = [put(`${type}.layer.v1.${layerType}`, layer)];
  const manifest = put(`${type}.manifest.v1+json`, JSON.stringify({ schemaVersion: 2, config, layers }));
  const attestation = {
    ...put('application/json', '{}'),
    platform: { os: 'unknown', architecture: 'unknown' },
  };
  files.set('index.json', JSON.stringify({ schemaVersion: 2, manifests: [manifest, attestation] }));
  spoil?.(files);
  return { files, digest: manifest.digest };
}

const write = async (path: string, content: string | Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
};

/** A machine on which these programs run; whatever builds hands over that layout. */
function machine(programs: readonly string[], made: Made = {}, failure: Partial<Ran> | null = null) {
  const processes = new FakeProcesses();
  const { files } = layoutOf(made);
  let failed = failure === null;
  const run = processes.run.bind(processes);
  processes.answer = (argv) => (programs.includes(argv[0] ?? '') ? {} : null);
  processes.run = async (argv, options) => {
    const tar = argv.find((word) => word.includes('image.tar'))?.replace(/^.*?=(.*dest=)?/, '');
    const oci = argv.find((word) => word.startsWith('oci:'))?.slice(4);
    const id = argv.find((word) => word.startsWith('--iidfile='))?.slice('--iidfile='.length);
    const ran = await run(argv, options);
    if (argv.includes('build') && !failed) {
      failed = true;
      return { code: 1, stdout: '', stderr: '', ...failure };
    }
    if (ran === null) return null;
    if (id !== undefined) await write(id, `sha256:${'1'.repeat(64)}\n`);
    if (tar !== undefined) {
      await write(tar, await tarOf(...[...files].map(([name, data]) => ({ name, data }))));
    }
    for (const [name, text] of oci === undefined ? [] : files) await write(join(oci ?? '', name), text);
    options.hear?.('STEP 1/1: FROM scratch');
    return ran;
  };
  return processes;
}

async function build(processes: FakeProcesses, change: Partial<DockerfileSource> = {}) {
  await write(join(folder.path, 'Dockerfile'), 'FROM scratch\n');
  const source: DockerfileSource = {
    kind: 'dockerfile',
    file: join(folder.path, 'Dockerfile'),
    context: folder.path,
    target: null,
    args: {},
    secrets: {},
    cacheFrom: [],
    cacheTo: [],
    builder: null,
    ...change,
  };
  const events: Event[] = [];
  const report = { tell: (event: Event) => void events.push(event) };
  const ports = making({ ...disk, registries: new FakeRegistries(), processes, report });
  const artifact = await buildArtifact(ports, { ...specOf(''), code: null, image: source }, folder.path);
  if (!('image' in artifact.code)) throw new Error('it is no image');
  return {
    artifact,
    image: artifact.code.image,
    events,
    builds: processes.did.filter((line) => / build /.test(line)),
  };
}

const refusal = (processes: FakeProcesses, change: Partial<DockerfileSource> = {}): Promise<string> =>
  build(processes, change).then(
    () => 'built',
    ({ code, message }: { code: string; message: string }) => `${code}: ${message}`,
  );

describe('building from a Dockerfile', () => {
  it.each([
    [['docker', 'podman', 'buildah', 'finch'], 'run docker buildx build --provenance=false --sbom=false'],
    [['podman', 'buildah', 'finch'], 'run podman build --timestamp=0'],
    [['buildah', 'finch'], 'run buildah build --timestamp=0'],
    [['finch'], 'run finch build --output=type=oci'],
  ])('takes of %j the first', async (programs, expected) => {
    const { artifact, builds, events } = await build(machine(programs));
    expect(builds).toEqual([expect.stringContaining(expected)]);
    expect(builds[0]).toContain('--platform=linux/amd64');
    expect(`sha256:${artifact.digest}`).toBe(layoutOf({}).digest);
    expect(events[0]).toMatchObject({ type: 'build.said', key: 'api', line: 'STEP 1/1: FROM scratch' });
  });

  it('takes the one that is named, and says so when it is not there', async () => {
    const { builds } = await build(machine(['docker', 'buildah']), { builder: 'buildah' });
    expect(builds).toEqual([expect.stringContaining('run buildah')]);
    expect(await refusal(machine(['docker']), { builder: 'finch' })).toContain(
      'the builder finch is not on this machine',
    );
  });

  it('names the way without any builder where there is none', async () => {
    const error = await refusal(machine([]));
    expect(error).toContain('badArtifact');
    expect(error).toContain('`image: { base: …, add: … }`');
  });

  it('builds once more without rights to mount where there are none', async () => {
    const confined = machine(['buildah'], {}, { code: 125, stderr: 'kernel does not support overlay fs' });
    const { builds } = await build(confined);
    expect(builds).toHaveLength(2);
    expect(builds[1]).toContain(
      'buildah --storage-driver=vfs build --timestamp=0 --format=oci --isolation=chroot',
    );
  });

  it('tells the last lines of a build that fails', async () => {
    const broken = machine(['buildah'], {}, { code: 1, stderr: 'STEP 2\nno such file: dist\n' });
    expect(await refusal(broken)).toContain(
      'buildah could not build (exit code 1): STEP 2 | no such file: dist',
    );
  });

  it('hands values over as values, and refuses those that would be read as more than one', async () => {
    const { builds } = await build(machine(['docker']), {
      args: { A: '--privileged -v /:/host' },
      cacheFrom: ['--x'],
    });
    expect(builds[0]).toContain(' --build-arg=A=--privileged -v /:/host ');
    expect(builds[0]).toContain(' --cache-from=--x ');
    const hostile: Partial<DockerfileSource>[] = [
      { args: { 'A=B --x': '1' } },
      { secrets: { 'a,src=/etc/shadow': '/p/a' } },
      { secrets: { a: '/p/a,env=AWS_SECRET' } },
      { target: '--push' },
      { file: '/etc/passwd' },
      { context: '/' },
    ];
    for (const change of hostile) expect(await refusal(machine(['docker']), change)).toContain('badArtifact');
  });

  it('packs a layer that is not packed, and says so in the manifest', async () => {
    const { image } = await build(machine(['buildah'], { layerType: 'tar', layer: 'plain '.repeat(100) }));
    const { layers } = JSON.parse(Buffer.from(image.manifest.bytes).toString('utf8'));
    expect(layers).toMatchObject([{ mediaType: expect.stringContaining('tar+gzip') }]);
    const chunks: Uint8Array[] = [];
    for await (const chunk of image.blobs[1]?.read(0) ?? []) chunks.push(chunk);
    expect(gunzipSync(Buffer.concat(chunks)).toString()).toBe('plain '.repeat(100));
    expect(`sha256:${sha(Buffer.concat(chunks))}`).toBe(layers[0].digest);
  });

  it.each<[string, Made, string]>([
    ['another architecture', { architecture: 'arm64' }, 'it is for linux/arm64, not for linux/amd64'],
    ['no layout', { spoil: (files) => files.delete('index.json') }, 'no layout of OCI'],
    [
      'another blob under a digest',
      { spoil: (files) => files.set(`blobs/sha256/${sha('a layer')}`, 'b layer') },
      'is missing, or is not what its digest says',
    ],
    [
      'a layer that is not there',
      { spoil: (files) => files.delete(`blobs/sha256/${sha('a layer')}`) },
      'is missing',
    ],
    [
      'no image',
      { spoil: (files) => files.set('index.json', '{"manifests":[]}') },
      'it has 0 images for one function',
    ],
    [
      'a digest that is a path',
      {
        spoil: (files) =>
          files.set(
            'index.json',
            '{"manifests":[{"mediaType":"x","size":1,"digest":"sha256:../../../etc/passwd"}]}',
          ),
      },
      'it has 0 images for one function',
    ],
    ['layers packed with zstd', { layerType: 'tar+zstd' }, 'which Lambda does not take'],
  ])('refuses %s, as a folder and as an archive', async (_, made, expected) => {
    expect(await refusal(machine(['buildah'], made))).toContain(expected);
    expect(await refusal(machine(['docker'], made))).toContain(expected);
  });

  it('refuses a Dockerfile behind a link', async () => {
    await symlink('/etc', join(folder.path, 'etc'));
    const error = await refusal(machine(['docker']), { file: join(folder.path, 'etc/passwd') });
    expect(error).toContain('etc is a symbolic link');
  });
});
