/** Releases as their events tell them, long enough for plots: with intervals, latency, alarms, and many functions. */
import { createChance } from '../../src/core/chance';
import type { Event, FunctionCounts, VersionCounts } from '../../src/core/events';
import { later, release } from '../ui/examples';

export interface Tale {
  readonly keys: readonly string[];
  /** How far it goes: two readings a minute. */
  readonly readings: number;
  /** Share of the candidate's requests that fail from the middle on. */
  readonly failing: number;
}

const names = (key: string) => ({ key, name: `orders-${key}`, alias: 'live' });
const weights = [5, 25, 50];
const stepS = 600;

/** A wide interval narrows as requests come in. */
function counted(version: string, requests: number, errors: number, p99Ms: number): VersionCounts {
  const rate = requests === 0 ? 0 : errors / requests;
  const wide = 2.2 / Math.sqrt(Math.max(1, requests));
  return {
    version,
    requests,
    errors,
    rate: { low: Math.max(0, rate - wide * Math.sqrt(rate + 0.01)), high: Math.min(1, rate + wide) },
    p99Ms,
  };
}

export function begun(keys: readonly string[]): Event[] {
  return [
    later('release.started', 0, {
      release,
      by: 'anna@desk-3',
      from: 'desk-3',
      commit: '1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d',
      functions: keys.map((key) => ({ ...names(key), description: '' })),
    }),
    ...keys.map((key) =>
      later('version.published', 8, {
        key,
        version: '42',
        digest: 'q1w2e3r4t5z6u7i8o9p0a1s2d3f4g5h6j7k8l9y0x1c=',
      }),
    ),
  ];
}

/** Up to three steps of ten minutes each. */
export function rolling({ keys, readings, failing }: Tale): Event[] {
  const chance = createChance(7);
  const totals = new Map(keys.map((key) => [key, { base: 0, baseErrors: 0, next: 0, nextErrors: 0 }]));
  const events: Event[] = [];
  let step = 0;
  for (let reading = 0; reading < readings; reading += 1) {
    const atS = 20 + reading * 30;
    const now = Math.min(weights.length, 1 + Math.floor((reading * 30) / stepS));
    const weight = weights[now - 1] ?? 0;
    if (now !== step) {
      step = now;
      for (const key of keys) totals.set(key, { base: 0, baseErrors: 0, next: 0, nextErrors: 0 });
      events.push(
        ...keys.map((key) => later('alias.written', atS - 2, { ...names(key), weight })),
        later('rollout.stepped', atS - 1, {
          rollout: 'careful',
          step,
          steps: 3,
          weight,
          bakeMs: stepS * 1000,
        }),
      );
    }
    const functions = keys.map((key, index): FunctionCounts => {
      const total = totals.get(key) ?? { base: 0, baseErrors: 0, next: 0, nextErrors: 0 };
      const requests = Math.round((180 + 40 * chance()) / (1 + (index % 7)));
      total.next += Math.round((requests * weight) / 100);
      total.base += Math.round((requests * (100 - weight)) / 100);
      const isBad = failing > 0 && reading > readings / 2 && index % 9 === 0;
      total.nextErrors += Math.round(((requests * weight) / 100) * (isBad ? failing : chance() * 0.012));
      total.baseErrors += chance() > 0.6 ? 1 : 0;
      return {
        key,
        baseline: counted('41', total.base, total.baseErrors, 180 + 30 * chance()),
        candidate: counted('42', total.next, total.nextErrors, 170 + 60 * chance() + (isBad ? 240 : 0)),
      };
    });
    const isFiring = failing > 0 && reading === readings - 1;
    events.push(
      later('rollout.observed', atS, {
        rollout: 'careful',
        step,
        weight,
        dueMs: later('warning', 20 + step * stepS).at,
        functions,
        alarms: [
          { name: `orders-${keys[0]}-errors`, state: isFiring ? 'ALARM' : 'OK' },
          { name: 'orders-latency-p99', state: 'OK' },
          { name: 'orders-dead-letters', state: 'INSUFFICIENT_DATA' },
        ],
        verdict: isFiring ? 'fail' : 'pass',
        because: isFiring
          ? `alarm orders-${keys[0]}-errors is in ALARM: 3 of 3 datapoints were above 5`
          : '3 alarms quiet, the guard found no difference',
      }),
    );
  }
  return events;
}

const why = (keys: readonly string[]): string =>
  `alarm orders-${keys[0]}-errors is in ALARM: 3 of 3 datapoints were above 5`;

export function wentBack(keys: readonly string[], seconds: number): Event[] {
  const because = why(keys);
  return [
    later('rollout.restoring', seconds, { because }),
    ...keys.map((key) => later('alias.written', seconds + 2, { ...names(key), weight: 0, phase: 'done' })),
    later('rollout.ended', seconds + 3, { outcome: 'rolledBack', because }),
    later('release.finished', seconds + 4, {
      functions: keys.map((key) => ({
        ...names(key),
        baseline: '41',
        candidate: '42',
        outcome: 'rolledBack' as const,
        because,
      })),
    }),
  ];
}
