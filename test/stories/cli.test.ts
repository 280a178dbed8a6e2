/** The command itself, as a process of its own: exit codes, streams, and what a typo brings. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Ajv from 'ajv';
import formats from 'ajv-formats';
import { sharedCache } from './command';

const bin = resolve(__dirname, '../../bin/run.js');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipit-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Everything on stdout is an event, and every event is as published. */
function expectEvents(stdout: string): void {
  const ajv = formats(new Ajv({ strict: false }));
  const schema = JSON.parse(readFileSync(resolve(__dirname, '../../schemas/event.schema.json'), 'utf8'));
  const isEvent = ajv.compile(schema);
  const strangers = stdout
    .trimEnd()
    .split('\n')
    .filter((line) => !isEvent(JSON.parse(line)));
  expect(strangers).toEqual([]);
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** No credentials, no profile, no region but what a test gives. */
function shipit(words: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const bare = { PATH: process.env.PATH, HOME: folder, AWS_EC2_METADATA_DISABLED: 'true' };
  const child = spawn(process.execPath, [bin, ...words.split(' ')], {
    cwd: folder,
    env: { ...bare, ...sharedCache, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((done) => child.on('close', (code) => done({ code, stdout, stderr })));
}

const local = (words: string): Promise<Ended> => shipit(`${words} --local --port 0`);
const lastEvent = ({ stdout }: Ended) => JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');

const project = (lines: string) =>
  writeFileSync(
    join(folder, 'lambda.config.yaml'),
    `project: orders\nregion: eu-west-1\ndefaults:\n  runtime: nodejs24.x\n  role: arn:aws:iam::123456789012:role/orders\n${lines}`,
  );

describe('a new user', () => {
  test('writes a project file, deploys it to the local AWS, and sees where it stands', async () => {
    expect(await shipit('init')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/wrote lambda\.config\.yaml/),
    });
    expect(await shipit('validate')).toMatchObject({ code: 0 });
    expect(await local('plan --exit-code')).toMatchObject({ code: 10, stdout: expect.stringMatching(/app/) });
    const deployed = await local('deploy --json');
    expect(deployed.code).toBe(0);
    expectEvents(deployed.stdout);
    expect(lastEvent(deployed)).toMatchObject({
      v: 1,
      type: 'release.finished',
      outcome: 'promoted',
      exitCode: 0,
    });
    const status = await local('status --json');
    expect(status.stdout).toMatch(/"type":"status\.read".*"version":"1".*"state":"idle"/);
    expect(lastEvent(status)).toMatchObject({ type: 'status.finished', exitCode: 0 });
    expect(await local('plan --exit-code')).toMatchObject({ code: 0 });
    expect(lastEvent(await local('deploy --json'))).toMatchObject({ outcome: 'unchanged', exitCode: 0 });
  });

  test('takes away what was deployed, and nothing is left to do a second time', async () => {
    await shipit('init');
    await local('deploy');
    for (const command of ['destroy --yes --confirm prod', 'deploy --confirm prod'])
      expect(await shipit(command)).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/no stage was chosen/),
      });
    const destroyed = await local('destroy --json');
    expectEvents(destroyed.stdout);
    expect(destroyed.stdout).toMatch(/"type":"destroy\.planned".*"kind":"alias".*"kind":"function"/);
    expect(lastEvent(destroyed)).toMatchObject({ type: 'destroy.finished', exitCode: 0, problems: [] });
    expect((await local('status --json')).stdout).toMatch(/"state":"absent"/);
    expect(await local('destroy')).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/nothing is there to remove/),
    });
  });

  test('may use the local world from two commands at once', async () => {
    await shipit('init');
    await local('deploy');
    const both = await Promise.all([local('status --json'), local('status --json'), local('plan --json')]);
    expect(both.map(({ code }) => code)).toEqual([0, 0, 0]);
  });
});

describe('examples/orders', () => {
  beforeEach(() => cpSync(resolve(__dirname, '../../examples/orders'), folder, { recursive: true }));

  test('Ctrl-C in the middle of a rollout restores the baseline and ends with 130', async () => {
    await local('deploy');
    const handler = join(folder, 'src/api/index.js');
    writeFileSync(handler, 'exports.handler = async () => ({ statusCode: 200, body: "{}" });\n');
    const env = { PATH: process.env.PATH, HOME: folder, ...sharedCache };
    const words = `deploy --json --local --port 0 --canary 10%/10m --speed 20`.split(' ');
    const child = spawn(process.execPath, [bin, ...words], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      if (!stdout.includes('rollout.stepped') && `${stdout}${chunk}`.includes('rollout.stepped'))
        child.kill('SIGINT');
      stdout += chunk;
    });
    const code = await new Promise((done) => child.on('close', done));
    expect(code).toBe(130);
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
      outcome: 'aborted',
      exitCode: 130,
    });
    expectEvents(stdout);
    const status = await local('status --json');
    expectEvents(status.stdout);
    expect(status.stdout).toMatch(/"key":"api".*"version":"1","candidate":null,"weight":0,"state":"idle"/);
  });
});

