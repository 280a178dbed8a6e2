import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createBundler } from '../../src/bundle/esbuild';
import type { Bundled, BundleRequest } from '../../src/core/building';

const roots: string[] = [];
let root = '';

const open = (): string => {
  const folder = mkdtempSync(join(tmpdir(), `shipit-bundle-${'x'.repeat(roots.length)}`));
  roots.push(folder);
  return folder;
};

const put = (path: string, text: string | Uint8Array, at = root): void => {
  mkdirSync(dirname(join(at, path)), { recursive: true });
  writeFileSync(join(at, path), text);
};

const putPackage = (
  name: string,
  about: object,
  files: { readonly [path: string]: string | Uint8Array },
): void => {
  put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', ...about }));
  for (const [path, text] of Object.entries(files)) put(`node_modules/${name}/${path}`, text);
};

/** The header of a compiled module for Linux. */
function compiled(machine: 'x64' | 'arm64'): Buffer {
  const header = Buffer.alloc(64);
  header.set([0x7f, 0x45, 0x4c, 0x46, 2, 1]);
  header.writeUInt16LE(machine === 'x64' ? 0x3e : 0xb7, 18);
  return header;
}

async function bundle(change: Partial<BundleRequest> = {}, at = root): Promise<Bundled> {
  const request: BundleRequest = {
    root: at,
    entry: join(at, 'src/api.ts'),
    target: 'node20',
    format: 'cjs',
    minify: false,
    sourceMap: true,
    external: [],
    provided: [],
    architecture: 'x86_64',
    ...change,
  };
  const made = await createBundler().bundle(request);
  if (made === null) throw new Error('there is no esbuild');
  return made;
}

const textOf = ({ files }: Bundled, path: string): string => {
  const file = files.find((one) => one.path === path);
  if (!file || typeof file.from === 'string') throw new Error(`no ${path}`);
  return Buffer.from(file.from).toString('utf8');
};
const paths = ({ files }: Bundled): string[] => files.map(({ path }) => path);

beforeEach(() => {
  root = open();
});

afterEach(() => {
  for (const folder of roots.splice(0)) rmSync(folder, { recursive: true });
});

