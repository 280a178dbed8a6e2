import { createIds } from '../../src/disk/ids';

const clockAt = (...times: number[]) => {
  let last = 0;
  return {
    nowMs: () => {
      last = times.shift() ?? last;
      return last;
    },
  };
};

describe('identifiers', () => {
  test('ULIDs have 26 digits and tell their time', () => {
    const ulid = createIds(clockAt(1_469_922_850_259)).ulid();
    expect(ulid).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(ulid.slice(0, 10)).toBe('01ARZ3NDEK');
  });

  test('ULIDs of one process rise, in one millisecond and while the clock goes back', () => {
    const ids = createIds(
      clockAt(1_800_000_000_000, 1_800_000_000_000, 1_700_000_000_000, 1_800_000_000_001),
    );
    const made = Array.from({ length: 500 }, () => ids.ulid());
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  test('ULIDs of two processes in one millisecond differ', () => {
    expect(createIds(clockAt(1)).ulid()).not.toBe(createIds(clockAt(1)).ulid());
  });

  test('nonces are eight hex digits, and differ', () => {
    const ids = createIds(clockAt(1));
    const nonces = Array.from({ length: 100 }, () => ids.nonce());
    for (const nonce of nonces) expect(nonce).toMatch(/^[0-9a-f]{8}$/);
    expect(new Set(nonces).size).toBe(100);
  });

  test('jitter is spread over zero to one', () => {
    const ids = createIds(clockAt(1));
    const drawn = Array.from({ length: 1000 }, () => ids.jitter());
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    for (let tenth = 0; tenth < 10; tenth += 1)
      expect(drawn.filter((value) => Math.floor(value * 10) === tenth).length).toBeGreaterThan(50);
  });
});
