/** Text that somebody else wrote, in everything that a runner or GitHub reads: it comes out as text. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fenced } from '../../action/fenced';
import { Groups } from '../../action/groups';
import { readLog } from '../../action/log';
import { endingOf, outputsOf } from '../../action/outputs';
import { Runner } from '../../action/runner';
import { summaryOf } from '../../action/summary';
import { hear, nothingTold } from '../../action/told';
import type { Event } from '../../src/core/events';
import { planMarkdown } from '../../src/ui/plan-markdown';
import { maskCommands } from '../../src/ui/workflow';
import { allEvents } from '../ui/examples';
import { ActionStage, namedValues } from './stage';

const texts = [
  'a\n::set-output name=outcome::promoted\n::add-mask::x\r\n##[error]y',
  '\u001b[31mred\u001b[0m \u202egnp.exe \u200b\u0007',
  '<script>alert(1)</script> <img src=x onerror=alert(1)> </details> -->',
  '| a | b |\n|---|---|\n```\n~~~~\n# heading\n@octocat #1 [x](javascript:1) ![](http://x)',
  `${'long '.repeat(200_000)}end`,
];

/** Every text of an event that may come from outside, replaced. */
const keptAsTheyAre = [
  'type',
  'outcome',
  'verdict',
  'status',
  'action',
  'state',
  'release',
  'phase',
  'what',
  'key',
  'rollout',
  'when',
  'for',
  'then',
  'kind',
  'otherwise',
];
function poisoned(value: unknown, text: string, name = ''): unknown {
  if (typeof value === 'string') return keptAsTheyAre.includes(name) ? value : text;
  if (Array.isArray(value)) return value.map((one) => poisoned(one, text, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, poisoned(part, text, key)]));
}

const folder = mkdtempSync(join(tmpdir(), 'shipit-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function heard(text: string) {
  const log = join(folder, 'events.jsonl');
  const events = allEvents.map((event) => {
    const { at, ...rest } = poisoned(event, text) as Event;
    return JSON.stringify({ ...rest, at: new Date(at).toISOString() });
  });
  writeFileSync(log, `${events.join('\n')}\n{"v":1,"type":"half`);
  let told = nothingTold;
  const groups = new Groups();
  for await (const event of readLog(log, 0)) {
    told = hear(told, event);
    groups.hear(event);
  }
  return { told, groups };
}

const obeyed = /^\s*::|##\[/m;
const controls = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]/;

describe.each(texts.map((text) => [text.slice(0, 30), text]))('%j', (_name, text) => {
  it('is no command, ends no output and is no markup', async () => {
    const { told, groups } = await heard(text);
    const ending = endingOf(told, 3);
    const file = join(folder, 'out');
    writeFileSync(file, '');
    const runner = new Runner({ GITHUB_OUTPUT: file });
    const outputs = outputsOf(told, ending, true);
    for (const [name, value] of Object.entries(outputs)) runner.output(name, value);
    expect(namedValues(readFileSync(file, 'utf8'))).toEqual(outputs);
    for (const { lines } of groups.of([...told.view.functions.keys()]))
      expect(lines.join('\n').length).toBeLessThan(64_000_000);
    for (const command of ['deploy', 'plan']) {
      const ran = { ...{ command, stage: text, from: 'run' as const }, where: { stage: text, alias: text } };
      const summary = summaryOf(told, { ...ran, ending: { ...ending, outcome: 'refused' } });
      expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1024 * 1024);
      expect(summary).not.toMatch(/<script|<img|(?<!\\)\]\(|@octocat/);
      expect(summary).not.toMatch(controls);
    }
    expect(Buffer.byteLength(planMarkdown(told.view, { maxBytes: 65_536 }))).toBeLessThanOrEqual(65_536);
  });

  it('cannot end a block of code', () => {
    const block = fenced(text, 10_000);
    const [fence = ''] = /^`+/.exec(block) ?? [];
    const lines = block.split('\n');
    expect(lines.slice(1, -1).some((line) => line.trim().startsWith(fence))).toBe(false);
    expect(lines.at(-1)).toBe(fence);
    expect(block.length).toBeLessThan(10_200);
  });
});

test('a group, an annotation and a mask are each one line of which the runner obeys nothing else', () => {
  const written: string[] = [];
  const runner = new Runner({});
  Object.assign(runner, { out: { write: (text: string) => written.push(text) } });
  const [text = ''] = texts;
  runner.group(text, [text, '  ::error::x', '##[group]']);
  runner.annotate('error', text);
  const lines = written.join('').trimEnd().split('\n');
  expect(lines.filter((line) => obeyed.test(line)).map((line) => line.split(/[ :]+/)[1])).toEqual([
    'group',
    'endgroup',
    'error',
  ]);
});

test('a secret of several lines is hidden whole and line by line, and nothing short is', () => {
  expect(maskCommands(['-----BEGIN-----\nabc\nMIIEvQ 100%\r\n-----END-----', 'x', 'hunter22'])).toEqual([
    '::add-mask::-----BEGIN-----%0Aabc%0AMIIEvQ 100%25%0D%0A-----END-----',
    '::add-mask::-----BEGIN-----',
    '::add-mask::MIIEvQ 100%25',
    '::add-mask::-----END-----',
    '::add-mask::hunter22',
  ]);
});

test('a secret of the project is hidden from the runner, and stands nowhere else', async () => {
  const stage = new ActionStage();
  const secret = 'correct-horse\nbattery-staple';
  const output = { value: secret, type: 'string', sensitive: true };
  stage.project.write(
    'state.json',
    JSON.stringify({ version: 4, outputs: { token: output }, resources: [] }),
  );
  stage.project.write(
    'code/index.js',
    'exports.handler = async () => { throw new Error(process.env.TOKEN); };\n',
  );
  stage.project.write('event.json', '{}');
  stage.project.write(
    'lambda.config.yaml',
    `project: orders
region: eu-west-1
functions:
  api:
    code: code
    handler: index.handler
    runtime: nodejs24.x
    role: arn:aws:iam::123456789012:role/orders
    testEvents: event.json
    environment: { TOKEN: '\${tfstate:state.json#output.token}' }
`,
  );
  const step = await stage.run({ args: '--local\n--port=0\n--speed=100' });
  expect(step).toMatchObject({ code: 7, outputs: { outcome: 'failed' } });
  const lines = step.log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  const files = [
    lines.join('\n'),
    step.summary,
    JSON.stringify(step.outputs),
    readFileSync(step.outputs.report ?? ''),
  ];
  await stage.close();
  expect(step.log).toContain('::add-mask::correct-horse%0Abattery-staple\n');
  for (const text of files) expect(String(text)).not.toMatch(/correct-horse|battery-staple/);
}, 60_000);
