import { randomBytes } from 'node:crypto';
import type { Clock, Ids } from '../core/ports';
import { Ulid } from '../core/ulid';

/** Identifiers from the system's random numbers. The ULIDs of one process rise even while its clock stands or goes back. */
export function createIds(clock: Pick<Clock, 'nowMs'>): Ids {
  let lastMs = 0;
  let chance: number[] = [];
  return {
    ulid() {
      const nowMs = Math.floor(clock.nowMs());
      chance = nowMs > lastMs ? freshChance() : next(chance);
      lastMs = Math.max(lastMs, nowMs);
      return Ulid.of(lastMs, chance);
    },
    nonce: () => randomBytes(4).toString('hex'),
    jitter: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
  };
}

const base = 32;

/** Sixteen digits, the first of them small: counting up from here never runs out of digits. */
const freshChance = (): number[] =>
  [...randomBytes(16)].map((byte, index) => byte % (index === 0 ? base / 2 : base));

/** The number after this one. */
function next(digits: readonly number[]): number[] {
  const last = digits.findLastIndex((digit) => digit < base - 1);
  return digits.map((digit, index) => (index < last ? digit : index === last ? digit + 1 : 0));
}
