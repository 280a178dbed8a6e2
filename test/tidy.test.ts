/** src/README.md, enforced. Each rule is first shown a small sin, so that it is known to see one. */
import { hints } from '../src/core/errors';
import { budgets } from './tidy/budgets';
import { importDirection, libraryOwners } from './tidy/imports';
import { drawerProblems, mapProblems, speaksForItself } from './tidy/map';
import { listFiles, type Problem, parse, type Rule, read } from './tidy/source';
import { bannedWords } from './tidy/words';

interface Exemption {
  readonly rule: string;
  /** A file, or a folder with a slash at its end. */
  readonly path: string;
  readonly why: string;
}

/** Every exception from the house rules stands here, with its reason. One that nothing needs any more fails. */
const exemptions: readonly Exemption[] = [
  {
    rule: 'process.env',
    path: 'src/compose/completing.ts',
    why: 'It is asked at every Tab, and does without the rest of compose.ts.',
  },
  {
    rule: 'process.env',
    path: 'src/compose/streams.ts',
    why: 'The first page of help is shown before the rest of compose.ts is there.',
  },
  {
    rule: 'process.env',
    path: 'test/action/',
    why: 'The step is started for real, with the PATH of whoever runs the tests.',
  },
  {
    rule: 'process.env',
    path: 'test/aws/',
    why: 'The SDK reads the environment by itself, and what it does with it is under test.',
  },
  {
    rule: 'process.env',
    path: 'test/local/',
    why: 'Function processes are started for real, with the PATH of whoever runs the tests.',
  },
  {
    rule: 'process.env',
    path: 'test/property.ts',
    why: 'jest takes no arguments of ours, and whoever looks for more wants other plays.',
  },
  {
    rule: 'process.env',
    path: 'bin/shipit.ts',
    why: 'It looks for the folder of what was compiled before the sources, and so src/compose.ts, are there.',
  },
  {
    rule: 'process.env',
    path: 'test/dist/',
    why: 'The package is installed and run for real, with the PATH of whoever runs the tests.',
  },
  {
    rule: 'process.env',
    path: 'test/stories/',
    why: 'Function processes are started for real here too, and so is the command line.',
  },
  {
    rule: 'streams',
    path: 'test/local/runtime-server.ts',
    why: 'It is a process of its own and answers the test on its stdout.',
  },
  ...['run.ts', 'worker.ts'].map(
    (file): Exemption => ({
      rule: 'streams',
      path: `test/simulation/${file}`,
      why: 'It is a program of its own and tells people what it found.',
    }),
  ),
  ...['time', 'timer'].map(
    (rule): Exemption => ({
      rule,
      path: 'src/ui/page/clock.ts',
      why: 'It runs in a browser, which has a clock of its own.',
    }),
  ),
  ...['clients', 'conformance', 'fuzz', 'images'].flatMap((program): Exemption[] => [
    {
      rule: 'process.env',
      path: `test/${program}/`,
      why: 'It is a program of its own, told by its environment what to do, and runs functions for real.',
    },
    { rule: 'streams', path: `test/${program}/`, why: 'It tells people what it found.' },
  ]),
  {
    rule: 'process.env',
    path: 'test/artifact/trees/',
    why: 'It starts programs in other time zones, which the environment names.',
  },
  {
    rule: 'streams',
    path: 'test/artifact/trees/',
    why: 'It is a program of its own and tells people what it found.',
  },
  {
    rule: 'streams',
    path: 'test/endurance/',
    why: 'It is a program of its own and tells people what it found.',
  },
  {
    rule: 'process.env',
    path: 'test/terminal/',
    why: 'Programs are started for real in a real terminal, with the PATH of whoever runs the tests.',
  },
  { rule: 'streams', path: 'test/page/run.ts', why: 'It tells people what it found.' },
  { rule: 'streams', path: 'test/ui/choose.test.ts', why: 'It asks what was done to the real streams.' },
];

