import { rateInterval } from '../../src/analysis/rate';
import { createChance } from '../../src/core/chance';

const interval = (requests: number, errors: number) => {
  const found = rateInterval(requests, errors);
  if (found === null) throw new Error('no interval');
  return found;
};

describe('between which rates the true one lies', () => {
  test('nothing is said without requests', () => {
    expect(rateInterval(0, 0)).toBeNull();
  });

  test('the rate that was seen is always inside, and neither end leaves 0 to 1', () => {
    for (const [requests, errors] of [
      [1, 0],
      [1, 1],
      [7, 3],
      [980, 12],
      [100_000, 1],
      [5_000_000, 4_999_999],
    ] as const) {
      const { low, high } = interval(requests, errors);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(errors / requests);
      expect(high).toBeGreaterThanOrEqual(errors / requests);
      expect(high).toBeLessThanOrEqual(1);
    }
  });

  test('without an error the lower end is 0, and with errors alone the upper one is 1', () => {
    expect(interval(50, 0).low).toBe(0);
    expect(interval(50, 50).high).toBe(1);
  });

  test('errors and successes are alike', () => {
    const [bad, good] = [interval(200, 30), interval(200, 170)];
    expect(bad.low).toBeCloseTo(1 - good.high, 5);
    expect(bad.high).toBeCloseTo(1 - good.low, 12);
  });

  test('one request, computed by hand: the bet against p wins 1/(2(1-p)), which is 20 at 0.975', () => {
    expect(interval(1, 0).high).toBeCloseTo(0.975, 5);
  });

  test('more errors than requests, as when a minute is counted late, count as all of them', () => {
    expect(rateInterval(3, 5)).toEqual(rateInterval(3, 3));
  });

  test('more requests make it narrower', () => {
    const width = (requests: number): number => {
      const { low, high } = interval(requests, requests / 100);
      return high - low;
    };
    expect(width(1000)).toBeLessThan(width(100));
    expect(width(100_000)).toBeLessThan(width(1000) / 5);
  });

  test('looked at after every request, it misses the true rate for at most one version in twenty', () => {
    const chance = createChance(7);
    const [versions, requests, rate] = [400, 150, 0.05];
    let missed = 0;
    for (let version = 0; version < versions; version += 1) {
      let errors = 0;
      let out = false;
      for (let seen = 1; seen <= requests && !out; seen += 1) {
        errors += chance() < rate ? 1 : 0;
        const { low, high } = interval(seen, errors);
        out = rate < low || rate > high;
      }
      missed += out ? 1 : 0;
    }
    expect(missed / versions).toBeLessThanOrEqual(0.05);
    // An interval that never misses would be of no use either.
    expect(missed).toBeGreaterThan(0);
  });
});
