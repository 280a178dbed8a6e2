import { commandFlaw, wordsOf } from '../../src/config/command';
import fc from '../property';
import { filesOf, minimal, openFrom, problemsIn, readFrom, readText } from './example';

const problems = async (line: string): Promise<string[]> =>
  (await problemsIn(minimal(`    ${line}\n`))).map((one) => one.replace('lambda.config.yaml:', ''));
const build = async (line: string) => (await readText(minimal(`    ${line}\n`))).functions[0]?.build;

describe('a build', () => {
  it.each([
    ['build: npm run build', ['npm', 'run', 'build'], false, 600_000],
    ['build: "  make\\t-j2 --x=1 "', ['make', '-j2', '--x=1'], false, 600_000],
    ['build: [npm, run, "a && b"]', ['npm', 'run', 'a && b'], false, 600_000],
    ['build: { run: npm run build, timeout: 20m }', ['npm', 'run', 'build'], false, 1_200_000],
    ['build: { run: [./x, ""], shell: false }', ['./x', ''], false, 600_000],
    ['build: { run: "a && b | c > $D", shell: true }', ['a && b | c > $D'], true, 600_000],
    ['build: { run: "echo $${HOME}", shell: true }', ['echo ${HOME}'], true, 600_000],
    ['build: npm run build-${project}', ['npm', 'run', 'build-orders'], false, 600_000],
  ])('is a program with its arguments, or what a shell reads: %s', async (line, argv, shell, timeout) => {
    expect(await build(line)).toEqual({ argv, shell, timeout });
  });

  it('is nothing when it is absent or null', async () => {
    expect(await build('alias: live')).toBe(null);
    const defaults = minimal('    build: null\n', 'defaults: { build: make }\n');
    expect((await readText(defaults)).functions[0]?.build).toBe(null);
  });

  it.each([
    [
      'build: npm run a && npm run b',
      '5:12  functions.api.build: `&` is for a shell, and none reads it  (write `{ run: <command>, shell: true }`)',
    ],
    [
      'build: { run: npm run build > log }',
      '5:19  functions.api.build.run: `>` is for a shell, and none reads it  (write `{ run: <command>, shell: true }`)',
    ],
    [
      `build: npm run "a b"`,
      '5:12  functions.api.build: `"` is for a shell, and none reads it  (write program and arguments as a list, or `{ run: <command>, shell: true }`)',
    ],
    [
      'build: NODE_ENV=production npm run build',
      '5:12  functions.api.build: `NODE_ENV=production` sets a variable, which only a shell does  (write `{ run: <command>, shell: true }`)',
    ],
    [
      'build: cp -r x ~/y',
      '5:12  functions.api.build: `~/y` is for a shell, and none reads it  (write `{ run: <command>, shell: true }`)',
    ],
    [
      'build: "npm ci\\nnpm test"',
      '5:12  functions.api.build: a line end is for a shell, and none reads it  (write `{ run: <command>, shell: true }`)',
    ],
    ['build: " "', '5:12  functions.api.build: the program has no name  (such as `npm run build`)'],
    ['build: ["", x]', '5:13  functions.api.build.0: the program has no name  (such as `[npm, run, build]`)'],
    ['build: { shell: true }', '5:5  functions.api.build: `run` is missing  (such as run: npm run build)'],
    [
      'build: { run: [a, b], shell: true }',
      '5:19  functions.api.build.run: a shell reads one text, and this is a list  (write a text, or delete `shell`)',
    ],
    [
      'build: { run: " ", shell: true }',
      '5:19  functions.api.build.run: there is nothing for the shell to read  (such as `npm run build`)',
    ],
    [
      'build: { run: make, timeout: 0s }',
      '5:34  functions.api.build.timeout: `0s` leaves no time to build  (write a longer time)',
    ],
    [
      'build: { run: make, env: { A: b } }',
      '5:25  functions.api.build: unknown key `env`  (the environment of shipit is that of the build too, without credentials of AWS)',
    ],
    [
      'build: 5',
      '5:12  functions.api.build: `5` is not a command such as `npm run build`, a list of its words, a map with `run`, or null',
    ],
  ])('is refused with its place: %s', async (line, problem) => {
    expect(await problems(line)).toEqual([problem]);
  });

  it.each([
    'build: "npm run ${git:branch}"',
    'build: "npm run ${env:CI_BRANCH}"',
    'build: { run: "npm run ${ssm:/x}; true", shell: true }',
    'build: { run: "npm run ${file:x}" }',
  ])('cannot be changed by what somebody else writes elsewhere: %s', async (line) => {
    const [problem, ...more] = await problems(line);
    expect(problem).toMatch(/^5:\d+ {2}\$\{[a-z]+:[^}]+\}: what it leads to could change the command {2}\(/);
    expect(more).toEqual([]);
    const layer = minimal('', `layers: { deps: { code: x, ${line} } }\n`);
    expect(await problemsIn(layer)).toHaveLength(1);
  });

  it('takes what a reference leads to as one word of a list', async () => {
    const text = minimal('    build: [npm, run, "${env:NAME}"]\n', 'allowEnv: [NAME]\n');
    const env = { NAME: 'a b; rm -rf $X' };
    const opened = await openFrom(filesOf({ '/p/lambda.config.yaml': text }), { cwd: '/p', env });
    expect((await opened.finish(null)).functions[0]?.build?.argv).toEqual(['npm', 'run', env.NAME]);
  });

  it('is one command: another one takes nothing over from it, but a time may be changed', async () => {
    const text = (own: string) =>
      minimal(`    build: ${own}\n`, 'defaults: { build: { run: a | b, shell: true, timeout: 1m } }\n');
    const of = async (own: string) =>
      (await readFrom(filesOf({ '/p/lambda.config.yaml': text(own) }), { cwd: '/p' })).functions[0]?.build;
    expect(await of('{ run: make }')).toEqual({ argv: ['make'], shell: false, timeout: 600_000 });
    expect(await of('{ timeout: 2m }')).toEqual({ argv: ['a | b'], shell: true, timeout: 120_000 });
  });
});

describe('any command that no shell reads', () => {
  it('is its words with blanks between them', () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9._/:@,+%-][a-zA-Z0-9._/:@,+%=-]*$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.constantFrom(' ', '  ', '\t'), (words, blank) => {
        fc.pre(!/^\w+=/.test(words[0] ?? ''));
        const text = words.join(blank);
        expect([commandFlaw(text), wordsOf(text)]).toEqual([null, words]);
      }),
    );
  });

  it('has none of the signs that a shell gives a meaning', () => {
    const signs = fc.constantFrom(...'|&;<>()$`"\'\\*?[]{}\n');
    fc.assert(
      fc.property(fc.string(), signs, fc.string(), (before, sign, after) => {
        expect(commandFlaw(before + sign + after)).not.toBeNull();
      }),
    );
  });
});
