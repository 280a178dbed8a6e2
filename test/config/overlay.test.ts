import { overlay, type Plain } from '../../src/config/overlay';
import { placesOf, withPlaces } from '../../src/config/places';
import { readSource } from '../../src/config/read';
import { nameAt, sourceOf } from '../../src/config/source';
import fc from '../property';

const read = (text: string, name = 'a.yaml'): Plain => readSource(name, Buffer.from(text)).value as Plain;
const top = { file: 'a.yaml', line: 1, column: 1, text: '' };

/** Maps of a generator, as if they had been read. */
function carried(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return withPlaces(value.map(carried), new Map());
  const entries = Object.entries(value).map(([key, inner]) => [key, carried(inner)]);
  return withPlaces(Object.fromEntries(entries), new Map());
}

const maps = fc.letrec((tie) => ({
  map: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
  value: fc.oneof({ maxDepth: 3 }, fc.constantFrom(null, 1, 'x', [1], []), tie('map')),
})).map;

const lay = (...values: readonly unknown[]): unknown =>
  overlay(
    values.map((value) => ({ value: carried(value) as Plain, section: null })),
    [],
  );

describe('maps laid over each other', () => {
  it('keep for each value the place of what won', () => {
    const [under, over] = [
      read('a: { b: 1, c: 2 }\nd: [1, 2]\n', 'under.yaml'),
      read('a:\n  c: 3\nd: [9]\n'),
    ];
    const layers = [
      { value: under, section: { title: 'defaults', path: ['defaults'], steps: 0 } },
      { value: over, section: null },
    ];
    const source = sourceOf(overlay(layers, []), top);
    expect(source.value).toEqual({ a: { b: 1, c: 3 }, d: [9] });
    expect(source.at(['a', 'b'])).toMatchObject({ file: 'under.yaml', line: 1, column: 9 });
    expect(source.at(['a', 'c'])).toMatchObject({ file: 'a.yaml', line: 2, column: 6 });
    expect(source.at(['d', 0])).toMatchObject({ file: 'a.yaml', line: 3, column: 5 });
    expect([nameAt(source.value, ['a', 'b']), nameAt(source.value, ['a', 'c'])]).toEqual([
      'defaults.a.b',
      'a.c',
    ]);
  });

  it('leave what they were made of as it was', () => {
    const [under, over] = [read('a: { b: 1 }'), read('a: { c: 2 }')];
    overlay(
      [
        { value: under, section: null },
        { value: over, section: null },
      ],
      [],
    );
    expect([under, over]).toEqual([{ a: { b: 1 } }, { a: { c: 2 } }]);
    expect(placesOf(under)?.size).toBe(1);
  });

  it('give the same in whatever groups they are laid', () => {
    fc.assert(
      fc.property(maps, maps, maps, (a, b, c) => {
        // A value that is no map ends what lies under it, in a group of its own as in the whole.
        const isFlat = (value: unknown) => JSON.stringify(value).match(/"[abc]":(null|1|"x"|\[)/) === null;
        fc.pre(isFlat(b));
        expect(lay(lay(a, b), c)).toEqual(lay(a, b, c));
        expect(lay(a, lay(b, c))).toEqual(lay(a, b, c));
      }),
    );
  });

  it('are not changed by an empty one, nor by themselves', () => {
    fc.assert(
      fc.property(maps, (a) => {
        expect(lay(a, {})).toEqual(a);
        expect(lay({}, a)).toEqual(a);
        expect(lay(a, a)).toEqual(a);
      }),
    );
  });

  it('have each single value of the strongest', () => {
    fc.assert(
      fc.property(maps, maps, (under, over) => {
        for (const [key, value] of Object.entries(over as Plain)) {
          const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
          if (!isMap) expect((lay(under, over) as Plain)[key]).toEqual(value);
        }
      }),
    );
  });
});
