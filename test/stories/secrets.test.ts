/** Secrets in environments: the function gets them, and nothing that shipit says or keeps has them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { CreateSecretCommand, PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import { openProject } from '../../src/config/open';
import type { Ports } from '../../src/core/ports';
import { explain } from '../../src/explain';
import { savePlan } from '../../src/plan/saved';
import { describe as describeEvent, emptyMemory } from '../../src/ui/describe';
import { planText } from '../../src/ui/plan';
import { openStage, type Stage, type Wishes } from './stage';

let stage: Stage;
let process: ReturnType<Stage['process']>;

const password = 'correct-horse-battery-staple';
const token = 'tok_5f3a9d77c1e2';
const digest = /\(secret [0-9a-f]{8}\)/;

beforeEach(async () => {
  stage = await openStage({ functions: ['api'], alarms: false });
  process = stage.process();
  const { secrets, ssm } = stage.aws;
  await secrets.send(
    new CreateSecretCommand({ Name: 'orders', SecretString: JSON.stringify({ password, user: 'ann' }) }),
  );
  await ssm.send(new PutParameterCommand({ Name: '/orders/token', Value: token, Type: 'SecureString' }));
  await ssm.send(new PutParameterCommand({ Name: '/orders/table', Value: 'orders-table', Type: 'String' }));
  stage.write('api/index.js', 'exports.handler = async () => process.env;\n');
  stage.write(
    'lambda.config.yaml',
    `project: orders
region: eu-west-1
functions:
  api:
    code: api
    handler: index.handler
    runtime: nodejs24.x
    role: arn:aws:iam::123456789012:role/orders
    environment:
      DATABASE: 'postgres://ann:\${secret:orders#password}@db'
      TOKEN: \${ssm:/orders/token}
      TABLE: \${ssm:/orders/table}
`,
  );
});
afterEach(() => stage.close());

const deploy = (wishes: Wishes = {}) => stage.clock.runUntil(stage.deployAs(process, wishes));

async function planned() {
  const from = process.events.length;
  const plan = await stage.clock.runUntil(stage.planAs(process, { drift: true, details: true }));
  const [made] = process.events.slice(from).flatMap((event) => (event.type === 'plan.made' ? [event] : []));
  return { plan, changes: made?.functions[0]?.changes ?? [] };
}

const variables = async () => {
  const invoke = new InvokeCommand({ FunctionName: 'orders-api', Qualifier: 'live' });
  return JSON.parse(Buffer.from((await stage.aws.lambda.send(invoke)).Payload ?? []).toString());
};

/** In any dress. */
function expectNothing(texts: readonly string[], ...secrets: readonly string[]): void {
  const all = texts.join('\n');
  for (const secret of secrets) {
    expect(all).not.toContain(secret);
    expect(all).not.toContain(Buffer.from(secret).toString('base64').slice(0, -4));
  }
}

const journal = () => {
  const folder = join(stage.root, '.shipit', 'journal');
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
};

const said = () => [
  ...process.events.map((event) => JSON.stringify(event)),
  ...process.events.flatMap((event) => describeEvent(event, emptyMemory)),
  ...process.events.flatMap((event) =>
    event.type === 'plan.made' ? planText(event, true).map((line) => JSON.stringify(line)) : [],
  ),
];

test('the function gets them, and no event, journal, plan or config has them', async () => {
  const { plan, changes } = await planned();
  expect(changes.filter((line) => line.includes('environment'))).toEqual([
    expect.stringMatching(/^\+ environment\.DATABASE \([0-9a-f]{8}\)$/),
    expect.stringMatching(/^\+ environment\.TABLE \([0-9a-f]{8}\)$/),
    expect.stringMatching(/^\+ environment\.TOKEN \([0-9a-f]{8}\)$/),
  ]);
  expect(await deploy()).toMatchObject({ exitCode: 0, problems: [] });
  expect(await variables()).toMatchObject({
    ...{ DATABASE: `postgres://ann:${password}@db`, TOKEN: token, TABLE: 'orders-table' },
  });
  const choice = { strategy: null, rollout: null, bake: null };
  const where = { account: '123456789012', region: 'eu-west-1', stage: null, alias: null };
  const how = { project: 'orders', ...where, fromAlias: null, choice, gated: true };
  const request = {
    path: null,
    cwd: stage.root,
    stage: null,
    alias: null,
    region: null,
    profile: null,
    env: {},
  };
  const opened = await openProject(process.ports, request);
  const remote = process.ports;
  const config = await stage.clock.runUntil(explain(process.ports, opened, { origin: true, remote }));
  expect(config.join('\n')).toMatch(digest);
  expect(config.join('\n')).toMatch(/TABLE: orders-table/);
  const kept = [JSON.stringify(savePlan(plan, how)), JSON.stringify(plan)];
  expectNothing([...said(), ...journal(), ...kept, ...config], password, token);
});

