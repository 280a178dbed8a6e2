import { adviceOn, readAudit } from '../../src/artifact/audit';
import type { BuildManifest } from '../../src/artifact/manifest';
import { lockedPackages, packagesIn, pythonPackages } from '../../src/artifact/packages';
import { sbomOf } from '../../src/artifact/sbom';
import { Digest } from '../../src/core/values';

const lock = (packages: object, lockfileVersion = 3) => JSON.stringify({ lockfileVersion, packages });

const some = lock({
  '': { name: 'orders', version: '1.0.0' },
  'node_modules/ms': {
    version: '2.1.3',
    license: 'MIT',
    integrity: `sha512-${Buffer.from('x').toString('base64')}`,
  },
  'node_modules/@scope/a': { version: '1.0.0', license: '(MIT OR Apache-2.0)' },
  'node_modules/@scope/a/node_modules/ms': { version: '1.0.0' },
  'node_modules/jest': { version: '30.0.0', dev: true },
  'node_modules/local': { link: true, resolved: 'packages/local' },
  'packages/local': { version: '3.0.0' },
});

function locked(text: string) {
  const read = lockedPackages(text);
  if ('badly' in read) throw new Error(read.badly);
  return read.packages;
}

const names = (paths: readonly string[]) =>
  packagesIn(locked(some), paths).map(({ name, version }) => `${name}@${version}`);

describe('packages of an artifact', () => {
  it('are all of production where nothing was packed, as in a bundle', () => {
    expect(names(['index.js'])).toEqual(['@scope/a@1.0.0', 'ms@1.0.0', 'ms@2.1.3']);
  });

  it('are those that are in it where modules were packed, wherever they lie', () => {
    expect(names(['index.js', 'app/node_modules/ms/index.js'])).toEqual(['ms@2.1.3']);
    expect(names(['node_modules/@scope/a/node_modules/ms/index.js'])).toEqual(['@scope/a@1.0.0', 'ms@1.0.0']);
  });

  it('of Python are named by their metadata', () => {
    const text =
      'Metadata-Version: 2.4\r\nName: Some_Package\r\nVersion: 1.2\r\nLicense-Expression: MIT\r\n\r\nName: no\n';
    expect(pythonPackages(new Map([['a', text]]))).toEqual([
      { kind: 'pypi', name: 'some-package', version: '1.2', license: 'MIT', hashes: [] },
    ]);
  });

  it.each([
    ['{', 'it is no JSON'],
    ['null', 'it has lockfileVersion undefined, where 2 and 3 can be read'],
    [lock({}, 1), 'it has lockfileVersion 1, where 2 and 3 can be read'],
  ])('are not read out of %s', (text, badly) => expect(lockedPackages(text)).toEqual({ badly }));
});

const manifest: BuildManifest = {
  ...{
    v: 1,
    key: 'api',
    kind: 'function',
    form: 'zip',
    digest: Digest.of('zip'),
    bytes: 3,
    unzippedBytes: 3,
  },
  ...{ files: [], inputs: {}, tools: { shipit: '0.1.0' }, commit: null, dirty: null },
};

test('the list of them is CycloneDX 1.6, the same twice', () => {
  const packages = packagesIn(locked(some), []);
  const text = sbomOf(manifest, { project: 'orders', packages });
  expect(sbomOf(manifest, { project: 'orders', packages })).toBe(text);
  const bom = JSON.parse(text);
  expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 });
  expect(bom.serialNumber).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(bom.components).toMatchObject([
    { purl: 'pkg:npm/%40scope/a@1.0.0', licenses: [{ expression: '(MIT OR Apache-2.0)' }] },
    { purl: 'pkg:npm/ms@1.0.0' },
    {
      purl: 'pkg:npm/ms@2.1.3',
      licenses: [{ license: { name: 'MIT' } }],
      hashes: [{ alg: 'SHA-512', content: '78' }],
    },
  ]);
  const refs = bom.components.map((one: { 'bom-ref': string }) => one['bom-ref']);
  expect(bom.dependencies).toEqual([{ ref: 'orders/api', dependsOn: refs }]);
  expect(new Set(refs).size).toBe(refs.length);
});

describe('the answer of an audit', () => {
  const via = [{ title: 'Regular expression', range: '<2.0.0', severity: 'high', url: 'https://x' }, 'debug'];
  const npm = JSON.stringify({ vulnerabilities: { ms: { via }, jest: { via: [{ severity: 'critical' }] } } });

  it('counts for packages that are in the artifact', () => {
    const packages = packagesIn(locked(some), []);
    expect(adviceOn(packages, readAudit(npm) ?? [])).toEqual([
      { name: 'ms', level: 'high', severity: 'HIGH', about: 'Regular expression, <2.0.0, https://x' },
    ]);
  });

  it('of pnpm is read too', () => {
    const one = { module_name: 'ms', title: 'Bad', vulnerable_versions: '<2', severity: 'low' };
    expect(readAudit(JSON.stringify({ advisories: { 1: one } }))).toMatchObject([
      { name: 'ms', about: 'Bad, <2' },
    ]);
  });

  it.each(['', '{"error":{"code":"ENOTFOUND"}}', 'null'])('is none without a registry: %j', (text) =>
    expect(readAudit(text)).toBeNull(),
  );
});
