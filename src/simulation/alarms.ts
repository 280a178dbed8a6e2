/** Alarms of the simulated world: what they say, from when on. */
import type { AlarmReading } from '../core/ports';

/** `partial`: CloudWatch could not read all of its data. `gone`: deleted. */
export type AlarmSays = AlarmReading['state'] | 'partial' | 'gone';

export interface SimulatedAlarm {
  /** Null for a composite one. */
  readonly windowMs: number | null;
  /** In the order of their times; before the first it is OK. */
  readonly turns: readonly { readonly atMs: number; readonly says: AlarmSays }[];
}

export const quietAlarm: SimulatedAlarm = { windowMs: 60_000, turns: [] };

export function readAlarm(name: string, alarm: SimulatedAlarm, atMs: number): AlarmReading | null {
  const turn = alarm.turns.filter((one) => one.atMs <= atMs).at(-1);
  const says = turn?.says ?? 'OK';
  if (says === 'gone') return null;
  return {
    name,
    state: says === 'partial' ? 'OK' : says,
    reason: says === 'ALARM' ? 'Threshold Crossed' : '',
    sinceMs: turn?.atMs ?? 0,
    partial: says === 'partial',
    windowMs: alarm.windowMs,
  };
}
