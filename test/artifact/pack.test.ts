/** What goes into the zip of a folder, when it is made anew, and what is refused before anything is written. */
import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { link, mkdir, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fromBufferPromise } from 'yauzl';
import type { Artifact } from '../../src/artifact/artifact';
import { buildArtifact } from '../../src/artifact/build';
import type { Packed } from '../../src/config/code';
import { Digest } from '../../src/core/values';
import { createCache } from '../../src/disk/cache';
import { createClock } from '../../src/disk/clock';
import { createFiles } from '../../src/disk/files';
import { createIds } from '../../src/disk/ids';
import { createPacking } from '../../src/disk/packing';
import { testFolder } from '../disk/folder';
import { making } from './making';
import { specOf, zipOf } from './spec';

const folder = testFolder();
const at = (...parts: string[]): string => join(folder.path, ...parts);
/** Of the machine, as the times of its files are. Nothing waits for it. */
const clock = createClock();
const all: Packed = { include: null, exclude: [], allow: [] };
const ids = createIds(clock);
const files = createFiles(ids);
const room = { bytes: 1e8, keys: 1000, keptMs: 3_600_000 };
const ports = making({ files, packing: createPacking(2), cache: createCache({ clock, ids, files }, room) });

async function put(path: string, content: string | Uint8Array = path): Promise<string> {
  await mkdir(dirname(at(path)), { recursive: true });
  await writeFile(at(path), content);
  return at(path);
}

function build(packed: Partial<Packed> = {}, code = 'dist'): Promise<Artifact> {
  const source = { kind: 'files', path: at(code), ...all, ...packed } as const;
  return buildArtifact(ports, { ...specOf(at(code)), code: source }, folder.path);
}

async function namesOf(artifact: Artifact): Promise<string[]> {
  const zip = await fromBufferPromise(Buffer.from(await zipOf(artifact)), { lazyEntries: true });
  const names: string[] = [];
  for await (const { fileName } of zip.eachEntry()) names.push(fileName);
  return names;
}

const problemsOf = (...request: Parameters<typeof build>): Promise<readonly string[]> =>
  build(...request).then(
    () => [],
    ({ problems }: { problems: readonly string[] }) => problems,
  );

const tree = async (): Promise<string[]> => {
  const found = await readdir(folder.path, { recursive: true });
  return found.sort();
};

/** Enough for the thin writer. */
const putMany = async (): Promise<void> => {
  for (let index = 0; index < 201; index += 1)
    await put(`dist/m${index % 7}/f${index}.js`, `exports.n = ${index};`);
};

describe('what goes into a zip', () => {
  it('is what `include` names without what `exclude` names, by patterns of .gitignore', async () => {
    for (const path of ['index.js', 'index.js.map', 'lib/a.js', 'lib/a.test.js', 'test/b.js'])
      await put(`dist/${path}`);
    const packed = { include: ['*.js', '!test/**'], exclude: ['*.test.js'] };
    expect(await namesOf(await build(packed))).toEqual(['index.js', 'lib/a.js']);
    expect(await namesOf(await build({ exclude: ['/lib/', '*.map'] }))).toEqual(['index.js', 'test/b.js']);
  });

  it('is decided by the last line that matches: those of .lambdaignore, then those of `exclude`', async () => {
    for (const path of ['a.log', 'b.log', 'index.js', 'node_modules/x/y.js']) await put(`dist/${path}`);
    await put('dist/.lambdaignore', '# logs\n*.log\r\nnode_modules/\n');
    expect(await namesOf(await build())).toEqual(['index.js']);
    expect(await namesOf(await build({ exclude: ['!b.log'] }))).toEqual(['b.log', 'index.js']);
    // As with git: nothing comes back from a folder that is left out.
    expect(await namesOf(await build({ exclude: ['!node_modules/x/y.js'] }))).toEqual(['index.js']);
    expect(await namesOf(await build({ include: ['*.log', '*.js'] }))).toEqual(['index.js']);
  });

  it('tells upper and lower case apart', async () => {
    for (const path of ['index.js', 'README.md']) await put(`dist/${path}`);
    expect(await namesOf(await build({ exclude: ['readme.md'] }))).toEqual(['README.md', 'index.js']);
  });

  it('is neither what shipit keeps nor what it is told, where the code is the project itself', async () => {
    for (const path of [
      'index.js',
      'lambda.config.yaml',
      '.shipit/journal/x.jsonl',
      'sub/lambda.config.yaml',
    ])
      await put(path);
    expect(await namesOf(await build({}, '.'))).toEqual(['index.js', 'sub/lambda.config.yaml']);
  });

  it('may be a link, a pipe or a secret that is left out, and nothing is looked for in a folder that is', async () => {
    await put('dist/index.js');
    await put('dist/.git/HEAD');
    await put('dist/.env');
    await symlink('/etc/passwd', at('dist/link'));
    execFileSync('mkfifo', [at('dist/pipe')]);
    expect(await namesOf(await build({ exclude: ['.git/', '.env', 'link', 'pipe'] }))).toEqual(['index.js']);
  });

  it('is not nothing', async () => {
    await put('dist/index.js');
    expect(await problemsOf({ exclude: ['*'] })).toEqual([
      'lambda.config.yaml:11:11  functions.api: dist has no files that are not left out  (correct `include`, `exclude` or .lambdaignore)',
    ]);
  });

  it('is all of a ready zip', async () => {
    await put('dist.zip');
    expect((await problemsOf({ exclude: ['*'] }, 'dist.zip'))[0]).toContain(
      'a ready zip is deployed byte for byte',
    );
  });

  it('is told by a file .lambdaignore, not by a link', async () => {
    await put('dist/index.js');
    await symlink('/etc/passwd', at('dist/.lambdaignore'));
    expect((await problemsOf())[0]).toContain('.lambdaignore is no text file');
  });
});

