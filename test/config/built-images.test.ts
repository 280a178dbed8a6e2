import { minimal, problemsIn, readText } from './example';

const of = (lines: string, atEnd = ''): string =>
  `project: orders\nfunctions:\n  Api:\n${lines
    .split('\n')
    .map((line) => `    ${line}\n`)
    .join('')}${atEnd}`;
const problems = async (lines: string, atEnd = ''): Promise<string[]> =>
  (await problemsIn(of(lines, atEnd))).map((line) => line.replace('lambda.config.yaml:', ''));
const read = async (lines: string, atEnd = '') => (await readText(of(lines, atEnd))).functions[0];

const digest = `sha256:${'0'.repeat(64)}`;

describe('an image', () => {
  it.each([
    `orders@${digest}`,
    'orders:1.4.2',
    '1.dkr.ecr.eu-west-1.amazonaws.com/a/b:x',
    'localhost:5000/a:b',
  ])('may be there already, by digest or tag: %s', async (uri) => {
    const made = await read(`image: ${uri}`, 'defaults: { build: make, ecr: { create: true } }\n');
    expect(made).toMatchObject({ code: null, image: { kind: 'there', uri }, ecr: null, build: null });
  });

  it('is built from a Dockerfile', async () => {
    expect((await read('image: { dockerfile: Dockerfile }'))?.image).toEqual({
      ...{ kind: 'dockerfile', file: '/p/Dockerfile', context: '/p', target: null, builder: null },
      ...{ args: {}, secrets: {}, cacheFrom: [], cacheTo: [] },
    });
    const all = `image:
  dockerfile: api/Dockerfile
  context: api
  target: prod
  args: { NODE_ENV: production, VERSION: "\${project}" }
  secrets: { npmrc: .npmrc }
  cacheFrom: [type=gha]
  cacheTo: ["type=gha,mode=max"]
  builder: buildah`;
    expect(await read(all)).toMatchObject({
      image: {
        ...{ kind: 'dockerfile', file: '/p/api/Dockerfile', context: '/p/api', target: 'prod' },
        ...{ args: { NODE_ENV: 'production', VERSION: 'orders' }, secrets: { npmrc: '/p/.npmrc' } },
        ...{ cacheFrom: ['type=gha'], cacheTo: ['type=gha,mode=max'], builder: 'buildah' },
      },
      where: { 'image.context': 'lambda.config.yaml:6:16' },
    });
  });

  it('is files on a base', async () => {
    const base = 'public.ecr.aws/lambda/nodejs:24';
    const append = { kind: 'append', base, add: '/p/dist', include: null, exclude: [], allow: [] };
    expect((await read(`image: { base: "${base}", add: dist }`))?.image).toEqual({
      ...append,
      to: '/var/task',
    });
    const more = await read(`image: { base: "${base}", add: dist, to: /opt/x/, exclude: [test/] }`);
    expect(more?.image).toEqual({ ...append, to: '/opt/x', exclude: ['test/'] });
  });

  it.each([
    [
      'image: { builder: buildah }',
      '4:5  functions.Api.image: `dockerfile` or `base` is missing  (such as dockerfile: Dockerfile)',
    ],
    ['image: { base: "x:1" }', '4:5  functions.Api.image: `add` is missing  (such as add: dist)'],
    [
      'image: { base: x, add: dist }',
      '4:20  functions.Api.image.base: `x` is not an image by its digest or tag: `<repository>@sha256:<64 hexadecimal digits>` or `<repository>:<tag>`',
    ],
    [
      'image: { base: "x:1", dockerfile: Dockerfile }',
      '4:12  functions.Api.image: a map is not an image such as `<repository>@sha256:<digest>`, or a map with `dockerfile` or `base`',
    ],
    [
      'image: { base: "x:1", add: dist, target: prod }',
      '4:38  functions.Api.image: unknown key `target`  (known: base, add, to, include, exclude, allow)',
    ],
    [
      'image: { base: "x:1", add: ../dist, to: /var/../task }',
      '4:32  functions.Api.image.add: "../dist" leaves the folder of the project file  (name a path below the project file)',
      '4:45  functions.Api.image.to: `/var/../task` is not a path in the image, such as `/var/task`',
    ],
    [
      'image: { dockerfile: /Dockerfile, context: .. }',
      '4:26  functions.Api.image.dockerfile: "/Dockerfile" is an absolute path  (name a path below the project file)',
      '4:48  functions.Api.image.context: ".." leaves the folder of the project file  (name a path below the project file)',
    ],
    [
      'image: { dockerfile: Dockerfile, secrets: { npmrc: ../.npmrc } }',
      '4:56  functions.Api.image.secrets.npmrc: "../.npmrc" leaves the folder of the project file  (name a path below the project file)',
    ],
    [
      'image: { dockerfile: Dockerfile, builder: kaniko }',
      '4:47  functions.Api.image.builder: `kaniko` is not buildx, docker, podman, buildah or finch  (known: buildx, docker, podman, buildah, finch)',
    ],
    [
      'image: { dockerfile: Dockerfile, platform: linux/arm64 }',
      '4:38  functions.Api.image: unknown key `platform`  (delete it: it follows from the `architecture` of the function)',
    ],
    [
      'image: { dockerfile: Dockerfile, cacheTo: [--push] }',
      '4:48  functions.Api.image.cacheTo.0: `--push` is not a place in the words of the builder, such as `type=gha`',
    ],
    [
      'image: { dockerfile: Dockerfile, args: { PIN: 4711 } }',
      '4:51  functions.Api.image.args.PIN: a number is not a text  (put quotes around it)',
    ],
    [
      `image: orders:1\nbuild: make\necr: { create: true }`,
      '5:5  functions.Api.build: the `image` is there already: shipit neither builds nor pushes it  (delete it)',
      '6:5  functions.Api.ecr: the `image` is there already: shipit neither builds nor pushes it  (delete it)',
    ],
    [
      'image: { dockerfile: Dockerfile }\ncode: dist',
      '5:5  functions.Api.code: `Api` has an `image` too (functions.Api.image)  (keep one of them)',
    ],
  ])('is refused with its place: %s', async (lines, ...expected) => {
    expect(await problems(lines)).toEqual(expected);
  });

  it('has no secrets among the arguments of its build, and a refusal does not repeat one', async () => {
    const token = `ghp_${'a1B2'.repeat(9)}`;
    const [problem, ...more] = await problems(`image: { dockerfile: Dockerfile, args: { TOKEN: ${token} } }`);
    expect(more).toEqual([]);
    expect(problem).toBe(
      '4:53  functions.Api.image.args.TOKEN: looks like a token of GitHub  (put it into a file, and name that in `secrets`)',
    );
    const referring = await problems(
      'image: { dockerfile: Dockerfile, args: { TOKEN: "${secret:npm#token}" } }',
    );
    expect(referring).toEqual([expect.stringContaining('secrets may stand in `environment`')]);
  });
});

