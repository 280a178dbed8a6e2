/** What somebody wants released: drawn by chance, so that the same seed wants the same. */
import type { StrategyFlags } from '../../src/plan/flags';

export type Chance = () => number;

export const keys = ['api', 'jobs', 'web'] as const;

export interface Wished {
  /** One to all of the functions, in the order of the project. */
  readonly functions: readonly string[];
  /** Those of them with other code than before. */
  readonly recoded: readonly string[];
  /** Those of them with other settings than before. */
  readonly resized: readonly string[];
  readonly flags: Partial<StrategyFlags>;
  /** Whose requests fail, and how long after the first of them reached the candidate; null when it is good. */
  readonly bad: { readonly key: string; readonly afterMs: number } | null;
  /** When somebody stops it by hand; null when nobody does. */
  readonly abortAfterMs: number | null;
}

const strategies: readonly Partial<StrategyFlags>[] = [
  { canary: '10%/1m' },
  { canary: '25%/2m' },
  { linear: '25%/1m' },
  { steps: '1%/1m,50%/1m' },
  { allAtOnce: true },
  { allAtOnce: true, bake: '2m' },
  { rollout: 'ladder' },
];

export const pick = <T>(next: Chance, from: readonly T[]): T => {
  const picked = from[Math.floor(next() * from.length)];
  if (picked === undefined) throw new RangeError('there is nothing to pick from');
  return picked;
};

export function drawWished(next: Chance): Wished {
  const first = pick(next, keys);
  const functions = keys.filter((key) => key === first || next() < 0.25);
  const changes = next();
  const recoded = functions.filter(() => changes < 0.9 && next() < 0.9);
  const resized = functions.filter(() => changes < 0.9 && next() < 0.15);
  const flags = pick(next, strategies);
  const bad = next() < 0.25 ? { key: pick(next, functions), afterMs: Math.floor(next() * 60_000) } : null;
  const abortAfterMs = next() < 0.06 ? Math.floor(next() * 150_000) : null;
  return { functions, recoded, resized, flags, bad, abortAfterMs };
}
