/** A step that comes to a release later: what the journal at hand has of it stands in summary, outputs and report. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ulid } from '../../src/core/ulid';
import { show } from '../../src/ui/show';
import { ActionStage, projectOf } from './stage';

const config = projectOf('api: { code: code, handler: index.handler, testEvents: event.json }');

let stage: ActionStage;
beforeAll(async () => {
  stage = new ActionStage();
  stage.project.write('lambda.config.yaml', config);
  stage.project.write('event.json', '{}');
  // An owner has a few polls of the world's time to obey.
  await stage.serve(20);
  stage.change();
  await stage.run({});
}, 60_000);
afterAll(() => stage.close());

const canary = '50%/1m';
const blame = /does not have|[Nn]ot known/;

test('whoever approves in a job of its own tells the release from its beginning', async () => {
  stage.change();
  const left = await stage.run({ canary, until: '50%' });
  expect(left).toMatchObject({ code: 0, outputs: { outcome: 'waiting' } });
  const release = left.outputs['release-id'] ?? '';
  const step = await stage.run({ command: 'approve', canary });
  expect(step).toMatchObject({ code: 0, outputs: { outcome: 'promoted', 'release-id': release } });
  expect(step.outputs.plan).toMatch(/update +api +orders-api:live +code/);
  expect(step.summary).toContain(`**Started**: ${show.day(Ulid.timeMs(release)).slice(0, 16)}`);
  expect(step.summary).toMatch(/\| 50% \| step 1 of 2/);
  expect(step.summary).toMatch(/left at step 1/);
  expect(step.summary).toContain('### The plan: ');
  expect(step.summary).not.toMatch(blame);
  const told = await stage.shipit(`history ${release} --md`);
  const happened = (text: string) => /### What happened\n\n[\s\S]*?\n\n/.exec(text)?.[0];
  expect(happened(step.summary)).toBe(happened(told.stdout));
  expect(readFileSync(step.outputs.report ?? '', 'utf8')).not.toMatch(/The journal does not have/);
}, 90_000);

test('whoever aborts says how its owner ended it', async () => {
  stage.change();
  const owner = stage.shipit('deploy --yes --canary 50%/2h');
  await until(async () => /step 1/.test((await stage.shipit('status')).stdout));
  const step = await stage.run({ command: 'abort' });
  await owner;
  expect(step).toMatchObject({ code: 0, outputs: { outcome: 'obeyed', candidate: 'api@3' } });
  expect(step.summary).toMatch(/^## Release \w+: aborted and restored$/m);
  expect(step.summary).not.toMatch(/not ended|does not have/);
  expect(JSON.parse(step.outputs.versions ?? '').api).toMatchObject({ serves: '2', outcome: 'aborted' });
  expect(existsSync(step.outputs.report ?? '')).toBe(true);
}, 90_000);

test('without a journal it says what this run does not know, and blames none', async () => {
  stage.change();
  const left = await stage.run({ canary, until: '50%' });
  rmSync(join(stage.project.path, '.shipit', 'journal'), { recursive: true });
  const step = await stage.run({ command: 'approve', canary });
  expect(step).toMatchObject({ code: 0, outputs: { outcome: 'promoted' } });
  expect(step.summary).toMatch(/^\*Not known to this run: the plan, /m);
  expect(step.summary).not.toContain('The journal does not have');
  const begunMs = Ulid.timeMs(left.outputs['release-id'] ?? '');
  expect(step.summary).toContain(`**Started**: ${show.day(begunMs)}`);
}, 90_000);

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) if (await isSo()) return;
  throw new Error('it did not come to that');
}
