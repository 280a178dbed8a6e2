import { execFileSync } from 'node:child_process';
import { bashAnswer, fishAnswer, zshAnswer } from '../../../src/ui/shells/answers';
import { quoted, readLine } from '../../../src/ui/shells/line';
import fc from '../../property';

/** As bash has it unless somebody changed it. */
const breaks = ' \t\n"\'@><=;|&(:';

describe('a line of bash', () => {
  test.each([
    ['shipit deploy ap', ['shipit', 'deploy'], 'ap', '', null],
    ['shipit  deploy ', ['shipit', 'deploy'], '', '', null],
    ['shipit deploy --stage=pr', ['shipit', 'deploy'], '--stage=pr', '--stage=', null],
    ['shipit rollback --to api@4', ['shipit', 'rollback', '--to'], 'api@4', 'api@', null],
    ['shipit deploy my\\ fu', ['shipit', 'deploy'], 'my fu', '', null],
    ["shipit deploy 'my fu", ['shipit', 'deploy'], 'my fu', '', "'"],
    ['shipit deploy --stage="my \\"fu', ['shipit', 'deploy'], '--stage=my "fu', '--stage=', '"'],
    ["shipit '' x", ['shipit', ''], 'x', '', null],
    ['shipit $(rm) `x` ~', ['shipit', '$(rm)', '`x`'], '~', '', null],
    ['shipit a\\', ['shipit'], 'a', '', null],
  ])('%s', (line, words, word, kept, quote) => {
    expect(readLine(line, breaks)).toEqual({ words, word, kept, quote });
  });

  test('reads back every word that was quoted for it, whichever quotes are open', () => {
    const printable = fc
      .string({ unit: 'grapheme' })
      .filter((text) => text !== '' && !/[\0-\x1f\x7f]/.test(text));
    fc.assert(
      fc.property(printable, fc.constantFrom(null, '"' as const, "'" as const), (text, quote) => {
        const typed = quoted(text, quote);
        if (typed === null) return text.includes('!');
        return readLine(`shipit ${quote ?? ''}${typed}`, breaks).word === text;
      }),
    );
  });

  test('is read by bash itself as the same words', () => {
    const texts = fc.sample(
      fc.string({ unit: 'binary-ascii', minLength: 1 }).filter((text) => !/[\0-\x1f\x7f]/.test(text)),
      { numRuns: 200, seed: 7 },
    );
    const line = texts.map((text) => quoted(text, null)).join(' ');
    const said = execFileSync('bash', ['--norc', '-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' });
    expect(said.split('\0').slice(0, -1)).toEqual(texts);
  });
});

describe('an answer', () => {
  const answer = {
    prefix: '',
    paths: null,
    offers: [
      { value: 'a b', about: 'x' },
      { value: 'c$(d)', about: '' },
    ],
  };
  const at = (line: string) => readLine(line, breaks);

  test('is for bash what it can put into the line as it is', () => {
    expect(bashAnswer(answer, at('shipit '))).toBe('words\na\\ b\nc\\$\\(d\\)\n');
    expect(bashAnswer(answer, at("shipit 'a"))).toBe('words\na b\n');
    expect(bashAnswer({ ...answer, prefix: '--x=' }, at('shipit --x=c'))).toBe('words\nc\\$\\(d\\)\n');
    expect(bashAnswer({ ...answer, prefix: '--x=' }, readLine('shipit --x=c', ' '))).toBe(
      'words\n--x=c\\$\\(d\\)\n',
    );
  });

  test('is for zsh and fish what they choose from, with what is said of it', () => {
    expect(zshAnswer(answer)).toBe('words\n=a b\ta b    -- x\n=c$(d)\tc$(d)\n');
    expect(fishAnswer({ ...answer, prefix: '--x=' })).toBe('words\n--x=a b\tx\n--x=c$(d)\t\n');
  });

  test('says when the shell knows better, or when no blank follows', () => {
    expect(zshAnswer({ prefix: '', offers: [], paths: 'folders' })).toBe('folders\n');
    expect(fishAnswer({ ...answer, offers: [{ value: 'api@', about: '', open: true }] })).toBe(
      'open\napi@\t\n',
    );
    expect(zshAnswer({ ...answer, offers: [] })).toBe('words\n');
  });
});
