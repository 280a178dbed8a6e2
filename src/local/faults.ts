/**
 * Faults on demand, for rehearsals and tests: which calls go wrong, how, and how often. Nothing in here is of AWS's own
 * making but the answers: a client sees what it would see there.
 */
import { createChance } from '../core/chance';

/**
 * `throttle`: refused for the rate of calls. `error`: refused with 5xx before anything was done; `errorAfter`: after it was
 * done. `timeout` and `timeoutAfter`: the same without any answer. `latency`: answered later. `stale`: a read is answered
 * with what was answered to the same read before.
 */
export const faultKinds = [
  'throttle',
  'error',
  'errorAfter',
  'timeout',
  'timeoutAfter',
  'latency',
  'stale',
] as const;

export type FaultKind = (typeof faultKinds)[number];

export interface FaultRule {
  /** An operation's name such as `UpdateAlias`; `*` for all. */
  readonly action: string;
  readonly kind: FaultKind;
  /** 0 to 1: the share of calls. */
  readonly rate: number;
  /** World milliseconds: of `latency` how long it takes, of `stale` how old an answer may be. */
  readonly ms: number;
  /** So many calls in all; null for no end. */
  readonly times: number | null;
}

export interface FaultCount extends FaultRule {
  readonly hits: number;
}

export interface Faults {
  /** Replaces all rules. The same seed and the same calls give the same faults. */
  set(rules: readonly FaultRule[], seed: number): void;
  list(): readonly FaultCount[];
  /** The first rule that strikes this call; null when none does. */
  strike(action: string): FaultRule | null;
}

export function createFaults(): Faults {
  let rules: { readonly rule: FaultRule; hits: number }[] = [];
  let next = createChance(0);
  return {
    set(given, seed) {
      rules = given.map((rule) => ({ rule, hits: 0 }));
      next = createChance(seed);
    },
    list: () => rules.map(({ rule, hits }) => ({ ...rule, hits })),
    strike(action) {
      const struck = rules.find(
        ({ rule, hits }) =>
          (rule.action === '*' || rule.action === action) &&
          hits < (rule.times ?? Number.POSITIVE_INFINITY) &&
          next() < rule.rate,
      );
      if (!struck) return null;
      struck.hits += 1;
      return struck.rule;
    },
  };
}
