/** The plan of a pull request, as one comment under it. */
import { join } from 'node:path';
import { GithubServer } from '../github/server';
import { ActionStage, projectOf } from './stage';

const note = "'@octocat <script>alert(1)</script> | `x` ::error::no'";
const config = `${projectOf(`api: { code: code, handler: index.handler, environment: { 'NOTE': ${note} } }`)}stages:
  dev: {}
`;

let stage: ActionStage;
let github: GithubServer;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  stage = new ActionStage();
  github = new GithubServer();
  stage.project.write('lambda.config.yaml', config);
  stage.project.write('code/index.js', 'exports.handler = async () => 1;\n');
  const sha = '1234567890abcdef1234567890abcdef12345678';
  stage.project.write('event.json', JSON.stringify({ pull_request: { number: 7, head: { sha } } }));
  const GITHUB_EVENT_PATH = join(stage.project.path, 'event.json');
  env = { GITHUB_EVENT_PATH, GITHUB_API_URL: await github.listen() };
  await stage.serve(60);
}, 60_000);
afterAll(async () => {
  github.close();
  await stage.close();
});

const plan = (inputs: Record<string, string>) =>
  stage.run({ command: 'plan', comment: 'true', 'github-token': 'ghs_secret', ...inputs }, env);

test('each stage has one comment, which every run writes anew', async () => {
  expect(await plan({})).toMatchObject({ code: 0, outputs: { outcome: 'changes' } });
  expect(await plan({ stage: 'dev' })).toMatchObject({ code: 0 });
  stage.project.write('code/index.js', 'exports.handler = async () => 2;\n');
  const step = await plan({ stage: 'dev' });
  expect(step.outputs.plan).toContain('create');
  expect(step.summary).toMatch(/^# shipit plan of dev: changes\n/);
  expect(step.log).toContain('::add-mask::ghs_secret');
  expect(github.comments).toHaveLength(2);
  expect(github.comments[1]?.body).toMatch(/^<!-- shipit plan [0-9a-f]{16} -->\n\nshipit, stage dev\n/);
  expect(github.comments[1]?.body).toContain(
    'Of commit 1234567 by [this run](https://github.example/octo/orders/actions/runs/4711).',
  );
  const said = github.comments[0]?.body.replace(/^<!--.*-->/, '') ?? '';
  expect(said).not.toMatch(/<script|@octocat|^::/m);
}, 90_000);

test('some of the functions, and a stage of the environment, have a comment of their own', async () => {
  const before = github.comments.length;
  await plan({ functions: 'api' });
  await stage.run(
    { command: 'plan', comment: 'true', 'github-token': 'ghs_secret', args: '--alias=blue' },
    { ...env, SHIPIT_STAGE: 'dev' },
  );
  const bodies = github.comments.slice(before).map(({ body }) => body.split('\n')[2]);
  expect(bodies).toEqual(['shipit, api', 'shipit, stage dev, alias blue']);
}, 90_000);

test('a plan that is refused says that instead', async () => {
  stage.project.write('wrong.yaml', config.replace('handler:', 'handlr:'));
  const step = await plan({ config: 'wrong.yaml' });
  expect(step).toMatchObject({ code: 2, outputs: { outcome: 'refused' } });
  expect(github.comments.at(-1)?.body).toContain('handlr');
}, 60_000);

test('a plan that a deploy would refuse says so in comment, summary and output', async () => {
  stage.project.write('watched.yaml', `${config.replace('  api: {', '  web: { alarms: [web-is-gone],')}`);
  const step = await plan({ config: 'watched.yaml' });
  expect(step).toMatchObject({ code: 0, outputs: { outcome: 'changes' } });
  const refusal = /deploy would refuse this: .*web-is-gone/;
  expect(step.log).toMatch(refusal);
  expect(step.summary).toMatch(refusal);
  expect(step.outputs.plan).toMatch(/^warning: deploy would refuse this: .*web-is-gone.*\n\n/);
  expect(github.comments.at(-1)?.body).toMatch(refusal);
}, 60_000);

test('a pull request from a fork is told why it has none, and is green', async () => {
  github.refusal = 403;
  // What stands there already is read, and not written again.
  stage.project.write('code/index.js', 'exports.handler = async () => 3;\n');
  const before = github.comments.length;
  const step = await plan({ stage: 'dev' });
  expect(step.code).toBe(0);
  expect(step.log).toMatch(/^::warning title=shipit::No comment with the plan: GitHub answered 403.*fork/m);
  expect(github.comments).toHaveLength(before);
  github.refusal = null;
}, 60_000);

test('a push has no pull request', async () => {
  stage.project.write('event.json', '{"after":"1"}');
  const step = await plan({});
  expect(step).toMatchObject({ code: 0 });
  expect(step.log).toMatch(
    /^::notice title=shipit::No comment with the plan: this run belongs to no pull request/m,
  );
}, 60_000);
