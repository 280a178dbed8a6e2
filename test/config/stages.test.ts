import { refuseTwins } from '../../src/config/conflicts';
import { checkProject } from '../../src/config/open';
import { ShipitError } from '../../src/core/errors';
import { createClock } from '../../src/disk/clock';
import { filesAt } from '../forms';
import { filesOf, minimal, openFrom, problemsIn, readFrom, refusalOf } from './example';

const clock = createClock();
const read = (text: string, stage: string | null = null) =>
  readFrom(filesOf({ '/p/lambda.config.yaml': text }), { cwd: '/p', stage });

/** What a setting of the function `api` came to. */
async function settled(text: string): Promise<unknown> {
  const [api] = (await read(text, 'prod')).functions;
  return api?.config.memorySize;
}

describe('a setting of a function', () => {
  const layers = {
    defaults: 'defaults: { memorySize: 256 }',
    stageDefaults: '    defaults: { memorySize: 512 }',
    own: '    memorySize: 1024',
    stageOwn: '    functions: { api: { memorySize: 2048 } }',
  };
  const file = (...said: (keyof typeof layers)[]): string => {
    const line = (layer: keyof typeof layers) => (said.includes(layer) ? `${layers[layer]}\n` : '');
    const stage = `stages:\n  prod:\n    protected: false\n${line('stageDefaults')}${line('stageOwn')}`;
    return `project: orders\n${line('defaults')}functions:\n  api:\n    code: dist\n${line('own')}${stage}`;
  };

  it.each([
    [[], undefined],
    [['defaults'], 256],
    [['stageDefaults'], 512],
    [['own'], 1024],
    [['stageOwn'], 2048],
    [['defaults', 'stageDefaults'], 512],
    [['defaults', 'own'], 1024],
    [['stageDefaults', 'own'], 1024],
    [['own', 'stageOwn'], 2048],
    [['defaults', 'stageDefaults', 'own'], 1024],
    [['stageDefaults', 'stageOwn'], 2048],
    [['defaults', 'stageDefaults', 'own', 'stageOwn'], 2048],
  ] as const)('comes from the strongest of %j', async (said, expected) => {
    expect(await settled(file(...said))).toBe(expected);
  });

  it('is not touched by a stage that was not chosen', async () => {
    const text = file('defaults', 'stageDefaults', 'stageOwn');
    expect((await read(text)).functions[0]?.config.memorySize).toBe(256);
  });
});

describe('what is laid over each other', () => {
  const over = async (base: string, stage: string) => {
    const text = minimal(`    ${base}\n`, `stages: { prod: { functions: { api: { ${stage} } } } }\n`);
    return (await read(text, 'prod')).functions[0];
  };

  it('merges maps at any depth', async () => {
    const api = await over(
      'logging: { format: JSON, group: /a }',
      'logging: { group: /b, retentionInDays: 7 }',
    );
    expect(api?.config).toMatchObject({ logFormat: 'JSON', logGroup: '/b' });
    expect(api?.settings).toMatchObject({ logRetention: 7 });
  });

  it('replaces lists', async () => {
    expect((await over('alarms: [a, b]', 'alarms: [c]'))?.alarms).toEqual(['c']);
  });

  it('lets null replace a map, and a map null', async () => {
    expect((await over('environment: { AA: x }', 'environment: null'))?.config.environment).toEqual({});
    expect((await over('environment: null', 'environment: { AA: x }'))?.config.environment).toEqual({
      AA: 'x',
    });
  });

  it('replaces a role by one of another kind', async () => {
    const arn = 'arn:aws:iam::123456789012:role/orders';
    const own =
      '{ statements: [{ Effect: Allow, Action: "s3:GetObject", Resource: "arn:aws:s3:::orders/*" }] }';
    const named = await over(`role: ${own}`, `role: ${arn}`);
    expect([named?.config.role, named?.role]).toEqual([arn, null]);
    const made = await over(`role: ${arn}`, `role: ${own}`);
    expect([made?.config.role, made?.role?.name]).toEqual([undefined, 'orders-prod-api-role']);
  });
});

