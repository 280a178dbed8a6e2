import { chmod, lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { createFiles } from '../../src/disk/files';
import { testFolder } from './folder';

const folder = testFolder();
const files = createFiles({ nonce: () => '0badcafe' });
const at = (...parts: string[]): string => join(folder.path, ...parts);
const refused = (text: string) => ({ code: 'badArtifact', message: expect.stringContaining(text) });

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Something that is neither file nor folder nor link. */
async function makeSocket(path: string): Promise<void> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(path, resolve));
}

describe('walking a folder', () => {
  test('names every file below it, sorted by code point, with `/`', async () => {
    const names = [
      'b',
      'a/z',
      'a/B',
      'a.txt',
      'ä',
      '\u{1f600}',
      '\uff5e',
      '-rf',
      'two\nlines',
      'back\\slash',
    ];
    await mkdir(at('a'));
    await mkdir(at('empty'));
    for (const name of names) await writeFile(at(name), name);
    const found = await files.walk(folder.path);
    expect(found.map((one) => one.path)).toEqual([
      '-rf',
      'a.txt',
      'a/B',
      'a/z',
      'b',
      'back\\slash',
      'two\nlines',
      'ä',
      '\uff5e',
      '\u{1f600}',
    ]);
  });

  test('tells size and executability', async () => {
    await writeFile(at('run'), 'abc');
    await chmod(at('run'), 0o755);
    await writeFile(at('text'), '');
    expect(await files.walk(folder.path)).toEqual([
      { path: 'run', kind: 'file', size: 3, executable: true, stamp: expect.any(Number) },
      { path: 'text', kind: 'file', size: 0, executable: false, stamp: expect.any(Number) },
    ]);
  });

  test('reports links and sockets and follows none', async () => {
    await mkdir(at('inside'));
    await writeFile(at('inside', 'secret'), 'x');
    await symlink(at('inside'), at('linked-folder'));
    await symlink('/etc/passwd', at('linked-file'));
    await symlink('.', at('loop'));
    await makeSocket(at('socket'));
    const found = await files.walk(folder.path);
    expect(found.map((one) => [one.path, one.kind])).toEqual([
      ['inside/secret', 'file'],
      ['linked-file', 'link'],
      ['linked-folder', 'link'],
      ['loop', 'link'],
      ['socket', 'other'],
    ]);
  });

  test('refuses a link, a file and a folder that is not there', async () => {
    await mkdir(at('real'));
    await symlink(at('real'), at('link'));
    await writeFile(at('file'), '');
    await expect(files.walk(at('link'))).rejects.toMatchObject(refused('symbolic link'));
    await expect(files.walk(at('file'))).rejects.toMatchObject(refused('is a file where a folder'));
    await expect(files.walk(at('gone'))).rejects.toMatchObject(refused('is not there'));
  });

  test('refuses a name that is not UTF-8', async () => {
    await writeFile(Buffer.concat([Buffer.from(at('bad-')), Buffer.from([0xff])]), '');
    await expect(files.walk(folder.path)).rejects.toMatchObject(refused('not UTF-8'));
  });
});

describe('reading', () => {
  test('gives the bytes', async () => {
    await writeFile(at('file'), Buffer.from([0, 255, 10]));
    expect(Buffer.from(await files.read(at('file')))).toEqual(Buffer.from([0, 255, 10]));
  });

  test('refuses links, folders, sockets and what is not there', async () => {
    await symlink('/etc/passwd', at('link'));
    await mkdir(at('folder'));
    await makeSocket(at('socket'));
    await expect(files.read(at('link'))).rejects.toMatchObject(refused('symbolic link'));
    await expect(files.read(at('folder'))).rejects.toMatchObject(refused('is a folder where a file'));
    await expect(files.read(at('socket'))).rejects.toMatchObject(refused('neither file nor folder'));
    await expect(files.read(at('gone'))).rejects.toMatchObject(refused('is not there'));
    await expect(files.read(at('n'.repeat(300)))).rejects.toMatchObject(refused('too long'));
  });
});

describe('stat', () => {
  test('tells what is there, links as links, and null for nothing', async () => {
    await writeFile(at('file'), 'abc');
    await symlink(at('file'), at('link'));
    expect(await files.stat(at('file'))).toEqual({
      path: at('file'),
      kind: 'file',
      size: 3,
      executable: false,
      stamp: expect.any(Number),
    });
    expect(await files.stat(folder.path)).toMatchObject({ kind: 'folder', executable: false });
    expect(await files.stat(at('link'))).toMatchObject({ kind: 'link' });
    expect(await files.stat(at('gone'))).toBeNull();
    expect(await files.stat(at('file', 'below'))).toBeNull();
  });
});

describe('writing', () => {
  test('makes the folder, replaces what was there and leaves nothing else', async () => {
    await files.write(at('new', 'deep', 'file'), 'first');
    await files.write(at('new', 'deep', 'file'), Buffer.from('second'));
    expect(await readFile(at('new', 'deep', 'file'), 'utf8')).toBe('second');
    expect(await readdir(at('new', 'deep'))).toEqual(['file']);
  });

  test('replaces a link instead of writing through it', async () => {
    await writeFile(at('outside'), 'untouched');
    await symlink(at('outside'), at('link'));
    await files.write(at('link'), 'new');
    expect(await readFile(at('outside'), 'utf8')).toBe('untouched');
    expect((await lstat(at('link'))).isFile()).toBe(true);
  });

  test('a write that fails leaves the old file and no rest of the new one', async () => {
    await mkdir(at('taken'));
    await writeFile(at('taken', 'old'), 'old');
    await expect(files.write(at('taken'), 'new')).rejects.toMatchObject(refused('is a folder'));
    await expect(files.write(at('taken', 'old', 'below'), 'new')).rejects.toMatchObject({
      code: 'badArtifact',
    });
    expect(await readFile(at('taken', 'old'), 'utf8')).toBe('old');
    expect(await readdir(folder.path)).toEqual(['taken']);
  });

  test('a file that another write has under way is not touched', async () => {
    await writeFile(at('.shipit-0badcafe.tmp'), 'of another');
    await expect(files.write(at('file'), 'new')).rejects.toMatchObject({ code: 'badArtifact' });
    expect(await readFile(at('.shipit-0badcafe.tmp'), 'utf8')).toBe('of another');
  });
});
