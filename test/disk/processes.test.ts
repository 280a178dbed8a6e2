import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createProcesses } from '../../src/disk/processes';
import { FakeClock } from '../clock';
import { testFolder } from './folder';

const folder = testFolder();
const node = process.execPath;
const clock = new FakeClock(0);

const run = (argv: readonly string[], env: { [name: string]: string } = {}) =>
  createProcesses(env, clock).run(argv, { cwd: folder.path, timeoutMs: 1000 });
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
});
