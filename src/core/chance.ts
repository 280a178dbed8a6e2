/**
 * Seeded chance: the same seed gives the same world. Mulberry32 (public domain, T. Ettinger); 32 bits of state are
 * plenty for rehearsals, and nothing secret may ever come from it. Answers numbers of at least 0, below 1.
 */
export function createChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
