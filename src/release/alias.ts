/**
 * Pure alias arithmetic: which routing and which record an alias gets, and what a change seen on it means.
 * The baseline stays primary until the last step, so a lost write leaves less traffic on the candidate, never more.
 */
import type { AliasState, AliasTarget } from '../core/ports';
import { type DoneRecord, type OpenRecord, type Phase, Record } from '../core/record';
import type { Percent } from '../core/values';

/** One process that owns a release; `nonce` tells it from every other. */
export interface Owner {
  readonly release: string;
  readonly epoch: number;
  readonly nonce: string;
  /** Digest of the leader alias's key. */
  readonly leader: string;
  /** Digest of the plan. */
  readonly plan: string;
  readonly by: string;
  readonly leaseS: number;
}

/** The versions of one alias in one release; fixed for its life. */
export interface Versions {
  /** What held 100 % at the start: where a rollback goes. */
  readonly baseline: string;
  readonly candidate: string | null;
  readonly previous: string | null;
}

/** Where an alias stands on its way. */
export interface Course {
  readonly step: number;
  readonly weight: Percent;
  readonly phase: Phase;
  readonly dueS: number;
  readonly leaseUntilS: number;
}

/** What a read of an alias means to its owner. */
export type Sighting = 'same' | 'own' | 'touched' | 'byHand' | 'foreign';

export const AliasTargets = {
  /** The alias under way, with its open record. */
  open(owner: Owner, versions: Versions, course: Course, userText: string): AliasTarget {
    return {
      ...route(versions, course.weight),
      description: Record.format(openRecord(owner, versions, course), userText),
    };
  },

  /** One version, and a record that needs no store: what serves, what was good before, what was bad. */
  done(record: Omit<DoneRecord, 'state'>, userText: string): AliasTarget {
    return {
      version: record.version,
      additional: null,
      description: Record.format({ state: 'done', ...record }, userText),
    };
  },

  same(a: AliasTarget, b: AliasTarget): boolean {
    return sameRoute(a, b) && a.description === b.description;
  },
};

/**
 * `own`: a write of ours that landed after all. `touched`: nothing changed but a wish in `q`, or the revision.
 * `byHand`: somebody rolled this release back. Anything else is foreign: never written again by this release.
 */
export function sight(read: AliasState, known: AliasState, unsettled: readonly AliasTarget[]): Sighting {
  if (read.revisionId === known.revisionId) return 'same';
  if (unsettled.some((target) => AliasTargets.same(read, target))) return 'own';
  if (AliasTargets.same(read, known) || isWish(read, known)) return 'touched';
  return isByHand(read, known) ? 'byHand' : 'foreign';
}

function route(versions: Versions, weight: Percent): Pick<AliasTarget, 'version' | 'additional'> {
  const { baseline, candidate } = versions;
  if (weight === 0 || candidate === null) return { version: baseline, additional: null };
  if (weight === 100) return { version: candidate, additional: null };
  return { version: baseline, additional: { version: candidate, weight } };
}

function openRecord(owner: Owner, versions: Versions, course: Course): OpenRecord {
  const { nonce, ...rest } = owner;
  return { state: 'open', ...rest, owner: nonce, ...versions, ...course, wish: null };
}

function sameRoute(a: AliasTarget, b: AliasTarget): boolean {
  if (a.version !== b.version || !a.additional || !b.additional)
    return a.version === b.version && a.additional === b.additional;
  return a.additional.version === b.additional.version && a.additional.weight === b.additional.weight;
}

function isWish(read: AliasState, known: AliasState): boolean {
  const now = Record.parse(read.description);
  const before = Record.parse(known.description);
  if (now.kind !== 'open' || before.kind !== 'open' || !sameRoute(read, known)) return false;
  const withoutWish = (record: OpenRecord, text: string) => Record.format({ ...record, wish: null }, text);
  return withoutWish(now.record, now.text) === withoutWish(before.record, before.text);
}

/** A rollback by hand keeps the release and raises the epoch, which tells it from a stranger's write. */
function isByHand(read: AliasState, known: AliasState): boolean {
  const now = Record.parse(read.description);
  const before = Record.parse(known.description);
  if (now.kind !== 'done' || before.kind !== 'open' || read.additional) return false;
  return now.record.release === before.record.release && now.record.epoch > before.record.epoch;
}