describe('what looks like a secret', () => {
  const key = '-----BEGIN PRIVATE KEY-----\nMIIE\n';

  it.each([
    ['.env', 'A=1'],
    ['.git/HEAD', 'ref: x'],
    ['certs/id_rsa', 'x'],
    ['certs/server.pem', key],
  ])('goes in when it is allowed by name, itself or its folder: %s', async (path, content) => {
    await put('dist/index.js');
    await put(`dist/${path}`, content);
    expect(await problemsOf()).toHaveLength(1);
    expect(await problemsOf({ allow: ['other'] })).toHaveLength(1);
    expect(await problemsOf({ allow: [path] })).toEqual([]);
    expect(await problemsOf({ allow: [path.split('/')[0] ?? ''] })).toEqual([]);
  });

  it('is refused again once it is no longer allowed, although its zip is kept', async () => {
    await putMany();
    await put('dist/server.pem', key);
    expect(await problemsOf({ allow: ['server.pem'] })).toEqual([]);
    expect((await problemsOf())[0]).toContain(
      'server.pem is a private key  (leave it out, or name it in `allow`)',
    );
  });

  it('is found among many files', async () => {
    await putMany();
    await put('dist/m3/notes', `Bag Attributes\n${key}`);
    expect((await problemsOf())[0]).toContain('m3/notes is a private key');
    expect(await readdir(at('.shipit/cache/key'))).toEqual([]);
    expect(await readdir(at('.shipit/cache/zip'))).toEqual([]);
  });
});

describe('a zip that was made before', () => {
  it.each([
    ['few', () => put('dist/index.js', 'one')],
    ['many', putMany],
  ])('is taken again for the same files: %s of them', async (_what, make) => {
    await make();
    const first = await build();
    const again = await build();
    expect([first.reused, again.reused]).toEqual([false, true]);
    expect(again.digest).toBe(first.digest);
    expect(Digest.of(await zipOf(again))).toBe(first.digest);
  });

  it('is taken whatever the times of the files, and never for another content, whatever they are', async () => {
    const file = await put('dist/index.js', 'one');
    const first = await build();
    await utimes(file, 1, 1);
    expect((await build()).reused).toBe(true);
    await writeFile(file, 'two');
    await utimes(file, 1, 1);
    const other = await build();
    expect(other.reused).toBe(false);
    expect(other.digest).not.toBe(first.digest);
    await writeFile(file, 'one');
    expect(await build()).toMatchObject({ reused: true, digest: first.digest });
  });

  it.each([
    ['was cut', (zip: Buffer) => zip.subarray(0, 50)],
    ['has another byte', (zip: Buffer) => Buffer.concat([zip.subarray(0, -1), Buffer.from('x')])],
    ['is empty', () => Buffer.alloc(0)],
  ])('is made again when it %s', async (_what, damage) => {
    await put('dist/index.js', 'x'.repeat(1000));
    const first = await build();
    const path = at('.shipit/cache/zip', (await readdir(at('.shipit/cache/zip')))[0] ?? '');
    const good = await readFile(path);
    await writeFile(path, damage(good));
    expect(await build()).toMatchObject({ reused: false, digest: first.digest });
    expect(await readFile(path)).toEqual(good);
  });

  it('is not uploaded when somebody changed it in the meantime', async () => {
    await put('dist/index.js');
    const artifact = await build();
    const path = at('.shipit/cache/zip', (await readdir(at('.shipit/cache/zip')))[0] ?? '');
    await writeFile(path, 'evil');
    await expect(zipOf(artifact)).rejects.toMatchObject({ code: 'badArtifact' });
  });

  it.each(['.shipit', '.shipit/cache', '.shipit/cache/zip', '.shipit/cache/key'])(
    'is not looked for, nor written, through a link: %s',
    async (path) => {
      await put('dist/index.js');
      await mkdir(at('elsewhere'));
      await mkdir(dirname(at(path)), { recursive: true });
      await symlink(at('elsewhere'), at(path));
      expect(await problemsOf()).toEqual([
        `lambda.config.yaml:11:11  functions.api: ${path} is a symbolic link  (delete it)`,
      ]);
      expect(await readdir(at('elsewhere'))).toEqual([]);
    },
  );
});

