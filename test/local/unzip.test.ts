import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCodeStore } from '../../src/local/lambda/code';
import { inspectZip, unzip } from '../../src/local/lambda/unzip';
import { codeOf, zipOf } from './zip';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipit-unzip-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refused = 'Could not unzip uploaded file. Please check your file, then try to upload again.';

test('a zip is unpacked with its folders, closed to everybody else', async () => {
  const zip = zipOf(
    { name: 'index.js', data: 'one' },
    { name: 'lib/', mode: 0o040755 },
    { name: 'lib/deep/a.sh', data: 'two', mode: 0o100755 },
  );
  await unzip(zip, folder);
  expect(readFileSync(join(folder, 'index.js'), 'utf8')).toBe('one');
  expect(readFileSync(join(folder, 'lib/deep/a.sh'), 'utf8')).toBe('two');
  expect(statSync(join(folder, 'index.js')).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'lib/deep/a.sh')).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'lib')).mode & 0o777).toBe(0o700);
});

test.each([
  ['leads out of its folder', zipOf({ name: '../evil.js', data: 'x' })],
  ['leads out of its folder in the middle', zipOf({ name: 'lib/../../evil.js', data: 'x' })],
  ['has an absolute name', zipOf({ name: '/etc/evil', data: 'x' })],
  ['has a name of another system', zipOf({ name: 'C:\\evil', data: 'x' })],
  ['has a link', zipOf({ name: 'link', data: '/etc/passwd', mode: 0o120777 })],
  ['is cut off', codeOf('x').subarray(0, 60)],
  ['is no zip', Buffer.from('this is no zip at all, whatever its name may say')],
])('a zip that %s is refused before anything is written', async (_what, zip) => {
  await expect(unzip(zip, folder)).rejects.toMatchObject({ status: 400, message: refused });
  await expect(inspectZip(zip)).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
  expect(() => statSync(join(folder, '..', 'evil.js'))).toThrow('ENOENT');
});

test('a zip that would fill the disk is refused by what it claims', async () => {
  const bomb = zipOf({ name: 'a', claimedSize: 200_000_000 }, { name: 'b', claimedSize: 100_000_000 });
  await expect(inspectZip(bomb)).rejects.toMatchObject({
    message: 'Unzipped size must be smaller than 262144000 bytes',
  });
});

test('a zip that claims less than it holds is not believed', async () => {
  const liar = zipOf({ name: 'a', data: 'x'.repeat(1000), claimedSize: 10 });
  await expect(unzip(liar, folder)).rejects.toMatchObject({ status: 400 });
});

test('an empty zip is refused', async () => {
  await expect(inspectZip(zipOf())).rejects.toMatchObject({
    message: 'Uploaded file must be a non-empty zip',
  });
});

test('code is kept by its digest and unpacked once, however many ask at the same time', async () => {
  const store = createCodeStore(join(folder, 'code'));
  const { sha256, size } = await store.put(codeOf('hello'));
  expect(size).toBe(codeOf('hello').length);
  expect(Buffer.from(await store.get(sha256))).toEqual(codeOf('hello'));
  const [one, two] = await Promise.all([store.folder(sha256), store.folder(sha256)]);
  expect(one).toBe(two);
  expect(readFileSync(join(one, 'index.js'), 'utf8')).toContain('hello');
  expect(statSync(join(folder, 'code')).mode & 0o777).toBe(0o700);
});