test('one that was rotated is one change, shown as digests, and the same twice is none', async () => {
  await deploy();
  expect((await planned()).changes).toEqual([]);
  const rotated = 'another-horse-another-staple';
  const SecretString = JSON.stringify({ password: rotated });
  await stage.aws.secrets.send(new PutSecretValueCommand({ SecretId: 'orders', SecretString }));
  expect((await planned()).changes).toEqual([
    expect.stringMatching(/^~ environment\.DATABASE [0-9a-f]{8} -> [0-9a-f]{8}$/),
  ]);
  expect(await deploy({ canary: '10%/1m' })).toMatchObject({ outcome: 'promoted' });
  expect((await variables()).DATABASE).toBe(`postgres://ann:${rotated}@db`);
  expect((await planned()).changes).toEqual([]);
  expectNothing([...said(), ...journal()], password, rotated, token);
});

test('one that is too long for the environment is refused without its text', async () => {
  const long = `begin-${'0123456789abcdef'.repeat(300)}-end`;
  const SecretString = JSON.stringify({ password: long });
  await stage.aws.secrets.send(new PutSecretValueCommand({ SecretId: 'orders', SecretString }));
  const refused: Error & { hint?: string; problems?: string[] } = await deploy().then(
    () => new Error('it was not refused'),
    (error) => error,
  );
  const text = [refused.message, refused.hint, ...(refused.problems ?? []), refused.stack].join('\n');
  expect(text).toMatch(/environment.*(4 KB|4096|4,096)/);
  expectNothing([text, ...said()], long, '0123456789abcdef');
});

test('a hook sends them in its headers, and its answer shows none of them; one that was rotated is the same course', async () => {
  stage.write('api/index.js', 'exports.handler = async () => 1;\n');
  const asks = (secret: string) =>
    `[{ http: 'http://127.0.0.1:9/', headers: { Authorization: 'Bearer \${${secret}}' } }]`;
  stage.write(
    'lambda.config.yaml',
    `project: orders
region: eu-west-1
defaults: { runtime: nodejs24.x, handler: index.handler, role: 'arn:aws:iam::123456789012:role/orders' }
functions:
  api: { code: api, hooks: { preTraffic: ${asks('ssm:/orders/token')} } }
rollouts:
  slow: { steps: [{ weight: 10%, bake: 1m, hooks: ${asks('secret:orders#password')} }] }
rollout: slow
`,
  );
  await deploy();
  stage.write('api/index.js', 'exports.handler = async () => 2;\n');
  const { course, digest: before } = (await planned()).plan;
  const rotated = 'another-horse-another-staple';
  const SecretString = JSON.stringify({ password: rotated });
  await stage.aws.secrets.send(new PutSecretValueCommand({ SecretId: 'orders', SecretString }));
  const { plan } = await planned();
  expect([plan.course, plan.digest]).toEqual([course, before]);
  const sent: string[] = [];
  const request: Ports['web']['request'] = async ({ headers }) => {
    sent.push(headers.Authorization ?? '');
    return { status: sent.length === 1 ? 200 : 503, body: JSON.stringify({ headers }) };
  };
  Object.assign(process.ports, { web: { request } });
  const finished = await deploy();
  expect(finished).toMatchObject({ outcome: 'rolledBack' });
  expect(sent).toEqual([`Bearer ${token}`, `Bearer ${rotated}`]);
  expect(finished.functions[0]?.because).toMatch(/answered 503.*\*\*\*/);
  expectNothing([...said(), ...journal(), JSON.stringify(plan)], password, rotated, token);
});
