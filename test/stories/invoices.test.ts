/** examples/invoices, a project of two stages, on the command line as a new user would try it. */
import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CommandFolder, type Ended } from './command';

let folder: CommandFolder;
beforeEach(() => {
  folder = new CommandFolder();
  cpSync(resolve(__dirname, '../../examples/invoices'), folder.path, { recursive: true });
});
afterEach(() => folder.remove());

const lastEvent = ({ stdout }: Ended) => JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
const change = (file: string) => {
  const path = join(folder.path, file);
  folder.write(file, `${readFileSync(path, 'utf8')}\n// changed\n`);
};

test('is valid, and says where each value came from', async () => {
  expect(await folder.run('validate')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/valid: 2 functions, 2 stages \(dev, prod\)/),
  });
  const { stdout } = await folder.run('config --origin --offline --stage prod');
  expect(stdout).toMatch(/name: invoices-prod-api # not in the file/);
  expect(stdout).toMatch(/memorySize: 1024 # lambda\.config\.yaml:\d+:\d+ {2}stage prod/);
  expect(stdout).toMatch(/runtime: nodejs24\.x # organisation\.yaml:3:12 {2}defaults/);
});

test('is deployed to dev, planned, changed, carried out as planned, and taken away', async () => {
  await folder.servedAt(20, async () => {
    const deployed = await folder.run('deploy --local --stage dev --json');
    expect(deployed.code).toBe(0);
    expect(lastEvent(deployed)).toMatchObject({ outcome: 'promoted', problems: [] });
    const chosen = { SHIPIT_STAGE: 'dev' };
    expect(await folder.run('plan --local --exit-code', chosen)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Nothing to release: 2 functions unchanged/),
    });

    change('layers/money/nodejs/node_modules/money/index.js');
    const planned = await folder.run('plan --local --out p.json --details --exit-code', chosen);
    expect(planned).toMatchObject({
      code: 10,
      stdout: expect.stringMatching(/layer money {2}a new version/),
    });
    const carried = await folder.run('deploy --local --plan p.json --json');
    expect(lastEvent(carried)).toMatchObject({ outcome: 'promoted', exitCode: 0 });
    expect(carried.stdout).toMatch(/layer:invoices-dev-money:2/);
    const gone = await folder.run('destroy --local --stage dev --yes');
    expect([gone.code, gone.stderr]).toEqual([0, expect.stringMatching(/removed layer invoices-dev-money/)]);
  });
});

test('is protected in prod: its name, and a reason for going all at once, which the journal keeps', async () => {
  await folder.servedAt(20, async () => {
    const refused = async (words: string, what: RegExp) =>
      expect(await folder.run(`deploy --local --stage prod --yes ${words}`.trim())).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(what),
      });
    await refused('', /stage prod is protected: name it with --confirm prod/);
    await refused('--confirm prod --rollout AllAtOnce', /needs --reason/);
    const words = 'deploy --local --stage prod --confirm prod --all-at-once --reason fire --json';
    const deployed = await folder.run(words);
    expect(lastEvent(deployed)).toMatchObject({ outcome: 'promoted', exitCode: 0 });
    const kept = readFileSync(join(folder.path, '.shipit/journal', `${lastEvent(deployed).release}.jsonl`));
    expect(kept.toString()).toMatch(/"reason":"fire"/);
  });
});
