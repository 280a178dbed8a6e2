/**
 * What is under way at this moment, as Lambda counts it: every invocation that was let in and not yet answered, whether
 * this machine runs it or has it wait. Counts are told to CloudWatch when a minute sees more than before.
 */
import type { FunctionEntry } from '../lambda/book';

export interface Gauge {
  running: number;
  /** Most of this minute. */
  highest: number;
  minute: number;
}

export interface FunctionLoad {
  readonly all: Gauge;
  /** What provisioned concurrency does not serve. */
  onDemand: number;
  /** What provisioned concurrency serves, by the alias or version that has it. */
  readonly provisioned: Map<string, Gauge>;
  /** Invocations that may still come in this moment, and when that was counted; null before the first. */
  allowance: { left: number; atMs: number } | null;
}

export interface Load {
  readonly account: Gauge;
  /** Of functions that reserve nothing. */
  readonly unreserved: Gauge;
  /** Those of them that provisioned concurrency does not serve: what the limit is about. */
  unreservedOnDemand: number;
  of(entry: FunctionEntry): FunctionLoad;
  /** Metrics begin anew; what is under way goes on. */
  clear(): void;
}

const minuteMs = 60_000;

/** Longer than any function may run, so that a gauge left alone does not fill a day. */
const catchUpMinutes = 15;

export function createLoad(): Load {
  const functions = new WeakMap<FunctionEntry, FunctionLoad>();
  const account = createGauge();
  const unreserved = createGauge();
  return {
    account,
    unreserved,
    unreservedOnDemand: 0,
    of(entry) {
      const found = functions.get(entry);
      if (found) return found;
      const made = {
        all: createGauge(),
        onDemand: 0,
        provisioned: new Map<string, Gauge>(),
        allowance: null,
      };
      functions.set(entry, made);
      return made;
    },
    clear() {
      for (const gauge of [account, unreserved]) gauge.highest = 0;
    },
  };
}

export const createGauge = (): Gauge => ({ running: 0, highest: 0, minute: 0 });

/** `put` hears the most of each minute: what went on all through a minute counts in it, too. */
export function shift(
  gauge: Gauge,
  { by, nowMs }: { by: 1 | -1; nowMs: number },
  put: (value: number, atMs: number) => void,
): void {
  const minute = Math.floor(nowMs / minuteMs);
  if (minute > gauge.minute) {
    const from = Math.max(gauge.minute + 1, minute - catchUpMinutes);
    if (gauge.running > 0) for (let at = from; at <= minute; at += 1) put(gauge.running, at * minuteMs);
    gauge.highest = gauge.running;
    gauge.minute = minute;
  }
  gauge.running += by;
  if (gauge.running <= gauge.highest) return;
  gauge.highest = gauge.running;
  put(gauge.running, nowMs);
}
