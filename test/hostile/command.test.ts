/** The command itself, with a project whose file, build and hook are written by somebody who wants to be obeyed. */
import { CommandFolder } from '../stories/command';
import { commandsIn, inertAsJsonForRunner, inertForRunner, inertOnTerminal } from './judge';
import { hostileTexts } from './texts';

const all = Object.values(hostileTexts).join('\n');
const actions = { CI: 'true', GITHUB_ACTIONS: 'true' };

const folder = new CommandFolder();
afterAll(() => folder.remove());

const project = (more: string) => `project: orders
region: eu-west-1
defaults:
  runtime: nodejs24.x
  role: arn:aws:iam::123456789012:role/orders
functions:
  api:
    code: app
    handler: index.handler
${more}`;

folder.write('said.json', JSON.stringify(all));
folder.write(
  'say.js',
  `const { readFileSync } = require('node:fs');
const said = JSON.parse(readFileSync('said.json', 'utf8'));
process.stdout.write(said + '\\n' + 'y'.repeat(1024 * 1024) + '\\n');
process.stderr.write(said);
require('node:fs').mkdirSync('app', { recursive: true });
const answer = JSON.stringify(process.argv[2] === 'fail' ? null : said);
require('node:fs').writeFileSync('app/index.js', 'exports.handler = async () => { console.log(' + answer + '); throw new Error(' + answer + '); };');
process.exitCode = process.argv[3] === 'code' ? 3 : 0;
`,
);

const built = `    build: node say.js
    testEvents: event.json
    hooks:
      preTraffic: [{ smoke: testEvents }]
`;
folder.write('event.json', '{}');

test('what a build prints and a function answers is inert in a log of Actions', async () => {
  folder.write('lambda.config.yaml', project(built));
  const ended = await folder.run('deploy --yes --local --port 0', actions);
  expect(ended.stderr).toContain('^[');
  inertForRunner(ended.stdout);
  inertForRunner(ended.stderr);
  expect(ended.code).toBe(7);
  expect(commandsIn(ended.stderr)).toHaveLength(1);
});

test('and as JSON', async () => {
  folder.write('lambda.config.yaml', project(built));
  const ended = await folder.run('deploy --yes --json --local --port 0', actions);
  inertAsJsonForRunner(`${ended.stdout}`);
  inertForRunner(ended.stderr);
});

test('what a build says that fails is inert', async () => {
  folder.write('lambda.config.yaml', project(built.replace('node say.js', 'node say.js fail code')));
  const ended = await folder.run('plan --local --port 0', {});
  expect(ended.code).toBe(2);
  inertOnTerminal(ended.stdout);
  inertOnTerminal(ended.stderr);
});

test('a project file is refused for keys and values that hide something, and what is said of them is inert', async () => {
  const texts = Object.values(hostileTexts);
  for (const some of [texts.slice(0, 20), texts.slice(20)]) {
    const functions = some.map((text) => [text, { [text]: text, handler: text, code: text }] as const);
    const value = { project: 'orders', region: some[0], functions: Object.fromEntries(functions) };
    folder.write('lambda.config.yaml', JSON.stringify(value));
    const ended = await folder.run('validate', actions);
    expect(ended.code).toBe(2);
    inertForRunner(ended.stdout);
    inertForRunner(ended.stderr);
  }
});
