import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildArtifact, buildLayer } from '../../src/artifact/build';
import { contentOfZip } from '../../src/artifact/inspect';
import type { PythonSource } from '../../src/config/code';
import type { LayerSpec } from '../../src/config/project';
import { createClock } from '../../src/disk/clock';
import { createFiles } from '../../src/disk/files';
import { createPacking } from '../../src/disk/packing';
import { createProcesses } from '../../src/disk/processes';
import { createStaging } from '../../src/disk/staging';
import { testFolder } from '../disk/folder';
import { FakeCache } from '../fakes/packing';
import { FakeProcesses } from '../fakes/processes';
import { making } from './making';
import { specOf, zipOf } from './spec';

const folder = testFolder();
const clock = createClock();
const files = createFiles({ nonce: () => '00000000' });

async function put(path: string, text: string): Promise<void> {
  const file = join(folder.path, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** A wheel of one module, as an index would have it. */
function putWheel(name: string, version: string): void {
  const script = `import sys, zipfile
name, version, folder = sys.argv[1:]
info = f'{name}-{version}.dist-info'
with zipfile.ZipFile(f'{folder}/{name}-{version}-py3-none-any.whl', 'w') as wheel:
    wheel.writestr(f'{name}/__init__.py', f'version = "{version}"\\n')
    wheel.writestr(f'{info}/METADATA', f'Metadata-Version: 2.1\\nName: {name}\\nVersion: {version}\\n')
    wheel.writestr(f'{info}/WHEEL', 'Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
    wheel.writestr(f'{info}/entry_points.txt', f'[console_scripts]\\n{name} = {name}:main\\n')
    wheel.writestr(f'{info}/RECORD', '')
`;
  execFileSync('python3', ['-c', script, name, version, join(folder.path, 'wheels')]);
}

const source = (change: Partial<PythonSource> = {}): PythonSource => ({
  kind: 'python',
  path: join(folder.path, 'src'),
  requirements: join(folder.path, 'requirements.txt'),
  installer: 'pip',
  include: null,
  exclude: [],
  allow: [],
  ...change,
});

const config = { runtime: 'python3.13', handler: 'app.handler' };
const spec = (change: Partial<PythonSource> = {}) => ({ ...specOf('/'), config, code: source(change) });
const processes = createProcesses({ PATH: pathOfPrograms() }, clock);

function pathOfPrograms(): string {
  return execFileSync('sh', ['-c', 'echo $PATH'], { encoding: 'utf8' }).trim();
}

const ports = () =>
  making({
    files,
    packing: createPacking(1),
    cache: new FakeCache(),
    staging: createStaging(clock),
    processes,
  });

const pathsIn = async (zip: Uint8Array): Promise<string[]> =>
  [...((await contentOfZip(zip)) ?? new Map<string, never>()).keys()].sort();

beforeEach(async () => {
  await put('src/app.py', 'import hello\ndef handler(event, context):\n    return hello.version\n');
  await put('src/__pycache__/app.cpython-311.pyc', 'x');
  await put('wheels/note.txt', 'x');
  await put('requirements.txt', '--no-index\n--find-links wheels\nhello==1.0\n');
  putWheel('hello', '1.0');
});

describe('a function of Python with requirements', () => {
  it('has its own files and those of its packages, without what differs between installations', async () => {
    const artifact = await buildArtifact(ports(), spec(), folder.path);
    expect(await pathsIn(await zipOf(artifact))).toEqual([
      'app.py',
      'hello-1.0.dist-info/METADATA',
      'hello-1.0.dist-info/WHEEL',
      'hello-1.0.dist-info/entry_points.txt',
      'hello/__init__.py',
    ]);
  });

  it('is installed once for the same requirements, and anew for others', async () => {
    const ran = async () => {
      const own = ports();
      await buildArtifact(own, spec(), folder.path);
      return own.report.did.filter((type) => type === 'build.ran').length;
    };
    expect([await ran(), await ran()]).toEqual([1, 0]);
    putWheel('hello', '1.1');
    await put('requirements.txt', '--no-index\n--find-links wheels\nhello==1.1\n');
    expect([await ran(), await ran()]).toEqual([1, 0]);
  });

  it('is refused with what pip says when a package cannot be had', async () => {
    await put('requirements.txt', '--no-index\n--find-links wheels\nabsent==1.0\n');
    const building = buildArtifact(ports(), spec(), folder.path);
    await expect(building).rejects.toMatchObject({
      code: 'badArtifact',
      message: expect.stringMatching(
        /`pip install -r requirements.txt` ended with 1 and wrote last: .*absent==1.0/,
      ),
    });
  });

  it('is refused when a file of its own is in a package too', async () => {
    await put('src/hello/__init__.py', 'version = "own"');
    const building = buildArtifact(ports(), spec(), folder.path);
    await expect(building).rejects.toMatchObject({
      message: expect.stringContaining(
        'hello/__init__.py is in the folder and in a package of the requirements',
      ),
    });
    const { files: count } = await buildArtifact(ports(), spec({ exclude: ['hello/'] }), folder.path);
    expect(count).toBe(5);
  });

  it('lies below python/ in a layer', async () => {
    const layer: LayerSpec = {
      key: 'deps',
      name: 'deps',
      code: source(),
      build: null,
      description: '',
      runtimes: ['python3.13'],
      architectures: ['arm64'],
      license: null,
      keep: null,
      where: 'lambda.config.yaml:3:3',
    };
    const artifact = await buildLayer(ports(), layer, folder.path);
    expect((await pathsIn(await zipOf(artifact))).every((path) => path.startsWith('python/'))).toBe(true);
    const both = buildLayer(ports(), { ...layer, runtimes: ['python3.12', 'python3.13'] }, folder.path);
    await expect(both).rejects.toMatchObject({
      message: expect.stringContaining('exactly one in `runtimes`'),
    });
  });
});

describe('who installs', () => {
  /** A machine on which these programs answer when asked for their version. */
  const machine = (...programs: string[]) => {
    const fake = new FakeProcesses();
    fake.answer = ([program = '']) => (programs.includes(program) ? { stdout: 'tool 1.2 (here)\n' } : null);
    return { fake, ports: making({ files, staging: createStaging(clock), processes: fake }) };
  };
  const install = async (
    programs: string[],
    change: Partial<PythonSource> = {},
    architecture = 'x86_64' as const,
  ) => {
    const { fake, ports: own } = machine(...programs);
    const wanted = { ...spec({ installer: null, ...change }), config: { ...config, architecture } };
    const failed = await buildArtifact(own, wanted, folder.path).catch(({ message }: Error) => message);
    return { did: fake.did.map((one) => one.replaceAll(folder.path, '')), failed };
  };

  it('is uv where it is installed', async () => {
    const { did } = await install(['uv', 'python3']);
    expect(did[0]).toBe('run uv --version');
    expect(did[1]).toMatch(
      /^run uv pip install --requirement \/requirements.txt --target \S+ --python-platform x86_64-manylinux_2_28 --python-version 3.13 --only-binary :all:/,
    );
  });

  it('is else pip, for the machine of the function and never from source', async () => {
    const { did } = await install(['python3'], {}, 'arm64' as 'x86_64');
    expect(did[2]).toMatch(/^run python3 -m pip install --requirement \/requirements.txt --target /);
    expect(did[2]).toContain(
      '--platform manylinux2014_aarch64 --python-version 3.13 --implementation cp --only-binary=:all:',
    );
  });

  it('has to be there', async () => {
    expect((await install([])).failed).toContain('neither uv nor pip is installed on this machine');
    expect((await install(['python3'], { installer: 'uv' })).failed).toContain(
      'uv is not installed on this machine',
    );
  });

  it('has to be uv for a pyproject.toml', async () => {
    await put('pyproject.toml', '[project]\nname = "x"\n');
    const requirements = join(folder.path, 'pyproject.toml');
    expect((await install(['python3'], { requirements })).failed).toContain(
      'pip cannot install what a pyproject.toml',
    );
  });
});
