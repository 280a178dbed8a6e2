import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Explained, toYaml } from '../../src/config/explained';
import type { Project } from '../../src/config/project';
import { FakeLookups } from '../fakes/lookups';
import { FakeIdentity } from '../fakes/watch';
import { example, filesOf, minimal, openFrom, readText } from './example';

const docs = readFileSync(join(__dirname, '../../docs/config.md'), 'utf8');
const [, whole = ''] = /A whole file, with two stages:\n\n```yaml\n([\s\S]*?)```/.exec(docs) ?? [];

function remote() {
  const lookups = new FakeLookups();
  lookups.secrets.set('orders/api', '{"token":"hunter2hunter2"}');
  return { lookups, identity: new FakeIdentity() };
}

async function opened(text: string, stage: string | null) {
  const events = { '/p/events/api/a.json': '{}', '/p/events/api/b.json': '{}' };
  return openFrom(filesOf({ '/p/lambda.config.yaml': text, ...events }), { cwd: '/p', stage });
}

const explainText = async (text: string, stage: string | null = null): Promise<Explained> =>
  (await opened(text, stage)).explain(remote());

/** All but where it stands. */
const meant = ({ functions, layers, stage: _, ...rest }: Project): unknown => ({
  ...rest,
  functions: functions.map(({ where: _where, ...spec }) => spec),
  layers: layers.map(({ where: _where, ...layer }) => layer),
});

describe('a project file that says everything', () => {
  it.each([
    ['the shortest', minimal()],
    ['the one with every key', example],
    [
      'one with texts that look like references',
      minimal('    environment: { AA: "$${x}", BB: "$$${y}", CC: "${project}" }\n'),
    ],
    [
      'one with texts that look like something else',
      minimal(
        '    environment: { AA: "010", BB: "true", CC: "a: b # c", DD: "x\\ny\\n", EE: " ", FF: "*a", GG: "", HH: " \\n", II: "\\n \\t\\n" }\n',
      ),
    ],
    [
      'one with nothing in places',
      minimal('    memorySize: null\n    layers: []\n    tags: {}\n    logging: null\n'),
    ],
    [
      'one with layers and roles',
      minimal(
        '    layers: [one]\n    role: { statements: [], managed: [] }\n',
        'layers: { one: { code: x } }\n',
      ),
    ],
    [
      'one with all of a rollout',
      minimal(
        `    testEvents: events/api/*.json
    alarms: [x, { create: [errors, { p99: 800ms }] }]
    hooks: { preTraffic: [{ smoke: testEvents }, { invoke: api }], onRollback: [{ run: [echo, "$\${x}"] }] }
    provisionedConcurrency: null
    keepVersions: null
`,
        `rollouts:
  r: { steps: [{ weight: 0.1%, alarms: [y], hooks: [{ http: "https://x/" }], approval: { then: continue } }] }
alarms: [{ create: [throttles] }]
guard: { insufficientData: fail, ignoreFiring: [x], onInconclusive: hold, holdFor: 1m }
rollbackScope: function
holdFor: 1h
journal: s3://orders-releases/journal
notifications: [{ webhook: "https://x/", headers: { A: "$\${b}" }, on: [stuck] }]
`,
      ),
    ],
  ])('is read as the same project: %s', async (_what, text) => {
    const project = await (await opened(text, null)).finish(remote());
    const again = await readText(toYaml(await explainText(text), { origin: true }));
    expect(meant(again)).toEqual(meant(project));
    expect(
      toYaml(await explainText(toYaml(await explainText(text), { origin: false })), { origin: false }),
    ).toBe(toYaml(await explainText(text), { origin: false }));
  });

  it('means without a stage what the files mean with it', async () => {
    const project = await (await opened(whole, 'dev')).finish(remote());
    const again = await readText(toYaml(await explainText(whole, 'dev'), { origin: true }));
    expect(meant(again)).toEqual(meant(project));
    expect(again.functions.map(({ name }) => name)).toEqual(['orders-dev-api', 'orders-dev-worker']);
  });

  it('holds the digest of a secret and not the secret', async () => {
    const text = toYaml(await explainText(whole, 'prod'), { origin: true });
    expect(text).toMatch(/TOKEN: \(secret [0-9a-f]{8}\) # lambda\.config\.yaml:\d+:\d+ {2}stage prod\n/);
    expect(text).not.toContain('hunter2');
  });

  it('shows of a secret address its digest, and not asked, how it is written', async () => {
    const text = minimal('', 'notifications: [{ slack: "https://${secret:orders/api#token}/" }]\n');
    const asked = toYaml(await explainText(text), { origin: true });
    expect(asked).toMatch(/slack: \(secret [0-9a-f]{8}\) # lambda\.config\.yaml:5:26/);
    expect(asked).not.toContain('hunter2');
    const written = toYaml(await (await opened(text, null)).explain(null), { origin: false });
    expect(written).toContain('slack: https://${secret:orders/api#token}/\n');
    const project = await (await opened(text, null)).finish(remote());
    expect(meant(await (await opened(written, null)).finish(remote()))).toEqual(meant(project));
  });

  it('leaves what only AWS can answer as it is written when it is not asked', async () => {
    const text = toYaml(await (await opened(whole, 'prod')).explain(null), { origin: false });
    expect(text).toContain('TOKEN: ${secret:orders/api#token}\n');
    expect(text).toContain('Resource: arn:aws:dynamodb:eu-west-1:222222222222:table/orders-prod\n');
    expect(meant(await readText(text.replace(/ +TOKEN.*\n/, '')))).toMatchObject({ name: 'orders' });
  });
});

describe('where a value came from', () => {
  const text = `project: orders
defaults: { timeout: 5s, tags: { team: a } }
functions:
  api:
    code: dist
    memorySize: 256
    alarms: []
stages:
  prod:
    region: eu-west-1
    defaults: { timeout: 6s }
    functions: { api: { memorySize: 512, tags: { stage: "\${stage}" } } }
`;

  it('is told of each, with file, line, column and what it was laid over', async () => {
    expect(
      toYaml(await explainText(text, 'prod'), { origin: true }),
    ).toBe(`project: orders # lambda.config.yaml:1:10
region: eu-west-1 # lambda.config.yaml:10:13  stage prod
functions:
  api:
    name: orders-prod-api # not in the file
    timeout: 6s # lambda.config.yaml:11:26  stage prod, defaults
    tags:
      team: a # lambda.config.yaml:2:40  defaults
      stage: prod # lambda.config.yaml:12:57  stage prod
    code: dist # lambda.config.yaml:5:11
    memorySize: 512 # lambda.config.yaml:12:37  stage prod
    alarms:
      []
      # lambda.config.yaml:7:13
`);
  });

  it('is the other file where there is one, and nothing for what was typed', async () => {
    const files = filesOf({
      '/p/base.yaml': 'region: eu-west-1\ndefaults: { timeout: 7s }\n',
      '/p/lambda.config.yaml': `extends: base.yaml\n${minimal()}`,
    });
    const typed = { cwd: '/p', alias: 'beta', profile: 'mine' };
    const { origins } = await (await openFrom(files, typed)).explain(null);
    expect(Object.fromEntries(origins.map(({ path, at }) => [path, at]))).toEqual({
      project: 'lambda.config.yaml:2:10',
      region: 'base.yaml:1:9',
      profile: null,
      'functions.api.name': null,
      'functions.api.timeout': 'base.yaml:2:22',
      'functions.api.code': 'lambda.config.yaml:5:11',
      'functions.api.alias': null,
    });
  });
});
