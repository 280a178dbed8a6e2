import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunOptions } from '../../src/core/ports';
import { createProcesses } from '../../src/disk/processes';
import { FakeClock } from '../clock';
import { testFolder } from './folder';

const folder = testFolder();
const node = process.execPath;
const clock = new FakeClock(0);

type Texts = { readonly [name: string]: string };

const run = (argv: readonly string[], env: Texts = {}, change: Partial<RunOptions> = {}) =>
  createProcesses(env, clock).run(argv, {
    cwd: folder.path,
    timeoutMs: 1000,
    input: null,
    credentials: false,
    variables: {},
    ...change,
  });
const script = (text: string, ...words: string[]) => run([node, '-e', text, '--', ...words]);

describe('another program', () => {
  test('gives its code and what it wrote', async () => {
    const text = 'process.stdout.write("out"); process.stderr.write("err"); process.exitCode = 3';
    expect(await script(text)).toEqual({ code: 3, stdout: 'out', stderr: 'err' });
  });

  test('gets its words as they are, for no shell reads them', async () => {
    const words = ['$HOME', '`id`', '; exit 1', '*', "it's"];
    const ran = await script('process.stdout.write(JSON.stringify(process.argv.slice(1)))', ...words);
    expect(JSON.parse(ran?.stdout ?? '')).toEqual(words);
  });

  test('runs in the folder, and has nothing to read', async () => {
    const ran = await script('process.stdin.on("end", () => process.stdout.write(process.cwd())).resume()');
    expect(ran?.stdout).toBe(folder.path);
  });

  test('gets the environment without credentials', async () => {
    const secrets = {
      AWS_ACCESS_KEY_ID: 'AKIA',
      AWS_SECRET_ACCESS_KEY: 's',
      aws_session_token: 't',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'u',
    };
    const text = 'process.stdout.write(JSON.stringify(Object.keys(process.env).sort()))';
    const ran = await run([node, '-e', text], { ...secrets, AWS_REGION: 'eu-west-1', PLAIN: 'p' });
    expect(JSON.parse(ran?.stdout ?? '')).toEqual(['AWS_REGION', 'PLAIN']);
  });

  test('gets credentials when it was promised them', async () => {
    const text = 'process.stdout.write(process.env.AWS_SECRET_ACCESS_KEY)';
    const ran = await run([node, '-e', text], { AWS_SECRET_ACCESS_KEY: 's' }, { credentials: true });
    expect(ran?.stdout).toBe('s');
  });

  test('gets variables of its own, which count more than those of the environment', async () => {
    const text = 'process.stdout.write(process.env.SHIPIT_STEP + process.env.PLAIN)';
    const variables = { SHIPIT_STEP: '2' };
    const ran = await run([node, '-e', text], { SHIPIT_STEP: '1', PLAIN: 'p' }, { variables });
    expect(ran?.stdout).toBe('2p');
  });

  test('reads what it is given, to its end', async () => {
    const input = JSON.stringify({ text: 'ü'.repeat(200_000) });
    const ran = await run([node, '-e', 'process.stdin.pipe(process.stdout)'], {}, { input });
    expect(ran?.stdout).toBe(input);
  });

  test('need not read what it is given', async () => {
    const ran = await run([node, '-e', 'process.stdin.destroy()'], {}, { input: 'x'.repeat(5e6) });
    expect(ran?.code).toBe(0);
  });

  test('that the system cannot start says so', async () => {
    const variables = { LONG: 'x'.repeat(4e6) };
    await expect(run([node, '-e', ''], {}, { variables })).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('E2BIG'),
    });
  });

  test('is null when it is not there, or may not be run', async () => {
    expect(await run(['no-such-program-anywhere'])).toBeNull();
    const path = join(folder.path, 'plain');
    await writeFile(path, 'text');
    await chmod(path, 0o644);
    expect(await run([path])).toBeNull();
  });

  test('that writes without end keeps its first megabyte of each stream', async () => {
    const ran = await script('process.stdout.write("x".repeat(3e6)); process.stderr.write("y".repeat(2e6))');
    expect(ran?.code).toBe(0);
    expect(ran?.stdout).toHaveLength(1024 * 1024);
    expect(ran?.stderr).toHaveLength(1024 * 1024);
  });

  test('that was ended by a signal has not succeeded', async () => {
    expect(
      (await script('process.kill(process.pid, "SIGTERM"); for (let i = 0; i < 1e12; i++);'))?.code,
    ).toBe(128);
  });

  test('that does not end is ended', async () => {
    const waiting = expect(script('process.kill(process.pid, "SIGSTOP")')).rejects.toMatchObject({
      code: 'timedOut',
      message: expect.stringContaining('did not end within 1 s'),
    });
    await clock.advance(1000);
    await waiting;
  });

  test('for which nobody waits any more is ended', async () => {
    const controller = new AbortController();
    const forever = [node, '-e', 'setInterval(() => {}, 1000)'];
    const interrupted = { code: 'interrupted', message: `stopped while ${node} was running` };
    const waiting = expect(run(forever, {}, { stop: controller.signal })).rejects.toMatchObject(interrupted);
    controller.abort();
    await waiting;
    await expect(run(forever, {}, { stop: controller.signal })).rejects.toMatchObject(interrupted);
  });

  test('does not outlive the one that started it', async () => {
    const path = join(folder.path, 'pid');
    const root = join(__dirname, '../..');
    const program = `require('node:fs').writeFileSync(${JSON.stringify(path)}, process.pid + '\\n'); setInterval(() => {}, 1000)`;
    const text = `const { createProcesses } = require('./src/disk/processes.ts');
      const { existsSync, readFileSync } = require('node:fs');
      const isWritten = (path) => existsSync(path) && readFileSync(path, 'utf8').endsWith('\\n');
      const options = { cwd: '/', timeoutMs: 1e6, input: null, credentials: false, variables: {} };
      const clock = { after: () => () => undefined };
      createProcesses({}, clock).run([process.execPath, '-e', ${JSON.stringify(program)}], options);
      const look = () => isWritten(${JSON.stringify(path)}) ? process.exit(7) : setImmediate(look);
      look();`;
    const argv = [node, '-r', './bench/register.js', '-e', text];
    expect(await run(argv, {}, { cwd: root })).toMatchObject({ code: 7 });
    await gone(Number(await written(path)));
  });

  test.each([
    ['goes on', 'setInterval(() => {}, 1000)'],
    ['has ended', 'child.unref(); child.stdout.unref()'],
  ])('that is ended takes along what it started, also when it %s itself', async (_, then) => {
    const path = join(folder.path, 'pid');
    const forever = 'console.log(process.pid); setInterval(() => {}, 1000)';
    const text = `const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(forever)}], { stdio: ['ignore', 'pipe', 'inherit'] });
      child.stdout.once('data', (pid) => { require('node:fs').writeFileSync(${JSON.stringify(path)}, pid); ${then} });`;
    const waiting = expect(script(text)).rejects.toMatchObject({ code: 'timedOut' });
    const pid = Number(await written(path));
    await clock.advance(1000);
    await waiting;
    await gone(pid);
  });
});

