/** The samples of the pages are what they say: they parse, and name inputs, outputs and flags that are there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readInputs } from '../../action/inputs';
import { ShipitError } from '../../src/core/errors';
import { errorText } from '../../src/ui/errors';
import { Mask } from '../../src/ui/mask';
import { plainText } from '../../src/ui/style';
import { inputEnv } from './stage';

const root = join(__dirname, '../..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const blocks = (page: string, language: string): string[] =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, body = '']) =>
    name === language ? [body] : [],
  );

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on?: unknown;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const action = parse(text('action.yml')) as {
  inputs: Record<string, { default?: string }>;
  outputs: Record<string, unknown>;
  runs: Record<string, string>;
};
const page = text('docs/github-actions.md');
const readme = text('README.md');
const workflows = [...blocks(page, 'yaml'), ...blocks(readme, 'yaml')]
  .map((block) => parse(block) as Workflow)
  .filter((one) => one?.jobs !== undefined);
const steps = workflows.flatMap(({ jobs }) => Object.values(jobs)).flatMap((job) => job.steps);
const own = steps.filter(({ uses }) => uses === 'OWNER/shipit@COMMIT');

const flagsOf = (command: string): string[] => {
  const { default: Command } = require(join(root, 'commands', `${command}.ts`)) as {
    default: { flags: Record<string, unknown> };
  };
  return Object.keys(Command.flags);
};

describe('action.yml', () => {
  it('runs what is built, and its post step always', () => {
    const runs = { using: 'node24', main: 'dist/action.js', post: 'dist/post.js', 'post-if': 'always()' };
    expect(action.runs).toEqual(runs);
  });

  it('has the inputs that are read, with what they are without anything written', () => {
    const inputs = Object.fromEntries(
      Object.entries(action.inputs).map(([name, one]) => [name, one.default ?? '']),
    );
    expect(readInputs(inputEnv({ ...inputs, 'github-token': '' }))).toEqual(readInputs({}));
    const rows = [...page.matchAll(/^\| (`.*?) \|/gm)].flatMap(
      ([, cell = '']) => cell.match(/[a-z][a-z-]+/g) ?? [],
    );
    expect(rows.sort()).toEqual([...Object.keys(action.inputs), ...Object.keys(action.outputs)].sort());
  });
});

describe('the workflows', () => {
  it('are seen', () => {
    expect(own.length).toBeGreaterThan(5);
    expect(workflows.filter(({ on }) => on !== undefined).length).toBeGreaterThan(4);
  });

  it.each(own.map((step) => [JSON.stringify(step.with), step] as const))(
    'use what is there: %s',
    (_text, step) => {
      const given = step.with ?? {};
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
      const values = Object.entries(given).map(([name, value]) => [name, String(value)]);
      const { command, argv } = readInputs(inputEnv(Object.fromEntries(values)));
      const flags = argv.flatMap((word) => /^--([\w-]+)/.exec(word)?.[1] ?? []);
      expect(flagsOf(command)).toEqual(expect.arrayContaining(flags));
    },
  );

  it('name outputs that are there', () => {
    const named = [...page.matchAll(/steps\.release\.outputs\.([\w-]+)/g)].map(([, name = '']) => name);
    expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(named));
  });

  it('put no expression into a script', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });

  it('ask for what they use', () => {
    for (const { jobs, permissions = {} } of workflows) {
      const used = Object.values(jobs).flatMap((job) => job.steps);
      if (used.some((step) => step.with?.['role-to-assume'])) expect(permissions['id-token']).toBe('write');
      if (used.some((step) => step.with?.comment)) expect(permissions['pull-requests']).toBe('write');
    }
  });
});

test('the trust policy names one subject, and no pattern', () => {
  const [policy] = blocks(page, 'json').map((block) => JSON.parse(block));
  const { Condition } = policy.Statement[0];
  expect(Object.keys(Condition)).toEqual(['StringEquals']);
  expect(JSON.stringify(Condition)).not.toContain('*');
});

test('samples of other systems parse, and use commands and flags that are there', () => {
  const other = text('docs/ci.md');
  for (const block of blocks(other, 'yaml')) expect(parse(block)).toEqual(expect.any(Object));
  const commands = readdirSync(join(root, 'commands')).map((file) => file.replace(/\.ts$/, ''));
  const uses = [...other.matchAll(/shipit (?!…)([a-z]+)([^\n|;'`&]*)/g)];
  expect(uses.length).toBeGreaterThan(8);
  for (const [use, command = '', rest = ''] of uses.filter(([, name = '']) => commands.includes(name))) {
    const flags = [...rest.matchAll(/(?<![\w-])--([a-z][a-z-]*)/g)].map(([, flag]) => flag);
    expect([use, flagsOf(command)]).toEqual([use, expect.arrayContaining(flags)]);
  }
});

test('the problem matcher finds the lines that shipit writes where it does not annotate', () => {
  const { problemMatcher } = JSON.parse(text('action/problem-matcher.json'));
  const [{ regexp, file, line, column, message }] = problemMatcher[0].pattern;
  const places = [4, 12].map((at) => ({ file: 'a b/lambda.config.yaml', line: at, column: 5 }));
  const faults = places.map((place) => ({ ...place, what: 'unknown key `x`', hint: 'mend it', text: null }));
  const problems = faults.map((one) => `${one.file}:${one.line}:${one.column}  ${one.what}  (${one.hint})`);
  const error = new ShipitError('badConfig', problems[0] ?? '', { problems, faults });
  const lines = errorText(error, { hasSaid: () => false, columns: null, mask: new Mask() }).map(plainText);
  const found = lines.flatMap((one) => {
    const match = new RegExp(regexp).exec(one);
    return match ? [[match[file], match[line], match[column], match[message]]] : [];
  });
  const words = 'unknown key `x`  (mend it)';
  expect(found).toEqual(places.map((place) => [place.file, String(place.line), String(place.column), words]));
});
