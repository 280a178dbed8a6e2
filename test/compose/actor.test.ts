import { hostname } from 'node:os';
import { actorOf, commitOf } from '../../src/compose/actor';
import { FakeProcesses } from '../fakes/processes';

const github = {
  ...{ GITHUB_ACTOR: 'ann', GITHUB_RUN_ID: '77', GITHUB_REPOSITORY: 'acme/orders' },
  GITHUB_SERVER_URL: 'https://github.com',
};
const sha = 'c0ffee0'.padEnd(40, '1');

describe('who releases', () => {
  test('is a run of GitHub Actions, from where its log is', () => {
    const from = 'https://github.com/acme/orders/actions/runs/77';
    expect(actorOf(github)).toEqual({ by: 'run-77@ann', from });
  });

  test.each(['CI_JOB_URL', 'BUILDKITE_BUILD_URL', 'BUILD_URL'])('is somebody from %s', (name) => {
    expect(actorOf({ [name]: 'https://ci/42' }).from).toBe('https://ci/42');
  });

  test('is somebody at a machine', () => {
    expect(actorOf({})).toEqual({ by: expect.stringMatching(/^.+@.+$/), from: hostname() });
  });
});

describe('the commit of a project', () => {
  test('is that of the repository around it', async () => {
    const processes = new FakeProcesses();
    processes.answer = () => ({ code: 0, stdout: `${sha}\n`, stderr: '' });
    expect(await commitOf(processes, '/orders', {})).toBe(sha);
  });

  test('is that of the run of GitHub where there is no repository, or none at all', async () => {
    const processes = new FakeProcesses();
    processes.answer = () => ({ code: 128, stdout: '', stderr: 'fatal: not a git repository' });
    expect(await commitOf(processes, '/orders', { GITHUB_SHA: sha })).toBe(sha);
    expect(await commitOf(processes, '/orders', { GITHUB_SHA: 'main' })).toBeNull();
    expect(await commitOf(processes, '/orders', {})).toBeNull();
  });
});
