import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeForms, imageForms } from '../../src/config/alternatives';
import { defaultRepository } from '../../src/config/repository';
import { filesAt } from '../forms';
import fc from '../property';
import { filesOf, minimal, problemsIn, readFrom, readText } from './example';

const schema = JSON.parse(readFileSync(join(__dirname, '../../lambda.config.schema.json'), 'utf8'));

/** A file whose one function has these lines. */
const of = (lines: string, atEnd = ''): string =>
  `project: orders\nfunctions:\n  api:\n${lines
    .split('\n')
    .map((line) => `    ${line}\n`)
    .join('')}${atEnd}`;
const problems = async (lines: string, atEnd = ''): Promise<string[]> =>
  (await problemsIn(of(lines, atEnd))).map((line) => line.replace('lambda.config.yaml:', ''));
const read = async (lines: string, atEnd = '') => (await readText(of(lines, atEnd))).functions[0];

describe('code', () => {
  it('is a folder or a ready zip, all of it or what patterns leave', async () => {
    expect(await read('code: dist/api')).toMatchObject({ code: filesAt('/p/dist/api') });
    expect(
      await read('code: { path: dist, include: ["**/*.js"], exclude: [test/], allow: [.env] }'),
    ).toMatchObject({
      code: {
        ...filesAt('/p/dist'),
        include: ['**/*.js'],
        exclude: ['test/'],
        allow: ['.env'],
      },
      where: { 'code.path': 'lambda.config.yaml:4:19', 'code.allow': 'lambda.config.yaml:4:72' },
    });
  });

  it('is a bundle with source map, not minified, as ESM where the module says so', async () => {
    const usual = { minify: false, sourceMap: true, external: [], awsSdk: 'bundle' };
    const bundle = (entry: string, format: string) => ({ kind: 'bundle', entry, format, ...usual });
    expect((await read('code: { bundle: src/api.ts }'))?.code).toEqual(bundle('/p/src/api.ts', 'cjs'));
    expect((await read('code: { bundle: src/api.mts }'))?.code).toEqual(bundle('/p/src/api.mts', 'esm'));
    const all =
      'code: { bundle: a.js, format: esm, minify: true, sourceMap: false, external: [sharp], awsSdk: runtime }';
    expect((await read(all))?.code).toEqual({
      ...bundle('/p/a.js', 'esm'),
      ...{ minify: true, sourceMap: false, external: ['sharp'], awsSdk: 'runtime' },
    });
  });

  it('is Python whose requirements lie in its folder, or where the file says', async () => {
    expect((await read('code: { python: src }'))?.code).toEqual({
      ...filesAt('/p/src'),
      ...{ kind: 'python', requirements: '/p/src/requirements.txt', installer: null },
    });
    expect((await read('code: { python: src, requirements: pyproject.toml, installer: uv }'))?.code).toEqual(
      expect.objectContaining({ requirements: '/p/pyproject.toml', installer: 'uv' }),
    );
  });

  it.each([
    [
      'code: { path: ../x }',
      '4:19  functions.api.code.path: "../x" leaves the folder of the project file  (name a path below the project file)',
    ],
    [
      'code: { bundle: /src/api.ts }',
      '4:21  functions.api.code.bundle: "/src/api.ts" is an absolute path  (name a path below the project file)',
    ],
    [
      'code: { python: src, requirements: ../r.txt }',
      '4:40  functions.api.code.requirements: "../r.txt" leaves the folder of the project file  (name a path below the project file)',
    ],
    [
      'code: { path: dist, allow: [a, ../.env] }',
      '4:36  functions.api.code.allow.1: "../.env" leaves the folder of the project file  (name a file by its path in the folder, such as `config/.env`)',
    ],
    [
      'code: { exclude: [test/] }',
      '4:5  functions.api.code: `path`, `bundle` or `python` is missing  (such as path: dist)',
    ],
    [
      'code: { path: dist, bundle: src/api.ts }',
      '4:11  functions.api.code: a map is not the path of a folder or .zip file, or a map with one of `path`, `bundle` and `python`',
    ],
    [
      'code: { path: dist, minify: true }',
      '4:25  functions.api.code: unknown key `minify`  (known: path, include, exclude, allow)',
    ],
    ['code: { pth: dist }', '4:13  functions.api.code: unknown key `pth`  (did you mean `path`?)'],
    [
      'code: { zip: dist }',
      '4:11  functions.api.code: a map is not the path of a folder or .zip file, or a map with one of `path`, `bundle` and `python`',
    ],
    [
      'code: { path: x, exclude: test/ }',
      '4:31  functions.api.code.exclude: `test/` is not a list of at most 1000 patterns such as `test/`',
    ],
    [
      'code: { path: dist.zip, exclude: [test/] }',
      '4:29  functions.api.code.exclude: a ready .zip is deployed byte for byte, and nothing of it is left out  (delete it, or name the folder)',
    ],
    [
      'code: { bundle: src }',
      '4:21  functions.api.code.bundle: "src" is no module  (name a file with .ts, .mts, .cts, .tsx, .js, .mjs, .cjs, .jsx)',
    ],
    [
      'code: { bundle: src/api.v2.ts }',
      '4:21  functions.api.code.bundle: "src/api.v2.ts" has another dot in its name  (give the file a name without one: Lambda takes a handler apart at its first dot)',
    ],
    [
      'code: { bundle: src/api.ts, external: ["@aws-sdk/*"] }',
      '4:44  functions.api.code.external.0: `@aws-sdk/*` is not the name of a package, such as `sharp` or `@img/sharp-linux-arm64`; `awsSdk: runtime` leaves the AWS SDK out',
    ],
    [
      'code: { bundle: src/api.ts }\nruntime: python3.13',
      '4:13  functions.api.code.bundle: this is for Node.js, and `api` is for python3.13  (give it a runtime of Node.js, or name its folder with `path`)',
    ],
    [
      'code: { python: src }\nruntime: nodejs24.x',
      '4:13  functions.api.code.python: this is for Python, and `api` is for nodejs24.x  (give it a runtime of Python, or name its folder with `path`)',
    ],
    [
      'code: { bundle: src/api.ts }\nhandler: index.main',
      '5:14  functions.api.handler: `index.main` is not in the bundle of "src/api.ts"  (write `handler: api.main` for `api`)',
    ],
  ])('is refused with its place: %s', async (lines, problem) => {
    expect(await problems(lines)).toEqual([problem]);
  });

  it('of a bundle has its handler in it, in a package or in a layer', async () => {
    for (const handler of ['api.handler', 'node_modules/x/y.handler', '/opt/x.handler'])
      expect(await problems(`code: { bundle: src/api.ts }\nhandler: ${handler}`)).toEqual([]);
  });

  it('needs no runtime of its language where the settings belong to somebody else', async () => {
    const defaults = 'defaults: { runtime: python3.13, handler: main.handler }\n';
    expect(await problems('code: { bundle: src/api.ts }\nmanage: release', defaults)).toEqual([]);
    expect(await problems('code: { bundle: src/api.ts }', defaults)).toHaveLength(2);
  });

  it('of a layer has the same forms, for its own runtimes', async () => {
    const layers = (text: string) => problems('code: x', `layers: { deps: { ${text} } }\n`);
    expect(await layers('code: { python: src }, build: make, runtimes: [python3.13]')).toEqual([]);
    expect(await layers('code: { allow: [x] }')).toEqual([
      '5:19  layers.deps.code: `path`, `bundle` or `python` is missing  (such as path: dist)',
    ]);
    expect(await layers('code: { python: src }, runtimes: [python3.13, java21]')).toEqual([
      '5:27  layers.deps.code.python: this is for Python, and `deps` is for java21  (give it a runtime of Python, or name its folder with `path`)',
    ]);
    expect(await layers('code: x, build: "a | b"')).toEqual([
      '5:35  layers.deps.build: `|` is for a shell, and none reads it  (write `{ run: <command>, shell: true }`)',
    ]);
  });
});

