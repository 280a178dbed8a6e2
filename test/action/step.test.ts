/** The built step beside a local AWS: what it leaves in the files of its runner, its exit code, and where the alias stands. */
import { readFileSync } from 'node:fs';
import { ActionStage, projectOf, type Stepped } from './stage';

const config = projectOf('api: { code: code, handler: index.handler, testEvents: event.json }');

let stage: ActionStage;
beforeAll(async () => {
  stage = new ActionStage();
  stage.project.write('lambda.config.yaml', config);
  stage.project.write('event.json', '{}');
  await stage.serve(60);
}, 60_000);
afterAll(() => stage.close());

let codes = 0;
const change = (body = 'return 1;') => {
  codes += 1;
  stage.project.write(
    'code/index.js',
    `let calls = ${codes} * 0;\nexports.handler = async () => { calls += 1; ${body} };\n`,
  );
};

/** Two requests more than it is tested with, and it fails. */
const broken = "if (calls > 2) throw new Error('boom ::error::no command');";

/** Lines that a runner would obey. */
const commandsIn = ({ log }: Stepped): string[] => log.split('\n').filter((line) => /^\s*::/.test(line));
const served = async (): Promise<string> =>
  /api +orders-api:live +(\S+)/.exec((await stage.shipit('status')).stdout)?.[1] ?? '';

describe('a deploy on push', () => {
  it('is released, and says so everywhere', async () => {
    change();
    const first = await stage.run({ command: 'deploy' });
    expect(first).toMatchObject({
      code: 0,
      outputs: { outcome: 'promoted', candidate: 'api@1', baseline: '' },
    });
    change();
    const step = await stage.run({ canary: '50%/3m', functions: 'api' });
    expect(step.code).toBe(0);
    const { outputs } = step;
    expect(outputs).toMatchObject({ outcome: 'promoted', baseline: 'api@1', candidate: 'api@2' });
    expect(outputs['release-id']).toMatch(/^[0-9A-Z]{26}$/);
    expect(JSON.parse(outputs.versions ?? '')).toEqual({
      api: {
        function: 'orders-api',
        alias: 'live',
        baseline: '1',
        candidate: '2',
        serves: '2',
        outcome: 'promoted',
      },
    });
    expect(outputs.because).toMatch(/every step passed/);
    expect(outputs.plan).toMatch(/update +api +orders-api:live +code/);
    expect(step.summary).toMatch(/^# shipit deploy: promoted\n/);
    expect(step.summary).toMatch(/\| Time \| Weight \|.*\| Who \|\n(.*\n)*?\|.*\| 50% \|/);
    expect(step.summary).toContain('run-4711@&#8203;octocat');
    expect(readFileSync(outputs.report ?? '', 'utf8')).toMatch(/^<!doctype html>/);
    expect(commandsIn(step)).toEqual(['::group::api', '::endgroup::']);
    expect(await served()).toBe('2');
  }, 60_000);

  it('that changes nothing is green, and says that', async () => {
    expect(await stage.run({})).toMatchObject({ code: 0, outputs: { outcome: 'unchanged' } });
  }, 60_000);

  it('is red when the new version went back, and says why', async () => {
    change(broken);
    const step = await stage.run({ canary: '50%/10m', args: '--traffic=4/s' });
    expect(step).toMatchObject({
      code: 3,
      outputs: { outcome: 'rolledBack', baseline: 'api@2', candidate: 'api@3' },
    });
    expect(step.outputs.because).toMatch(/version 3 .*failed \d+ of \d+/);
    expect(JSON.parse(step.outputs.versions ?? '').api).toMatchObject({ serves: '2', outcome: 'rolledBack' });
    expect(step.summary).toMatch(/^# shipit deploy: rolledBack\n/);
    const said = commandsIn(step);
    expect(said).toHaveLength(3);
    expect(said.at(-1)).toMatch(/^::error title=shipit::rolledBack: /);
    expect(await served()).toBe('2');
  }, 90_000);

  it('until a step waits for a person, in a green job, and approve drives the rest', async () => {
    change();
    const left = await stage.run({ canary: '50%/3m', until: '50%' });
    expect(left).toMatchObject({ code: 0, outputs: { outcome: 'waiting' } });
    expect(commandsIn(left)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^::warning .*shipit approve/)]),
    );
    expect((await stage.post()).log).toBe('');
    expect(await served()).toMatch(/^2$/);
    const rest = await stage.run({ command: 'approve', canary: '50%/3m' });
    expect(rest).toMatchObject({ code: 0, outputs: { outcome: 'promoted', baseline: 'api@2' } });
    expect(await served()).toBe('4');
  }, 90_000);

  it('goes back by hand, also to a version that is named', async () => {
    const back = await stage.run({ command: 'rollback' });
    expect(back).toMatchObject({ code: 0, outputs: { outcome: 'rolledBack', candidate: 'api@2' } });
    expect(await served()).toBe('2');
    const named = await stage.run({ command: 'rollback', to: 'api@1' });
    expect(named).toMatchObject({ code: 0, outputs: { candidate: 'api@1' } });
    const nowhere = await stage.run({ command: 'rollback', to: 'api@99' });
    expect(nowhere).toMatchObject({ code: 2, outputs: { outcome: 'refused' } });
    expect(nowhere.outputs.because).toContain('has no version 99');
    expect(await served()).toBe('1');
  }, 90_000);
});

