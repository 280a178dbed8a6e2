import { asMeant, prune } from '../../src/config/prune';
import { readSource } from '../../src/config/read';
import { sourceOf } from '../../src/config/source';
import { problemsIn } from './example';

const read = (text: string) => readSource('a.yaml', Buffer.from(text)).value;
const top = { file: 'a.yaml', line: 1, column: 1, text: '' };

describe('a file without its wrong parts', () => {
  it('keeps the others, with their places', () => {
    const value = prune(read('a: { b: 1, c: 2 }\nd: 3\n'), [['a', 'b'], ['x', 'y'], ['d', 'e'], []]);
    expect(value).toEqual({ a: { c: 2 }, d: 3 });
    expect(sourceOf(value, top).at(['a', 'c'])).toMatchObject({ line: 1, column: 15 });
  });

  it('loses a list with a wrong item as a whole', () => {
    expect(prune(read('a: [1, 2]\nb: 3'), [['a', 1]])).toEqual({ b: 3 });
  });

  it('loses what is shared at one place alone', () => {
    expect(prune(read('a: &a { b: 1 }\nc: *a'), [['a', 'b']])).toEqual({ a: {}, c: { b: 1 } });
  });

  it('is empty when it is no map', () => {
    expect(prune(read('- a'), [])).toEqual({});
    expect(asMeant(read('- a'), [])).toEqual({});
  });
});

describe('a misspelt key', () => {
  it('counts as the one that was meant', () => {
    const meant = asMeant(read('a: { cdoe: 1, x: 2 }'), [{ path: ['a', 'cdoe'], meant: ['a', 'code'] }]);
    expect(meant).toEqual({ a: { code: 1, x: 2 } });
    expect(sourceOf(meant, top).keyAt(['a', 'code'])).toMatchObject({ column: 6 });
  });

  it('does not take the place of the one that is there', () => {
    const both = asMeant(read('cdoe: 1\ncode: 2'), [{ path: ['cdoe'], meant: ['code'] }]);
    expect(both).toEqual({ code: 2 });
  });

  it('is told of as often as anybody reads', async () => {
    const keys = Array.from({ length: 1900 }, (_, index) => `  f${index}: { cdoe: x }\n`).join('');
    expect(await problemsIn(`project: p\nfunctions:\n${keys}`)).toHaveLength(201);
  });
});