const rules: readonly (readonly [string, Rule])[] = [
  ['imports run one way', importDirection],
  ['each library has one owner', libraryOwners],
  ['nobody says a banned word', bannedWords],
  ['functions and files keep to their budgets', budgets],
];

const files = listFiles('action', 'bin', 'commands', 'src', 'test');
const sources = files.filter((path) => path.endsWith('.ts')).map((path) => parse(path, read(path) ?? ''));

const covers = ({ rule, path }: Exemption, problem: Problem): boolean =>
  rule === problem.rule && (path.endsWith('/') ? problem.path.startsWith(path) : problem.path === path);

const say = ({ path, line, rule, text }: Problem): string => `${path}:${line} ${rule}: ${text}`;

describe('the tree', () => {
  it('is seen at all', () => {
    expect(sources.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['src/core/errors.ts', 'test/tidy.test.ts', 'test/tidy/imports.ts']),
    );
  });

  it.each(rules)('%s', (_sentence, rule) => {
    const problems = sources.flatMap(rule).filter((found) => !exemptions.some((one) => covers(one, found)));
    expect(problems.map(say)).toEqual([]);
  });

  it('needs every exemption', () => {
    const problems = sources.flatMap((source) => rules.flatMap(([, rule]) => rule(source)));
    const idle = exemptions.filter((one) => !problems.some((found) => covers(one, found)));
    expect(idle).toEqual([]);
  });

  it('is mapped: each file of src but the actions has a line in src/README.md, and each line a file', () => {
    const mapped = files.filter((path) => path.startsWith('src/') && !/README\.md$|\.d\.ts$/.test(path));
    const silent = mapped.filter((path) => !speaksForItself(path, read(path) ?? ''));
    expect(mapProblems(read('src/README.md') ?? '', silent)).toEqual([]);
  });

  it('has no drawer in which anything would fit', () => {
    expect(drawerProblems(files)).toEqual([]);
  });

  it('has a way out of every error', () => {
    expect(Object.entries(hints).filter(([, hint]) => hint.trim() === '')).toEqual([]);
  });
});

/** The names of the rules that a source breaks, at this path. */
const broken = (rule: Rule, path: string, text: string): string[] =>
  rule(parse(path, text)).map((found) => found.rule);

