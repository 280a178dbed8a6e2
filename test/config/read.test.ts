import { readSource } from '../../src/config/read';
import { ShipitError } from '../../src/core/errors';
import { minimal, problemsIn, readText } from './example';

const file = 'lambda.config.yaml';
const read = (text: string) => readSource(file, Buffer.from(text));

function refusal(text: string | Uint8Array): readonly string[] {
  try {
    readSource(file, Buffer.from(text));
    return [];
  } catch (error) {
    if (!ShipitError.is(error, 'badConfig')) throw error;
    return error.problems;
  }
}

/** Ten anchors, each a list of ten aliases of the one before. */
function bomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 10; level++) {
    lines.push(
      `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  }
  return lines.join('\n');
}

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

function manyAliases(): string {
  const lines = Array.from({ length: 6 }, (_, index) => `b${index}: [${'*a,'.repeat(1900)}]`);
  return `a: &a 1\n${lines.join('\n')}`;
}

describe('a YAML text', () => {
  it('knows where each of its parts stands', () => {
    const source = read('a:\n  - x\n  - b: 010\nc: &c { d: 1 }\ne: *c\n');
    expect(source.value).toEqual({ a: ['x', { b: 10 }], c: { d: 1 }, e: { d: 1 } });
    expect(source.at(['a', 1, 'b'])).toEqual({ file, line: 3, column: 8, text: '  - b: 010' });
    expect(source.keyAt(['a', 1, 'b'])).toMatchObject({ line: 3, column: 5 });
    expect(source.at(['a', 1, 'not there'])).toMatchObject({ line: 3, column: 5 });
    expect(source.at(['e', 'd'])).toMatchObject({ line: 4, column: 12, text: 'c: &c { d: 1 }' });
    expect(source.at([])).toMatchObject({ line: 1, column: 1, text: 'a:' });
    expect(source.written(['a', 1, 'b'])).toBe('010');
    expect(source.written(['a', 0])).toBeNull();
    expect([source.has(['a', 1, 'b']), source.has(['a', 2])]).toEqual([true, false]);
  });

  it('may begin with a byte order mark and end its lines in CRLF', () => {
    const source = read('\uFEFFa: 1\r\nb: |\r\n  x\r\n  y\r\n');
    expect(source.value).toEqual({ a: 1, b: 'x\ny\n' });
    expect(source.at(['b'])).toEqual({ file, line: 2, column: 4, text: 'b: |' });
  });

  it('has the core schema of YAML 1.2: on, no and yes are words', () => {
    const { value } = read('a: on\nb: no\nc: yes\nd: 010\ne: 1.10\nf: 12:30\ng: true\nh: ~\n');
    expect(value).toEqual({ a: 'on', b: 'no', c: 'yes', d: 10, e: 1.1, f: '12:30', g: true, h: null });
  });

  it('may nest 64 levels', () => {
    expect(read(`a: ${'['.repeat(63)}x${']'.repeat(63)}`).value).toHaveProperty('a');
  });

  it.each([
    ['[', 20_000],
    ['{a: ', 20_000],
    ['- ', 20_000],
    ['? ', 20_000],
    [': ', 20_000],
    ['[{a: ', 100_000],
  ])('is refused before anything recurses over %j times %i', (opening, times) => {
    const problems = refusal(opening.repeat(times));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^lambda\.config\.yaml:1:\d{1,3} {2}nested deeper than 64 levels$/);
  });

  it('is refused when its indentation nests too deep', () => {
    const text = Array.from({ length: 100 }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
    expect(refusal(text)).toEqual(['lambda.config.yaml:65:67  nested deeper than 64 levels']);
  });

  it.each([
    ['an alias bomb', bomb(), /:\d+:\d+ {2}more than 250000 values when aliases are written out/],
    ['very many aliases', manyAliases(), /more than 10000 aliases/],
    [
      'a very long list',
      `a: [${'x,'.repeat(2002)}]`,
      /:1:4 {2}more than 2000 entries {2}\(one map or list has at most 2000\)/,
    ],
    ['very many keys', lines(2003, (index) => `k${index}: 1`), /:1:1 {2}more than 2000 entries/],
    ['a very long list of lines', lines(2003, () => '- x'), /:1:1 {2}more than 2000 entries/],
    ['an alias of itself', 'a: &a [*a]', /:1:8 {2}`\*a` contains itself/],
    ['an alias of itself, deeper', 'a: &a { b: { c: *a } }', /:1:17 {2}`\*a` contains itself/],
    ['an alias of nothing', 'a: *b\nb: &b 1', /:1:4 {2}there is no anchor `&b` before/],
    ['a prototype', 'a: { __proto__: { b: 1 } }', /:1:6 {2}the key `__proto__` is reserved/],
    ['a constructor', 'constructor: 1', /:1:1 {2}the key `constructor` is reserved/],
    ['a quoted prototype', '"\\u005f_proto__": 1', /:1:1 {2}the key `__proto__` is reserved/],
    ['a key twice', 'a: 1\nb: 2\n"a": 3', /:3:1 {2}the key `a` stands here a second time/],
    ['a merge key', 'a: &a { b: 1 }\nc:\n  <<: *a', /:3:3 {2}a merge key `<<`/],
    ['a tag of a language', 'a: !!js/function "x"', /:1:4 {2}not valid YAML: Unresolved tag/],
    ['a tag of its own', 'a: !secret x', /:1:4 {2}not valid YAML: Unresolved tag/],
    ['binary data', 'a: !!binary aGVsbG8=', /:1:13 {2}the tag tag:yaml.org,2002:binary/],
    ['two documents', 'a: 1\n---\nb: 2', /:2:1 {2}a second document/],
    ['another YAML', '%YAML 1.1\n---\na: yes', /:1:1 {2}a directive/],
    ['a tag directive', '%TAG ! tag:x,2000:\n---\na: 1', /:1:1 {2}a directive/],
    ['infinity', 'a: .inf', /:1:4 {2}`\.inf` is not a number/],
    ['not a number', 'a: [-.INF, .nan]', /:1:5 {2}`-\.INF` is not a number/],
    ['a number too large', 'a: 1e999', /:1:4 {2}`1e999` is not a number/],
    [
      'a key that is no string',
      'true: 1',
      /:1:1 {2}the key `true` is not a string {2}\(put quotes around it\)/,
    ],
    ['a key that is a list', '? [a]\n: 1', /:1:3 {2}a key that is not a word/],
    ['a key that is an alias', 'a: &a x\n*a : 1', /:2:1 {2}a key that is not a word/],
    ['a key of two lines', '"a\\nb": 1', /:1:1 {2}a key of several lines/],
    ['NUL', 'a: \0', /:1:4 {2}the file contains the hidden character U\+0000/],
    ['ESC', 'a: 1\nb: \u001b[31m', /:2:4 {2}the file contains the hidden character U\+001B/],
    ['an escaped ESC', 'a: "\\e[31m"', /:1:4 {2}the text contains the hidden character U\+001B/],
    [
      'text that runs backwards',
      '# \u202e x\na: 1',
      /:1:3 {2}the file contains the hidden character U\+202E/,
    ],
    ['an isolate', 'a: \u2066x', /:1:4 {2}the file contains the hidden character U\+2066/],
    ['a space without width', 'a: x\u200by', /:1:5 {2}the file contains the hidden character U\+200B/],
    ['a byte order mark inside', 'a: x\ufeffy', /:1:5 {2}the file contains the hidden character U\+FEFF/],
    [
      'an escaped half of a character',
      'a: "\\ud800"',
      /:1:4 {2}the text contains the hidden character U\+D800/,
    ],
    ['a lone carriage return', 'a: 1\rb: 2', /:1:5 {2}the file contains the hidden character U\+000D/],
    ['an open quote', 'a: "x', /not valid YAML: Missing closing "quote/],
    [
      'a reference without quotes in braces',
      'a: { b: x-${stage} }',
      /:1:20 {2}not valid YAML: .* {2}\(put quotes around a text with `\$\{\.\.\.\}` in it\)/,
    ],
    ['two colons', 'a: b: c', /:1:4 {2}not valid YAML: Nested mappings/],
    ['tabs', 'a:\n\tb: 1', /not valid YAML: Tabs/],
    ['nothing', ' \n\n', /:1:1 {2}the file is empty/],
  ])('is refused with %s', (_what, text, expected) => {
    expect(refusal(text).join('\n')).toMatch(expected);
  });

  it('is refused when it is not UTF-8 or too long', () => {
    expect(refusal(Buffer.from([0x61, 0xff, 0xfe]))[0]).toContain('the file is not UTF-8 text');
    expect(refusal(`a: "${'x'.repeat(1024 * 1024)}"`)[0]).toContain('the file has 1.00 MB');
  });

  it('shows at most 200 of a megabyte of problems', () => {
    const numbers = (count: number) => refusal(lines(count, (index) => `k${index}: .nan`));
    expect(numbers(201).at(-1)).toBe('lambda.config.yaml  and 1 more problems');
    expect(numbers(2000)).toHaveLength(201);
    expect(numbers(2000).at(-1)).toBe('lambda.config.yaml  and at least 1800 more problems');
  });

  it.each([
    ['closing brackets', ']'.repeat(1_000_000)],
    ['wrong escapes', `a: "${'\\q'.repeat(500_000)}"`],
    ['wrong escapes, deep inside', `a: { b: [{ c: "${'\\q'.repeat(500_000)}" }] }`],
    ['unknown tags', `a: [${'!x y,'.repeat(1000)}]`],
    ['missing commas', `a: [${'"x"'.repeat(1000)}]`],
    ['commas', `a: [${','.repeat(1000)}]`],
  ])('stops at 20 errors of YAML: %s', (_what, text) => {
    expect(refusal(text)).toHaveLength(20);
  });

  it.each([
    ['tags', '!x '.repeat(349_000)],
    ['small lists', lines(1999, () => `- [${'1,'.repeat(200)}]`)],
  ])(
    'is refused before it is parsed when it has more words and marks than any project: %s',
    (_what, text) => {
      const [problem, ...others] = refusal(text);
      expect(problem).toMatch(
        /^lambda\.config\.yaml:1:1 {2}the file has more than 250000 words, marks and spaces/,
      );
      expect(others).toEqual([]);
    },
  );

  it('has at most 50,000 lines', () => {
    expect(read(`a: 1${'\n'.repeat(49_999)}`).value).toEqual({ a: 1 });
    expect(refusal('# nothing\n'.repeat(50_000))).toEqual([
      'lambda.config.yaml:1:1  the file has 50001 lines  (a project file has at most 50000)',
    ]);
  });

  it('may have 2000 entries in a map and in a list, and a comment after them', () => {
    const { value } = read(
      `a:\n${lines(2000, (index) => `  k${index}: 1`)}\n  # end\nb: [${'x,'.repeat(2000)}]\n`,
    );
    expect(Object.keys((value as { a: object }).a)).toHaveLength(2000);
    expect((value as { b: string[] }).b).toHaveLength(2000);
  });

  it('takes the tags of the core schema', () => {
    expect(read('a: !!str 010\nb: !!int 7').value).toEqual({ a: '010', b: 7 });
  });
});

describe('where a text is expected', () => {
  it.each(['010', '1.10', '123456789012', 'true'])(
    '%s is refused, with quotes as the way out',
    async (written) => {
      expect(await problemsIn(minimal(`    alarms: [${written}]\n`))).toEqual([
        `lambda.config.yaml:5:14  functions.api.alarms.0: \`${written}\` is not the name of an alarm, or a map such as \`{ create: [errors, p99] }\`  (put quotes around it: "${written}")`,
      ]);
      expect(await problemsIn(minimal(`    environment: { AA: ${written} }\n`))).toEqual([
        `lambda.config.yaml:5:24  functions.api.environment.AA: a ${written === 'true' ? 'boolean' : 'number'} is not a text  (put quotes around it)`,
      ]);
    },
  );

  it.each(['on', 'no', 'yes', '"010"'])('%s is a text', async (written) => {
    const project = await readText(minimal(`    environment: { AA: ${written} }\n`));
    expect(project.functions[0]?.config.environment).toEqual({ AA: written.replaceAll('"', '') });
  });
});