describe('the repository of an image', () => {
  const image = 'image: { dockerfile: Dockerfile }';

  it('is that of project and function unless it has a name', async () => {
    const usual = { create: false, failOn: null, keep: null };
    expect((await read(image))?.ecr).toEqual({ repository: 'orders/api', ...usual });
    expect((await read(`${image}\necr: { failOn: HIGH, keep: 10 }`))?.ecr).toEqual({
      ...{ repository: 'orders/api', create: false, failOn: 'HIGH', keep: 10 },
    });
    const arn = 'arn:aws:ecr:eu-west-1:123456789012:repository/team/x';
    const shared = 'defaults: { ecr: { create: true, repository: shared } }\n';
    expect((await read(`${image}\necr: { repository: "${arn}", create: false }`, shared))?.ecr).toEqual({
      ...{ repository: arn, ...usual },
    });
    expect((await read(image, shared))?.ecr).toEqual({ ...usual, repository: 'shared', create: true });
  });

  it.each([
    [
      'ecr: { repository: Orders/api }',
      '5:24  functions.Api.ecr.repository: `Orders/api` is not a name such as `orders/api` in small letters, or the ARN of a repository',
    ],
    [
      'ecr: { repository: "arn:aws:ecr:eu-west-1:123456789012:repository/xy", create: true }',
      '5:84  functions.Api.ecr.create: shipit makes repositories in the account and region of the release alone  (write the name of the repository, or `create: false`)',
    ],
    [
      'ecr: { failOn: high }',
      '5:20  functions.Api.ecr.failOn: `high` is not CRITICAL, HIGH, MEDIUM, LOW or null  (did you mean `HIGH`?)',
    ],
    ['ecr: { keep: 0 }', '5:18  functions.Api.ecr.keep: `0` is not a whole number from 1 to 100000, or null'],
    ['ecr: { name: x }', '5:12  functions.Api.ecr: unknown key `name`  (write `repository`)'],
  ])('is refused with its place: %s', async (line, problem) => {
    expect(await problems(`${image}\n${line}`)).toEqual([problem]);
  });

  it('is none of a zip', async () => {
    expect(await problemsIn(minimal('    ecr: { create: true }\n'))).toEqual([
      'lambda.config.yaml:5:5  functions.api.ecr: a function made of a zip has none  (delete it, or give the function an `image`)',
    ]);
    expect(await problemsIn(minimal('', 'defaults: { ecr: { create: true } }\n'))).toEqual([]);
  });
});
