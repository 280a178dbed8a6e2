import { AliasRef, Digest, Duration, Percent } from '../../src/core/values';
import fc from '../property';

const tenths = fc.integer({ min: 0, max: 1000 }).map((value) => Percent.of(value / 10));

describe('a share in percent', () => {
  it.each([
    ['10%', 10],
    ['0.5%', 0.5],
    ['0%', 0],
    ['100%', 100],
    ['99.9%', 99.9],
  ])('%s is read', (text, expected) => {
    expect(Percent.parse(text)).toBe(expected);
  });

  it.each([
    '10',
    '10abc%',
    '101%',
    '100.1%',
    '-1%',
    '1e1%',
    '0.55%',
    '.5%',
    '10 %',
    '10%%',
    '1,5%',
    '',
    '%',
    '10%\n',
    'NaN%',
  ])('"%s" is a typo and never becomes a weight', (text) => {
    expect(Percent.parse(text)).toBeNull();
  });

  it('is written as it is read', () => {
    fc.assert(fc.property(tenths, (percent) => Percent.parse(Percent.format(percent)) === percent));
  });

  it('goes to AWS as a fraction without rounding dust, and comes back the same', () => {
    fc.assert(
      fc.property(tenths, (percent) => {
        const fraction = Percent.toFraction(percent);
        expect(String(fraction).length).toBeLessThanOrEqual(5);
        expect(Percent.ofFraction(fraction)).toBe(percent);
      }),
    );
  });

  it.each([-0.1, 100.1, Number.NaN, Number.POSITIVE_INFINITY])('is never %p', (value) => {
    expect(() => Percent.of(value)).toThrow(RangeError);
  });

  it('never comes out of random text below 0 or above 100', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const percent = Percent.parse(text);
        expect(percent === null || (percent >= 0 && percent <= 100)).toBe(true);
      }),
    );
  });
});

describe('a length of time', () => {
  it.each([
    ['500ms', 500],
    ['90s', 90_000],
    ['10m', 600_000],
    ['1h30m', 5_400_000],
    ['1h2m3s4ms', 3_723_004],
    ['0s', 0],
    ['10m5ms', 600_005],
  ])('%s is read', (text, expected) => {
    expect(Duration.parse(text)).toBe(expected);
  });

  it.each(['', '10', '10x', '1.5h', '-5m', '5m1h', '5m5m', ' 5m', '5 m', '5m\n', '1d', 'ms'])(
    '"%s" is none',
    (text) => {
      expect(Duration.parse(text)).toBeNull();
    },
  );

  it('is written as it is read, up to 9999 hours', () => {
    const lengths = fc.integer({ min: 0, max: 9999 * 3_600_000 }).map(Duration.of);
    fc.assert(fc.property(lengths, (length) => Duration.parse(Duration.format(length)) === length));
  });

  it('of nothing is 0s', () => {
    expect(Duration.format(Duration.of(0.4))).toBe('0s');
  });
});

describe('digests and keys', () => {
  it('have the form in which Lambda reports the SHA-256 of code', () => {
    expect(Digest.of('')).toBe('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');
    expect(Digest.short('')).toBe('e3b0c442');
    expect(Digest.of(Buffer.from('a'))).toBe(Digest.of('a'));
  });

  it('name an alias the same for everybody, because claims are taken in that order', () => {
    expect(AliasRef.key({ functionName: 'orders-api', alias: 'live' })).toBe('orders-api:live');
  });
});
