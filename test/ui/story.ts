/** A release as it is told: two steps, the second rolled back by an alarm. */
import type { Event, EventOf } from '../../src/core/events';
import { later, release, startMs, unlooked } from './examples';

interface Cast {
  readonly keys: readonly string[];
}

const names = (key: string) => ({ key, name: `orders-${key}`, alias: 'live' });

export function opening({ keys }: Cast): Event[] {
  return [
    later('plan.made', 0, {
      functions: keys.map((key) => ({
        ...names(key),
        action: 'update' as const,
        baseline: '41',
        changes: ['~ code 1a2b3c4d -> 5e6f7a8b'],
        rollout: 'careful',
        ...unlooked,
      })),
      rollouts: [
        {
          name: 'careful',
          steps: [
            { weight: 10, bakeMs: 600_000 },
            { weight: 100, bakeMs: 300_000 },
          ],
          totalMs: 900_000,
          endsAtMs: startMs + 900_000,
        },
      ],
      layers: [],
      roles: [],
    }),
    later('release.started', 1, {
      release,
      by: 'anna',
      functions: keys.map((key) => ({ ...names(key), description: '' })),
    }),
    ...keys.map((key) => later('version.published', 5, { key, version: '42' })),
  ];
}

export const moved = (keys: readonly string[], weight: number, seconds: number): Event[] =>
  keys.map((key) => later('alias.written', seconds, { ...names(key), weight }));

export const stepped = (step: number, weight: number, seconds: number): Event =>
  later('rollout.stepped', seconds, { step, weight, bakeMs: step === 1 ? 600_000 : 300_000 });

interface Seen {
  readonly keys: readonly string[];
  readonly seconds: number;
  readonly errors: number;
  readonly change?: Partial<EventOf<'rollout.observed'>>;
}

/** Ten requests a second, a tenth of them to the candidate. */
export function seen({ keys, seconds, errors, change = {} }: Seen): Event {
  return later('rollout.observed', seconds, {
    dueMs: startMs + 610_000,
    functions: keys.map((key) => ({
      key,
      baseline: { version: '41', requests: seconds * 9, errors: 0 },
      candidate: { version: '42', requests: seconds, errors },
    })),
    ...change,
  });
}

export function ending(keys: readonly string[], seconds: number): Event[] {
  const because = 'alarm orders-api-errors is in ALARM: 3 of 3 datapoints were above 5';
  return [
    later('rollout.restoring', seconds, { because }),
    ...moved(keys, 0, seconds + 1),
    later('rollout.ended', seconds + 1, { outcome: 'rolledBack', because }),
    later('release.finished', seconds + 2, {
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

export const rolledBack = (keys: readonly string[]): Event[] => [
  ...opening({ keys }),
  ...moved(keys, 10, 9),
  stepped(1, 10, 10),
  seen({ keys, seconds: 20, errors: 0 }),
  seen({ keys, seconds: 35, errors: 0 }),
  seen({ keys, seconds: 50, errors: 1 }),
  seen({
    keys,
    seconds: 65,
    errors: 9,
    change: {
      alarms: [{ name: 'orders-api-errors', state: 'ALARM' }],
      verdict: 'fail',
      because: 'alarm orders-api-errors is in ALARM: 3 of 3 datapoints were above 5',
    },
  }),
  ...ending(keys, 66),
];

/** At 10 %, and looked at once. */
export const bakingOf = (keys: readonly string[]): Event[] => [
  ...opening({ keys }),
  ...moved(keys, 10, 9),
  stepped(1, 10, 10),
  seen({ keys, seconds: 50, errors: 1 }),
];
