import { canonicalJson } from '../../src/core/canonical';
import { Secret } from '../../src/core/secret';
import fc from '../property';

/** The same value with its members the other way round, at every depth. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, turned(member)] as const);
  return Object.fromEntries(members.reverse());
}

describe('canonical JSON', () => {
  test('says the same value, and the same text for it however it was made', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
        expect(canonicalJson(turned(plain))).toBe(canonicalJson(plain));
      }),
    );
  });

  test('is the same text whatever the order of members, at every depth', () => {
    const one = { b: [{ y: 1, x: null }, 'text'], a: { d: true, c: 2 } };
    const other = { a: { c: 2, d: true }, b: [{ x: null, y: 1 }, 'text'] };
    expect(canonicalJson(one)).toBe(canonicalJson(other));
    expect(canonicalJson(one)).toBe('{"a":{"c":2,"d":true},"b":[{"x":null,"y":1},"text"]}');
  });

  test('keeps the order of lists, which means something', () => {
    expect(canonicalJson(['b', 'a'])).not.toBe(canonicalJson(['a', 'b']));
  });

  test('has no place for a secret, not even for its digest', () => {
    expect(() => canonicalJson({ Statement: [{ Resource: new Secret('hush') }] })).toThrow('secret');
  });
});
