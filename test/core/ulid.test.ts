import { Ulid } from '../../src/core/ulid';
import fc from '../property';

const chance = fc.array(fc.nat(31), { minLength: 16, maxLength: 16 });
const times = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe('a release id', () => {
  it('has 26 characters and says when it was made', () => {
    fc.assert(
      fc.property(times, chance, (timeMs, digits) => {
        const ulid = Ulid.of(timeMs, digits);
        expect(ulid).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
        expect(Ulid.timeMs(ulid)).toBe(timeMs);
      }),
    );
  });

  it('sorts by time as text, whatever chance adds', () => {
    fc.assert(
      fc.property(times, times, chance, chance, (a, b, first, second) => {
        fc.pre(a < b);
        expect(Ulid.of(a, first) < Ulid.of(b, second)).toBe(true);
      }),
    );
  });

  it('is the same as the one of the specification', () => {
    expect(Ulid.timeMs('01ARZ3NDEKTSV4RRFFQ69G5FAV')).toBe(1_469_922_850_259);
  });
});
