/** What the alarms of a release do: stay quiet, fire, flap, vanish, or see only part of their data. */
import type { SimulatedAlarm } from '../../src/simulation/alarms';
import { startMs } from './release';

export interface AlarmPlan {
  /** By function key. */
  readonly alarms: ReadonlyMap<string, SimulatedAlarm>;
  /** When one comes and stays; null when none does. */
  readonly alarmAtMs: number | null;
  /** Key of its function. */
  readonly alarmOf: string | null;
}

type Turns = SimulatedAlarm['turns'];

export function alarmPlan(chance: () => number, keys: readonly string[]): AlarmPlan {
  const key = keys[Math.floor(chance() * keys.length)] ?? '';
  const atMs = startMs + chance() * 900_000;
  // A composite alarm has no window of its own.
  const windowMs = chance() < 0.2 ? null : 60_000;
  const kind = chance();
  const only = (turns: Turns, alarmAtMs: number | null): AlarmPlan => ({
    alarms: new Map([[key, { windowMs, turns }]]),
    alarmAtMs,
    alarmOf: alarmAtMs === null ? null : key,
  });
  if (kind < 0.35) return only([{ atMs, says: 'ALARM' }], atMs);
  if (kind < 0.42) return only(flapping(chance, atMs), null);
  if (kind < 0.47) return only([{ atMs, says: 'gone' }], null);
  if (kind < 0.52) return only(forAWhile(atMs, 'partial', chance() * 600_000), null);
  if (kind < 0.6) return only([{ atMs: startMs, says: 'INSUFFICIENT_DATA' }], null);
  if (kind < 0.63) return only(forAWhile(atMs, 'INSUFFICIENT_DATA', chance() * 600_000), null);
  return only([], null);
}

const forAWhile = (atMs: number, says: Turns[number]['says'], forMs: number): Turns => [
  { atMs, says },
  { atMs: atMs + forMs, says: 'OK' },
];

function flapping(chance: () => number, atMs: number): Turns {
  let nowMs = atMs;
  return Array.from({ length: 8 }, (_, index) => {
    nowMs += 5000 + chance() * 55_000;
    return { atMs: nowMs, says: index % 2 === 0 ? 'ALARM' : 'OK' } as const;
  });
}
