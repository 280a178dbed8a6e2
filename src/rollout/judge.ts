/** Evidence in, verdict out: pure. Only this file decides what speaks against a candidate. */
import type { Guard } from '../config/project';
import type { LaneCounts, Observation } from './observe';

export interface Verdict {
  /** `inconclusive` has nothing against the candidate, and not enough for it. */
  readonly status: 'pass' | 'fail' | 'inconclusive';
  readonly because: string;
}

/** Null for the guard when nothing is watched (--no-gate). */
export function judge(observation: Observation, guard: Guard | null): Verdict {
  const against = firing(observation) ?? tooManyErrors(observation, guard);
  if (against) return { status: 'fail', because: against };
  const [unread] = observation.unread;
  if (unread) return { status: 'inconclusive', because: `cannot see: ${unread}` };
  if (guard === null) return { status: 'pass', because: 'nothing is watched (--no-gate)' };
  const quiet = observation.counts.find((counts) => counts.candidate.invocations < guard.minInvocations);
  if (quiet) return { status: 'inconclusive', because: `too little traffic to judge: ${describe(quiet)}` };
  return { status: 'pass', because: inFavour(observation) };
}

/** INSUFFICIENT_DATA is not ALARM: idle functions live there. */
function firing(observation: Observation): string | null {
  const alarm = observation.alarms.find((reading) => reading.state === 'ALARM');
  return alarm ? `alarm ${alarm.name} is in ALARM: ${alarm.reason}` : null;
}

function tooManyErrors(observation: Observation, guard: Guard | null): string | null {
  if (guard === null) return null;
  const bad = observation.counts.find(
    ({ candidate }) =>
      candidate.invocations >= guard.minInvocations &&
      candidate.errors * 100 > candidate.invocations * guard.maxErrorRate,
  );
  return bad ? `the guard allows ${guard.maxErrorRate}% errors: ${describe(bad)}` : null;
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
