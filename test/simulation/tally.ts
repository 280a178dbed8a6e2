/** What many plays come to; tallies of several processes add up. */
import { recoveryOf } from './invariants/alive';
import type { Play } from './play';

export interface Tally {
  plays: number;
  simulatedMs: number;
  /** By call and kind: `UpdateAlias throttled`. */
  hits: Counts;
  /** By how the owner ended. */
  outcomes: Counts;
  /** Which play, and what it broke. */
  broken: { readonly play: string; readonly sentence: string }[];
  /** Polls from the alarm to the baseline, by share of calls that went wrong. */
  alive: { [rate: string]: number[] };
  /** Seconds from the death of the owner to one version. */
  killed: { [takeover: string]: number[] };
}

interface Counts {
  [what: string]: number;
}

export const newTally = (): Tally => ({
  plays: 0,
  simulatedMs: 0,
  hits: {},
  outcomes: {},
  broken: [],
  alive: {},
  killed: {},
});

const count = (counts: Counts, what: string, by: number): void => {
  counts[what] = (counts[what] ?? 0) + by;
};

const keep = (lists: { [name: string]: number[] }, name: string, values: readonly number[]): void => {
  lists[name] = [...(lists[name] ?? []), ...values];
};

export function tallyPlay(tally: Tally, name: string, play: Play, broken: readonly string[]): void {
  tally.plays += 1;
  tally.simulatedMs += play.simulatedMs;
  for (const [what, times] of play.hits) count(tally.hits, what, times);
  count(tally.outcomes, play.outcomes.get('owner') ?? 'crashed', 1);
  for (const sentence of broken) tally.broken.push({ play: name, sentence });
  const { alivePolls, killedMs } = recoveryOf(play);
  if (alivePolls !== null) keep(tally.alive, String(play.facts.faultRate), [alivePolls]);
  const how = `${play.script.takeover}, ${play.facts.calm ? 'no faults' : 'with faults'}`;
  if (killedMs !== null) keep(tally.killed, how, [killedMs / 1000]);
}

export function addTally(tally: Tally, other: Tally): void {
  tally.plays += other.plays;
  tally.simulatedMs += other.simulatedMs;
  tally.broken.push(...other.broken);
  for (const [what, times] of Object.entries(other.hits)) count(tally.hits, what, times);
  for (const [what, times] of Object.entries(other.outcomes)) count(tally.outcomes, what, times);
  for (const [rate, polls] of Object.entries(other.alive)) keep(tally.alive, rate, polls);
  for (const [how, seconds] of Object.entries(other.killed)) keep(tally.killed, how, seconds);
}

/** The value that a share of all stays within; null of nothing. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? null;
}
