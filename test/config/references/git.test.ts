import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { askGit } from '../../../src/config/references/git';
import { ShipitError } from '../../../src/core/errors';
import { createProcesses } from '../../../src/disk/processes';
import { FakeClock } from '../../clock';
import { testFolder } from '../../disk/folder';
import { FakeProcesses } from '../../fakes/processes';

const sha = '0123456789abcdef0123456789abcdef01234567';
const detached = { code: 128, stderr: 'fatal: ref HEAD is not a symbolic ref\n' };

describe('git', () => {
  const processes = new FakeProcesses();
  const ask = (subject: string, env: { [name: string]: string } = {}) =>
    askGit({ processes, root: '/p', env }, subject);

  test('tells commit and branch of the project, whatever the working directory', async () => {
    processes.answer = (argv) => ({ stdout: argv.includes('rev-parse') ? `${sha}\n` : 'feature/a\n' });
    expect(await ask('sha')).toEqual({ text: sha, secret: false });
    expect(await ask('branch')).toEqual({ text: 'feature/a', secret: false });
    expect(processes.did).toEqual([
      'run git -C /p rev-parse HEAD',
      'run git -C /p symbolic-ref --short HEAD',
    ]);
  });

  describe('on a commit without a branch', () => {
    beforeEach(() => {
      processes.answer = (argv) => (argv.includes('rev-parse') ? { stdout: `${sha}\n` } : detached);
    });

    test.each([
      ['the branch of a pull request', { GITHUB_HEAD_REF: 'fix', GITHUB_REF_NAME: '7/merge' }, 'fix'],
      ['the branch that was pushed', { GITHUB_HEAD_REF: '', GITHUB_REF_NAME: 'main' }, 'main'],
    ])('takes %s from GitHub', async (_what, env, branch) => {
      expect(await ask('branch', env)).toEqual({ text: branch, secret: false });
    });

    test.each([[{}], [{ GITHUB_REF_NAME: 'v1.0.0', GITHUB_REF_TYPE: 'tag' }]])(
      'has none with %j',
      async (env) => {
        expect(await ask('branch', env)).toMatchObject({ what: 'no branch is checked out, only a commit' });
      },
    );

    test('does not trust the name that it is given either', async () => {
      expect(await ask('branch', { GITHUB_REF_NAME: 'a\u001b[2Jb' })).toEqual({
        what: 'the name of the git branch contains a character that cannot be seen',
        hint: 'rename the branch',
      });
    });
  });

  test.each(['a\u001b[2J', 'a\u202eb', 'a\nb', 'a b', ''])('refuses the branch name %j', async (branch) => {
    processes.answer = () => ({ stdout: `${branch}\n` });
    expect(await ask('branch')).toHaveProperty('what', expect.stringContaining('cannot be seen'));
  });

  test('that is not there, has no repository, or does not end says so', async () => {
    processes.answer = () => null;
    expect(await ask('sha')).toMatchObject({ what: 'there is no git on this machine' });
    processes.answer = () => ({ code: 128, stderr: 'fatal: not a git\u001b repository\nmore' });
    const none = 'git knows no commit here: fatal: not a git\\u{1B} repository';
    expect(await ask('sha')).toMatchObject({ what: none });
    expect(await ask('branch')).toMatchObject({ what: none });
    processes.answer = () => ({ stdout: 'HEAD\n' });
    expect(await ask('sha')).toMatchObject({ what: 'git gave no commit' });
    processes.failNext('run', new ShipitError('timedOut', 'git did not end within 10 s'), 'before');
    expect(await ask('sha')).toMatchObject({ what: 'git did not end within 10 s' });
  });
});

describe('a real repository', () => {
  const folder = testFolder();
  const plain = {
    PATH: '/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.com',
  };
  const git = (...words: string[]): string =>
    execFileSync('git', words, { cwd: folder.path, env: plain, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  const ask = (subject: string, root = folder.path) =>
    askGit({ processes: createProcesses(plain, new FakeClock(0)), root, env: {} }, subject);

  test('tells its commit and branch, also from below; without a commit, the branch; without a branch, why', async () => {
    git('init', '--quiet', '--initial-branch', 'feature/x');
    expect(await ask('branch')).toEqual({ text: 'feature/x', secret: false });
    expect(await ask('sha')).toMatchObject({ what: expect.stringContaining('git knows no commit here') });
    git('commit', '--quiet', '--allow-empty', '--message', 'one');
    await mkdir(join(folder.path, 'below'));
    const sha = { text: git('rev-parse', 'HEAD'), secret: false };
    expect(await ask('sha', join(folder.path, 'below'))).toEqual(sha);
    git('checkout', '--quiet', '--detach');
    expect(await ask('sha')).toEqual(sha);
    expect(await ask('branch')).toMatchObject({ what: 'no branch is checked out, only a commit' });
  });
});