describe('a stage', () => {
  it('has its own names, place and functions', async () => {
    const text = `${minimal()}region: eu-west-1
layers:
  shared: { code: shared }
guard: { minInvocations: 5 }
stages:
  prod:
    protected: true
    region: eu-central-1
    account: "222222222222"
    profile: prod
    assumeRole: arn:aws:iam::222222222222:role/deployer
    guard: { maxErrorRate: 1% }
    layers: { shared: { keep: 3 }, more: { code: more } }
    functions: { extra: { code: extra } }
`;
    const project = await read(text, 'prod');
    expect(project).toMatchObject({
      stage: { name: 'prod', protected: true },
      place: {
        region: 'eu-central-1',
        account: '222222222222',
        profile: 'prod',
        assumeRole: { arn: 'arn:aws:iam::222222222222:role/deployer', externalId: null },
      },
      guard: { minInvocations: 5, maxErrorRate: 1 },
      functions: [{ name: 'orders-prod-api' }, { name: 'orders-prod-extra' }],
      layers: [
        { key: 'more', name: 'orders-prod-more', code: filesAt('/p/more'), keep: null },
        { key: 'shared', name: 'orders-prod-shared', code: filesAt('/p/shared'), keep: 3 },
      ],
    });
    const base = await read(text);
    expect(base).toMatchObject({ stage: null, place: { region: 'eu-west-1', account: null } });
    expect(base.functions.map(({ name }) => name)).toEqual(['orders-api']);
  });

  it('that the file does not know is refused with the nearest one, or all there are', async () => {
    const stages = minimal('', 'stages: { dev: {}, prod: {} }\n');
    await expect(read(stages, 'pord')).rejects.toMatchObject({
      code: 'badFlag',
      message: 'the project file has no stage pord',
      hint: 'did you mean `prod`?',
    });
    await expect(read(stages, 'constructor')).rejects.toMatchObject({ hint: 'known: dev, prod' });
    await expect(read(minimal(), 'prod')).rejects.toMatchObject({
      hint: 'Write `stages:` into the project file, or leave --stage out.',
    });
  });

  it('loses against what was typed', async () => {
    const files = filesOf({
      '/p/lambda.config.yaml': minimal(
        '    alias: live\n',
        'region: eu-west-1\nstages: { prod: { profile: p, region: eu-west-2 } }\n',
      ),
    });
    const typed = { cwd: '/p', stage: 'prod', region: 'us-east-1', profile: 'mine', alias: 'beta' };
    const project = await readFrom(files, typed);
    expect(project.place).toMatchObject({ region: 'us-east-1', profile: 'mine' });
    expect(project.functions[0]?.alias).toBe('beta');
  });
});

describe('a function of a protected stage', () => {
  const file = (base: string, prod: string) =>
    filesOf({
      '/p/lambda.config.yaml': minimal(
        '    name: orders-api\n',
        `${base}stages:\n  dev: { account: "111111111111", region: eu-west-1 }\n  prod: { protected: true, ${prod} }\n`,
      ),
    });
  const place = 'account: "222222222222", region: eu-central-1';
  const twins = async (files: ReturnType<typeof file>, typed: object = {}) => {
    const opened = await openFrom(files, { cwd: '/p', ...typed });
    const { functions } = await opened.finish(null);
    try {
      refuseTwins(opened.twins, functions);
      return [];
    } catch (error) {
      return ShipitError.is(error, 'refused') ? error.problems : [error];
    }
  };
  const says = ['api: orders-api is a function of the protected stage prod'];

  it('is not released past its protection by leaving the stage out', async () => {
    expect(await twins(file('', place))).toEqual(says);
    expect(await twins(file('', place), { stage: 'prod' })).toEqual([]);
    expect(await twins(file('account: "111111111111"\n', place))).toEqual([]);
    expect(await twins(file('region: us-east-1\n', place))).toEqual([]);
  });

  it('nor by another stage that a flag sends to its place', async () => {
    const near = file('', 'account: "111111111111", region: eu-central-1');
    expect(await twins(near, { stage: 'dev' })).toEqual([]);
    expect(await twins(near, { stage: 'dev', region: 'eu-central-1' })).toEqual(says);
  });

  it('has nothing to do with functions of other names', async () => {
    const files = filesOf({
      '/p/lambda.config.yaml': minimal('', 'stages: { prod: { protected: true } }\n'),
    });
    expect(await twins(files)).toEqual([]);
  });
});

