/** How commands are found, what shows help, and what nobody knows. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../../commands/base/table';
import { name, version } from '../../package.json';
import { exitCodes } from '../../src/core/outcome';
import { CommandFolder } from '../stories/command';

const folder = new CommandFolder();
afterAll(() => folder.remove());

test('every command has its file, and every file its command', () => {
  const files = readdirSync(join(__dirname, '../../commands')).filter((file) => file.endsWith('.ts'));
  const named = files.map((file) => file.slice(0, -'.ts'.length)).filter((file) => file !== 'start');
  expect(Object.keys(commands).sort()).toEqual(named.sort());
  for (const load of Object.values(commands)) expect(load().default.summary).toMatch(/\w\.$/);
});

test.each(['--version', '-v'])('%s is answered with version, machine and Node.js', async (flag) => {
  const text = `${name}/${version} ${process.platform}-${process.arch} node-${process.version}\n`;
  expect(await folder.run(flag)).toEqual({ code: 0, stdout: text, stderr: '' });
});

test.each(['help', '--help', '-h'])('shipit %s lists the commands and topics', async (words) => {
  const { code, stdout } = await folder.run(words);
  for (const command of Object.keys(commands)) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  expect(stdout).toMatch(/USAGE\n(?: {2}\$ .+\n)+ {2}\$ shipit help exit-codes\n/);
  expect(code).toBe(0);
});

test.each([
  { columns: '', most: 80 },
  { columns: '60', most: 60 },
  { columns: '20', most: 40 },
])('the first page keeps to the width of its window, $columns', async ({ columns, most }) => {
  const { stdout } = await folder.run('--help', { COLUMNS: columns });
  const widths = stdout
    .split('\n')
    .filter((line) => !line.includes('/'))
    .map((line) => line.length);
  expect(Math.max(...widths)).toBeLessThan(most);
  expect(Math.max(...widths)).toBeGreaterThan(most * 0.8);
});

test.each(['help deploy', 'deploy --help', 'deploy api -h'])(
  'shipit %s shows what deploy takes',
  async (words) => {
    const { code, stdout } = await folder.run(words);
    expect(stdout).toMatch(/\$ shipit deploy \[FUNCTION\.\.\.\] \[FLAGS\]/);
    expect(stdout).toMatch(/--canary=10%\[\/10m\]/);
    expect(code).toBe(0);
  },
);

test('help explains itself, and the exit codes there are', async () => {
  expect((await folder.run('help help')).stdout).toMatch(/\$ shipit help \[COMMAND\]/);
  const { stdout } = await folder.run('help exit-codes');
  const told = [...stdout.matchAll(/^ {2}(\d+) {2}/gm)].map(([, code]) => Number(code));
  expect(told).toEqual(expect.arrayContaining(Object.values(exitCodes)));
});

test.each([
  ['deplyo', /no command `deplyo` \(did you mean `deploy`\?\)/],
  ['help exit-code', /no command `exit-code` \(did you mean `exit-codes`\?\)/],
  ['statu --help', /did you mean `status`\?/],
  ['constructor', /no command `constructor`/],
  ['--json validate', /`--json` stands where a command belongs\nhint: Flags follow the command/],
])('shipit %s is refused with the nearest word', async (words, text) => {
  const { code, stdout, stderr } = await folder.run(words);
  expect(stderr).toMatch(text);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});

test('a command without flags refuses one in one line', async () => {
  const { code, stderr } = await folder.run('help --log-file=run=7.jsonl');
  expect(code).toBe(2);
  expect(stderr).toContain('help has no flag --log-file');
});

test.each(['foo', 'help foo'])('shipit %s is told every command there is', async (words) => {
  const { code, stderr } = await folder.run(words);
  const [, known = ''] = /\(known: (.*)\)/.exec(stderr) ?? [];
  expect(known.split(', ')).toEqual(expect.arrayContaining(Object.keys(commands)));
  expect(code).toBe(2);
});