describe('what is refused', () => {
  it('a project file with mistakes: annotated once, at its place', async () => {
    stage.project.write('wrong.yaml', config.replace('handler:', 'handlr:'));
    const step = await stage.run({ command: 'deploy', config: 'wrong.yaml' });
    expect(step).toMatchObject({ code: 2, outputs: { outcome: 'refused' } });
    expect(step.outputs.because).toContain('unknown key `handlr`');
    expect(step.summary).toContain('handlr');
    expect(commandsIn(step).filter((line) => !line.startsWith('::remove-matcher'))).toEqual([
      expect.stringMatching(/^::error file=wrong\.yaml,line=7,col=22,title=shipit::.*handlr/),
    ]);
  }, 60_000);

  it.each([
    [{ command: '--help' }, 'input command'],
    [{ functions: 'api --yes' }, 'input functions'],
    [{ comment: 'maybe' }, 'input comment'],
    [{ 'working-directory': 'nowhere' }, 'input working-directory'],
  ])(
    'an input that is none: %j',
    async (inputs, what) => {
      const step = await stage.run(inputs);
      expect(step).toMatchObject({ code: 2, outputs: { outcome: 'refused' } });
      expect(step.log).toMatch(new RegExp(`^::error title=shipit::${what}`));
      expect((await stage.post()).log).toBe('');
    },
    60_000,
  );

  it('a flag that the command does not have', async () => {
    const step = await stage.run({ command: 'status', until: '10%' });
    expect(step).toMatchObject({ code: 2, outputs: { outcome: 'refused' } });
    expect(step.outputs.because).toContain('--until');
  }, 60_000);
});

test('files that cannot be written are a warning, and no failure of what went well', async () => {
  const nowhere = { GITHUB_STEP_SUMMARY: stage.project.path, GITHUB_OUTPUT: stage.project.path };
  const step = await stage.run({ command: 'status' }, nowhere);
  expect(step.code).toBe(0);
  expect(commandsIn(step).map((line) => line.slice(0, 60))).toEqual([
    expect.stringMatching(/^::warning title=shipit::The report/),
    expect.stringMatching(/^::warning title=shipit::The outputs/),
    expect.stringMatching(/^::warning title=shipit::The summary/),
  ]);
}, 60_000);

test('status is a table in the summary', async () => {
  const step = await stage.run({ command: 'status' });
  expect(step).toMatchObject({ code: 0, outputs: { outcome: 'done' } });
  expect(step.summary).toMatch(/```text\nFUNCTION.*\napi .*orders-api:live/);
}, 60_000);