describe('the stages of a file', () => {
  it('are all checked, whichever was chosen, and each thing is said once', async () => {
    const text = `project: orders
defaults: { timeout: 16m }
functions:
  api: { code: dist, environment: { AWS_REGION: x } }
stages:
  dev: { functions: { api: { timeout: 20m } } }
  prod: { functions: { extra: { handler: index.handler } } }
`;
    expect(await problemsIn(text)).toEqual([
      expect.stringMatching(/:2:22 {2}defaults\.timeout: /),
      expect.stringMatching(/:4:37 {2}functions\.api\.environment\.AWS_REGION: /),
      expect.stringMatching(/:6:39 {2}stages\.dev\.functions\.api\.timeout: /),
      expect.stringMatching(/:7:24 {2}stages\.prod\.functions\.extra: `code` is missing/),
    ]);
  });

  it('have their texts checked once the stage makes them what they are', async () => {
    const text = minimal('    alias: "${stage}"\n', 'stages: { good: {}, "12": {} }\n');
    expect(await problemsIn(text)).toEqual([
      expect.stringMatching(/:5:12 {2}functions\.api\.alias: `12` is not an alias name/),
    ]);
  });

  it('have the form of their references checked', async () => {
    const text = minimal(
      '',
      'stages: { prod: { functions: { api: { environment: { AA: "${smm:/x}" }, description: "${secret:x}" } } } }\n',
    );
    expect(await problemsIn(text)).toEqual([
      expect.stringMatching(/:5:59 {2}there is no reference `\$\{smm\}` {2}\(did you mean `ssm`\?/),
      expect.stringMatching(
        /:5:86 {2}secrets may stand in `environment`, in `notifications` and in `headers` of hooks alone/,
      ),
    ]);
  });

  it('name rollouts that they know', async () => {
    const text = minimal(
      '',
      'stages:\n  dev: { rollout: carful }\n  prod: { rollouts: { careful: { canary: 1% } }, rollout: careful }\n',
    );
    expect(await problemsIn(text)).toEqual([
      expect.stringMatching(/:6:19 {2}stages\.dev\.rollout: there is no rollout `carful`/),
    ]);
  });

  it('are a hundred at most', async () => {
    const stages = (count: number) =>
      minimal('', `stages:\n${Array.from({ length: count }, (_, at) => `  s${at}: {}\n`).join('')}`);
    expect(await problemsIn(stages(100))).toEqual([]);
    expect(await problemsIn(stages(101))).toEqual([
      'lambda.config.yaml:5:1  stages: 101 stages  (a project has at most 100)',
    ]);
  });

  it('are read quickly, also three of them with 500 functions that share an anchor', async () => {
    const keys = Array.from({ length: 499 }, (_, index) => `  f${index}: *one\n`);
    const functions = `functions:\n  one: &one { code: dist, environment: { AA: a, BB: "\${stage}" }, alarms: [x] }\n${keys.join('')}`;
    const text = `project: orders\ndefaults: { memorySize: 512 }\n${functions}stages: { dev: {}, test: {}, prod: { defaults: { timeout: 9s } } }\n`;
    const before = clock.monotonicMs();
    const project = await read(text, 'prod');
    expect(project.functions).toHaveLength(500);
    expect(project.functions[7]).toMatchObject({
      name: 'orders-prod-f104',
      config: { timeout: 9, environment: { BB: 'prod' } },
    });
    expect(clock.monotonicMs() - before).toBeLessThan(3000);
  });
});

const checked = (text: string) =>
  refusalOf(checkProject(filesOf({ '/p/lambda.config.yaml': text }), { path: null, cwd: '/p' }));

describe('two stages', () => {
  const two = (inFunction: string, dev: string, prod: string) =>
    checked(
      `project: orders\nfunctions:\n  api:\n    code: dist\n${inFunction}stages:\n  dev: { ${dev} }\n  prod: { ${prod} }\n`,
    );

  it('do not write the same function, as far as is known', async () => {
    const same =
      'functions.api.name: the stages `dev` and `prod` write the same Lambda function `orders-api`';
    const place = 'lambda.config.yaml:5:11';
    const own = '    name: orders-api\n';
    const hint = expect.stringContaining(`${place}  ${same}  (give each a \`name\` of its own`);
    expect(await two(own, '', '')).toEqual([hint]);
    expect(await two(own, 'region: eu-west-1', '')).toEqual([hint]);
    expect(await two(own, 'profile: a', 'profile: b')).toEqual([hint]);
    expect(await two(own, 'account: "111111111111"', 'assumeRole: arn:aws:iam::111111111111:role/x')).toEqual(
      [hint],
    );
  });

  it('are told of it at both places', async () => {
    const dev = 'functions: { api: { name: same } }';
    const prod = 'functions: { other: { code: x, name: same } }';
    expect(await two('', dev, prod)).toEqual([
      expect.stringMatching(
        /:6:36 {2}stages\.dev\.functions\.api\.name: the stages `dev` and `prod` write the same Lambda function `same`/,
      ),
      expect.stringMatching(
        /:7:48 {2}stages\.prod\.functions\.other\.name: the stages `dev` and `prod` write/,
      ),
    ]);
  });

  it.each([
    ['names of their own', '', '', ''],
    ['names with the stage in them', '    name: "x-${stage}-${project}"\n', '', ''],
    ['other regions', '    name: x\n', 'region: eu-west-1', 'region: eu-west-2'],
    ['other accounts', '    name: x\n', 'account: "111111111111"', 'account: "222222222222"'],
    [
      'roles of other accounts',
      '    name: x\n',
      'assumeRole: arn:aws:iam::111111111111:role/x',
      'assumeRole: { arn: arn:aws:iam::222222222222:role/x }',
    ],
  ])('may both be there with %s', async (_what, inFunction, dev, prod) => {
    expect(await two(inFunction, dev, prod)).toEqual([]);
  });
});

describe('shipit validate', () => {
  it('sees all stages, their test events too, and asks nobody what anything refers to', async () => {
    const text = minimal(
      '    testEvents: "events/${stage}.json"\n',
      'stages: { dev: {}, prod: { functions: { extra: { code: x, description: "${env:NOT_SET}" } } } }\n',
    );
    const files = filesOf({ '/p/lambda.config.yaml': text, '/p/events/dev.json': '{}' });
    await expect(checkProject(files, { path: null, cwd: '/p' })).rejects.toMatchObject({
      problems: [
        expect.stringMatching(/:5:17 {2}functions\.api\.testEvents: no file matches `events\/prod\.json`/),
      ],
    });
    files.put('/p/events/prod.json', '{}');
    expect(await checkProject(files, { path: null, cwd: '/p' })).toMatchObject({
      path: '/p/lambda.config.yaml',
      stages: ['dev', 'prod'],
      functions: ['api', 'extra'],
    });
    await expect(openFrom(files, { cwd: '/p', stage: 'prod' })).rejects.toMatchObject({ code: 'badConfig' });
  });
});
