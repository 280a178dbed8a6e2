import { createHash } from 'node:crypto';
import { createChance } from '../core/chance';

/** Chance of the local world; seeded, so the same seed gives the same world. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A version-4 UUID, as AWS uses for request and revision ids. */
  uuid(): string;
}

/**
 * Ids are digests of seed and number, not of chance: seeded chance goes round one circle for all seeds, so that a world
 * that is opened again, with another seed, could give an id that it gave before.
 */
export function createRandom(seed: number): Random {
  let count = 0;
  const uuid = (): string => {
    count += 1;
    const hex = createHash('sha256').update(`${seed} ${count}`).digest('hex');
    const variant = '89ab'[Number.parseInt(hex.slice(32, 33), 16) % 4];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
  };
  return { next: createChance(seed), uuid };
}
