import { createChance } from '../core/chance';

/** Chance of the local world; seeded, so the same seed gives the same world. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A version-4 UUID, as AWS uses for request and revision ids. */
  uuid(): string;
}

export function createRandom(seed: number): Random {
  const next = createChance(seed);
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => Math.floor(next() * 16).toString(16)).join('');
  const uuid = (): string =>
    `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[Math.floor(next() * 4)]}${hex(3)}-${hex(12)}`;
  return { next, uuid };
}
