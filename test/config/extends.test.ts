import { filesOf, minimal, openFrom, readFrom, refusalOf } from './example';

const project = (extended: string) => `extends: ${extended}\n${minimal()}`;
const read = (texts: { [path: string]: string | Uint8Array }) => readFrom(filesOf(texts), { cwd: '/p' });

describe('a file that extends another', () => {
  it('is laid over it, and every value knows its own file', async () => {
    const files = filesOf({
      '/org/base.yaml':
        'region: eu-west-1\ndefaults:\n  memorySize: 512\n  environment: { LOG: info, TZ: UTC }\n',
      '/p/lambda.config.yaml': `${project('../org/base.yaml')}defaults: { environment: { LOG: debug } }\n`,
    });
    const { functions, place } = await readFrom(files, { cwd: '/p' });
    expect(place.region).toBe('eu-west-1');
    expect(functions[0]?.config).toEqual({ memorySize: 512, environment: { LOG: 'debug', TZ: 'UTC' } });
    expect(functions[0]?.where).toMatchObject({
      key: 'lambda.config.yaml:4:3',
      memorySize: '/org/base.yaml:3:15',
    });
  });

  it('may extend a file that extends another, each path seen from the file that says it', async () => {
    const { functions } = await read({
      '/a/b/base.json': '{ "defaults": { "timeout": "5s", "runtime": "nodejs24.x" } }',
      '/a/base.yaml': 'extends: b/base.json\ndefaults: { timeout: 6s }\n',
      '/p/lambda.config.yaml': project('../a/base.yaml'),
    });
    expect(functions[0]?.config).toEqual({ timeout: 6, runtime: 'nodejs24.x' });
  });

  it('says what is wrong in the other file there', async () => {
    const base = 'defaults:\n  memorysize: 512\nstages:\n  prod: { region: nowhere }\n';
    expect(
      await refusalOf(read({ '/base.yaml': base, '/p/lambda.config.yaml': project('../base.yaml') })),
    ).toEqual([
      '/base.yaml:2:3  defaults: unknown key `memorysize`  (did you mean `memorySize`?)',
      expect.stringMatching(/^\/base\.yaml:4:19 {2}stages\.prod\.region: `nowhere` is not/),
    ]);
  });

  it('replaces a rollout of another kind, and merges one of the same', async () => {
    const { rollouts } = await read({
      '/base.yaml':
        'rollouts:\n  other: { canary: 10%, bake: 5m }\n  same: { canary: 10%, bake: 5m }\n  word: AllAtOnce\n',
      '/p/lambda.config.yaml': `${project('../base.yaml')}rollouts:\n  other: { linear: 10%, every: 1m }\n  same: { canary: 20% }\n  word: { canary: 1% }\n`,
    });
    expect(rollouts).toMatchObject({
      other: { kind: 'linear', every: 60_000 },
      same: { kind: 'canary', weight: 20, bake: 300_000 },
      word: { kind: 'canary', weight: 1, bake: null },
    });
  });

  it('may lie under as many as five others', async () => {
    const chain = (length: number): { [path: string]: string } => {
      const bases = Array.from({ length }, (_, index) => [
        `/p/base${index}.yaml`,
        index === length - 1 ? 'region: eu-west-1\n' : `extends: base${index + 1}.yaml\n`,
      ]);
      return { '/p/lambda.config.yaml': project('base0.yaml'), ...Object.fromEntries(bases) };
    };
    expect((await read(chain(5))).place.region).toBe('eu-west-1');
    expect(await refusalOf(read(chain(6)))).toEqual([
      'base4.yaml:1:10  extends: more than 5 files lie under each other  (use fewer)',
    ]);
  });
});

