/** Evidence in, verdict out: pure. Only this file decides what speaks against a candidate. */
import type { Guard } from '../config/project';
import { OwnAlarmName } from '../plan/own-alarms';
import type { LaneCounts, Observation } from './observe';

export interface Verdict {
  /** `inconclusive` has nothing against the candidate, and not enough for it. */
  readonly status: 'pass' | 'fail' | 'inconclusive';
  readonly because: string;
  /** Names of the alarms and aliases that speak against it; empty unless it failed. */
  readonly against: readonly string[];
}

/** By what a release is judged. */
export interface Standard {
  /** Null when nothing is watched (--no-gate). */
  readonly guard: Guard | null;
  /** Names of alarms that cannot veto. */
  readonly ignored: ReadonlySet<string>;
}

export function judge(observation: Observation, standard: Standard): Verdict {
  const { guard } = standard;
  const against = [...firing(observation, standard), ...tooManyErrors(observation, guard)];
  const [worst] = against;
  if (worst) return { status: 'fail', because: worst.because, against: against.map(({ name }) => name) };
  return { ...withoutObjection(observation, guard), against: [] };
}

function withoutObjection(observation: Observation, guard: Guard | null): Omit<Verdict, 'against'> {
  const [unread] = observation.unread;
  if (unread) return { status: 'inconclusive', because: `cannot see: ${unread}` };
  if (guard === null) return { status: 'pass', because: 'nothing is watched (--no-gate)' };
  const quiet = observation.counts.find((counts) => counts.candidate.invocations < guard.minInvocations);
  if (quiet) return { status: 'inconclusive', because: `too little traffic to judge: ${describe(quiet)}` };
  return { status: 'pass', because: inFavour(observation) };
}

type Objection = { readonly name: string; readonly because: string };

/** Alarms that have nothing to say anything by, where the guard does not let them pass; those made a moment ago never have. */
export function silentAlarms(observation: Observation, { guard, ignored }: Standard): string[] {
  if (guard === null || guard.insufficientData === 'pass') return [];
  const silent = observation.alarms.filter(({ state }) => state === 'INSUFFICIENT_DATA');
  return silent.map(({ name }) => name).filter((name) => !ignored.has(name) && !OwnAlarmName.is(name));
}

/** INSUFFICIENT_DATA is not ALARM: idle functions live there. */
function firing(observation: Observation, { ignored }: Standard): Objection[] {
  return observation.alarms
    .filter(({ name, state }) => state === 'ALARM' && !ignored.has(name))
    .map(({ name, reason }) => ({ name, because: `alarm ${name} is in ALARM: ${reason}` }));
}

function tooManyErrors(observation: Observation, guard: Guard | null): Objection[] {
  if (guard === null) return [];
  return observation.counts
    .filter(
      ({ candidate }) =>
        candidate.invocations >= guard.minInvocations &&
        candidate.errors * 100 > candidate.invocations * guard.maxErrorRate,
    )
    .map((bad) => ({
      name: bad.lane.name,
      because: `the guard allows ${guard.maxErrorRate}% errors: ${describe(bad)}`,
    }));
}

function inFavour(observation: Observation): string {
  const alarms = observation.alarms.length;
  const watched = alarms === 0 ? 'no alarms' : `${alarms} alarm${alarms === 1 ? '' : 's'} quiet`;
  const counts = observation.counts.map(describe).join('; ');
  return counts === '' ? watched : `${watched}; ${counts}`;
}

function describe({ lane, candidate, baseline }: LaneCounts): string {
  const share = candidate.invocations === 0 ? 0 : (100 * candidate.errors) / candidate.invocations;
  const rate = `${Math.round(share * 10) / 10}%`;
  return (
    `${lane.at.key} version ${lane.versions.candidate} failed ${candidate.errors} of ${candidate.invocations} (${rate}), ` +
    `version ${lane.versions.baseline} ${baseline.errors} of ${baseline.invocations}`
  );
}
