/** What a simulation leaves behind, and how the invariants read it. */
import type { AliasState } from '../../src/core/lambda';
import { type OpenRecord, type Parsed, Record } from '../../src/core/record';
import type { Trace } from '../../src/simulation/ports';
import type { Process } from '../../src/simulation/process';
import type { AliasWrite, SimulatedWorld } from '../../src/simulation/world';
import type { Release } from './release';

/**
 * `hand`: a rollback by hand. `watcher`: takes over what nobody drives. `again`: the same deploy once more, after a crash.
 * `asker`: writes wishes and nothing else.
 */
export type Role = 'owner' | 'rival' | 'hand' | 'watcher' | 'again' | 'asker';

export interface Cast {
  readonly name: string;
  readonly role: Role;
  readonly process: Process;
  readonly trace: Trace;
}

/** What the script knows and the history does not say. */
export interface Facts {
  /** No call went wrong, nobody died, froze or was refused: what the recovery of a live owner is measured in. */
  readonly calm: boolean;
  /** Share of calls that went wrong. */
  readonly faultRate: number;
  /** When an alarm went into ALARM and stayed there; null when none did. */
  readonly alarmAtMs: number | null;
  /** Key of the function that it watches. */
  readonly alarmOf: string | null;
  /** Calls of the owner were refused, for a while or for good. */
  readonly refused: boolean;
  /** CloudWatch went away. */
  readonly blind: boolean;
  /** Wall clocks differ: the time of one is no bound for the numbers of the other. */
  readonly skewed: boolean;
  /** Somebody took away what a rollback would need. */
  readonly crippled: boolean;
  /** Somebody was left who could end what others began. */
  readonly guarded: boolean;
  /** From then on nothing goes wrong any more. */
  readonly quietFromMs: number;
}

export interface Played {
  readonly world: SimulatedWorld;
  readonly release: Release;
  readonly cast: readonly Cast[];
  readonly outcomes: ReadonlyMap<string, string>;
  /** When each of them ended. */
  readonly endedMs: ReadonlyMap<string, number>;
  readonly ended: boolean;
  readonly facts: Facts;
}

export type Invariant = (played: Played) => string[];

const parsed = new WeakMap<AliasState, Parsed>();

export const Plays = {
  recordOf(state: AliasState | null): Parsed {
    if (!state) return { kind: 'none', text: '' };
    const known = parsed.get(state);
    if (known) return known;
    const record = Record.parse(state.description);
    parsed.set(state, record);
    return record;
  },

  openOf(state: AliasState | null): OpenRecord | null {
    const record = Plays.recordOf(state);
    return record.kind === 'open' ? record.record : null;
  },

  releaseOf(state: AliasState | null): string | null {
    const record = Plays.recordOf(state);
    return record.kind === 'open' || record.kind === 'done' ? record.record.release : null;
  },

  /** Percent of the traffic that goes to a version. */
  exposure(state: Pick<AliasState, 'version' | 'additional'> | null, version: string): number {
    if (!state) return 0;
    if (state.additional?.version === version) return state.additional.weight;
    return state.version === version ? 100 - (state.additional?.weight ?? 0) : 0;
  },

  routeOf: (state: AliasState | null): string =>
    JSON.stringify([state?.version ?? null, state?.additional ?? null]),

  isSame: (one: AliasState | null, other: AliasState | null): boolean =>
    Plays.routeOf(one) === Plays.routeOf(other) && one?.description === other?.description,

  /** Nothing changed but what stands in the mailbox. */
  isWish: ({ before, after }: AliasWrite): boolean =>
    before !== null &&
    after !== null &&
    Plays.routeOf(before) === Plays.routeOf(after) &&
    Plays.withoutWish(before) === Plays.withoutWish(after),

  withoutWish: (state: AliasState | null): string | undefined => state?.description.replace(/ q=\S+/, ''),

  ours: ({ by }: AliasWrite): boolean => by !== 'foreign' && by !== 'setup',

  /** As an alias stood at a time. */
  stateAt: (world: SimulatedWorld, key: string, atMs: number): AliasState | null =>
    world.writesOf(key).findLast((write) => write.atMs <= atMs)?.after ?? null,

  /** Whether a process was there and awake all through a span. */
  awake: ({ process }: Cast, fromMs: number, untilMs: number): boolean =>
    (process.diedMs === null || process.diedMs > untilMs) &&
    process.freezes.every((freeze) => freeze.untilMs < fromMs || freeze.fromMs > untilMs),
};