describe('the forms of a map', () => {
  it('are those of the schema', () => {
    for (const [name, keys] of Object.entries({ ...codeForms, ...imageForms }))
      expect([name, Object.keys(schema.definitions[name].properties)]).toEqual([name, [...keys]]);
  });
});

describe('code that is laid over other code', () => {
  const laid = async (defaults: string, own: string, staged = 'null') => {
    const text = `project: orders\ndefaults: { ${defaults} }\nfunctions: { api: { ${own} } }\n`;
    const stage = staged === 'null' ? 'x: {}' : `x: { functions: { api: { ${staged} } } }`;
    const files = filesOf({ '/p/lambda.config.yaml': `${text}stages: { ${stage} }\n` });
    return (await readFrom(files, { cwd: '/p', stage: 'x' })).functions[0];
  };

  it('of the same form is merged by key', async () => {
    expect((await laid('code: { exclude: [test/] }', 'code: { path: dist }'))?.code).toEqual({
      ...filesAt('/p/dist'),
      exclude: ['test/'],
    });
    const prod = await laid('code: { minify: true }', 'code: { bundle: a.ts }', 'code: { sourceMap: false }');
    expect(prod?.code).toMatchObject({ entry: '/p/a.ts', minify: true, sourceMap: false });
  });

  it('of another form replaces it, and so does a text over a map and a map over a text', async () => {
    expect((await laid('code: { minify: true }', 'code: { path: dist }'))?.code).toEqual(filesAt('/p/dist'));
    expect((await laid('code: { exclude: [x] }', 'code: dist'))?.code).toEqual(filesAt('/p/dist'));
    const bundled = await laid('code: dist', 'code: x', 'code: { bundle: a.ts }');
    expect(bundled?.code).toMatchObject({ kind: 'bundle', entry: '/p/a.ts' });
    const python = await laid('code: x', 'code: { bundle: a.ts, minify: true }', 'code: { python: src }');
    expect(python?.code).toMatchObject({ kind: 'python', path: '/p/src' });
  });

  it('is for functions that name code: a map of the defaults is none', async () => {
    const text = 'project: p\ndefaults: { code: { exclude: [x] } }\nfunctions: { api: {} }\n';
    expect(await problemsIn(text)).toEqual([
      'lambda.config.yaml:3:14  functions.api: `code` is missing  (name a folder or a .zip file, or give it an `image`)',
    ]);
  });

  it('of an image of another form replaces that too', async () => {
    const image = await laid('image: { builder: buildah }', 'image: { base: "x:1", add: dist }');
    expect(image?.image).toMatchObject({ kind: 'append', base: 'x:1' });
    const built = await laid('image: { builder: buildah }', 'image: { dockerfile: Dockerfile }');
    expect(built?.image).toMatchObject({ kind: 'dockerfile', builder: 'buildah' });
    const zip = await laid('image: { builder: buildah }, ecr: { create: true }', 'code: dist');
    expect(zip).toMatchObject({ code: filesAt('/p/dist'), image: null, ecr: null });
  });
});

