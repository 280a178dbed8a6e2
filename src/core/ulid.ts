const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Release ids: 26 characters that sort by time. */
export const Ulid = {
  /** When it was made, epoch ms: its first ten digits are the time (ulid specification). */
  timeMs: (ulid: string): number =>
    [...ulid.slice(0, 10)].reduce((sum, digit) => sum * 32 + crockford.indexOf(digit), 0),
  /** Ten digits of time, then sixteen of chance, each below 32. */
  of: (timeMs: number, chance: readonly number[]): string => {
    const time = Array.from({ length: 10 }, (_, index) => Math.floor(timeMs / 32 ** (9 - index)) % 32);
    return [...time, ...chance].map((digit) => crockford[digit % 32]).join('');
  },
};
