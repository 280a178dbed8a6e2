/** What was released, told by the command itself, and by a journal that two machines share. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv from 'ajv';
import formats from 'ajv-formats';
import { keepBoth } from '../../src/compose/journal';
import type { Event, EventOf } from '../../src/core/events';
import { createClock } from '../../src/disk/clock';
import { createJournal } from '../../src/disk/journal';
import { history } from '../../src/history';
import { awsAt } from '../aws/server';
import { FakeJournal } from '../fakes/edge';
import { keepRelease } from '../release/journals';
import { CommandFolder, type Ended } from './command';
import { good, openStage, type Stage } from './stage';

const eventsOf = ({ stdout }: Ended): Event[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const finishedOf = (ended: Ended) =>
  eventsOf(ended).find((event): event is EventOf<'release.finished'> => event.type === 'release.finished');

describe('the history of a project', () => {
  const folder = new CommandFolder();
  const schema = JSON.parse(readFileSync(resolve(__dirname, '../../schemas/event.schema.json'), 'utf8'));
  const isEvent = formats(new Ajv({ strict: false })).compile(schema);
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=ann', '-c', 'user.email=ann@example.com', ...words], {
      cwd: folder.path,
      encoding: 'utf8',
    }).trim();
  const commit = (text: string): string => {
    folder.write('src/index.js', good(text));
    git('add', '.');
    git('commit', '-qm', text);
    return git('rev-parse', 'HEAD');
  };
  const ci = {
    ...{ GITHUB_ACTOR: 'ann', GITHUB_RUN_ID: '77', GITHUB_REPOSITORY: 'acme/orders' },
    GITHUB_SERVER_URL: 'https://github.com',
  };

  afterAll(() => folder.remove());

  test('says who released what, and is a map of the ways back', async () => {
    folder.write(
      'lambda.config.yaml',
      "project: orders\nregion: eu-west-1\nfunctions:\n  api: { code: src, handler: index.handler, runtime: nodejs24.x, role: 'arn:aws:iam::123456789012:role/orders' }\n",
    );
    folder.write('.gitignore', '.shipit\n');
    git('init', '-q');
    mkdirSync(join(folder.path, 'src'));
    const first = commit('one');
    await folder.served(async () => {
      const one = finishedOf(await folder.run('deploy --local --json', ci));
      commit('two');
      const two = finishedOf(await folder.run('deploy --local --all-at-once --json'));
      expect([one?.outcome, two?.outcome]).toEqual(['promoted', 'promoted']);

      const told = await folder.run('history');
      expect(told.code).toBe(0);
      const [, newest = '', oldest = '', none] = told.stdout.split('\n');
      expect(newest).toMatch(new RegExp(`^${two?.release?.slice(-6)} .* released +api 1 -> 2$`));
      expect(oldest).toMatch(
        new RegExp(`^${one?.release?.slice(-6)} .* run-77@ann +${first.slice(0, 7)} +released +api 1$`),
      );
      expect(none).toBe('');

      const all = await folder.run(`history ${one?.release?.slice(-6)}`);
      expect(all.stdout).toContain('from     https://github.com/acme/orders/actions/runs/77');
      expect(all.stdout).toContain(`commit   ${first}`);
      const which = two?.release?.slice(-6);
      const inMarkdown = await folder.run(`history ${which} --md`);
      expect(inMarkdown.stdout).toMatch(new RegExp(`^## Release ${which}: released\n`));
      expect(inMarkdown.stdout).toContain('### The plan: 1 function changes');
      expect(inMarkdown.stdout).toMatch(/\| api \| 2 \| [\w+/=]{44} \|/);
      const written = await folder.run(`history ${which} --html --out report.html`);
      expect(written.stdout).toBe('the report is in report.html\n');
      expect(readFileSync(join(folder.path, 'report.html'), 'utf8')).toContain(
        `<h1>Release ${which}: released</h1>`,
      );
      const page = await folder.run(`history ${which} --html`);
      expect(page.stdout).toContain('</html>');
      expect((await folder.run(`history ${which} --json`)).stdout).toContain(
        '"plan":{"functions":[{"key":"api"',
      );
      expect((await folder.run('history --html')).stderr).toContain('--html is the report of one release');
      expect((await folder.run('history api --md')).code).toBe(2);
      expect((await folder.run(`history ${which} --out report.md`)).code).toBe(2);
      expect((await folder.run(`history ${which} --md --out .`)).code).toBe(2);

      const back = await folder.run(`rollback --local --to ${first.slice(0, 8)} --json`);
      expect(back.code).toBe(0);
      expect(finishedOf(back)).toMatchObject({ outcome: 'rolledBack', functions: [{ candidate: '1' }] });
      const status = eventsOf(await folder.run('status --local --json'))[0];
      expect(status).toMatchObject({ functions: [{ version: '1', state: 'idle' }] });

      const json = await folder.run('history api --limit 1 --json');
      expect(eventsOf(json).filter((event) => !isEvent(event))).toEqual([]);
      expect(eventsOf(json)[0]).toMatchObject({
        type: 'history.read',
        releases: [{ release: two?.release, outcome: 'rolledBack', functions: [{ candidate: '2' }] }],
      });

      const again = await folder.run(`rollback --local --to ${two?.release?.slice(-6)}`);
      expect(again.code).toBe(2);
      expect(again.stderr).toMatch(/was rolled back \(rolled back by hand by /);
      const unknown = await folder.run('rollback --local --to ZZZZZZ');
      expect(unknown.code).toBe(2);
      expect(unknown.stderr).toContain('`shipit history`');
    });
  });
});

test('a project that names a bucket has its history there too, and without credentials on this machine alone', async () => {
  const folder = new CommandFolder();
  folder.write(
    'lambda.config.yaml',
    "project: orders\nregion: eu-west-1\njournal: s3://journals/orders\nfunctions:\n  api: { code: src, handler: index.handler, runtime: nodejs24.x, role: 'arn:aws:iam::123456789012:role/orders' }\n",
  );
  mkdirSync(join(folder.path, 'src'));
  folder.write('src/index.js', good('one'));
  await folder.served(async () => {
    const release = finishedOf(await folder.run('deploy --local --json'))?.release ?? 'none';
    rmSync(join(folder.path, '.shipit', 'journal'), { recursive: true });
    const there = await folder.run('history --local');
    expect([there.code, there.stderr]).toEqual([0, '']);
    expect(there.stdout).toContain(release.slice(-6));
    const here = await folder.run('history');
    expect([here.code, here.stdout]).toEqual([0, 'No release is kept here.\n']);
    expect(here.stderr).toContain('the journal in s3://journals/orders cannot be used');
  });
  folder.remove();
});

test('a release that was left for a person, and ended elsewhere, says what this machine does not know', async () => {
  const folder = new CommandFolder();
  folder.write(
    'lambda.config.yaml',
    "project: orders\nregion: eu-west-1\nfunctions:\n  api: { code: src, handler: index.handler, runtime: nodejs24.x, role: 'arn:aws:iam::123456789012:role/orders' }\n",
  );
  const journal = createJournal(folder.path, createClock());
  const yearsAgo = { outcome: 'waiting', because: 'stopped', heldMinutes: -5_000_000 } as const;
  const release = await keepRelease(journal, 1, { api: '2' }, yearsAgo);
  const words =
    /eft for a person until 2017-05-19T20:41:00Z; what became of it is not in this journal \(`shipit status` shows where the aliases stand\)/;
  expect((await folder.run('history')).stdout).toMatch(words);
  const one = await folder.run(`history ${release.slice(-6)}`);
  expect(one.stdout.trimEnd().split('\n').at(-1)).toMatch(words);
  const json = eventsOf(await folder.run(`history ${release.slice(-6)} --json`))[0];
  expect(json).toMatchObject({
    releases: [
      { outcome: 'waiting', because: expect.stringMatching(words), leftUntilMs: expect.any(Number) },
    ],
  });
  folder.remove();
}, 60_000);

describe('a journal that a team shares', () => {
  let stage: Stage;
  const place = { bucket: 'journals', prefix: 'orders', makesBucket: true };
  const run = <T>(work: Promise<T>): Promise<T> => stage.clock.runUntil(work);

  /** One with files of its own, which nobody else sees. */
  function machine() {
    const { ports, events } = stage.process();
    const far = awsAt(stage.aws.served.endpoint, { clock: stage.clock }).aws.journalAt(place);
    const near = new FakeJournal();
    const warn = (message: string) => {
      throw new Error(message);
    };
    const kept = keepBoth(near, { journal: far, name: 's3://journals/orders', clock: stage.clock, warn });
    return { process: { ports: { ...ports, journal: kept.journal }, events }, near, far, close: kept.close };
  }

  beforeEach(async () => {
    stage = await openStage({ functions: ['api'], alarms: true });
  });
  afterEach(() => stage.close());

  test('is complete although S3 refuses a third of the calls, and tells another machine the way back', async () => {
    const faults = (['PutObject', 'GetObject', 'ListObjectsV2'] as const).flatMap((action) => [
      { action, kind: 'throttle' as const, rate: 0.3, ms: 0, times: null },
      { action, kind: 'errorAfter' as const, rate: 0.1, ms: 0, times: null },
    ]);
    stage.world.faults.set(faults, 7);
    const mine = machine();
    await run(stage.deployAs(mine.process, {}));
    stage.write('api/index.js', good('two'));
    const second = await run(stage.deployAs(mine.process, { canary: '10%/5m' }));
    expect(second).toMatchObject({ outcome: 'promoted' });
    await run(mine.close());
    const ids = await run(mine.near.releases());
    expect(ids).toHaveLength(2);

    stage.world.faults.set([], 7);
    const theirs = machine();
    for (const id of ids) expect(await run(theirs.far.read(id))).toEqual(await mine.near.read(id));
    const project = await run(stage.read(theirs.process.ports, {}));
    const { event: told } = await run(history(theirs.process.ports, { project, words: [], limit: 9 }));
    expect(told.releases.map(({ release, by }) => [release, by])).toEqual(ids.map((id) => [id, 'ann@desk']));
    const [, first = ''] = ids;
    const back = await run(stage.rollbackAs(theirs.process, [], new Map(), first.slice(-6)));
    expect(back).toMatchObject({ outcome: 'rolledBack', exitCode: 0 });
    expect(stage.aliasOf('api')).toMatchObject({ version: '1' });
    await run(theirs.close());

    const { event: again } = await run(history(machine().process.ports, { project, words: [], limit: 1 }));
    expect(again.releases).toMatchObject([
      { release: ids[0], by: 'ann@desk', outcome: 'rolledBack', because: 'rolled back by hand by bob@desk' },
    ]);
  });
});
