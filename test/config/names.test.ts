import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namesOf } from '../../src/config/names';
import { createFiles } from '../../src/disk/files';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipit-names-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = createFiles({ nonce: () => 'n' });
const write = (text: string, name = 'lambda.config.yaml') => writeFileSync(join(folder, name), text);

async function names(stage: string | null = null, path: string | null = null) {
  const found = await namesOf(files, { path, cwd: folder }, stage);
  const [functions, stages, rollouts] = [found.functions, found.stages, found.rollouts].map((map) => [
    ...map.keys(),
  ]);
  return { functions, stages, rollouts, aliases: found.aliases };
}

const file = `project: orders
extends: base.yaml
functions:
  api: { code: ., description: serves the shop }
  "worker": { code: ., alias: night }
stages:
  dev: {}
  prod: { protected: true, functions: { extra: { code: . } }, rollouts: { slow: { canary: 1%, bake: 1h } } }
rollouts: { careful: { canary: 10%, bake: 10m } }
`;

describe('the names of a project file', () => {
  test('are its functions, stages, rollouts and aliases, and those that it extends', async () => {
    write(file);
    write('functions: { base: { code: . } }\ndefaults: { alias: live }\n', 'base.yaml');
    expect(await names()).toEqual({
      functions: ['api', 'worker', 'base'],
      stages: ['dev', 'prod'],
      rollouts: ['careful'],
      aliases: ['night', 'live'],
    });
  });

  test('are said with what the file says of them', async () => {
    write(file);
    const found = await namesOf(files, { path: null, cwd: folder }, null);
    expect([...found.functions]).toEqual([
      ['api', 'serves the shop'],
      ['worker', ''],
    ]);
    expect([...found.stages]).toEqual([
      ['dev', 'stage'],
      ['prod', 'protected stage'],
    ]);
    expect([...found.rollouts]).toEqual([['careful', 'canary 10%, bake 10m']]);
  });

  test('are with a stage also those that it alone has', async () => {
    write(file);
    expect(await names('prod')).toMatchObject({
      functions: ['extra', 'api', 'worker'],
      rollouts: ['slow', 'careful'],
    });
    expect(await names('toString')).toMatchObject({ functions: ['api', 'worker'] });
  });

  test.each([
    ['a half-typed key', file.replace('stages:', '  wor\nstages:')],
    ['a list that does not end', `${file}guard: [\n`],
    ['a quote that does not end', `${file}alarms: "x\n`],
    ['a tab', `${file}\tx: 1\n`],
    ['bytes that are no text', `${file}# \ud800\n`],
    [
      'a carriage return in each line',
      file.replaceAll('\n', '\r\n').replace('project: orders', 'project: ['),
    ],
  ])('are found in a broken file, too: %s', async (_what, text) => {
    write(text);
    const found = await names();
    expect(found.functions).toEqual(expect.arrayContaining(['api', 'worker']));
    expect(found.stages).toEqual(['dev', 'prod']);
    expect(found.aliases).toEqual(expect.arrayContaining(['live']));
  });

  test.each<[string, () => void]>([
    ['there is no file', () => {}],
    ['it is empty', () => write('')],
    ['it is a list', () => write('- a\n- b\n')],
    ['it has text where maps are', () => write('functions: api\nstages: 7\nrollouts: null\ndefaults: [x]\n')],
    ['it extends itself', () => write('extends: lambda.config.yaml\n')],
    ['it extends a folder', () => write('extends: .\n')],
    ['it is a folder', () => mkdirSync(join(folder, 'lambda.config.yaml'))],
    ['it is a link', () => symlinkSync('/etc/passwd', join(folder, 'lambda.config.yaml'))],
    ['there are two', () => ['lambda.config.yaml', 'lambda.config.yml'].map((name) => write(file, name))],
    ['it is nested beyond all bounds', () => write(`functions: ${'['.repeat(20_000)}`)],
  ])('are none when %s', async (_what, make) => {
    make();
    expect(await names()).toEqual({ functions: [], stages: [], rollouts: [], aliases: ['live'] });
  });

  test('are never what cannot be seen, or would be taken for a flag', async () => {
    const keys = ['-rf', 'a\\nb', 'a\\tb', 'a\\u202eb', '\\u001b[2J', '', 'ok'];
    write(`{"functions": {${keys.map((key) => `"${key}": {}`).join(', ')}}}`, 'lambda.config.json');
    expect(await names()).toMatchObject({ functions: ['ok'] });
  });

  test('are found in a file of a megabyte, and in one that is nothing but keys', async () => {
    write(`functions:\n${Array.from({ length: 40_000 }, (_, at) => `  f${at}: { code: . }\n`).join('')}`);
    expect((await names()).functions).toHaveLength(2000);
    write(`functions:\n  api: {}\nx:\n${' '.repeat(900_000)}\n`);
    expect((await names()).functions).toEqual(['api']);
  });
});