async function written(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.endsWith('\n') ? text : turn().then(() => written(path));
}

async function gone(pid: number): Promise<void> {
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => 'gone Z');
  if (!/ Z\b/.test(state)) await turn().then(() => gone(pid));
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('what a program writes', () => {
  const heard = async (text: string): Promise<string[]> => {
    const lines: string[] = [];
    await run([node, '-e', text], {}, { hear: (line) => lines.push(line) });
    return lines;
  };

  test('is heard line by line, of both streams, the last one without a line end too', async () => {
    const lines = await heard(
      'console.log("one\\r\\ntwo"); console.error("three"); process.stdout.write("four")',
    );
    expect(lines.sort()).toEqual(['four', 'one', 'three', 'two']);
  });

  test('is heard while it runs', async () => {
    const controller = new AbortController();
    const lines: string[] = [];
    const hear = (line: string): void => {
      lines.push(line);
      controller.abort();
    };
    const endless = run(
      [node, '-e', 'console.log("ready"); setInterval(() => {}, 1000)'],
      {},
      { hear, stop: controller.signal },
    );
    await expect(endless).rejects.toMatchObject({ code: 'interrupted' });
    expect(lines).toEqual(['ready']);
  });

  test('is heard in parts where no line ends, and whole where it is cut within a letter', async () => {
    const lines = await heard('process.stdout.write("x".repeat(100000))');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(8192);
    expect(lines.join('')).toBe('x'.repeat(100_000));
    const letter =
      'process.stdout.write(Buffer.from([0xc3])); setTimeout(() => process.stdout.write(Buffer.from([0xbc])), 20)';
    expect(await heard(letter)).toEqual(['ü']);
  });

  test('of a progress bar is what stands there in the end', async () => {
    expect(await heard('process.stdout.write("10%\\r50%\\r100%\\n")')).toEqual(['100%']);
  });
});
