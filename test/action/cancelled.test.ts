/** A job that is cancelled: its runner sends SIGINT, then SIGTERM, then kills, and runs the post step all the same. */
import type { ChildProcess } from 'node:child_process';
import { createClock } from '../../src/disk/clock';
import { saidBy } from '../stories/command';
import { ActionStage, projectOf, type Stepped } from './stage';

const clock = createClock();

const functions = 6;
const keys = Array.from({ length: functions }, (_, at) => `f${String(at).padStart(2, '0')}`);
const config = projectOf(...keys.map((key) => `${key}: { code: code, handler: index.handler }`));

let stage: ActionStage;
beforeAll(async () => {
  stage = new ActionStage();
  stage.project.write('lambda.config.yaml', config);
  await stage.serve(60);
  stage.change();
  expect(await stage.run({})).toMatchObject({ code: 0 });
}, 90_000);
afterAll(() => stage.close());

/** A canary that every alias has taken part in; its end is awaited when the test has done with it. */
async function rolling(): Promise<{ child: ChildProcess; step: Promise<Stepped> }> {
  stage.change();
  const child = stage.start({ canary: '10%/2h' });
  const step = stage.ended(child);
  await saidBy(child, 'stderr', /step 1 of 2/);
  return { child, step };
}

/** `f00 1`, one a function. */
async function standing(): Promise<string[]> {
  const { stdout } = await stage.shipit('status');
  return [...stdout.matchAll(/^(f\d\d) +\S+ +(.*?) {2,}/gm)].map(([, key, serves]) => `${key} ${serves}`);
}

const atBaseline = keys.map((key) => `${key} 1`);

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  '%s restores every baseline before it ends',
  async (signal, code) => {
    const { child, step } = await rolling();
    const askedMs = clock.monotonicMs();
    child.kill(signal);
    const stepped = await step;
    // What still runs then is killed by the runner.
    expect(clock.monotonicMs() - askedMs).toBeLessThan(10_000);
    expect(stepped).toMatchObject({ code, outputs: { outcome: 'aborted' } });
    expect(stepped.summary).toMatch(/^# shipit deploy: aborted\n/);
    expect(await standing()).toEqual(atBaseline);
    expect(await stage.post()).toMatchObject({ code: 0, log: '' });
    expect(await standing()).toEqual(atBaseline);
  },
  90_000,
);

test('what a killed step left, the post step restores', async () => {
  const { child, step } = await rolling();
  child.kill('SIGKILL');
  expect(await step).toMatchObject({ code: null, outputs: {} });
  const split = await standing();
  expect(split).toEqual(keys.map((key) => expect.stringMatching(new RegExp(`^${key} 1 90%, \\d+ 10%`))));
  const post = await stage.post();
  expect(post.code).toBe(0);
  expect(post.log).toMatch(/^::warning title=shipit::shipit was killed/m);
  expect(post.log).toContain('back at its baseline');
  expect(post.summary).toContain('Every alias is back at its baseline.');
  expect(await standing()).toEqual(atBaseline);
  // Once more has nothing to do, and does nothing.
  expect(await stage.post()).toMatchObject({ code: 0 });
  expect(await standing()).toEqual(atBaseline);
}, 90_000);

test('a step that is killed while it restores leaves the rest to the post step', async () => {
  const { child, step } = await rolling();
  child.kill('SIGINT');
  await new Promise((done) => child.stderr?.once('data', done));
  child.kill('SIGKILL');
  expect((await step).code).toBe(null);
  expect((await stage.post()).code).toBe(0);
  expect(await standing()).toEqual(atBaseline);
}, 90_000);

test('a step that is killed before it wrote anything leaves nothing to do', async () => {
  stage.change();
  const child = stage.start({ canary: '10%/2h' });
  const step = stage.ended(child);
  await new Promise((done) => child.stderr?.once('data', done));
  child.kill('SIGKILL');
  await step;
  expect((await stage.post()).code).toBe(0);
  expect(await standing()).toEqual(atBaseline);
}, 90_000);

test('a post step that cannot restore is red and says what to do', async () => {
  const { child, step } = await rolling();
  child.kill('SIGKILL');
  await step;
  stage.project.write('lambda.config.yaml', 'project: [\n');
  const post = await stage.post();
  expect(post.code).toBe(1);
  expect(post.log).toMatch(/^::error title=shipit::.*`shipit status.*`shipit rollback`/m);
  stage.project.write('lambda.config.yaml', config);
  expect((await stage.post()).code).toBe(0);
  expect(await standing()).toEqual(atBaseline);
}, 120_000);