describe('a repository without a name', () => {
  const { pattern } = schema.definitions.ecr.properties.repository;

  it('has one that ECR takes, whatever project and function are called', () => {
    const named = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9_-]{0,62}$/);
    fc.assert(
      fc.property(named, named, (project, key) => {
        expect(defaultRepository(project, key)).toMatch(new RegExp(pattern, 'u'));
      }),
    );
    expect(defaultRepository('Orders', 'api__V2_')).toBe('orders/api_v2');
  });
});

describe('a place for artifacts', () => {
  it('is that of the project, or of a stage', async () => {
    const text = `${minimal()}artifacts: { bucket: orders-artifacts, prefix: /x/y/, signingProfile: orders }
stages: { prod: { artifacts: { bucket: orders-prod, signingProfile: null } }, dev: { artifacts: { bucket: "\${project}-dev" } } }
`;
    const at = async (stage: string | null) =>
      (await readFrom(filesOf({ '/p/lambda.config.yaml': text }), { cwd: '/p', stage })).artifacts;
    expect(await at(null)).toEqual({ bucket: 'orders-artifacts', prefix: 'x/y', signingProfile: 'orders' });
    expect(await at('prod')).toEqual({ bucket: 'orders-prod', prefix: 'x/y', signingProfile: null });
    expect(await at('dev')).toMatchObject({ bucket: 'orders-dev' });
    expect((await readText(minimal())).artifacts).toEqual({ bucket: null, prefix: '', signingProfile: null });
  });

  it.each([
    ['bucket: Orders', 'bucket: `Orders` is not the name of a bucket, or null'],
    [
      'bucket: 10.0.0.1',
      'bucket: `10.0.0.1` cannot be the name of a bucket  (write the name of a bucket that is there)',
    ],
    [
      'signingProfile: a-b',
      'signingProfile: `a-b` is not the name of a signing profile: letters, digits and `_`, at most 64; or null',
    ],
  ])('is refused: %s', async (line, problem) => {
    expect(await problemsIn(minimal('', `artifacts: { ${line} }\n`))).toEqual([
      expect.stringMatching(/^lambda\.config\.yaml:5:\d+ {2}artifacts\./),
    ]);
    expect((await problemsIn(minimal('', `artifacts: { ${line} }\n`)))[0]).toContain(`artifacts.${problem}`);
  });
});