describe('what is extended', () => {
  it.each([
    [
      'itself',
      { '/p/lambda.config.yaml': project('lambda.config.yaml') },
      /^lambda\.config\.yaml:1:10 .* a circle: lambda\.config\.yaml extends lambda\.config\.yaml/,
    ],
    [
      'a file that extends it in turn',
      {
        '/p/lambda.config.yaml': project('a.yaml'),
        '/p/a.yaml': 'extends: b.yaml\n',
        '/p/b.yaml': '\nextends: a.yaml\n',
      },
      /^b\.yaml:2:10 {2}extends: a circle: a\.yaml extends b\.yaml extends a\.yaml {2}\(take this line out\)$/,
    ],
    [
      'a file that is not there',
      { '/p/lambda.config.yaml': project('../no.yaml') },
      /:1:10 {2}extends: \/no\.yaml is not there/,
    ],
    [
      'a folder',
      { '/p/lambda.config.yaml': project('sub'), '/p/sub/x': '' },
      /:1:10 {2}extends: sub is a folder/,
    ],
    [
      'no path',
      { '/p/lambda.config.yaml': project('[a.yaml]') },
      /:1:10 {2}extends: what stands here is no path/,
    ],
    ['nothing', { '/p/lambda.config.yaml': project('""') }, /:1:10 {2}extends: what stands here is no path/],
    ['null', { '/p/lambda.config.yaml': project('null') }, /:1:10 {2}extends: what stands here is no path/],
    [
      'a reference',
      { '/p/lambda.config.yaml': project('"${env:BASE}"') },
      /:1:10 {2}extends: a reference cannot stand here/,
    ],
    [
      'a list',
      { '/p/lambda.config.yaml': project('a.yaml'), '/p/a.yaml': '- a\n' },
      /^a\.yaml:1:1 {2}the file is no map/,
    ],
    [
      'something empty',
      { '/p/lambda.config.yaml': project('a.yaml'), '/p/a.yaml': ' ' },
      /^a\.yaml:1:1 {2}the file is empty/,
    ],
    [
      'a bomb',
      { '/p/lambda.config.yaml': project('a.yaml'), '/p/a.yaml': bomb() },
      /^a\.yaml:\d+:\d+ {2}more than 250000 values/,
    ],
    [
      'what nests too deep',
      { '/p/lambda.config.yaml': project('a.yaml'), '/p/a.yaml': '['.repeat(20_000) },
      /^a\.yaml:1:\d+ {2}nested deeper/,
    ],
    [
      'hidden text',
      { '/p/lambda.config.yaml': project('a.yaml'), '/p/a.yaml': '# \u202e\na: 1' },
      /^a\.yaml:1:3 .*U\+202E/,
    ],
    [
      'a file above 1 MB',
      { '/p/lambda.config.yaml': project('a.yaml'), '/p/a.yaml': `a: ${'x'.repeat(1024 * 1024)}` },
      /^a\.yaml:1:1 {2}the file has 1\.00 MB/,
    ],
    [
      'what is no JSON',
      { '/p/lambda.config.yaml': project('a.json'), '/p/a.json': 'a: 1' },
      /^a\.json:1:1 {2}not valid JSON/,
    ],
  ])('is refused when it is %s', async (_what, texts, expected) => {
    const problems = await refusalOf(read(texts));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
  });

  it('is no link: it could make any file of this machine appear in an error', async () => {
    const files = filesOf({ '/p/lambda.config.yaml': project('../link.yaml') });
    files.putOdd('/link.yaml', 'link');
    expect(await refusalOf(openFrom(files, { cwd: '/p' }))).toEqual([
      'lambda.config.yaml:1:10  extends: /link.yaml is a symbolic link  (name a plain file, seen from this one)',
    ]);
    expect(files.did.filter((did) => did.includes('read') && did.includes('link'))).toEqual([]);
  });

  it('is not even read above 1 MB', async () => {
    const files = filesOf({
      '/p/lambda.config.yaml': project('a.yaml'),
      '/p/a.yaml': Buffer.alloc(1024 * 1024 + 1, '#'),
    });
    expect(await refusalOf(openFrom(files, { cwd: '/p' }))).toHaveLength(1);
    expect(files.did.filter((did) => did.includes('read') && did.includes('a.yaml'))).toEqual([]);
  });
});

function bomb(): string {
  const levels = Array.from(
    { length: 9 },
    (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level},`.repeat(10)}]`,
  );
  return `a0: &a0 [x]\n${levels.join('\n')}\n`;
}