describe('imports', () => {
  const direction = (path: string, specifier: string) =>
    broken(importDirection, path, `import { x } from '${specifier}';`).length === 0;

  it.each([
    ['src/config/read.ts', '../core/values'],
    ['src/rollout/lane.ts', '../release/alias'],
    ['src/plan/make.ts', './diff'],
    ['src/ui/plain.ts', '../core/events'],
    ['src/deploy.ts', './rollout/lane'],
    ['src/compose.ts', './aws/functions'],
    ['src/local/random.ts', '../core/values'],
    ['src/local/lambda/book.ts', '../errors'],
    ['commands/deploy.ts', '../src/compose'],
    ['commands/deploy.ts', '../src/ui/choose'],
    ['bin/run.ts', '../commands/deploy'],
    ['action/main.ts', '../commands/start'],
    ['action/summary.ts', '../src/ui/show'],
    ['src/compose/github.ts', '../github/comments'],
    ['test/story.ts', '../src/local/world'],
  ])('%s may see %s', (path, specifier) => {
    expect(direction(path, specifier)).toBe(true);
  });

  it.each([
    ['src/core/record.ts', '../config/read'],
    ['src/core/record.ts', '../deploy'],
    ['src/config/read.ts', '../plan/make'],
    ['src/release/alias.ts', '../rollout/lane'],
    ['src/analysis/bounds.ts', '../config/project'],
    ['src/plan/make.ts', '../aws/functions'],
    ['src/ui/plain.ts', '../plan/plan'],
    ['src/aws/functions.ts', '../disk/clock'],
    ['src/simulation/world.ts', '../rollout/lane'],
    ['src/local/world.ts', '../core/errors'],
    ['src/local/world.ts', '../core/ports'],
    ['src/local/world.ts', '../disk/clock'],
    ['src/deploy.ts', './aws/functions'],
    ['src/deploy.ts', './compose'],
    ['src/plan/make.ts', '../compose'],
    ['commands/deploy.ts', '../src/rollout/lane'],
    ['commands/deploy.ts', '../src/aws/functions'],
    ['src/compose.ts', '../commands/deploy'],
    ['action/main.ts', '../commands/deploy'],
    ['action/main.ts', '../src/deploy'],
    ['action/main.ts', '../src/aws/functions'],
    ['src/github/comments.ts', '../web/http'],
    ['src/compose.ts', '../action/env'],
    ['src/ui/plain.ts', '../../test/clock'],
    ['src/odds/ends.ts', '../core/values'],
    ['src/plan/make.ts', '../odds/ends'],
    ['src/config/read.ts', '../../package.json'],
  ])('%s may not see %s', (path, specifier) => {
    expect(direction(path, specifier)).toBe(false);
  });

  it('lets the embedded AWS see ports as types, never as values', () => {
    const seen = (text: string) => broken(importDirection, 'src/local/world.ts', text);
    expect(seen("import type { Clock } from '../core/ports';")).toEqual([]);
    expect(seen("import { type Clock } from '../core/ports';")).toEqual([]);
    expect(seen("import { type Clock, other } from '../core/ports';")).toEqual(['direction']);
  });

  it.each([
    "export * from '../aws/functions';",
    "export { x } from '../aws/functions';",
    "const x = require('../aws/functions');",
    "import x = require('../aws/functions');",
    "const x = () => import('../aws/functions');",
    "type X = import('../aws/functions').X;",
    "import '../aws/functions';",
    "import type { X } from '../aws/functions';",
  ])('are seen in the form %s', (text) => {
    expect(broken(importDirection, 'src/ui/plain.ts', text)).toEqual(['direction']);
  });
});

describe('libraries', () => {
  const owned = (path: string, library: string) =>
    broken(libraryOwners, path, `import x from '${library}';`).length === 0;

  it.each([
    ['src/aws/functions.ts', '@aws-sdk/client-lambda'],
    ['src/local/wire/operation.ts', '@smithy/core/schema'],
    ['src/rollout/machine.ts', 'xstate'],
    ['src/config/validate.ts', 'ajv/dist/2020'],
    ['src/artifact/zip.ts', 'archiver'],
    ['commands/deploy.ts', '@oclif/core'],
    ['src/disk/files.ts', 'node:fs/promises'],
    ['test/ui/json.test.ts', 'ajv'],
  ])('%s may use %s', (path, library) => {
    expect(owned(path, library)).toBe(true);
  });

  it.each([
    ['src/rollout/lane.ts', '@aws-sdk/client-lambda'],
    ['src/plan/make.ts', 'xstate'],
    ['src/artifact/build.ts', 'archiver'],
    ['src/deploy.ts', 'yaml'],
    ['src/ui/plain.ts', '@oclif/core'],
    ['src/ui/style.ts', 'chalk'],
    ['src/aws/retry.ts', 'node:timers/promises'],
    ['src/ui/streams.ts', 'node:process'],
  ])('%s may not use %s', (path, library) => {
    expect(owned(path, library)).toBe(false);
  });
});

