/** What is committed in dist/, and what somebody gets who installs the package: the same, and nothing else is needed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { name, version } from '../../package.json';

const root = join(__dirname, '../..');
const dist = join(root, 'dist');

test('dist/ is what the sources make', () => {
  const script = join(root, 'scripts/bundle.js');
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('dist/ names no folder of the machine that made it', () => {
  const holders = readdirSync(dist).filter((file) => {
    const text = readFileSync(join(dist, file), 'utf8');
    return text.includes(root) || text.includes(`${homedir()}/`);
  });
  expect(holders).toEqual([]);
});

test('each package that is bundled is there with its licence', () => {
  const text = readFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
  for (const bundled of ['@oclif/core', '@aws-sdk/client-lambda', 'yaml', 'archiver', 'xstate'])
    expect(text).toMatch(new RegExp(`^${bundled} \\d+\\.\\d+\\.\\d+ \\((MIT|ISC|Apache-2\\.0)\\)$`, 'm'));
  const allowed =
    /^\S+ \S+ \((MIT|ISC|Apache-2\.0|BSD-\d-Clause|0BSD|MPL-2\.0|BlueOak-1\.0\.0|Python-2\.0|Unlicense)\)$/;
  const headings = text
    .split(`${'='.repeat(80)}\n`)
    .slice(1)
    .map((part) => part.split('\n')[0] ?? '');
  expect(headings.filter((heading) => !allowed.test(heading))).toEqual([]);
});

describe('the package', () => {
  const home = mkdtempSync(join(tmpdir(), 'shipit-package-'));
  const project = join(home, 'orders');
  const env = { PATH: process.env.PATH, HOME: home, AWS_EC2_METADATA_DISABLED: 'true' };
  let packed: { readonly filename: string; readonly files: readonly { readonly path: string }[] };

  const npm = (cwd: string, ...words: string[]): string =>
    execFileSync('npm', words, {
      cwd,
      encoding: 'utf8',
      env: { ...env, npm_config_cache: join(home, 'npm') },
    });
  const shipit = (words: string) =>
    spawnSync(join(home, 'node_modules/.bin/shipit'), words.split(' '), {
      cwd: project,
      encoding: 'utf8',
      env,
    });

  beforeAll(() => {
    const said = npm(root, 'pack', '--ignore-scripts', '--json', '--pack-destination', home);
    [packed] = JSON.parse(said) as [typeof packed];
    writeFileSync(join(home, 'package.json'), '{ "name": "user", "version": "1.0.0" }');
    npm(home, 'install', '--offline', '--omit=dev', `./${packed.filename}`);
    cpSync(join(root, 'examples/orders'), project, { recursive: true });
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  test('holds the bundle, the schemas and what is to be read, and nothing of the Action', () => {
    const files = packed.files.map(({ path }) => path);
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'bin/run.js', 'dist/shipit.js']));
    expect(files).toEqual(expect.arrayContaining(['lambda.config.schema.json', 'schemas/event.schema.json']));
    expect(
      files.filter(
        (path) => !/^(dist\/[\w-]+\.(js|txt)|bin\/run\.js|[\w./-]+\.(md|json)|LICENSE)$/.test(path),
      ),
    ).toEqual([]);
    expect(files.filter((path) => /^dist\/(action|post|github)\./.test(path))).toEqual([]);
  });

  test('brings no other package, and runs nothing when it is installed', () => {
    const lock = JSON.parse(readFileSync(join(home, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { hasInstallScript?: boolean }>;
    };
    const { '': _own, ...installed } = lock.packages;
    expect(Object.keys(installed)).toEqual([`node_modules/${name}`]);
    expect(Object.values(installed).filter(({ hasInstallScript }) => hasInstallScript)).toEqual([]);
  });

  test('says its version, checks a project file, plans and deploys', () => {
    expect(shipit('--version').stdout).toMatch(new RegExp(`^${name}/${version} `));
    expect(shipit('validate')).toMatchObject({ status: 0, stdout: expect.stringMatching(/is valid/) });
    expect(shipit('plan --local --port 0 --exit-code')).toMatchObject({ status: 10 });
    const deployed = shipit('deploy --local --port 0 --json');
    expect(deployed.stderr).toBe('');
    expect(deployed.stdout).toMatch(/"type":"release\.finished".*"outcome":"promoted"/);
    expect(deployed.status).toBe(0);
  });

  test('bundles with the esbuild of the project alone', () => {
    const file =
      'project: p\nregion: eu-west-1\nfunctions: { api: { code: { bundle: src/api/index.js }, handler: index.handler, ';
    writeFileSync(
      join(project, 'lambda.config.yaml'),
      `${file}runtime: nodejs24.x, role: arn:aws:iam::123456789012:role/p } }\n`,
    );
    expect(shipit('build')).toMatchObject({ status: 2, stderr: expect.stringMatching(/esbuild/) });
    for (const part of ['esbuild', '@esbuild'].filter((folder) =>
      existsSync(join(root, 'node_modules', folder)),
    ))
      cpSync(join(root, 'node_modules', part), join(project, 'node_modules', part), { recursive: true });
    expect(shipit('build')).toMatchObject({ status: 0 });
  });
});
