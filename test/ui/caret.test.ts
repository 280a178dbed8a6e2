import { caretLines } from '../../src/ui/caret';
import { plainText } from '../../src/ui/style';
import { widthOf } from '../../src/ui/width';
import fc from '../property';

const framed = (text: string, column: number, columns = 80): string[] =>
  caretLines({ line: 12, column, text }, columns).map(plainText);

/** Where the caret stands, in columns of the terminal. */
const caretOf = ([, below = '']: string[]): number => widthOf(below) - 1;

describe('the line that is wrong', () => {
  it('has its number, and a caret under the place', () => {
    expect(framed('    memroySize: 512', 5)).toEqual([
      ' 12 |     memroySize: 512', //
      '    |     ^',
    ]);
  });

  it('has the caret behind its end, where something is missing', () => {
    expect(framed('functions: [', 13)).toEqual([
      ' 12 | functions: [', //
      '    |             ^',
    ]);
  });

  it('has the caret where the eye sees the place, behind tabs, wide letters, marks and emoji', () => {
    expect(framed('a:\t\tb', 5)).toEqual([
      ' 12 | a:      b', //
      '    |         ^',
    ]);
    expect(framed('名前: x', 5)[1]).toBe('    |       ^');
    expect(framed('e\u0301: x', 5)[1]).toBe('    |    ^');
    expect(framed('👍: x', 5)[1]).toBe('    |     ^');
  });

  it('shows control characters, which then take more than one column', () => {
    expect(framed('a\x1b[2J: x', 8)).toEqual([
      ' 12 | a^[[2J: x', //
      '    |         ^',
    ]);
  });

  it('is cut around the caret where it is longer than the terminal', () => {
    const text = `${'x'.repeat(100)}HERE${'y'.repeat(100)}`;
    expect(framed(text, 101, 40)).toEqual([
      ' 12 | ...xxxxxxxxxxxxxHEREyyyyyyyyy...', //
      '    |                 ^',
    ]);
    expect(framed(text, 1, 40)[0]).toMatch(/^ 12 \| x+\.\.\.$/);
    expect(framed(text, 205, 40)[0]).toMatch(/^ 12 \| \.\.\.y+$/);
  });

  it('fits the terminal, and the caret stands under the character that is meant, whatever the line is', () => {
    const chars = fc.constantFrom('a', ' ', '\t', '名', '👍', '\u0301', '\x1b', '\u202e', ':');
    const lines = fc.array(chars, { minLength: 1, maxLength: 300 }).map((some) => `${some.join('')}!`);
    fc.assert(
      fc.property(lines, fc.integer({ min: 24, max: 100 }), (text, columns) => {
        const lines = framed(text, text.length, columns);
        for (const line of lines) expect(widthOf(line)).toBeLessThan(columns);
        const [above = ''] = lines;
        expect(widthOf(above)).toBe(caretOf(lines) + 1);
        expect(above.endsWith('!')).toBe(true);
      }),
    );
  });

  it('is left out where it would explain nothing', () => {
    expect(framed('', 1)).toEqual([]);
    expect(framed('   ', 2)).toEqual([]);
    // The reader of the file cut the line before that place.
    expect(framed('short', 400)).toEqual([]);
    expect(framed('x: y', 1, 20)).toEqual([]);
  });
});