describe('words', () => {
  const path = 'src/plan/make.ts';

  it.each([
    ['jest.mock', "jest.mock('x');"],
    ['jest.mock', "jest.doMock('x');"],
    ['as any', 'const x = y as any;'],
    ['as any', 'const x = <any>y;'],
    ['while (true)', 'while (true) {}'],
    ['while (true)', 'do {} while (1);'],
    ['while (true)', 'for (;;) {}'],
    ['time', 'const x = Date.now();'],
    ['time', 'const x = Date["now"];'],
    ['time', 'const x = new Date();'],
    ['time', 'const x = performance.now();'],
    ['time', 'const x = process.hrtime.bigint();'],
    ['timer', 'setTimeout(then, 5);'],
    ['timer', 'const wait = setInterval;'],
    ['timer', 'globalThis.setTimeout(then, 5);'],
    ['random', 'const x = Math.random();'],
    ['random', 'const x = crypto.randomUUID();'],
    ['random', "import { randomBytes as r } from 'node:crypto';"],
    ['process.env', 'const x = process.env.HOME;'],
    ['process.env', 'const x = globalThis.process.env;'],
    ['process.env', 'const { env: e } = process;'],
    ['streams', "console.log('x');"],
    ['streams', "process.stdout.write('x');"],
    ['streams', 'const { stderr } = process;'],
    ['TODO', '// TODO later'],
    ['FIXME', 'function f() {\n  return 1; /* FIXME */\n}'],
    ['TODO', '/** TODO: say what it does. */\nfunction f() {}'],
    ['TODO', 'function f() {\n  // TODO\n}'],
    ['@ts-ignore', '// @ts-ignore\nconst x = 1;'],
  ])('%s is banned: %s', (rule, text) => {
    expect(broken(bannedWords, path, text)).toEqual([rule]);
    expect(broken(bannedWords, 'test/plan/make.test.ts', text)).toEqual([rule]);
  });

  it.each([
    ['a banned word within a string', "const x = '// TODO Date.now() while (true)';"],
    ['a given time', 'const x = new Date(ms);'],
    ['a turn of the event loop', 'setImmediate(then);'],
    ['a method that is called like a timer', 'clock.setTimeout(then, 5); const c = { setTimeout: then };'],
    ['a loop that counts', 'for (let i = 0; ; i += 1) if (i > 3) break;'],
    ['an expected type error', '// @ts-expect-error the type forbids it\nconst x = 1;'],
    ['a stream of its own', 'child.stdout.on(then); this.env = options.env;'],
  ])('%s is fine', (_what, text) => {
    expect(broken(bannedWords, path, text)).toEqual([]);
  });

  it.each([
    ['src/disk/clock.ts', 'setTimeout(then, Date.now());'],
    ['src/disk/ids.ts', 'const x = randomBytes(4);'],
    ['src/compose.ts', 'const x = process.env;'],
    ['action/env.ts', 'const x = process.env;'],
    ['src/ui/streams.ts', 'const x = process.stdout;'],
  ])('%s may say what it owns: %s', (owner, text) => {
    expect(broken(bannedWords, owner, text)).toEqual([]);
  });
});

