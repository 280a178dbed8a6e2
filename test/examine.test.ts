import type { AuditLevel } from '../src/artifact/audit';
import { type Built, describe as described } from '../src/artifact/manifest';
import type { SetPart } from '../src/artifact/set';
import { zipOfBytes } from '../src/core/code';
import { Digest } from '../src/core/values';
import { audit, writeSboms } from '../src/examine';
import { rawZip } from './artifact/raw-zip';
import { project, spec, world } from './plan/scene';

const making = { root: '/p', commit: null, dirty: null, tools: { shipit: '0.1.0' } };

async function partOf(...paths: readonly string[]): Promise<SetPart> {
  const content = 'Name: Boto3\nVersion: 1.40.0\n\n';
  const bytes = rawZip(paths.map((name) => ({ name, content })));
  const whole = { bytes: bytes.length, files: paths.length, unzippedBytes: 0, reused: false };
  const artifact = { code: { zip: zipOfBytes(bytes) }, digest: Digest.of(bytes), ...whole };
  const built: Built = { kind: 'function', spec: spec({}), artifact };
  return { built, manifest: await described(built, making, null) };
}

const lock = JSON.stringify({
  lockfileVersion: 3,
  packages: { 'node_modules/ms': { version: '2.0.0' }, 'node_modules/left': { version: '1.0.0' } },
});
const answer = { vulnerabilities: { ms: { via: [{ title: 'Slow', severity: 'high' }] } } };

function shop(lockfile = 'package-lock.json') {
  const fakes = world();
  fakes.files.put(`/p/${lockfile}`, lock);
  fakes.processes.answer = () => ({ code: 1, stdout: JSON.stringify(answer) });
  const asked = { project: { ...project([], {}), root: '/p' } };
  return { fakes, asked };
}

const componentsIn = async ({ fakes }: ReturnType<typeof shop>, file: string) =>
  JSON.parse(Buffer.from(await fakes.files.read(file)).toString()).components.map(
    ({ purl }: { purl: string }) => purl,
  );

describe('the list of what is in an artifact', () => {
  it('stands beside the manifest, and in the folder of a set', async () => {
    const one = shop();
    await writeSboms(one.fakes, [await partOf('node_modules/ms/index.js')], { ...one.asked, folder: '/out' });
    expect(await componentsIn(one, '/p/.shipit/build/api/sbom.cdx.json')).toEqual(['pkg:npm/ms@2.0.0']);
    expect(await componentsIn(one, '/out/api.cdx.json')).toEqual(['pkg:npm/ms@2.0.0']);
    expect(one.fakes.report.events).toMatchObject([{ type: 'sbom.written', key: 'api', components: 1 }]);
  });

  it('of Python has what was installed into it', async () => {
    const one = shop();
    const part = await partOf('app.py', 'boto3-1.40.0.dist-info/METADATA');
    await writeSboms(one.fakes, [part], { ...one.asked, folder: null });
    expect(await componentsIn(one, '/p/.shipit/build/api/sbom.cdx.json')).toEqual(['pkg:pypi/boto3@1.40.0']);
  });
});

describe('an audit', () => {
  const ask = async ({ fakes, asked }: ReturnType<typeof shop>, level: AuditLevel, ...paths: string[]) =>
    audit(fakes, [await partOf(...paths)], { ...asked, level });

  it('is bad from the level on that was asked for, for packages that are in the artifact', async () => {
    const one = shop();
    expect(await ask(one, 'high', 'node_modules/ms/index.js')).toBe(true);
    expect(one.fakes.processes.did).toEqual(['run npm audit --json --omit=dev']);
    expect(one.fakes.report.events).toMatchObject([
      { type: 'audit.read', by: 'npm audit', findings: [{ name: 'ms' }] },
    ]);
    expect(await ask(shop(), 'critical', 'node_modules/ms/index.js')).toBe(false);
    expect(await ask(shop(), 'low', 'node_modules/left/index.js')).toBe(false);
  });

  it('of another package manager lists all there is', async () => {
    const one = shop('pnpm-lock.yaml');
    expect(await ask(one, 'high', 'index.js')).toBe(true);
    expect(one.fakes.processes.did).toEqual(['run pnpm audit --json --prod']);
  });

  it('says plainly when nobody could be asked', async () => {
    const offline = shop();
    offline.fakes.processes.answer = () => ({ code: 1, stdout: '', stderr: 'npm error code ENOTFOUND\n' });
    await expect(ask(offline, 'high', 'index.js')).rejects.toMatchObject({
      code: 'unavailable',
      message: 'npm audit gave no answer: npm error code ENOTFOUND',
    });
    const without = shop();
    without.fakes.processes.answer = () => null;
    await expect(ask(without, 'high', 'index.js')).rejects.toMatchObject({
      message: 'there is no npm on this machine',
    });
    await expect(ask(shop('yarn.lock'), 'high', 'index.js')).rejects.toMatchObject({ code: 'refused' });
  });
});
