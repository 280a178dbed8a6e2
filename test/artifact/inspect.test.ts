import { buildArtifact } from '../../src/artifact/build';
import { zipFlaw } from '../../src/artifact/limits';
import type { FunctionConfig } from '../../src/core/function';
import { Digest } from '../../src/core/values';
import { FakeFiles } from '../fakes/edge';
import { FakeCache, FakePacking } from '../fakes/packing';
import { filesAt } from '../forms';
import { making } from './making';
import { type RawEntry, rawZip } from './raw-zip';
import { specOf, zipOf } from './spec';

const place = 'lambda.config.yaml:11:11  functions.api: ';
const good: RawEntry = { name: 'index.js', content: 'exports.handler = () => 1;' };

function build(zip: Uint8Array, config: Partial<FunctionConfig> = {}) {
  const files = new FakeFiles();
  files.put('/p/api.zip', zip);
  const ports = making({ files, packing: new FakePacking(files), cache: new FakeCache() });
  return buildArtifact(ports, specOf('/p/api.zip', config), '/p');
}

const refusal = (...entries: RawEntry[]): Promise<readonly string[]> =>
  build(rawZip([good, ...entries])).then(
    () => [],
    ({ problems }: { problems: readonly string[] }) => problems,
  );

describe('a ready zip', () => {
  it('is deployed byte for byte', async () => {
    const zip = rawZip([
      { name: 'lib/', mode: 0o040755 },
      good,
      { name: 'lib/a.js', content: 'a', mode: 0o100755 },
    ]);
    const artifact = await build(zip, { runtime: 'nodejs24.x', handler: 'index.handler' });
    expect(Buffer.from(await zipOf(artifact)).equals(zip)).toBe(true);
    expect(artifact).toMatchObject({ digest: Digest.of(zip), files: 2, bytes: zip.length });
  });

  it.each<[string, RawEntry, string]>([
    [
      'climbs out',
      { name: '../evil.js' },
      'api.zip is not a zip that can be used: invalid relative path: ../evil.js',
    ],
    ['climbs out later', { name: 'a/../../evil.js' }, 'invalid relative path: a/../../evil.js'],
    ['is absolute', { name: '/etc/passwd' }, 'absolute path: /etc/passwd'],
    ['is on a drive', { name: 'C:/x' }, 'absolute path: C:/x'],
    ['has a backslash', { name: '..\\evil.js' }, 'invalid characters in fileName: ..\\evil.js'],
    [
      'is a link',
      { name: 'link', content: '/etc/passwd', mode: 0o120777 },
      'link is a symbolic link  (pack the file itself)',
    ],
    ['is a device', { name: 'null', mode: 0o020666 }, 'null is neither file nor folder  (leave it out)'],
    [
      'is setuid',
      { name: 'su', mode: 0o104755 },
      'su would run with the rights of its owner (setuid)  (pack it with mode 755)',
    ],
    ['is there twice', { name: 'index.js' }, 'index.js is there twice  (pack it once)'],
    [
      'has a twin',
      { name: 'INDEX.js' },
      '"index.js" and "INDEX.js" are the same file on some machines  (rename one)',
    ],
    ['begins with a dash', { name: '-rf' }, 'the file name "-rf" begins with a dash'],
    ['has a line end', { name: 'a\nb' }, 'the file name "a\\nb" contains a tab or a line end'],
    ['is a secret', { name: 'sub/.env' }, 'sub/.env is a file of secrets'],
    ['is a history', { name: '.git/HEAD' }, '.git/HEAD is the history of a repository'],
    ['is a key by name', { name: 'id_rsa' }, 'id_rsa is a private key'],
    [
      'is a key',
      { name: 'ssl/server.pem', content: '-----BEGIN PRIVATE KEY-----\nMIIE\n' },
      'ssl/server.pem is a private key',
    ],
    ['is encrypted', { name: 'x.js', flags: 1 }, 'x.js is encrypted  (pack it without a password)'],
    ['is packed oddly', { name: 'x.js', method: 12 }, 'x.js is packed by method 12  (pack it with deflate)'],
    ['is a bomb', { name: 'zeros.bin', content: Buffer.alloc(2 * 1024 * 1024) }, 'zeros.bin unpacks from '],
    ['shares bytes', { name: 'again.js', offset: 0 }, 'share bytes  (pack it again)'],
    [
      'lies about its length',
      { name: 'notes', content: 'x'.repeat(9000), declaredSize: 10 },
      'is not a zip that can be used',
    ],
  ])('is refused when an entry %s', async (_what, entry, expected) => {
    const problems = await refusal(entry);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.startsWith(place)).toBe(true);
    expect(problems[0]).toContain(expected);
  });

  it('may hold what is allowed by name, and is read in parts, whatever its size', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({
      name: `lib/module-${index}.js`,
      content: `${index}`,
    }));
    const secret = { name: 'ssl/server.pem', content: '-----BEGIN PRIVATE KEY-----\nMIIE\n' };
    const files = new FakeFiles();
    files.put('/p/api.zip', rawZip([good, ...many, secret]));
    const ports = making({ files, packing: new FakePacking(files), cache: new FakeCache() });
    const spec = specOf('/p/api.zip');
    const allowing = (allow: readonly string[]) =>
      buildArtifact(ports, { ...spec, code: { ...filesAt('/p/api.zip'), allow } }, '/p');
    await expect(allowing([])).rejects.toMatchObject({
      message: expect.stringContaining('server.pem is a private key'),
    });
    files.did.splice(0);
    expect((await allowing(['ssl/server.pem'])).files).toBe(3002);
    // Once for the digest, once for the end, and a few windows: not once an entry.
    expect(files.did.filter((call) => call.startsWith('read')).length).toBeLessThan(10);
  });

  it('is too large for a call above 50 MB', () => {
    expect(zipFlaw(50 * 1024 * 1024)).toBeNull();
    expect(zipFlaw(50 * 1024 * 1024 + 1)?.what).toBe('the zip has 50.0 MB; Lambda takes 50 MB');
  });

  it('is refused when it would be too large unpacked', async () => {
    const entries = Array.from({ length: 3 }, (_, index) => ({
      name: `big${index}.js`,
      content: Buffer.from(Digest.of(`${index}`).repeat(20_000)),
      declaredSize: 100 * 1024 * 1024,
    }));
    expect((await refusal(...entries)).at(-1)).toContain('300.0 MB unzipped; Lambda takes 250 MB');
  });

  it('has its handler, and files at all', async () => {
    const config = { runtime: 'python3.13', handler: 'app.main' };
    await expect(build(rawZip([good]), config)).rejects.toMatchObject({
      code: 'badArtifact',
      message: `${place}api.zip: the handler \`app.main\` needs app.py or app/__init__.py, which is not there  (build the code first, or correct \`handler\`)`,
    });
    await expect(build(rawZip([]))).rejects.toMatchObject({
      message: `${place}api.zip: it has no files  (build the code first)`,
    });
  });

  it.each([
    ['text', Buffer.from('no zip')],
    ['nothing', Buffer.alloc(0)],
    ['half a zip', rawZip([good]).subarray(0, 60)],
    ['a zip whose directory points outside', Buffer.concat([rawZip([good]).subarray(40)])],
  ])('is refused when it is %s', async (_what, bytes) => {
    await expect(build(bytes)).rejects.toMatchObject({
      code: 'badArtifact',
      message: expect.stringContaining(`${place}api.zip is not a zip that can be used: `),
    });
  });
});