describe('budgets', () => {
  const path = 'src/plan/make.ts';
  const lines = (count: number) => 'x();\n'.repeat(count);

  it('are 40 lines for a function, its comment not counted', () => {
    expect(broken(budgets, path, `/**\n * Why.\n */\nfunction f() {\n${lines(38)}}\n`)).toEqual([]);
    expect(broken(budgets, path, `function f() {\n${lines(39)}}\n`)).toEqual(['functionLines']);
    expect(broken(budgets, path, `const f = () => {\n${lines(39)}};\n`)).toEqual(['functionLines']);
    expect(broken(budgets, path, `class C {\n  m() {\n${lines(39)}}\n}\n`)).toEqual(['functionLines']);
  });

  it('are 250 lines for a file', () => {
    expect(broken(budgets, path, lines(250))).toEqual([]);
    expect(broken(budgets, path, lines(251))).toEqual(['fileLines']);
  });

  it('are three parameters, in types too', () => {
    expect(broken(budgets, path, 'function f(this: X, a: 1, b: 2, c: 3) {}')).toEqual([]);
    expect(broken(budgets, path, 'function f(a: 1, b: 2, c: 3, d: 4) {}')).toEqual(['parameters']);
    expect(broken(budgets, path, 'class C { constructor(a: 1, b: 2, c: 3, d: 4) {} }')).toEqual([
      'parameters',
    ]);
    expect(broken(budgets, path, 'interface I { m(a: 1, b: 2, c: 3, d: 4): void }')).toEqual(['parameters']);
  });

  it('are three levels of branches and loops', () => {
    const three = 'for (const x of y) { if (x) { try { z(); } catch { z(); } } }';
    expect(broken(budgets, path, `function f() { ${three} }`)).toEqual([]);
    expect(broken(budgets, path, `function f() { while (y) { ${three} } }`)).toEqual(['nesting']);
    expect(broken(budgets, path, `function f() { switch (y) { case 1: ${three} } }`)).toEqual(['nesting']);
    expect(broken(budgets, path, `function f() { while (y) { g(() => { ${three} }); } }`)).toEqual([]);
    expect(
      broken(
        budgets,
        path,
        'function f() { if (a) b(); else if (c) d(); else if (e) g(); else if (h) i(); }',
      ),
    ).toEqual([]);
  });

  it('are four values that a file hands out; types and overloads are not counted', () => {
    const four = 'export const a = 1, b = 2; export function c() {} export class D {}';
    expect(broken(budgets, path, four)).toEqual([]);
    expect(
      broken(budgets, path, `${four} export type E = 1; export interface F {} export type a = 2;`),
    ).toEqual([]);
    expect(broken(budgets, path, `${four} export enum E {}`)).toEqual(['valueExports']);
    expect(broken(budgets, path, `${four} const e = 1; export { e };`)).toEqual(['valueExports']);
    expect(
      broken(budgets, path, `${four} interface E {} export { E }; export type { G } from './g';`),
    ).toEqual([]);
    expect(broken(budgets, path, `${four} export * from './g';`)).toEqual(['valueExports']);
    expect(broken(budgets, path, `${four} export default 1;`)).toEqual(['valueExports']);
  });

  it('leave generated files alone, and tests as long as they need', () => {
    const long = `export function f() {\n${lines(300)}}\n`;
    expect(broken(budgets, 'src/config/schema.gen.ts', long)).toEqual([]);
    expect(broken(budgets, 'src/config/schema.gen.d.ts', long)).toEqual([]);
    expect(broken(budgets, 'test/plan/make.test.ts', long)).toEqual([]);
    const deep = 'function f() { if (a) { if (b) { if (c) { if (d) {} } } } }';
    expect(broken(budgets, 'test/plan/make.test.ts', deep)).toEqual(['nesting']);
  });
});

describe('the map', () => {
  const readme = '| what | it is |\n| --- | --- |\n| `src/a.ts` | A story. |\n| `core` | a room |\n';

  it('misses a file, names one that is gone, or names one twice', () => {
    expect(mapProblems(readme, ['src/a.ts'])).toEqual([]);
    expect(mapProblems(readme, ['src/a.ts', 'src/b.ts'])).toEqual(['src/b.ts is not in the map']);
    expect(mapProblems(readme, [])).toEqual(['src/a.ts is in the map and nowhere else']);
    expect(mapProblems(readme + readme, ['src/a.ts'])).toEqual(['src/a.ts is in the map twice']);
    expect(mapProblems('| `src/a.ts` | |\n', ['src/a.ts'])).toEqual(['src/a.ts is not in the map']);
  });

  it('leaves out actions that say what they do, and nothing else', () => {
    const action = '/**\n * GetAlias.\n * @emulated\n */\nexport const getAlias = 1;';
    expect(speaksForItself('src/local/actions/lambda/get-alias.ts', action)).toBe(true);
    expect(speaksForItself('src/local/actions/lambda/paging.ts', '/** Pages. */')).toBe(false);
    expect(speaksForItself('src/local/lambda/aliases.ts', action)).toBe(false);
  });

  it('has no place for drawers', () => {
    const bad = ['src/utils/x.ts', 'src/core/helpers.ts', 'test/common/y.ts', 'src/ui/misc.test.ts'];
    expect(drawerProblems([...bad, 'src/ui/text.ts', 'src/local/utility-bills.ts'])).toEqual(bad);
  });
});