describe('a bundle', () => {
  it('is one file out of a module and what it imports, with its source map', async () => {
    put(
      'src/api.ts',
      "import { said } from './lib';\nexport const handler = async (): Promise<string> => said;\n",
    );
    put('src/lib.ts', "export const said: string = 'hello';\nexport const unused = 'never heard';\n");
    const made = await bundle();
    expect(paths(made)).toEqual(['api.js', 'api.js.map']);
    expect(textOf(made, 'api.js')).toContain('hello');
    expect(textOf(made, 'api.js')).not.toContain('never heard');
    expect(JSON.parse(textOf(made, 'api.js.map')).sources.sort()).toEqual(['src/api.ts', 'src/lib.ts']);
    expect(made.inputs.map(({ path }) => path).sort()).toEqual(['src/api.ts', 'src/lib.ts']);
  });

  it.each(['esm', 'cjs'] as const)('has the same bytes in any folder (%s)', async (format) => {
    const other = open();
    for (const at of [root, other]) {
      put('src/api.ts', "import x from 'x';\nexport const handler = async () => [x, __filename];\n", at);
      put('node_modules/x/package.json', '{"name":"x"}', at);
      put('node_modules/x/index.js', 'module.exports = 1;', at);
    }
    const [one, two] = [await bundle({ format }), await bundle({ format }, other)];
    expect(two).toEqual(one);
    const all = one.files.map(({ from }) => Buffer.from(from as Uint8Array).toString('utf8')).join('');
    expect(all).not.toContain(root);
    expect(all).not.toContain(tmpdir());
  });

  it('of an ES module can hold CommonJS, and what declares `require` itself', async () => {
    put(
      'src/api.ts',
      "import { createRequire } from 'node:module';\nimport old from 'old';\nconst require = createRequire(import.meta.url);\nexport const handler = async () => old.sep + require('node:path').sep;\n",
    );
    putPackage('old', {}, { 'index.js': "module.exports = { sep: require('path').sep };" });
    const made = await bundle({ format: 'esm' });
    put('out/api.mjs', textOf(made, 'api.mjs'));
    const run = "import('./out/api.mjs').then((m) => m.handler()).then((said) => process.stdout.write(said))";
    const { execFileSync } = await import('node:child_process');
    expect(execFileSync(process.execPath, ['-e', run], { cwd: root, encoding: 'utf8' })).toBe('//');
  });

  it('says where it is wrong', async () => {
    put('src/api.ts', "export const a = 1;\nimport { b } from './nowhere';\nexport const handler = b;\n");
    const made = await bundle();
    expect(made.files).toEqual([]);
    expect(made.problems).toEqual([
      { at: 'src/api.ts:2:19', what: 'Could not resolve "./nowhere"', hint: null },
    ]);
  });

  it('leaves the AWS SDK to the runtime where it is provided', async () => {
    put(
      'src/api.ts',
      "import { S3 } from '@aws-sdk/client-s3';\nexport const handler = async () => new S3({});\n",
    );
    const made = await bundle({ provided: ['@aws-sdk/*', '@smithy/*'] });
    expect(made.problems).toEqual([]);
    expect(paths(made)).toEqual(['api.js', 'api.js.map']);
    expect(textOf(made, 'api.js')).toContain('require("@aws-sdk/client-s3")');
  });

  it('takes what is external along as files, with what that needs', async () => {
    put('src/api.ts', "import big from 'big';\nexport const handler = async () => big;\n");
    putPackage(
      'big',
      { dependencies: { small: '1' }, optionalDependencies: { absent: '1' } },
      { 'index.js': 'x' },
    );
    putPackage('small', {}, { 'index.js': 'x' });
    putPackage('stranger', {}, { 'index.js': 'x' });
    const made = await bundle({ external: ['big'] });
    expect(paths(made).filter((path) => path.endsWith('index.js'))).toEqual([
      'node_modules/big/index.js',
      'node_modules/small/index.js',
    ]);
    expect(made.warnings).toEqual([]);
  });

  it('warns of what is external and not installed', async () => {
    put(
      'src/api.ts',
      "import big from 'big';\nimport { a } from 'big/a';\nexport const handler = async () => [big, a];\n",
    );
    const made = await bundle({ external: ['big'] });
    expect(made.warnings.map(({ what }) => what)).toEqual(['big is in `external` and is not installed']);
  });

  it('keeps another version of a package where its parent finds it', async () => {
    put('src/api.ts', "import a from 'a';\nimport b from 'b';\nexport const handler = async () => [a, b];\n");
    putPackage('a', { dependencies: { c: '1' } }, { 'index.js': 'x' });
    putPackage(
      'b',
      { dependencies: { c: '2' } },
      { 'index.js': 'x', 'node_modules/c/package.json': '{"name":"c"}' },
    );
    putPackage('c', {}, { 'index.js': 'x' });
    const made = await bundle({ external: ['a', 'b'] });
    expect(paths(made).filter((path) => /\/c\//.test(path))).toEqual([
      'node_modules/c/index.js',
      'node_modules/c/package.json',
      'node_modules/b/node_modules/c/package.json',
    ]);
  });
});

describe('a package with compiled code', () => {
  const both = { 'linux-x64.node': compiled('x64'), 'linux-arm64.node': compiled('arm64'), 'index.js': 'x' };

  beforeEach(() => put('src/api.ts', "import pic from 'pic';\nexport const handler = async () => pic;\n"));

  it('stays a folder, with the code for the machine of the function alone', async () => {
    putPackage('pic', {}, both);
    const made = await bundle({ architecture: 'arm64' });
    expect(paths(made).filter((path) => path.endsWith('.node'))).toEqual([
      'node_modules/pic/linux-arm64.node',
    ]);
    expect(textOf(made, 'api.js')).toContain('require("pic")');
    expect(made.warnings).toEqual([]);
  });

  it('may have it in packages for each machine', async () => {
    putPackage('pic', { optionalDependencies: { '@pic/arm': '1', '@pic/x': '1' } }, { 'index.js': 'x' });
    putPackage('@pic/arm', { os: ['linux'], cpu: ['arm64'] }, { 'pic.node': compiled('arm64') });
    putPackage('@pic/x', { os: ['linux'], cpu: ['x64'] }, { 'pic.node': compiled('x64') });
    const made = await bundle({ architecture: 'arm64' });
    expect(paths(made).filter((path) => path.endsWith('.node'))).toEqual(['node_modules/@pic/arm/pic.node']);
    expect(made.warnings).toEqual([]);
  });

  it('is warned of when none of it is for that machine', async () => {
    putPackage('pic', {}, { 'pic.node': Buffer.from('cffaedfe, for another system'), 'index.js': 'x' });
    const { warnings } = await bundle();
    expect(warnings).toEqual([
      {
        at: null,
        what: 'pic has compiled code, and none of it is for Linux on x86_64',
        hint: 'install it for that: `npm install --os=linux --cpu=x64 pic`',
      },
    ]);
  });
});