/** Most users, and most containers, may not. */
function mayMakeDevices(): boolean {
  const path = join(tmpdir(), `shipit-device-${process.pid}`);
  const { status } = spawnSync('mknod', [path, 'c', '1', '3']);
  rmSync(path, { force: true });
  return status === 0;
}

describe('a hostile folder', () => {
  /** Nothing is written below the project, and nothing beside it. */
  const refusedWithoutWrites = async (code: string, expected: string): Promise<void> => {
    const before = await tree();
    expect((await problemsOf({}, code)).join('\n')).toContain(expected);
    expect(await tree()).toEqual(before);
  };

  it.each([
    ['by `..`', '../elsewhere', 'leaves the folder of the project file'],
    ['by `..` further down', 'dist/../../elsewhere', 'leaves the folder of the project file'],
  ])('is not reached outside of the project: %s', async (_what, code, expected) => {
    await put('dist/index.js');
    await refusedWithoutWrites(code, expected);
  });

  it('is not reached by an absolute path', async () => {
    const source = { kind: 'files', path: '/etc', ...all } as const;
    const built = buildArtifact(ports, { ...specOf('/etc'), code: source }, folder.path);
    await expect(built).rejects.toMatchObject({
      code: 'badArtifact',
      message: expect.stringContaining('leaves'),
    });
    expect(await tree()).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['a link to a file outside', () => symlink('/etc/passwd', at('dist/x')), 'x is a symbolic link'],
    ['a link to a folder outside', () => symlink('/etc', at('dist/x')), 'x is a symbolic link'],
    ['a link to nothing', () => symlink('/nowhere', at('dist/x')), 'x is a symbolic link'],
    ['a link to itself', () => symlink('x', at('dist/x')), 'x is a symbolic link'],
    ['a pipe', async () => execFileSync('mkfifo', [at('dist/x')]), 'x is neither file nor folder'],
    ['a line end in a name', () => put('dist/a\nb'), 'contains a tab or a line end'],
    ['a dash before a name', () => put('dist/-rf'), 'begins with a dash'],
    ['a dash before the name of a folder', () => put('dist/--help/x'), 'begins with a dash'],
    ['names that differ in case', () => put('dist/INDEX.js'), 'are the same file on some machines'],
  ])('is refused with %s', async (_what, make, expected) => {
    await put('dist/index.js');
    await make();
    await refusedWithoutWrites('dist', expected);
  });

  const mayMake = mayMakeDevices();
  (mayMake ? it : it.skip)(
    mayMake ? 'is refused with a device' : 'skipped with a device: this user may not make one',
    async () => {
      await put('dist/index.js');
      execFileSync('mknod', [at('dist/x'), 'c', '1', '3']);
      await refusedWithoutWrites('dist', 'x is neither file nor folder');
    },
  );

  it('is refused with a socket', async () => {
    await put('dist/index.js');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(at('dist/x'), resolve));
    try {
      await refusedWithoutWrites('dist', 'x is neither file nor folder');
    } finally {
      server.close();
    }
  });

  it('is refused when one of many files changes, grows, goes away or becomes a link after it was found', async () => {
    const changes: [string, () => Promise<unknown>][] = [
      ['f9.js changed while it was read', () => writeFile(at('dist/m2/f9.js'), 'exports.n = 8;')],
      ['f9.js changed while it was read', () => writeFile(at('dist/m2/f9.js'), 'exports.n = 8; // longer')],
      ['went away while it was read', () => rm(at('dist/m2/f9.js'))],
      [
        'became a symbolic link',
        () => rm(at('dist/m2/f9.js')).then(() => symlink('f2.js', at('dist/m2/f9.js'))),
      ],
      [
        'became something that is no file',
        () => rm(at('dist/m2/f9.js')).then(() => execFileSync('mkfifo', [at('dist/m2/f9.js')])),
      ],
    ];
    for (const [expected, change] of changes) {
      await rm(at('dist'), { recursive: true, force: true });
      await putMany();
      const walk = async (...request: Parameters<typeof files.walk>) => {
        const found = await files.walk(...request);
        await change();
        return found;
      };
      const source = { kind: 'files', path: at('dist'), ...all } as const;
      const built = buildArtifact(
        { ...ports, files: { ...files, walk } },
        { ...specOf(''), code: source },
        folder.path,
      );
      await expect(built).rejects.toMatchObject({
        code: 'badArtifact',
        message: expect.stringContaining(expected),
      });
    }
    expect((await tree()).filter((path) => path.startsWith('.shipit/cache/'))).toEqual([
      '.shipit/cache/key',
      '.shipit/cache/zip',
    ]);
  });

  it('packs a file that has a second name outside, which no walk can see', async () => {
    await put('elsewhere', 'content');
    await put('dist/index.js');
    await link(at('elsewhere'), at('dist/same'));
    expect(await namesOf(await build())).toEqual(['index.js', 'same']);
  });
});