test('a plan replaces no folder', async () => {
  await shipit('init');
  expect(await local('plan --out .')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/--out \.: that is no file that a plan may be kept in/),
  });
});

describe('what is refused: one line, exit 2, nothing written', () => {
  const handler = () => {
    writeFileSync(join(folder, 'index.js'), 'exports.handler = async () => 1;\n');
  };
  const fine = 'functions:\n  api: { code: ., handler: index.handler }\n';

  test.each<[string, string, string, RegExp]>([
    ['no project file', '', 'deploy', /no lambda\.config\.yaml in .* or above.*\n.*shipit init/],
    ['a project file that is not there', fine, 'deploy --config other.yaml', /other\.yaml is not there/],
    ['broken YAML', 'functions: [', 'deploy', /lambda\.config\.yaml:\d+:\d+ {2}/],
    [
      'an unknown key',
      'functions:\n  api: { code: ., handler: index.handler, memorysize: 1 }\n',
      'deploy',
      /lambda\.config\.yaml:7:\d+ .*memorysize.*memorySize/,
    ],
    [
      'a wrong type',
      'functions:\n  api: { code: ., handler: index.handler, memorySize: big }\n',
      'deploy',
      /memorySize/,
    ],
    ['a weight without its sign', fine, 'deploy --canary 10', /--canary 10.*/],
    ['a weight with a tail', fine, 'deploy --canary 10abc%', /10abc%/],
    ['no weight at all', fine, 'deploy --canary 0%', /0%/],
    ['too much weight', fine, 'deploy --canary 101%', /101%/],
    [
      'a missing code folder',
      'functions:\n  api: { code: dist, handler: index.handler }\n',
      'deploy',
      /dist is not there/,
    ],
    [
      'a missing handler',
      'functions:\n  api: { code: ., handler: app.handler }\n',
      'deploy',
      /handler `app\.handler`/,
    ],
    [
      'an alarm that does not exist',
      'functions:\n  api: { code: ., handler: index.handler, alarms: [nope] }\n',
      'deploy',
      /nope/,
    ],
    [
      'a name that AWS refuses',
      'functions:\n  api: { code: ., handler: index.handler, name: "my function" }\n',
      'deploy',
      /my function/,
    ],
    ['traffic for AWS itself', fine, 'deploy --traffic 10', /--traffic 10/],
    ['an unknown flag', fine, 'deploy --canry 10%', /canry/],
    ['an unknown function', fine, 'deploy apo', /apo.*api/],
    ['a speed that is none', fine, 'deploy --speed fast', /--speed fast/],
  ])('%s', async (_what, lines, words, says) => {
    if (lines !== '') project(lines);
    if (lines.includes('code: .')) handler();
    const [ended, json] = await Promise.all([local(words), local(`${words} --json`)]);
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(says) });
    expect(lastEvent(json)).toMatchObject({
      v: 1,
      type: 'release.finished',
      outcome: 'refused',
      exitCode: 2,
    });
    expect(json.stdout).not.toMatch(/function\.changed|alias\.written|version\.published/);
  });

  test('a project file with several things wrong: each with its place, for machines and for GitHub too', async () => {
    project('functions:\n  api: { code: ., handler: index.handler, memorysize: 1 }\nrollot: x\n');
    const [github, json] = await Promise.all([
      shipit('validate', { GITHUB_ACTIONS: 'true' }),
      shipit('validate --json'),
    ]);
    expect(github.stderr).toMatch(/^error: lambda\.config\.yaml:7:\d+ /m);
    expect(github.stderr).toMatch(/^ {2}lambda\.config\.yaml:8:1 /m);
    expect(github.stderr).toMatch(/^::error file=lambda\.config\.yaml,line=8,col=1,title=shipit::/m);
    expectEvents(json.stdout);
    expect(lastEvent(json).faults).toMatchObject([
      { file: 'lambda.config.yaml', line: 7, hint: 'did you mean `memorySize`?' },
      { file: 'lambda.config.yaml', line: 8, column: 1, hint: 'did you mean `rollout`?' },
    ]);
  });

  test('a command that does not exist', async () => {
    expect(await shipit('deplyo')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/deplyo.*deploy/),
    });
  });

  test('a weight below nothing, which looks like a flag', async () => {
    project(fine);
    handler();
    expect(await local('deploy --canary=-1%')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/-1%/),
    });
  });

  test('no credentials', async () => {
    project(fine);
    handler();
    const ended = await shipit('deploy --canary 10%');
    expect(ended).toMatchObject({ code: 2, stderr: expect.stringMatching(/AWS_PROFILE/) });
  });

  test('no region', async () => {
    writeFileSync(join(folder, 'lambda.config.yaml'), `project: orders\n${fine}`);
    handler();
    const keys = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'x' };
    expect(await shipit('deploy', keys)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/AWS_REGION/),
    });
  });

  test('a port that somebody else uses', async () => {
    project(fine);
    handler();
    const server = createServer();
    const port = await new Promise<number>((done) => {
      server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port));
    });
    const ended = await shipit(`deploy --local --port ${port}`);
    await new Promise((done) => {
      server.close(done);
    });
    expect(ended).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(new RegExp(`port ${port}.*in use`)),
    });
  });
});
