/** One reading of everything that can speak against the candidate. What could not be read is said, never left out. */
import { ShipitError } from '../core/errors';
import type { AlarmReading, CountQuestion, Counts } from '../core/ports';
import type { Crew } from './crew';
import { Crews } from './crew';
import type { Lane, Taken } from './lane';
import { limits } from './limits';
import type { Tally } from './tally';

export interface Observation {
  /** When AWS was asked, on the monotonic clock: what it answers is no younger, however late a frozen process takes it in. */
  readonly atMs: number;
  /** What could not be read, one line each; complete when empty. */
  readonly unread: readonly string[];
  readonly alarms: readonly AlarmReading[];
  readonly counts: readonly LaneCounts[];
  /** Set when an alias is no longer ours. */
  readonly gone: Taken | null;
}

export interface LaneCounts {
  readonly lane: Lane;
  readonly candidate: Counts;
  readonly baseline: Counts;
}

export interface Watch {
  readonly lanes: readonly Lane[];
  /** Names of the alarms that veto; empty when nothing is watched. */
  readonly alarms: readonly string[];
  /** Whether the guard asks for counts. */
  readonly counted: boolean;
  /** Wall time at which the present step began, epoch ms; null before the first. */
  readonly sinceMs: number | null;
  readonly tally: Tally;
}

export async function observe(crew: Crew, watch: Watch): Promise<Observation> {
  const unread: string[] = [];
  const { clock } = crew.ports;
  const atMs = clock.monotonicMs();
  const [gone, alarms, counts] = await Promise.all([
    lookAtLeader(crew, unread),
    guarded(unread, 'alarms', () => readAlarms(crew, watch, unread)),
    guarded(unread, 'metrics', () => readCounts(crew, watch, unread)),
  ]);
  if (clock.monotonicMs() - atMs > limits.freshMs) unread.push('AWS took too long to answer everything');
  return { atMs, unread, alarms: alarms ?? [], counts: counts ?? [], gone: gone ?? takenOf(watch.lanes) };
}

async function lookAtLeader(crew: Crew, unread: string[]): Promise<Taken | null> {
  const seen = await Crews.leader(crew).look();
  if (seen.kind === 'again') unread.push(`alias: ${seen.because}`);
  return 'because' in seen && seen.kind !== 'again' ? seen : null;
}

/** The heartbeat may have found out meanwhile. */
const takenOf = (lanes: readonly Lane[]): Taken | null =>
  lanes.find((lane) => lane.taken !== null)?.taken ?? null;

async function guarded<T>(unread: string[], what: string, read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ShipitError)) throw error;
    unread.push(`${what}: ${error.message}`);
    return null;
  }
}

/** AWS leaves unknown names out without a word, so what came back is counted. */
async function readAlarms(crew: Crew, watch: Watch, unread: string[]): Promise<AlarmReading[]> {
  if (watch.alarms.length === 0) return [];
  const readings = await crew.ports.alarms.read(watch.alarms);
  const known = new Map(readings.map((reading) => [reading.name, reading]));
  for (const name of watch.alarms) {
    const reading = known.get(name);
    if (!reading) unread.push(`alarm ${name}: there is no such alarm any more`);
    else if (reading.partial) unread.push(`alarm ${name}: CloudWatch could not read all of its data`);
  }
  return readings;
}

async function readCounts(crew: Crew, watch: Watch, unread: string[]): Promise<LaneCounts[]> {
  const { lanes, tally, alarms } = watch;
  if (!watch.counted || watch.sinceMs === null) return [];
  const turn = tally.turn(lanes, alarms.length);
  tally.take(lanes, await ask(crew, turn, watch.sinceMs));
  const missing = tally.missing(lanes);
  if (missing > 0) unread.push(`metrics: ${missing} of ${lanes.length} functions are read in the next polls`);
  return tally.of(lanes);
}

async function ask(crew: Crew, lanes: readonly Lane[], sinceMs: number): Promise<LaneCounts[]> {
  const timed = lanes.length <= limits.timedLanes ? { latency: true as const } : {};
  const questions = lanes.flatMap((lane) => [
    { ...about(lane, lane.versions.candidate), ...timed },
    { ...about(lane, lane.versions.baseline), ...timed },
  ]);
  const counts = await crew.ports.metrics.counts(questions, sinceMs, crew.ports.clock.nowMs());
  return lanes.map((lane, index) => {
    const [candidate, baseline] = [counts[index * 2], counts[index * 2 + 1]];
    if (!candidate || !baseline) throw new ShipitError('unavailable', `no counts came back for ${lane.name}`);
    return { lane, candidate, baseline };
  });
}

const about = (lane: Lane, version: string | null): CountQuestion => ({
  ...lane.at.ref,
  version: version ?? lane.versions.baseline,
});
